import type { RawCell, RawRow } from '../1-read/raw-document.ts';

/**
 * Rows whose label and first figure share a field, or whose label is missing, stand one field too far left: each figure
 * would be read under its neighbour's head. They are put in step where the number of their figures shows it.
 */
export function mendRows(rows: readonly RawRow[]): readonly RawRow[] {
  const width = Math.max(0, ...rows.map(filledWidth));
  const items = rows.filter(({ cells }) => cells.slice(1).some(isFigure) && isWords(cells[0]));
  const isFused =
    items.length >= FEWEST && items.every((row) => filledWidth(row) === width - 1 && split(row.cells[0]));
  return rows.map((row) => {
    const [label, ...others] = row.cells;
    if (!label || filledWidth(row) !== width - 1 || !others.slice(0, width - 2).every(isFigure)) return row;
    if (isFused) return { ...row, cells: inFields([...(split(label) ?? [label]), ...others]) };
    if (others.length < FEWEST || !isFigure(label) || YEAR.test(label.text)) return row;
    const unnamed = { ...label, text: '', source: '' };
    return { ...row, cells: inFields([unnamed, label, ...others.slice(0, width - 2)]) };
  });
}

/** Cells behind a label that took none of the line's fields, each with the field that it stands in. */
const inFields = (cells: readonly RawCell[]): RawCell[] =>
  cells.map((cell, i) => (i === 0 ? cell : { ...cell, field: i - 1 }));

const FEWEST = 2;
const YEAR = /^(?:19|20)\d{2}$/;
/** A label with a figure behind it: `Interest income 14,250`. */
const FUSED = /^(.*\p{L}.*?)\s+(\(?[-–−]?\p{Sc}?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\)?)$/u;

function split(label: RawCell | undefined): readonly [RawCell, RawCell] | undefined {
  const [, words = '', figure = ''] = FUSED.exec(label?.source ?? '') ?? [];
  if (!label || figure === '') return undefined;
  const at = label.source.lastIndexOf(figure);
  return [
    { ...label, text: words, source: words },
    { ...label, text: figure, source: figure, offset: label.offset + at },
  ];
}

/** Fields up to the last that is filled. */
const filledWidth = ({ cells }: RawRow): number => cells.findLastIndex(({ text }) => text !== '') + 1;

const isFigure = ({ text }: RawCell): boolean => /^\(?[-–−]?\p{Sc}?\s?\(?\d[\d,.]*\)?$|^[-–—]$/u.test(text);

const isWords = (cell: RawCell | undefined): boolean => cell !== undefined && /\p{L}{2}/u.test(cell.text);

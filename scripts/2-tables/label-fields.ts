import type { RawCell, RawRow } from '../1-read/raw-document.ts';
import { isTimeOnly } from '../grammar/times.ts';

/** What the first field of a table's rows holds where their labels stand in the second. */
export type FirstField = 'label' | 'number' | 'group';

/** `1`, `(a)`, `IV`, `2.1`, `A`. */
const ORDINAL = /^\(?(?:\d{1,2}(?:\.\d{1,2})?|[a-z]|[ivx]{1,5})[.)]?$/i;

const FEWEST_ROWS = 3;

/**
 * Whether labels stand in the second field: behind numbers of lines (`Sr. No.`, `Particulars`), or behind the name of a
 * group that only its first row tells (`Revenue`, `Display`; then an empty field, `Components`).
 */
export function readFirstField(rows: readonly RawRow[]): FirstField {
  const items = rows.filter(({ cells }) =>
    cells.slice(2).some((cell) => isFigure(cell) && !isTimeOnly(cell.text)),
  );
  const labelled = items.filter(({ cells }) => isWords(cells[1]));
  if (labelled.length < FEWEST_ROWS || labelled.length * 4 < items.length * 3) return 'label';
  const firsts = labelled.map(({ cells }) => cells[0]?.text ?? '');
  const filled = firsts.filter((text) => text !== '');
  if (filled.length > 0 && filled.every((text) => ORDINAL.test(text))) return 'number';
  return filled.length > 0 && filled.length * 2 <= firsts.length && firsts[0] !== '' ? 'group' : 'label';
}

/**
 * Number of fields that rows with a label in their first field have most often: a row with its label in the second and
 * one field more is a part of the row above, set off by a tab, or the first of a section whose name stands before it.
 */
export function usualWidth(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows)
    if (isWords(cells[0]) && cells.slice(1).some(isFigure))
      counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

export const isSetOff = ({ cells }: RawRow, width: number): boolean =>
  cells.length === width + 1 &&
  (cells[0]?.text === '' || (isWords(cells[0]) && cells.slice(2).every(isFigure))) &&
  isWords(cells[1]) &&
  cells.slice(2).some(isFigure);

const isFigure = ({ text }: RawCell): boolean => /^[^\p{L}\d]{0,4}\d/u.test(text);

const isWords = (cell: RawCell | undefined): boolean =>
  cell !== undefined &&
  /\p{L}{2}/u.test(cell.text) &&
  !/^[^\p{L}]*\d/u.test(cell.text.replace(/^\([a-z]\)/i, ''));

/**
 * Labels that empty fields set in come to the first field: they stand left of all figures, in fields where nothing else
 * stands but notes behind their marks, neither a head nor a text behind another label.
 */
export function withLabelsSetIn(rows: readonly RawRow[]): readonly RawRow[] {
  const items = rows.filter(({ cells }) => cells.slice(1).some(isFigure));
  const places = new Map(items.map((row) => [row, placeOfLabel(row)]));
  const figures = Math.min(
    ...items.map(({ cells }) => cells.findIndex((cell, i) => i > 0 && isFigure(cell))),
  );
  const others = rows.filter(({ cells: [first] }) => !ORDINAL.test(first?.text ?? ''));
  const isOfLabels = (field: number): boolean =>
    field < figures &&
    others.every((row) => places.get(row) === field || (row.cells[field]?.text ?? '') === '');
  const fields = [...new Set(places.values())].filter((field) => field > 0 && isOfLabels(field));
  return rows.map((row) => {
    const field = places.get(row) ?? 0;
    return fields.includes(field) ? swapped(row, field) : row;
  });
}

/** The field of a row's first words, where only empty ones stand before them. */
function placeOfLabel({ cells }: RawRow): number {
  const first = cells.findIndex(({ text }) => text !== '');
  return isWords(cells[first]) ? first : 0;
}

function swapped(row: RawRow, field: number): RawRow {
  const [first, label] = [row.cells[0], row.cells[field]];
  if (!first || !label) return row;
  return { ...row, cells: row.cells.map((cell, i) => (i === 0 ? label : i === field ? first : cell)) };
}

/** The row with its label in the first field. */
export function labelFirst({ line, cells: [first, second, ...others] }: RawRow): RawRow {
  const cells = first && second ? [second, first, ...others] : first ? [first] : [];
  return { line, cells };
}

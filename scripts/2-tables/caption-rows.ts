import { isUnitOnly } from '../grammar/units.ts';
import type { GridRow } from './grid-row.ts';

/**
 * Rows above the heads of a table that are captions of all of it: `CONDENSED CONSOLIDATED BALANCE SHEETS` in the label's
 * field, or spanning all columns; with their texts. A heading below the heads is one of rows.
 */
export function captionRows(rows: readonly GridRow[]): ReadonlyMap<GridRow, string> {
  const first = rows.findIndex(({ role }) => role === 'item');
  const above = first < 0 ? [] : rows.slice(0, first);
  const heads = above.filter(({ role }) => role === 'header');
  const widest = Math.max(0, ...heads.map(({ cells }) => filled(cells).length));
  const firstHead = above.findIndex(
    (row) => row.role === 'unit' || (row.role === 'header' && !isCaption(row, widest)),
  );
  const captions = above
    .slice(0, Math.max(0, firstHead))
    .filter(({ role, label }) => role === 'header' || label !== '');
  return new Map(captions.map((row) => [row, captionText(row)]));
}

/** The words of a caption with the unit that stands at its right. */
const captionText = ({ cells }: GridRow): string =>
  filled(cells)
    .filter((_, i, all) => i === 0 || isNumbered(all))
    .map(({ text }, i) => (i > 0 && isUnitOnly(text) && !text.startsWith('(') ? `(${text})` : text))
    .join(' ');

/** `(2) | Property, plant and equipment | (¥ million)`: a numbered heading and at most a unit. */
function isNumbered(cells: GridRow['cells']): boolean {
  const words = cells.filter(({ kind, text }) => kind !== 'unit' && !isUnitOnly(text));
  const [first, second, ...others] = words;
  if (!first || others.length > 0) return false;
  return second ? NUMBERING.test(first.text) : /^\(?(?:\d{1,2}|[a-z])[.)]+\s+\p{L}/u.test(first.text);
}

const NUMBERING = /^\(?(?:\d{1,2}|[a-z])[.)]+$/;

/** One text above heads that are several, and that reads like a title: `Annual dividends` over the parts of a year is a head. */
const isCaption = ({ cells }: GridRow, widest: number): boolean => {
  const [only, ...others] = filled(cells);
  if (widest > 1 && isNumbered(filled(cells))) return true;
  return widest > 1 && others.length === 0 && only?.kind === 'text' && isTitle(only.text);
};

const isTitle = (text: string): boolean =>
  /^\(.*\)$/.test(text) ||
  (text === text.toUpperCase() && /\p{Lu}{2}.*\s.*\p{Lu}{2}/u.test(text)) ||
  /\b(?:statements?|reconciliations?|schedules?|balance sheets?|results|data|information|highlights|summary|measures)\b/i.test(
    text,
  );

const filled = (cells: GridRow['cells']) => cells.filter(({ text }) => text !== '');

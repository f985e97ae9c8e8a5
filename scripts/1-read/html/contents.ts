import type { PositionedText } from '../placed-text.ts';
import type { RegularPart, RegularRow } from '../regular-rows/spanned-table.ts';

const FEWEST_ROWS = 5;
const PAGE = /^(?:\d{1,3}|[ivx]{1,5})$/;

/** The pages that a table of contents names: whole numbers that never go down, one a row, under no head. */
export function pagesOfContents(parts: readonly RegularPart[]): PositionedText[] {
  const rows = parts.flatMap((part): RegularRow[] => (part.kind === 'rows' ? [...part.rows] : []));
  const numbered = rows.filter(({ cells }) => cells.slice(1).some(({ text }) => PAGE.test(text.text)));
  const pages = numbered.map(({ cells }) => cells.at(-1)?.text).filter((text) => text !== undefined);
  if (pages.length < FEWEST_ROWS || numbered.length < rows.length * 0.8) return [];
  const values = pages.map(({ text }) => (/^\d/.test(text) ? Number(text) : 0));
  const isAscending = values.every((value, i) => value >= (values[i - 1] ?? 0));
  return isAscending && pages.every(({ text }) => PAGE.test(text)) && (values.at(-1) ?? 0) > pages.length / 3
    ? pages
    : [];
}

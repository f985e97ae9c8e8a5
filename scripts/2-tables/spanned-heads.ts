import type { RawCell } from '../1-read/raw-document.ts';
import type { GridRow } from './grid-row.ts';
import type { Head } from './heads.ts';
import { type HeadLine, joinWrapped } from './wrapped-heads.ts';

/** Whether the format says how many columns each cell covers, so that nothing about heads is guessed. */
export const hasSpans = (rows: readonly { readonly cells: readonly RawCell[] }[]): boolean =>
  rows.some(({ cells }) => cells.some(({ span }) => span !== undefined));

/** The heads over each field, those included that begin further left and reach over it; `body` are those with figures. */
export function spannedHeads(
  heads: readonly GridRow[],
  fields: readonly number[],
  body: readonly number[],
): Map<number, Head> {
  const over = (field: number) => heads.map(({ cells }) => cellOver(cells, field));
  const filled = fields.filter((field) => body.includes(field));
  const wrapped = joinWrapped(filled.map(over));
  return new Map(
    fields.map((field) => {
      const own = over(field);
      const path = wrapped[filled.indexOf(field)] ?? own.flatMap((cell) => cell?.text ?? []);
      return [field, { path, isNamed: own.findLast((cell) => cell !== undefined)?.index === field }];
    }),
  );
}

/** The text of a row over a field. */
export const textOver = (cells: readonly RawCell[], field: number): string =>
  cellOver(cells, field)?.text ?? '';

function cellOver(cells: readonly RawCell[], field: number): HeadLine | undefined {
  for (let index = Math.min(field, cells.length - 1); index > 0; index--) {
    const cell = cells[index];
    if (cell && cell.text !== '')
      return index + (cell.span ?? 1) > field ? { text: cell.text, index } : undefined;
  }
  return undefined;
}

import type { RawCell } from '../1-read/raw-document.ts';
import type { GridRow } from './grid-row.ts';
import type { Head } from './heads.ts';

/** Whether the format says how many columns each cell covers, so that nothing about heads is guessed. */
export const hasSpans = (rows: readonly { readonly cells: readonly RawCell[] }[]): boolean =>
  rows.some(({ cells }) => cells.some(({ span }) => span !== undefined));

/** The heads over a field, those included that begin further left and reach over it. */
export function spannedHead(heads: readonly GridRow[], field: number): Head {
  const over = heads.map(({ cells }) => cellOver(cells, field));
  const lowest = over.findLast((cell) => cell !== undefined && cell.cell.text !== '');
  return { path: over.flatMap((found) => found?.cell.text || []), isNamed: lowest?.index === field };
}

/** The text of a row over a field. */
export const textOver = (cells: readonly RawCell[], field: number): string =>
  cellOver(cells, field)?.cell.text ?? '';

function cellOver(cells: readonly RawCell[], field: number): { cell: RawCell; index: number } | undefined {
  for (let index = Math.min(field, cells.length - 1); index > 0; index--) {
    const cell = cells[index];
    if (cell && cell.text !== '') return index + (cell.span ?? 1) > field ? { cell, index } : undefined;
  }
  return undefined;
}

import type { CellLine } from './cell-lines.ts';
import { paragraphsIn, type ReadText } from './paragraphs.ts';
import { type PdfTable, readPdfTable } from './read-table.ts';
import { findRuledTables } from './table-regions.ts';
import type { Ruling } from './table-rows.ts';
import { flowsIn } from './text-columns.ts';

export type ReadBlock = PdfTable | ReadText;

/** The tables and paragraphs of a sheet in reading order. */
export const blocksIn = (lines: readonly CellLine[], ruling: Ruling): ReadBlock[] =>
  flowsIn(lines).flatMap((flow) => readBlocks(flow, ruling));

function readBlocks(lines: readonly CellLine[], ruling: Ruling): ReadBlock[] {
  const blocks: ReadBlock[] = [];
  const right = Math.max(...lines.map(({ box }) => box[2]));
  let from = 0;
  for (const table of findRuledTables(lines, ruling)) {
    blocks.push(...paragraphsIn(lines.slice(from, table.first), right), readPdfTable(lines, table, ruling));
    from = table.last + 1;
  }
  return [...blocks, ...paragraphsIn(lines.slice(from), right)];
}

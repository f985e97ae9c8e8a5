import type { PositionedText } from '../../placed-text.ts';
import type { RawNode } from '../../raw-document.ts';
import { unreadNode } from '../write-row.ts';
import { type CellGroup, groupCells } from './cell-groups.ts';
import { findCellTables } from './find-tables.ts';
import { readLineCells } from './line-cells.ts';
import { writeTable } from './write-table.ts';

/** What tables with a cell on each line become. */
export interface CellLines {
  readonly nodes: readonly RawNode[];
  /** By 1-based line, what it is in the reading text; a line that went to another is empty. */
  readonly lines: ReadonlyMap<number, PositionedText>;
  readonly notes: readonly string[];
}

/**
 * Tables of which each cell stands on a line of its own, as they are copied from a page: rows are told by labels, each
 * followed by as many figures as heads stand above. Rows with fewer have lost blank cells and stay unread. Tabs part the
 * cells of the lines that are `split`.
 */
export function readCellLines(lines: readonly string[], split?: ReadonlySet<number>): CellLines {
  const tables = findCellTables(groupCells(readLineCells(lines, split)));
  const written = new Map<number, PositionedText>();
  const nodes: RawNode[] = [];
  for (const table of tables) {
    if (table.kind === 'table') nodes.push(writeTable(table, written));
    nodes.push(...table.unread.flatMap(unreadNodes));
  }
  const notes = (['table', 'lost'] as const).flatMap((kind) =>
    noteOn(
      tables.filter((table) => table.kind === kind).flatMap((table) => table.unread),
      REASONS[kind],
    ),
  );
  return { nodes, lines: written, notes };
}

const REASONS = {
  table: 'with another number of figures than the table has heads: blank cells are lost',
  lost: 'as no heads were found that tell the columns of their table apart',
};

function noteOn(unread: readonly CellGroup[], reason: string): string[] {
  if (unread.length === 0) return [];
  const [first = 0] = unread[0]?.figures[0]?.lines ?? [];
  const rows = unread.length === 1 ? 'a row' : `${unread.length} rows`;
  return [
    `Each cell of its tables is on a line of its own. Left ${rows} unread, the first in line ${first}, ${reason}.`,
  ];
}

/** The label and the figures of a row that cannot be read, each a text that titles nothing. */
const unreadNodes = ({ texts, figures }: CellGroup): RawNode[] =>
  [...texts.slice(-1).map((label) => [label]), figures].map(unreadNode);

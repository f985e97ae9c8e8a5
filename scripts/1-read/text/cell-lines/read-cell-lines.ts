import { NO_TEXT, type PositionedText } from '../../placed-text.ts';
import type { RawNode } from '../../raw-document.ts';
import { joinParts, unreadNode, writeRow } from '../write-row.ts';
import { type CellGroup, groupCells } from './cell-groups.ts';
import { findCellTables, isInFields } from './find-tables.ts';
import { type LineCell, readLineCells } from './line-cells.ts';
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
  const cells = readLineCells(lines, split);
  const tables = findCellTables(groupCells(cells));
  const written = new Map<number, PositionedText>();
  const nodes: RawNode[] = [];
  for (const table of tables) {
    if (table.kind === 'table') nodes.push(writeTable(table, written));
    for (const group of table.unread)
      nodes.push(...(isInFields(group) ? [writeUnread(group, written)] : unreadNodes(group)));
  }
  for (const cell of lonePageNumbers(cells))
    if (!written.has(cell.lines[0] ?? 0)) nodes.push(writeUnread({ texts: [], figures: [cell] }, written));
  const notes = (['table', 'lost'] as const).flatMap((kind) =>
    noteOn(
      tables.filter((table) => table.kind === kind).flatMap((table) => table.unread),
      REASONS[kind],
    ),
  );
  return { nodes, lines: written, notes };
}

/** Numbers that tabs set in the middle of a line of their own. */
const lonePageNumbers = (cells: readonly LineCell[]): LineCell[] =>
  cells.filter(
    (cell, i) =>
      cell.kind === 'figure' &&
      cell.field !== undefined &&
      [cells[i - 1], cells[i + 1]].every(
        (other) => other?.lines.every((line) => !cell.lines.includes(line)) ?? true,
      ),
  );

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

/** A row whose cells tabs part, in its line with the signs beside their figures; its words state nothing of them. */
function writeUnread({ texts, figures }: CellGroup, written: Map<number, PositionedText>): RawNode {
  const values = figures.map((cell) => joinParts([cell]));
  const fields = [...texts.slice(-1).map((label) => joinParts([label])), ...values];
  for (const line of fields.flatMap(({ lines }) => lines)) written.set(line, NO_TEXT);
  writeRow(fields, written);
  return unreadNode(values);
}

/** The label and the figures of a row that cannot be read, each a text that titles nothing, or both where they share a line. */
function unreadNodes({ texts, figures }: CellGroup): RawNode[] {
  const label = texts.slice(-1);
  const own = label.filter(({ lines }) =>
    figures.every((figure) => !figure.lines.some((line) => lines.includes(line))),
  );
  return [...own.map((cell) => [cell]), own.length < label.length ? [...label, ...figures] : figures].map(
    unreadNode,
  );
}

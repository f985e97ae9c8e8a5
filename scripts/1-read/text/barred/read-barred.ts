import type { PositionedText } from '../../placed-text.ts';
import type { RawNode, RawTable } from '../../raw-document.ts';
import type { CellLines } from '../cell-lines/read-cell-lines.ts';
import { writeTable } from '../cell-lines/write-table.ts';
import { unreadNode } from '../write-row.ts';
import { type BarredLine, findBarredRuns } from './barred-lines.ts';
import { type BarredTable, readPart } from './find-tables.ts';
import { isPageBreak } from './page-break.ts';
import { type BarredPart, splitParts } from './split-parts.ts';

/**
 * Tables whose cells bars part, without the rule of Markdown and without empty cells, as converters of pages write them:
 * columns are told by counting, heads stand over equal shares of them. Rows with fewer figures than columns stay unread.
 */
export function readBarredLines(lines: readonly string[]): CellLines {
  const tables = findTables(lines);
  const written = new Map<number, PositionedText>();
  const nodes = withSameHeading(
    tables.flatMap(({ heads, rows }) =>
      heads && rows.length > 0 ? [writeTable({ heads, rows }, written)] : [],
    ),
    lines,
  );
  const unread = tables.flatMap((table) => table.unread);
  nodes.push(...unread.map(({ cells }) => unreadNode(cells)));
  return { nodes, lines: written, notes: unread.length > 0 ? [noteOn(unread)] : [] };
}

/** Tables right below each other are one, with heads in its middle: what stands above holds for all of it. */
function withSameHeading(tables: readonly RawTable[], lines: readonly string[]): RawNode[] {
  const joined: RawTable[] = [];
  for (const table of tables) {
    const above = joined.at(-1);
    const [first, last] = table.lines;
    const isNext = above && lines.slice(above.lines[1], first - 1).every((line) => line.trim() !== '');
    if (!above || !isNext) joined.push(table);
    else
      joined[joined.length - 1] = {
        ...above,
        lines: [above.lines[0], last],
        rows: [...above.rows, ...table.rows],
      };
  }
  return joined;
}

/** Tables in order, each with the rows that go on below a page break. */
function findTables(lines: readonly string[]): BarredTable[] {
  const tables: BarredTable[] = [];
  for (const part of findBarredRuns(lines).flatMap(splitParts)) {
    const above = tables.findLast(({ heads }) => heads !== undefined);
    const first = part.heads[0] ?? part.body[0];
    const goesOn = above !== undefined && first !== undefined && isPageBreak(lines, above.last, first.number);
    const table = readPart(part, goesOn ? above : undefined);
    if (!table.heads && goesOn && above && table.rows.length > 0)
      tables[tables.indexOf(above)] = joined(above, table);
    else if (!isLone(part)) tables.push(table);
  }
  return tables;
}

/** A line of two fields by itself is a text as others are. */
const isLone = ({ heads, body }: BarredPart): boolean =>
  heads.length === 0 && body.length === 1 && (body[0]?.cells.length ?? 0) < 3;

const joined = (above: BarredTable, below: BarredTable): BarredTable => ({
  ...above,
  rows: [...above.rows, ...below.rows],
  unread: [...above.unread, ...below.unread],
  last: below.last,
});

function noteOn(unread: readonly BarredLine[]): string {
  const rows = unread.length === 1 ? 'a row' : `${unread.length} rows`;
  return `Bars part the cells of its tables, and empty cells are lost. Left ${rows} unread, the first in line ${unread[0]?.number}: other numbers of figures than the heads have columns.`;
}

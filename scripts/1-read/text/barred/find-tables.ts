import type { HeadLayout } from '../cell-lines/cell-heads.ts';
import type { FittedRow } from '../cell-lines/fit-rows.ts';
import type { LineCell } from '../cell-lines/line-cells.ts';
import { changesHold } from '../cell-lines/twofold-changes.ts';
import type { BarredLine } from './barred-lines.ts';
import { type BarredColumns, fitBarredRow } from './fit-row.ts';
import { placeHeads } from './place-heads.ts';
import type { BarredPart } from './split-parts.ts';

/** A table whose cells bars part: the rows that fill its columns, and those that lost cells. */
export interface BarredTable {
  /** Undefined where rows go on from the table above. */
  readonly heads: HeadLayout | undefined;
  readonly count: number;
  readonly rows: readonly FittedRow[];
  readonly unread: readonly BarredLine[];
  /** Its last line. */
  readonly last: number;
}

/** Of the rows of a table so many, in tenths, fill its columns. */
const FILLED_TENTHS = 5;

/** Reads a part: the most frequent number of figures for which heads fit is that of its columns. */
export function readPart(part: BarredPart, above: BarredTable | undefined): BarredTable {
  for (const count of usualCounts(part)) {
    const heads = part.heads.length > 0 ? placeHeads(part.heads, count) : undefined;
    if (!heads && (part.heads.length > 0 || above?.count !== count)) continue;
    const table = fitRows(part, { count, heads: heads ?? above?.heads });
    const isFilled = table.rows.length * 10 >= (table.rows.length + table.unread.length) * FILLED_TENTHS;
    if (isFilled && (!heads || changesHold(heads, table.rows))) return { ...table, heads };
  }
  return { heads: undefined, count: 0, rows: [], unread: part.body.filter(isRow), last: lastLine(part) };
}

const lastLine = ({ body }: BarredPart): number => body.at(-1)?.number ?? 0;

const isRow = ({ kind }: BarredLine): boolean => kind === 'row';

/** How many cells rows have beside their labels, a note's number perhaps among them; the most frequent first. */
function usualCounts({ heads, body }: BarredPart): number[] {
  const lowest = heads.at(-1)?.cells.length ?? 0;
  const counts = Map.groupBy(body.filter(isRow), ({ cells }) => cells.length - 1);
  const usual = [...counts].sort(([a, x], [b, y]) => y.length - x.length || b - a).map(([count]) => count);
  return [...new Set([...usual, lowest, lowest - 1, lowest - 2])].filter((count) => count > 0);
}

function fitRows(part: BarredPart, columns: Omit<BarredColumns, 'usual'>): BarredTable {
  const usual = usualFields(part, columns.count);
  const rows: FittedRow[] = [];
  const unread: BarredLine[] = [];
  let headings: LineCell[] = [];
  for (const line of part.body) {
    if (!isRow(line)) {
      headings.push(...line.cells);
      continue;
    }
    const row = fitBarredRow(line, headings, { ...columns, usual });
    if (row) rows.push(row);
    else unread.push(line);
    headings = row ? [] : headings;
  }
  return { ...columns, rows, unread, last: lastLine(part) };
}

/** Where most of the rows that fill all columns have their figures. */
function usualFields({ body }: BarredPart, count: number): BarredColumns['usual'] {
  const full = body.filter((line) => isRow(line) && line.cells.length === count + 1);
  const alike = Map.groupBy(full, ({ fields, width }) => `${width}: ${fields.slice(1)}`);
  const [[first] = []] = [...alike.values()].sort((a, b) => b.length - a.length);
  return { fields: first?.fields.slice(1) ?? [], width: first?.width ?? 0 };
}

import { isFigure } from './cell-kinds.ts';
import { findColumns, type PrintedColumn } from './printed-columns.ts';
import { columnAfter, type SpannedCell, type SpannedRow } from './spanned-table.ts';

/** The printed columns of a table, its labels' left out, and where the first begins. */
export interface TableColumns {
  readonly columns: readonly PrintedColumn[];
  /** Cells that begin before this column of the grid are labels. */
  readonly labelEnd: number;
  /** Rows with a figure outside their label. */
  readonly body: ReadonlySet<SpannedRow>;
}

/** Undefined where no figure stands beside a label or another figure: the table holds no statement of numbers. */
export function findTableColumns(rows: readonly SpannedRow[]): TableColumns | undefined {
  const left = Math.min(...rows.map(([first]) => first?.column ?? 0));
  const figures = rows.map((row) =>
    row.filter((cell) => isFigure(cell.text.text) && !isOrdinal(cell, row, left)),
  );
  const found = findColumns(figures.flat());
  const [first] = found;
  if (!first) return undefined;
  const body = new Set(rows.filter((_, i) => (figures[i]?.length ?? 0) > 0));
  const filled = filledBy(found);
  const texts = [...body].flatMap((row) => row.filter((cell) => isBeside(cell, filled)));
  const labels = [...body].map((row) => row.filter(({ column }) => column < first.from));
  const columns = [
    ...inLabels(labels),
    ...findColumns(texts.filter(({ column }) => column >= first.from)),
    ...found,
  ];
  columns.sort((a, b) => a.core - b.core);
  return { columns, labelEnd: labelEnd(rows, columns[0] ?? first), body };
}

/** Heads may begin left of their figures: labels begin where they do in rows of figures, or alone in their row. */
function labelEnd(rows: readonly SpannedRow[], { from }: PrintedColumn): number {
  const starts = rows.flatMap((row) =>
    row.filter((cell, i) => columnAfter(cell) <= from && (i === 0 || row.length === 1)),
  );
  return Math.max(0, ...starts.map(({ column }) => column + 1));
}

/** A number of a line before its label. */
const isOrdinal = ({ column, text: { text } }: SpannedCell, row: SpannedRow, left: number): boolean =>
  column === left && row.length > 1 && /^\(?\d{1,3}[.)]?$/.test(text);

/** Columns of the grid that printed columns fill. */
function filledBy(columns: readonly PrintedColumn[]): ReadonlySet<number> {
  const filled = new Set<number>();
  for (const { from, to } of columns) for (let at = from; at < to; at++) filled.add(at);
  return filled;
}

function isBeside(cell: SpannedCell, filled: ReadonlySet<number>): boolean {
  for (let at = cell.column; at < columnAfter(cell); at++) if (filled.has(at)) return false;
  return true;
}

/** Columns between labels and figures: where many rows have two texts before their figures. */
function inLabels(labels: readonly SpannedRow[]): PrintedColumn[] {
  const several = labels.filter(({ length }) => length > 1);
  if (several.length < 2 || several.length * 10 < labels.length * 3) return [];
  return findColumns(several.flatMap((row) => row.slice(1)));
}

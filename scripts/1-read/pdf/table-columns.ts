import type { CellLine } from './cell-lines.ts';
import type { PdfCell } from './line-cells.ts';

/** A column of a table: how far its cells reach. */
export interface ColumnReach {
  left: number;
  right: number;
  /** Right edges of the digits of its figures. */
  readonly rights: number[];
  /** Number of its cells that are figures. */
  figures: number;
}

/** Right edges that differ by no more than this, in ems, are of one column. */
const ALIGNED = 0.75;

/** Adds the cells of a line to the columns that they stand in, and columns for those that stand in none. */
export function addToColumns(columns: ColumnReach[], cells: readonly PdfCell[], size: number): void {
  const homes = findHomes(columns, cells, size);
  cells.forEach((cell, i) => {
    const home = homes[i];
    if (home) widen(home, cell);
    else insert(columns, cell);
  });
}

/** For each cell of a line, from the left, the column that it stands in; no two in one. */
export function findHomes(
  columns: readonly ColumnReach[],
  cells: readonly PdfCell[],
  size: number,
): (ColumnReach | undefined)[] {
  let from = 0;
  return cells.map((cell, i) => {
    const next = cells[i + 1];
    let best = -1;
    let bestScore = 0;
    for (let at = from; at < columns.length; at++) {
      const column = columns[at] as ColumnReach;
      const score = scoreIn(column, cell, size);
      if (score > bestScore && !(next && scoreIn(column, next, size) > score)) {
        best = at;
        bestScore = score;
      }
    }
    if (best < 0) return undefined;
    from = best + 1;
    return columns[best];
  });
}

/** How well a cell stands in a column: 0 where it does not. Aligned edges count more than an overlap. */
function scoreIn(column: ColumnReach, cell: PdfCell, size: number): number {
  const overlap = Math.min(column.right, cell.box[2]) - Math.max(column.left, cell.box[0]);
  const narrow = Math.min(column.right - column.left, cell.box[2] - cell.box[0]);
  const edge =
    column.rights.length > 0 ? Math.abs(median(column.rights) - cell.core[1]) : Number.POSITIVE_INFINITY;
  const isAligned = cell.kind !== 'text' && edge < ALIGNED * size;
  if (overlap <= 0.1 * narrow && !isAligned) return 0;
  return Math.max(0, overlap) / Math.max(narrow, 1) + (isAligned ? 2 - edge / size : 0);
}

function widen(column: ColumnReach, cell: PdfCell): void {
  column.left = Math.min(column.left, cell.box[0]);
  column.right = Math.max(column.right, cell.box[2]);
  if (cell.kind !== 'figure') return;
  column.rights.push(cell.core[1]);
  column.figures++;
}

function insert(columns: ColumnReach[], cell: PdfCell): void {
  const isFigure = cell.kind === 'figure';
  const column = {
    left: cell.box[0],
    right: cell.box[2],
    rights: isFigure ? [cell.core[1]] : [],
    figures: isFigure ? 1 : 0,
  };
  const at = columns.findIndex(({ left, right }) => left + right > column.left + column.right);
  columns.splice(at < 0 ? columns.length : at, 0, column);
}

/** The columns of the figures of some lines: those of the fullest line first, since in it all stand side by side. */
export function columnsIn(lines: readonly CellLine[]): ColumnReach[] {
  const columns: ColumnReach[] = [];
  const fullest = lines
    .filter(({ isYears, values }) => !isYears && values.length > 0)
    .map((line, i) => ({ line, i }))
    .sort((a, b) => b.line.values.length - a.line.values.length || a.i - b.i);
  for (const { line } of fullest) addToColumns(columns, line.values, line.size);
  return joinOverlapping(columns, lines);
}

/** A text that was set in type and is written in characters drifts by so many. */
export const DRIFT = 3;

/** Two columns that overlap, or nearly so in type of one width, and have no line in common are one. */
function joinOverlapping(columns: readonly ColumnReach[], lines: readonly CellLine[]): ColumnReach[] {
  const joined: ColumnReach[] = [];
  for (const column of columns) {
    const last = joined.at(-1);
    const overlap = last ? Math.min(last.right, column.right) - Math.max(last.left, column.left) : 0;
    const narrow = last ? Math.min(last.right - last.left, column.right - column.left) : 0;
    const space = lines[0]?.space;
    const isApart = space === undefined ? overlap < 0.4 * narrow : overlap < -DRIFT * space;
    if (!last || isApart || lines.some((line) => standInBoth(line, last, column))) joined.push(column);
    else {
      last.left = Math.min(last.left, column.left);
      last.right = Math.max(last.right, column.right);
      last.rights.push(...column.rights);
      last.figures += column.figures;
    }
  }
  return joined;
}

const standInBoth = ({ values, size }: CellLine, a: ColumnReach, b: ColumnReach): boolean => {
  const homes = findHomes([a, b], values, size);
  return homes.includes(a) && homes.includes(b);
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

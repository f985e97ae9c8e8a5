import { columnAfter, type SpannedCell } from './spanned-table.ts';

/** A column as it is printed: the columns of the grid that its cells fill, from `from` up to but without `to`. */
export interface PrintedColumn {
  readonly from: number;
  readonly to: number;
  /** The column of the grid that most of its cells fill; of several, that of their figures beside signs. */
  readonly core: number;
}

interface Cluster {
  readonly cells: SpannedCell[];
  readonly rows: Set<number>;
}

/**
 * The printed columns of cells: those that overlap are one. Narrow cells go first; a cell that would put two of a row
 * into one column covers several columns and makes none.
 */
export function findColumns(cells: readonly SpannedCell[]): PrintedColumn[] {
  const at = new Map<number, Cluster>();
  for (const cell of cells.toSorted((a, b) => a.columnSpan - b.columnSpan || a.row - b.row)) {
    const over = new Set<Cluster>();
    for (let column = cell.column; column < columnAfter(cell); column++) {
      const cluster = at.get(column);
      if (cluster) over.add(cluster);
    }
    const [cluster = { cells: [], rows: new Set() }, ...others] = over;
    if (!canJoin(cell, [cluster, ...others])) continue;
    for (const added of [cell, ...others.flatMap((other) => other.cells)]) {
      cluster.cells.push(added);
      cluster.rows.add(added.row);
      for (let column = added.column; column < columnAfter(added); column++) at.set(column, cluster);
    }
  }
  return [...new Set(at.values())].map(printedColumn).sort((a, b) => a.from - b.from);
}

/** No two cells of one row stand in one column. */
function canJoin({ row }: SpannedCell, clusters: readonly Cluster[]): boolean {
  if (clusters.some(({ rows }) => rows.has(row))) return false;
  if (clusters.length < 2) return true;
  const all = clusters.flatMap(({ rows }) => [...rows]);
  return new Set(all).size === all.length;
}

function printedColumn({ cells }: Cluster): PrintedColumn {
  const counts = new Map<number, number>();
  const count = (column: number, by: number): Map<number, number> =>
    counts.set(column, (counts.get(column) ?? 0) + by);
  for (const cell of cells) {
    for (let column = cell.column; column < columnAfter(cell); column++) count(column, 1);
    if (cell.core !== undefined) count(cell.core, 1 / (cells.length + 1));
  }
  const [core] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best));
  return { from: Math.min(...counts.keys()), to: Math.max(...counts.keys()) + 1, core };
}

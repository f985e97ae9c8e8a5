import type { CellLine } from './cell-lines.ts';
import type { PdfCell } from './line-cells.ts';
import type { RulingLine } from './page-content.ts';
import { type ColumnReach, median } from './table-columns.ts';

/** Where the labels of a table stand, and where its columns begin, heads that are wider than their figures included. */
export interface Zone {
  readonly labelLeft: number;
  readonly left: number;
  /** Left edge of the first column's cells. */
  readonly firstLeft: number;
  readonly right: number;
  readonly hasLabels: boolean;
}

/** Tells the zone by the rows of a table, and by a wall between their labels and figures. */
export function zoneFrom(
  columns: readonly ColumnReach[],
  lines: readonly CellLine[],
  rules: readonly RulingLine[],
): Zone {
  const firstLeft = columns[0]?.left ?? 0;
  const labels = lines.flatMap(({ cells: [label] }) =>
    label && label.kind === 'text' && label.box[2] < firstLeft + 1 ? [label.box] : [],
  );
  const labelLeft = Math.min(firstLeft, ...labels.map(([left]) => left));
  const labelRight = Math.max(Number.NEGATIVE_INFINITY, ...labels.map(([, , right]) => right));
  const reach = (columns[0]?.right ?? 0) - usualStep(columns);
  const middle = Number.isFinite(labelRight) ? (labelRight + firstLeft) / 2 : firstLeft;
  const left =
    findWall(rules, lines, labelRight, firstLeft) ??
    (Number.isFinite(reach) ? Math.min(firstLeft, Math.max(reach, labelRight)) : middle);
  return { labelLeft, left, firstLeft, right: columns.at(-1)?.right ?? 0, hasLabels: labels.length > 0 };
}

/** Usual distance between the right edges of neighbouring columns; infinite where there is but one. */
function usualStep(columns: readonly ColumnReach[]): number {
  const steps = columns.slice(1).map(({ right }, i) => right - (columns[i]?.right ?? 0));
  return steps.length > 0 ? median(steps) : Number.POSITIVE_INFINITY;
}

/** A line down all rows between two heights of x. */
function findWall(
  rules: readonly RulingLine[],
  lines: readonly CellLine[],
  from: number,
  to: number,
): number | undefined {
  const top = lines[0]?.base ?? 0;
  const wall = rules.find(
    ({ isHorizontal, box }) =>
      !isHorizontal && box[0] > from - 2 && box[2] < to + 2 && box[1] < top && box[3] > top - 4,
  );
  return wall?.box[0];
}

/** The cells of a line that stand over the columns rather than beside them. */
export function cellsOver({ cells, size }: CellLine, zone: Zone): PdfCell[] {
  const over = cells.filter((cell) => isOver(cell, zone));
  if (over.length === 0) return [];
  const startOfHeads = zone.labelLeft + Math.max(2.5 * size, 0.4 * (zone.firstLeft - zone.labelLeft));
  return cells.filter(
    (cell) => over.includes(cell) || (cell.box[0] > startOfHeads && cell.box[2] > zone.left),
  );
}

/** Whether most of a cell stands over the columns. */
export const isOver = ({ box: [left, , right] }: PdfCell, zone: Zone): boolean =>
  (left + right) / 2 >= zone.left && left <= zone.right;

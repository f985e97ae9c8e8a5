import { joinTexts, NO_TEXT } from './placed-text.ts';
import { splitAtCaptions, type TableStretch } from './regular-rows/caption-rows.ts';
import { isFigure } from './regular-rows/cell-kinds.ts';
import { joinSigns } from './regular-rows/join-signs.ts';
import type { PrintedColumn } from './regular-rows/printed-columns.ts';
import {
  columnAfter,
  type RegularCell,
  type RegularPart,
  type RegularRow,
  type SpannedCell,
  type SpannedRow,
} from './regular-rows/spanned-table.ts';
import { findTableColumns, type TableColumns } from './regular-rows/table-columns.ts';

/**
 * Makes a table regular, whatever its format: signs in cells of their own join their figures, the columns of the grid
 * become the columns that are printed, heads know how many of them they span, and captions and notes within the table
 * are texts. Undefined where the table holds no figures, so that its cells are for layout alone.
 */
export function regularRows(cells: readonly SpannedCell[]): RegularPart[] | undefined {
  const filled = onFewColumns(cells.filter(({ text }) => text.text !== ''));
  if (filled.length > MOST_CELLS) return undefined;
  const rows = [...Map.groupBy(filled, ({ row }) => row).entries()].sort(([a], [b]) => a - b);
  const joined = joinSigns(rows.map(([, row]) => row.toSorted((a, b) => a.column - b.column)));
  const columns = findTableColumns(joined);
  if (!columns) return undefined;
  return splitAtCaptions(joined, columns).map((stretch) => regularPart(stretch, columns));
}

/** Larger tables are lists of something; the work that they would take grows with every column of every cell. */
const MOST_CELLS = 200_000;

/** Columns of the grid at which no cell begins or ends are none. */
function onFewColumns(cells: readonly SpannedCell[]): SpannedCell[] {
  const bounds = [...new Set(cells.flatMap((cell) => [cell.column, columnAfter(cell)]))].sort(
    (a, b) => a - b,
  );
  const places = new Map(bounds.map((bound, i) => [bound, i]));
  const at = (bound: number): number => places.get(bound) ?? 0;
  return cells.map((cell) => ({
    ...cell,
    column: at(cell.column),
    columnSpan: at(columnAfter(cell)) - at(cell.column),
  }));
}

function regularPart(stretch: TableStretch, columns: TableColumns): RegularPart {
  if (stretch.kind === 'text')
    return {
      kind: 'text',
      text: joinTexts(
        stretch.row.map(({ text }) => text),
        ' ',
      ),
      isStrong: stretch.row.every(({ isStrong }) => isStrong),
    };
  const steps = indentSteps(stretch.rows, columns);
  const rows = stretch.rows.map((row) => regularRow(row, columns, steps));
  return { kind: 'rows', rows, hasHead: stretch.rows[0]?.every(({ isHead }) => isHead) ?? false };
}

function regularRow(
  row: SpannedRow,
  { columns, labelEnd }: TableColumns,
  steps: readonly number[],
): RegularRow {
  const cells: RegularCell[] = [];
  for (const cell of row) {
    const isLabel = cell.column < labelEnd && (cell === row[0] || columnAfter(cell) <= labelEnd);
    const over = isLabel && !isHeadOver(cell, row, columns) ? [] : columnsUnder(cell, columns);
    const at = (over[0] ?? -1) + 1;
    const before = cells[at];
    cells[at] = {
      text: before ? joinTexts([before.text, cell.text], ' ') : cell.text,
      span: Math.max(1, over.length),
      indent: at === 0 && !before ? steps.findIndex((step) => inset(cell) <= step + TOLERANCE) : 0,
      isStrong: cell.isStrong && (before?.isStrong ?? true),
    };
  }
  return { cells: Array.from(cells, (cell) => cell ?? EMPTY) };
}

const EMPTY: RegularCell = { text: NO_TEXT, span: 1, indent: 0, isStrong: false };

/** A lone head that begins above the labels and reaches over figures. */
const isHeadOver = (cell: SpannedCell, row: SpannedRow, columns: readonly PrintedColumn[]): boolean =>
  row.length === 1 && cell.column > 0 && columnsInside(cell, columns).length > 0;

/** Indexes of the columns that a cell stands over: a figure stands in one, a head over all that it covers. */
function columnsUnder(cell: SpannedCell, columns: readonly PrintedColumn[]): number[] {
  const inside = columnsInside(cell, columns);
  if (inside.length > 0) return isFigure(cell.text.text) ? inside.slice(0, 1) : inside;
  return [nearestColumn(cell, columns)];
}

/** They stand in order, so those whose cores a cell covers follow each other. */
function columnsInside(cell: SpannedCell, columns: readonly PrintedColumn[]): number[] {
  const inside: number[] = [];
  for (let i = firstFrom(cell.column, columns); i < columns.length; i++) {
    if ((columns[i]?.core ?? 0) >= columnAfter(cell)) break;
    inside.push(i);
  }
  return inside;
}

/** Index of the first column whose core does not stand before a column of the grid. */
function firstFrom(column: number, columns: readonly PrintedColumn[]): number {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((columns[middle]?.core ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The column that it overlaps most, else the one that it stands closest to. */
function nearestColumn(cell: SpannedCell, columns: readonly PrintedColumn[]): number {
  const overlaps = columns.map(
    ({ from, to }) => Math.min(to, columnAfter(cell)) - Math.max(from, cell.column),
  );
  return overlaps.indexOf(Math.max(...overlaps));
}

const TOLERANCE = 2;
/** What a column of the grid before a label counts as, in points. */
const COLUMN_INSET = 10;

const inset = ({ indent, column }: SpannedCell): number => indent + column * COLUMN_INSET;

/** The insets of labels, ascending; those that differ by less than the eye sees are one. */
function indentSteps(rows: readonly SpannedRow[], { labelEnd }: TableColumns): number[] {
  const insets = rows.flatMap(([first]) => (first && first.column < labelEnd ? [inset(first)] : []));
  return [...new Set(insets)]
    .sort((a, b) => a - b)
    .filter((inset, i, all) => i === all.length - 1 || (all[i + 1] ?? 0) - inset > TOLERANCE);
}

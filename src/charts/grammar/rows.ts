import { type Label, measure, type Style, stackLines } from './labels.ts';
import { SMALL, TEXT } from './type.ts';
import { widestLine, wrap } from './wrap.ts';

/** A row that reads like a statement's: label left, picture in the middle, figures right. */
export interface LabelledRow {
  readonly label: string;
  /** Figures, one for each column; the first is the one that a narrow drawing keeps. */
  readonly cells: readonly string[];
  readonly strong?: boolean;
  /** What stands beside the label when narrow, where it is not the first cell. */
  readonly narrow?: string;
  /** Said after the label, where the row's value was worked out. */
  readonly derived?: boolean;
}

export interface RowsRequest {
  readonly width: number;
  /** Heads of the figure columns, as many as cells. */
  readonly heads: readonly string[];
  /** Columns whose figures are quiet, by index. */
  readonly quiet?: readonly number[];
  /** Columns whose figures are strong in every row. */
  readonly strongColumns?: readonly number[];
  /** Over what stands beside the labels when narrow, where it is not the first head. */
  readonly narrowHead?: string | undefined;
  /** Height of a row with a one-line label, beside labels and over each other. */
  readonly pitch?: number;
  readonly stackedPitch?: number;
  /** Rows before which there is more room, in pixels. */
  readonly gapBefore?: (index: number) => number;
}

/** A band for the picture of one row, in pixels. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
}

export interface RowsLayout {
  readonly bands: readonly Band[];
  readonly labels: readonly Label[];
  /** The picture's room. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
  /** Whether label and figure stand over the bar. */
  readonly stacked: boolean;
}

/** Where there is less room for the picture than this, labels stand over it. */
const LEAST_PICTURE = 150;
const GAP = 16;
const COLUMN_GAP = 20;
const MOST_HEAD = 96;
const EDGE = 1;
const MOST_LINES = 3;

/**
 * Places labels and figures of rows and says where the pictures go: side by side where the width allows, else label
 * and figure on a line over the picture. Labels wrap to three lines beside it, to as many as they take over it.
 */
export function layRows(rows: readonly LabelledRow[], request: RowsRequest): RowsLayout {
  const beside = layBeside(rows, request);
  return beside ?? layStacked(rows, request);
}

const labelStyle = ({ strong = false }: LabelledRow): Style => (strong ? 'strong' : 'text');
const rowWeight = ({ strong = false }: LabelledRow) =>
  (strong ? 'strong' : 'regular') as 'strong' | 'regular';

function cellStyle(row: LabelledRow, column: number, { quiet = [], strongColumns = [] }: RowsRequest): Style {
  if (quiet.includes(column)) return 'quiet';
  return row.strong || strongColumns.includes(column) ? 'strong' : 'text';
}

function layBeside(rows: readonly LabelledRow[], request: RowsRequest): RowsLayout | undefined {
  const { width, heads, pitch = 31, gapBefore = () => 0 } = request;
  const headLines = heads.map((head) => wrap(head, MOST_HEAD, SMALL));
  const columns = heads.map((_, column) => columnWidth(rows, column, headLines[column] ?? [], request));
  const right = width - EDGE - columns.reduce((sum, column) => sum + column, 0);
  const most = Math.min(0.36 * width, right - LEAST_PICTURE - GAP);
  const fullest = Math.max(...rows.map((row) => measure(row.label, labelStyle(row)) + derivedWidth(row)));
  const labelWidth = Math.min(most, fullest);
  const labelLines = rows.map((row) =>
    wrap(row.label, labelWidth - derivedWidth(row), TEXT, rowWeight(row), MOST_LINES + 1),
  );
  const isCut = labelLines.some(
    (lines) => lines.length > MOST_LINES || lines.some((line) => line.endsWith('…')),
  );
  if (isCut || labelWidth < Math.min(fullest, 0.24 * width)) return undefined;

  const top = headHeight(headLines);
  const labels = headLabels(headLines, columns, width);
  const bands: Band[] = [];
  let edge = top;
  rows.forEach((row, index) => {
    const lines = labelLines[index] ?? [];
    edge += gapBefore(index);
    const height = Math.max(pitch, lines.length * 16 + 10);
    const middle = edge + height / 2;
    bands.push({ top: middle - 10.5, bottom: middle + 10.5, middle });
    labels.push(...stackLines(lines, { x: 0, y: middle, style: labelStyle(row) }, 16));
    labels.push(...derivedLabel(row, lines, { x: 0, y: middle + (lines.length - 1) * 8 }));
    labels.push(...cellLabels(row, columns, middle, request));
    edge += height;
  });
  return { bands, labels, left: labelWidth + GAP, right, top, height: Math.ceil(edge + 2), stacked: false };
}

function layStacked(rows: readonly LabelledRow[], request: RowsRequest): RowsLayout {
  const { width, heads, narrowHead, stackedPitch = 40, gapBefore = () => 0 } = request;
  const headLines = wrap(narrowHead ?? heads[0] ?? '', width, SMALL);
  const top = headHeight([headLines]);
  const labels = headLabels([headLines], [0], width);
  const bands: Band[] = [];
  let edge = top;
  rows.forEach((row, index) => {
    const cell = row.narrow ?? row.cells[0] ?? '';
    const style = narrowHead === undefined ? cellStyle(row, 0, request) : 'text';
    const room = width - EDGE - measure(cell, style) - GAP - derivedWidth(row);
    const lines = wrap(row.label, room, TEXT, rowWeight(row), 6);
    edge += gapBefore(index);
    const last = edge + 12 + (lines.length - 1) * 17;
    labels.push(
      ...lines.map(
        (text, line): Label => ({ x: 0, y: edge + 12 + line * 17, text, style: labelStyle(row), rim: true }),
      ),
    );
    labels.push(...derivedLabel(row, lines, { x: 0, y: last }));
    labels.push({ x: width - EDGE, y: last, text: cell, anchor: 'end', style, rim: true });
    const over = last + 11;
    bands.push({ top: over, bottom: over + 13, middle: over + 6.5 });
    edge += stackedPitch + (lines.length - 1) * 17;
  });
  return { bands, labels, left: EDGE, right: width - EDGE, top, height: Math.ceil(edge + 1), stacked: true };
}

const derivedWidth = (row: LabelledRow): number => (row.derived ? measure('derived', 'derived') + 8 : 0);

/** The word after the last line of the label. */
function derivedLabel(row: LabelledRow, lines: readonly string[], at: { x: number; y: number }): Label[] {
  if (!row.derived) return [];
  const after = widestLine(lines.slice(-1), TEXT, rowWeight(row));
  return [{ x: at.x + after + 8, y: at.y, text: 'derived', style: 'derived' }];
}

function columnWidth(
  rows: readonly LabelledRow[],
  column: number,
  head: readonly string[],
  request: RowsRequest,
): number {
  const cells = rows.map((row) => measure(row.cells[column] ?? '', cellStyle(row, column, request)));
  return Math.max(widestLine(head, SMALL), ...cells) + COLUMN_GAP;
}

const headHeight = (heads: readonly (readonly string[])[]): number => {
  const lines = Math.max(0, ...heads.map((head) => head.filter(Boolean).length));
  return lines === 0 ? 4 : 10 + lines * 15;
};

/** Heads over their columns, the last line of each on one height. */
function headLabels(
  heads: readonly (readonly string[])[],
  columns: readonly number[],
  width: number,
): Label[] {
  const base = headHeight(heads) - 15;
  return rightEdges(columns, width).flatMap((x, column) => {
    const lines = heads[column] ?? [];
    return lines.map((text, line): Label => {
      return { x, y: base - (lines.length - 1 - line) * 15, text, anchor: 'end', style: 'smallQuiet' };
    });
  });
}

const cellLabels = (row: LabelledRow, columns: readonly number[], y: number, request: RowsRequest): Label[] =>
  rightEdges(columns, request.width).map((x, column) => ({
    x,
    y,
    text: row.cells[column] ?? '',
    anchor: 'end',
    style: cellStyle(row, column, request),
  }));

/** Right edge of each column, the last at the right edge of the picture. */
function rightEdges(columns: readonly number[], width: number): number[] {
  let edge = width - EDGE - columns.reduce((sum, column) => sum + column, 0);
  return columns.map((column) => {
    edge += column;
    return edge;
  });
}

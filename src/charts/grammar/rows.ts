import { type Label, measure, measureAll, type Style, stackLines } from './labels.ts';
import { wrap } from './text.ts';
import { SMALL, TEXT } from './type.ts';

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
  /** Heads of the figure columns, as many as cells. */
  readonly heads: readonly string[];
  /** How figures of a column are set, where it is not as the labels of their rows. */
  readonly styles?: readonly (Style | undefined)[];
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

export interface RowsLayout<Row> {
  readonly rows: readonly (Row & Band)[];
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
export const layRows = <Row extends LabelledRow>(
  rows: readonly Row[],
  request: RowsRequest,
  width: number,
): RowsLayout<Row> => layBeside(rows, request, width) ?? layStacked(rows, request, width);

const labelStyle = ({ strong }: LabelledRow): Style => (strong ? 'strong' : 'text');
const rowWeight = ({ strong }: LabelledRow) => (strong ? 'strong' : 'regular');

const cellStyle = (row: LabelledRow, column: number, { styles = [] }: RowsRequest): Style =>
  styles[column] ?? labelStyle(row);

function layBeside<Row extends LabelledRow>(
  rows: readonly Row[],
  request: RowsRequest,
  width: number,
): RowsLayout<Row> | undefined {
  const { heads, pitch = 31, gapBefore = () => 0 } = request;
  const columns = heads.map((text, column): Column => {
    const head = wrap(text, MOST_HEAD, SMALL);
    const cells = rows.map((row) => measure(row.cells[column] ?? '', cellStyle(row, column, request)));
    return { head, width: Math.max(measureAll(head, 'small'), ...cells) + COLUMN_GAP };
  });
  const right = width - EDGE - columns.reduce((sum, column) => sum + column.width, 0);
  const most = Math.min(0.36 * width, right - LEAST_PICTURE - GAP);
  const fullest = Math.max(...rows.map((row) => measure(row.label, labelStyle(row)) + derivedWidth(row)));
  const labelWidth = Math.min(most, fullest);
  const texts = rows.map((row) =>
    wrap(row.label, labelWidth - derivedWidth(row), TEXT, rowWeight(row), MOST_LINES + 1),
  );
  const isCut = texts.some((lines) => lines.length > MOST_LINES || lines.some((line) => line.endsWith('…')));
  if (isCut || labelWidth < Math.min(fullest, 0.24 * width)) return undefined;

  const top = headHeight(columns);
  const edges = rightEdges(columns, width);
  const labels = headLabels(columns, width);
  let edge = top;
  const laid = rows.map((row, index) => {
    const lines = texts[index] ?? [];
    edge += gapBefore(index);
    const height = Math.max(pitch, lines.length * 16 + 10);
    const y = edge + height / 2;
    labels.push(
      ...stackLines(lines, { x: 0, y, style: labelStyle(row) }, 16),
      ...derivedLabel(row, lines, y + (lines.length - 1) * 8),
      ...edges.map((x, column): Label => {
        return { x, y, text: row.cells[column] ?? '', anchor: 'end', style: cellStyle(row, column, request) };
      }),
    );
    edge += height;
    return { ...row, top: y - 10.5, bottom: y + 10.5, middle: y };
  });
  return {
    rows: laid,
    labels,
    left: labelWidth + GAP,
    right,
    top,
    height: Math.ceil(edge + 2),
    stacked: false,
  };
}

/** The same with label and figure on a line over the picture. */
export function layStacked<Row extends LabelledRow>(
  rows: readonly Row[],
  request: RowsRequest,
  width: number,
): RowsLayout<Row> {
  const { heads, narrowHead, stackedPitch = 40, gapBefore = () => 0 } = request;
  const columns = [{ head: wrap(narrowHead ?? heads[0] ?? '', width, SMALL), width: 0 }];
  const top = headHeight(columns);
  const labels = headLabels(columns, width);
  let edge = top;
  const laid = rows.map((row, index) => {
    const text = row.narrow ?? row.cells[0] ?? '';
    const style = narrowHead === undefined ? cellStyle(row, 0, request) : 'text';
    const room = width - EDGE - measure(text, style) - GAP - derivedWidth(row);
    const lines = wrap(row.label, room, TEXT, rowWeight(row), 6);
    edge += gapBefore(index);
    const y = edge + 12 + (lines.length - 1) * 17;
    const middle = y - (lines.length - 1) * 8.5;
    labels.push(
      ...stackLines(lines, { x: 0, y: middle, style: labelStyle(row), rim: true }),
      ...derivedLabel(row, lines, y),
      { x: width - EDGE, y, text, anchor: 'end', style, rim: true },
    );
    edge += stackedPitch + (lines.length - 1) * 17;
    return { ...row, top: y + 11, bottom: y + 24, middle: y + 17.5 };
  });
  return {
    rows: laid,
    labels,
    left: EDGE,
    right: width - EDGE,
    top,
    height: Math.ceil(edge + 1),
    stacked: true,
  };
}

const derivedWidth = (row: LabelledRow): number => (row.derived ? measure('derived', 'derived') + 8 : 0);

/** The word after the last line of the label. */
function derivedLabel(row: LabelledRow, lines: readonly string[], y: number): Label[] {
  if (!row.derived) return [];
  const after = measure(lines.at(-1) ?? '', labelStyle(row));
  return [{ x: after + 8, y, text: 'derived', style: 'derived' }];
}

/** A column of figures with the lines of its head. */
interface Column {
  readonly head: readonly string[];
  readonly width: number;
}

function headHeight(columns: readonly Column[]): number {
  const lines = Math.max(0, ...columns.map(({ head }) => head.filter(Boolean).length));
  return lines === 0 ? 4 : 10 + lines * 15;
}

/** Heads over their columns, the last line of each on one height. */
function headLabels(columns: readonly Column[], width: number): Label[] {
  const base = headHeight(columns) - 15;
  return rightEdges(columns, width).flatMap((x, column) => {
    const lines = columns[column]?.head ?? [];
    const y = base - (lines.length - 1) * 7.5;
    return stackLines(lines, { x, y, anchor: 'end', style: 'smallQuiet' }, 15);
  });
}

/** Right edge of each column, the last at the right edge of the picture. */
function rightEdges(columns: readonly Column[], width: number): number[] {
  let edge = width - EDGE - columns.reduce((sum, column) => sum + column.width, 0);
  return columns.map((column) => {
    edge += column.width;
    return edge;
  });
}

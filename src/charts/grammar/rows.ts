import { fold, type Label, measure, type Style } from './labels.ts';

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

/** A column of figures: its head, its right edge, and what it says of a row. */
interface Column<Row> {
  readonly head: readonly string[];
  readonly edge: number;
  readonly figure: (row: Row) => { readonly text: string; readonly style: Style };
}

function layBeside<Row extends LabelledRow>(
  rows: readonly Row[],
  request: RowsRequest,
  width: number,
): RowsLayout<Row> | undefined {
  const { heads, styles = [], pitch = 31 } = request;
  let right = width - EDGE;
  const columns = heads
    .map((_, index) => heads.length - 1 - index)
    .map((index): Column<Row> => {
      const head = fold(heads[index] ?? '', MOST_HEAD, 'small');
      const figure = (row: Row) => ({
        text: row.cells[index] ?? '',
        style: styles[index] ?? labelStyle(row),
      });
      const cells = rows.map(figure).map(({ text, style }) => measure(text, style));
      const edge = right;
      right -= Math.max(measure(head, 'small'), ...cells) + COLUMN_GAP;
      return { head, edge, figure };
    });
  const fullest = Math.max(...rows.map((row) => measure(row.label, labelStyle(row)) + derivedWidth(row)));
  const room = Math.min(0.36 * width, right - LEAST_PICTURE - GAP, fullest);
  const names = rows.map((row) => fold(row.label, room - derivedWidth(row), labelStyle(row), MOST_LINES + 1));
  const isCut = names.some((name) => name.length > MOST_LINES || name.some((line) => line.endsWith('…')));
  if (isCut || room < Math.min(fullest, 0.24 * width)) return undefined;
  const layout = setRows(rows, names, columns, request, (lines) => {
    const height = Math.max(pitch, lines * 16 + 10);
    const middle = height / 2;
    return { height, label: middle, pitch: 16, figures: middle, bar: [middle - 10.5, middle + 10.5] };
  });
  return { ...layout, height: layout.height + 1, left: room + GAP, right, stacked: false };
}

/** The same with label and figure on a line over the picture. */
export function layStacked<Row extends LabelledRow>(
  rows: readonly Row[],
  request: RowsRequest,
  width: number,
): RowsLayout<Row> {
  const { heads, styles = [], narrowHead, stackedPitch = 40 } = request;
  const edge = width - EDGE;
  const figure = (row: Row) => ({
    text: row.narrow ?? row.cells[0] ?? '',
    style: narrowHead === undefined ? (styles[0] ?? labelStyle(row)) : ('text' as const),
    rim: true,
  });
  const names = rows.map((row) => {
    const { text, style } = figure(row);
    return fold(row.label, edge - measure(text, style) - GAP - derivedWidth(row), labelStyle(row), 6);
  });
  const columns = [{ head: fold(narrowHead ?? heads[0] ?? '', width, 'small'), edge, figure }];
  const layout = setRows(rows, names, columns, request, (lines) => {
    const more = (lines - 1) * 17;
    const last = 12 + more;
    return {
      height: stackedPitch + more,
      label: last - more / 2,
      pitch: 17,
      rim: true,
      figures: last,
      bar: [last + 11, last + 24],
    };
  });
  return { ...layout, left: EDGE, right: edge, stacked: true };
}

const labelStyle = ({ strong }: LabelledRow): Style => (strong ? 'strong' : 'text');

const derivedWidth = (row: LabelledRow): number => (row.derived ? measure('derived', 'derived') + 8 : 0);

/** Heights in a row, from its top. */
interface RowPlaces {
  readonly height: number;
  readonly label: number;
  readonly pitch: number;
  readonly rim?: boolean;
  readonly figures: number;
  readonly bar: readonly [top: number, bottom: number];
}

/** Heads over their columns, the last line of each on one height, then row by row. */
function setRows<Row extends LabelledRow>(
  rows: readonly Row[],
  names: readonly (readonly string[])[],
  columns: readonly Column<Row>[],
  { gapBefore = () => 0 }: RowsRequest,
  place: (lines: number) => RowPlaces,
): Pick<RowsLayout<Row>, 'rows' | 'labels' | 'top' | 'height'> {
  const deepest = Math.max(0, ...columns.map(({ head }) => head.filter(Boolean).length));
  const top = deepest === 0 ? 4 : 10 + deepest * 15;
  const labels = columns.map(({ head, edge: x }): Label => {
    return { x, y: top - 15 - (head.length - 1) * 7.5, text: head, anchor: 'end', style: 'smallQuiet' };
  });
  let edge = top;
  const laid = rows.map((row, index): Row & Band => {
    const name = names[index] ?? [];
    const { height, label, pitch, rim = false, figures, bar } = place(name.length);
    const style = labelStyle(row);
    edge += gapBefore(index);
    const [y, last] = [edge + label, edge + label + ((name.length - 1) * pitch) / 2];
    labels.push({ x: 0, y, text: name, style, pitch, rim });
    if (row.derived)
      labels.push({ x: measure(name.at(-1) ?? '', style) + 8, y: last, text: 'derived', style: 'derived' });
    for (const { edge: x, figure } of columns)
      labels.push({ x, y: edge + figures, anchor: 'end', rim, ...figure(row) });
    const band = { top: edge + bar[0], bottom: edge + bar[1], middle: edge + (bar[0] + bar[1]) / 2 };
    edge += height;
    return { ...row, ...band };
  });
  return { rows: laid, labels, top, height: Math.ceil(edge + 1) };
}

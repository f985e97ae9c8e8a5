import { fold, type Label, measure, type Style } from './labels.ts';
import { LINE } from './type.ts';

/** A row that reads like a statement's: label left, picture in the middle, figures right. */
export interface LabelledRow {
  readonly label: string;
  /** Figures, one for each column. */
  readonly cells: readonly string[];
  readonly strong?: boolean;
  /** Said after the label, where the row's value was worked out. */
  readonly derived?: boolean;
}

export interface RowsRequest {
  /** Heads of the figure columns, as many as cells. */
  readonly heads: readonly string[];
  /** How figures of a column are set, where it is not as the labels of their rows. */
  readonly styles?: readonly (Style | undefined)[];
  /** Whether a narrow drawing keeps all figures, as a range, not the first alone. */
  readonly isRange?: boolean | undefined;
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

/** A column of figures: its head, its right edge, and how it sets the figure of a row. */
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
  const columns = [...heads.entries()].reverse().map(([index, text]): Column<Row> => {
    const head = fold(text, MOST_HEAD, 'small');
    const figure = (row: Row) => ({ text: row.cells[index] ?? '', style: styles[index] ?? labelStyle(row) });
    const edge = right;
    const widths = rows.map(figure).map(({ text, style }) => measure(text, style));
    right -= Math.max(measure(head, 'small'), ...widths) + COLUMN_GAP;
    return { head, edge, figure };
  });
  const fullest = Math.max(...rows.map((row) => measure(row.label, labelStyle(row)) + derivedWidth(row)));
  const room = Math.min(0.36 * width, right - LEAST_PICTURE - GAP, fullest);
  const named = rows.map((row) => {
    return { row, name: fold(row.label, room - derivedWidth(row), labelStyle(row), MOST_LINES + 1) };
  });
  const isCut = named.some(({ name }) => name.length > MOST_LINES || name.some((line) => line.endsWith('…')));
  if (isCut || room < Math.min(fullest, 0.24 * width)) return undefined;
  const layout = setRows(named, columns, request, (lines) => {
    const height = Math.max(pitch, lines * LINE + 8);
    const middle = height / 2;
    return { height, label: middle, figures: middle, bar: [middle - 10.5, middle + 10.5] };
  });
  return { ...layout, left: room + GAP, right, stacked: false };
}

/** The same with label and figure on a line over the picture. */
export function layStacked<Row extends LabelledRow>(
  rows: readonly Row[],
  request: RowsRequest,
  width: number,
): RowsLayout<Row> {
  const { heads, isRange, stackedPitch = 40 } = request;
  const edge = width - EDGE;
  const join = (texts: readonly string[]): string => (isRange ? texts.join(' – ') : (texts[0] ?? ''));
  const figure = (row: Row) => ({ text: join(row.cells), style: labelStyle(row) });
  const named = rows.map((row) => {
    const { text, style } = figure(row);
    return { row, name: fold(row.label, edge - measure(text, style) - GAP - derivedWidth(row), style, 6) };
  });
  const columns = [{ head: fold(join(heads), width, 'small'), edge, figure }];
  const layout = setRows(named, columns, request, (lines) => {
    const more = (lines - 1) * LINE;
    const last = 12 + more;
    const bar = [last + 11, last + 24] as const;
    return { height: stackedPitch + more, label: last - more / 2, figures: last, bar, rim: true };
  });
  return { ...layout, left: EDGE, right: edge, stacked: true };
}

const labelStyle = ({ strong }: LabelledRow): Style => (strong ? 'strong' : 'text');

const derivedWidth = (row: LabelledRow): number => (row.derived ? measure('derived', 'derived') + 8 : 0);

/** Heights in a row, from its top. */
interface RowPlaces {
  readonly height: number;
  readonly label: number;
  readonly figures: number;
  readonly bar: readonly [top: number, bottom: number];
  /** Whether lines of the picture may run behind its texts. */
  readonly rim?: boolean;
}

/** Heads over their columns, the last line of each on one height, then row by row. */
function setRows<Row extends LabelledRow>(
  rows: readonly { readonly row: Row; readonly name: readonly string[] }[],
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
  const laid = rows.map(({ row, name }, index): Row & Band => {
    const { height, label, figures, bar, rim = false } = place(name.length);
    const style = labelStyle(row);
    edge += gapBefore(index);
    const y = edge + label;
    labels.push({ x: 0, y, text: name, style, rim });
    if (row.derived)
      labels.push({
        x: measure(name.at(-1) ?? '', style) + 8,
        y: y + ((name.length - 1) * LINE) / 2,
        text: 'derived',
        style: 'derived',
      });
    for (const column of columns)
      labels.push({ x: column.edge, y: edge + figures, anchor: 'end', rim, ...column.figure(row) });
    const band = { top: edge + bar[0], bottom: edge + bar[1], middle: edge + (bar[0] + bar[1]) / 2 };
    edge += height;
    return { ...row, ...band };
  });
  return { rows: laid, labels, top, height: Math.ceil(edge + 1) };
}

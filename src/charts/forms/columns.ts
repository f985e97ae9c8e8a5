import type { Markish, PlotOptions } from '@observablehq/plot';
import {
  type ColumnPlace,
  labelsAtEnds,
  labelsUnder,
  lastEdge,
  layColumns,
  type Slot,
} from '../grammar/columns.ts';
import { extentFromZero, frame, linear, type ToPixels, upright } from '../grammar/frame.ts';
import type { Label } from '../grammar/labels.ts';
import { level, strokes, type Tile, tiles } from '../grammar/marks.ts';
import { barFill, INK, tone } from '../grammar/type.ts';

export interface ColumnItem extends Slot {
  /** Undefined where nothing is known. */
  readonly value: number | undefined;
  readonly text: string;
  /** The period that the page is about. */
  readonly strong: boolean;
  /** What is aimed at: a pale column that ends in a black tick, never a column of actuals. */
  readonly target?: boolean;
}

export interface ColumnsRequest {
  readonly width: number;
  readonly most?: number;
}

const MISSING = '–';
const TOP = 26;
const PLOT = 236;

/** One number at several dates or in several periods, as columns from zero. */
export function columnsOverTime(items: readonly ColumnItem[], { width, most }: ColumnsRequest): PlotOptions {
  const drawn = drawColumns(items, { left: 1, right: width - 1, top: 0, ...(most && { most }) });
  return frame(width, drawn.bottom, drawn.marks, drawn.labels);
}

/** Where a set of columns stands in a picture. */
export interface ColumnsPlace {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Width that no column exceeds. */
  readonly most?: number;
  /** Height of the tallest column, in pixels. */
  readonly height?: number;
}

export interface DrawnColumns {
  readonly marks: readonly Markish[];
  readonly labels: readonly Label[];
  readonly bottom: number;
}

/** Columns from zero with their figures, names and groups, on a scale of their own. */
export function drawColumns(
  items: readonly ColumnItem[],
  { left, right, top, most = 112, height = PLOT }: ColumnsPlace,
): DrawnColumns {
  const laid = layColumns(items, left, right, most);
  const values = items.map(({ value = 0 }) => value);
  const lowest = Math.min(0, ...values) < 0 ? 18 : 0;
  const base = top + TOP + height;
  const scale = linear(extentFromZero(values), [base, top + TOP]);
  const under = labelsUnder(items, laid, base + lowest, right);
  const bars = items.flatMap((item, index) => layBar(item, laid[index], scale));
  const targets = bars.filter(({ item }) => item.target);
  const ticks = targets.map(({ left: from, right: to, end }) => level(end, from - 2, to + 2));
  const zero = level(scale(0), laid[0]?.left ?? 0, lastEdge(laid));
  return {
    marks: [tiles(bars), strokes(ticks, INK, 3), strokes([zero])],
    labels: [...figureLabels(items, laid, scale, { width: right + 1, drawn: bars }), ...under.labels],
    bottom: base + lowest + under.height,
  };
}

function layBar(item: ColumnItem, column: ColumnPlace | undefined, scale: ToPixels) {
  if (item.value === undefined) return [];
  const { left = 0, right = 0 } = column ?? {};
  const end = scale(item.value);
  return [{ item, left, right, ...upright(scale, 0, item.value), end, fill: fillFor(item) }];
}

const fillFor = ({ target, strong, derived = false }: ColumnItem): string =>
  target ? tone('tint-2') : barFill(strong ? 'now' : 'before', derived);

/** Figures at the ends of the columns, or a dash where nothing is known. */
function figureLabels(
  items: readonly ColumnItem[],
  laid: readonly ColumnPlace[],
  scale: ToPixels,
  room: { readonly width: number; readonly drawn: readonly Tile[] },
): Label[] {
  const ends = items.map(({ value, text, strong }) => ({
    text: value === undefined ? MISSING : text,
    y: scale(value ?? 0) + ((value ?? 0) < 0 ? 10 : -10),
    strong,
  }));
  return labelsAtEnds(ends, laid, room);
}

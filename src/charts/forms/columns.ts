import type { Markish, PlotOptions } from '@observablehq/plot';
import { type Column, labelsUnder, lastEdge, layColumns, type Slot } from '../grammar/columns.ts';
import { dodge, type Movable } from '../grammar/dodge.ts';
import { extentFromZero, frame, linear, type Scale } from '../grammar/frame.ts';
import { keptWithin, type Label, measure } from '../grammar/labels.ts';
import { strokes, type Tile, tiles } from '../grammar/marks.ts';
import { fillOf, INK, tone } from '../grammar/type.ts';

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
  const bars = items.flatMap((item, index) => barOf(item, laid[index], scale));
  const targets = bars.filter(({ item }) => item.target);
  const ticks = targets.map(({ left: from, right: to, end: y }) => ({
    x1: from - 2,
    x2: to + 2,
    y1: y,
    y2: y,
  }));
  const zero = { x1: laid[0]?.left ?? 0, x2: lastEdge(laid), y1: scale(0), y2: scale(0) };
  return {
    marks: [tiles(bars), strokes(ticks, INK, 3), strokes([zero])],
    labels: [...valueLabels(items, laid, scale, { width: right + 1, drawn: bars }), ...under.labels],
    bottom: base + lowest + under.height,
  };
}

function barOf(item: ColumnItem, column: Column | undefined, scale: Scale) {
  if (item.value === undefined) return [];
  const [y1, y2] = [scale(0), scale(item.value)];
  const { left = 0, right = 0 } = column ?? {};
  const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
  return [{ item, left, right, top, bottom, end: y2, fill: fillFor(item) }];
}

const fillFor = ({ target, strong, derived = false }: ColumnItem): string =>
  target ? tone('tint-2') : fillOf(strong ? 'now' : 'before', derived);

/** Figures at the ends of the columns, the last first, as many as have room. */
function valueLabels(
  items: readonly ColumnItem[],
  laid: readonly Column[],
  scale: Scale,
  { width, drawn }: { width: number; drawn: readonly Tile[] },
): Label[] {
  const texts = items.map(({ value, text }) => (value === undefined ? MISSING : text));
  const isWide = texts.every((text, index) => measure(text, 'strong') + 4 <= (laid[index]?.pitch ?? 0));
  const [plain, strong] = isWide ? (['text', 'strong'] as const) : (['small', 'smallStrong'] as const);
  const labels = items.map((item, index): Movable => {
    const { value = 0 } = item;
    const y = value < 0 ? scale(value) + 10 : scale(value) - 10;
    const place = { x: laid[index]?.middle ?? 0, y, anchor: 'middle' } as const;
    const style = item.strong ? strong : plain;
    return { label: keptWithin({ ...place, text: texts[index] ?? '', style }, width), away: 0 };
  });
  return dodge(labels.reverse(), drawn);
}

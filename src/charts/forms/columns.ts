import type { PlotOptions } from '@observablehq/plot';
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
export function columnsOverTime(
  items: readonly ColumnItem[],
  { width, most = 112 }: ColumnsRequest,
): PlotOptions {
  const right = width - 1;
  const laid = layColumns(items, 1, right, most);
  const values = items.map(({ value = 0 }) => value);
  const lowest = Math.min(0, ...values) < 0 ? 18 : 0;
  const base = TOP + PLOT;
  const scale = linear(extentFromZero(values), [base, TOP]);
  const under = labelsUnder(items, laid, base + lowest, right);
  const bars = items.flatMap((item, index) => {
    const { left = 0, right: end = 0 } = laid[index] ?? {};
    const [y1, y2] = [scale(0), scale(item.value ?? 0)];
    if (item.value === undefined) return [];
    return [
      {
        item,
        left,
        right: end,
        top: Math.min(y1, y2),
        bottom: Math.max(y1, y2),
        end: y2,
        fill: fillFor(item),
      },
    ];
  });
  const targets = bars.filter(({ item }) => item.target);
  return frame(
    width,
    base + lowest + under.height,
    [
      tiles(bars),
      strokes(
        targets.map(({ left, right: end, end: y }) => ({ x1: left - 2, x2: end + 2, y1: y, y2: y })),
        INK,
        3,
      ),
      strokes([{ x1: laid[0]?.left ?? 0, x2: lastEdge(laid), y1: scale(0), y2: scale(0) }]),
    ],
    [...valueLabels(items, laid, scale, { width, drawn: bars }), ...under.labels],
  );
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

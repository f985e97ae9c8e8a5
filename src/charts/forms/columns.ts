import type { PlotOptions } from '@observablehq/plot';
import { labelsUnder, lastEdge, layColumns, type Slot, thinOut } from '../grammar/columns.ts';
import { extentFromZero, frame, linear } from '../grammar/frame.ts';
import { type Label, labelMarks, measure } from '../grammar/labels.ts';
import { strokes, tiles } from '../grammar/marks.ts';
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
  return frame(width, base + lowest + under.height, [
    tiles(bars),
    strokes(
      targets.map(({ left, right: end, end: y }) => ({ x1: left - 2, x2: end + 2, y1: y, y2: y })),
      INK,
      3,
    ),
    strokes([{ x1: laid[0]?.left ?? 0, x2: lastEdge(laid), y1: scale(0), y2: scale(0) }]),
    ...labelMarks([...valueLabels(items, laid, scale), ...under.labels]),
  ]);
}

const fillFor = ({ target, strong, derived = false }: ColumnItem): string =>
  target ? tone('tint-2') : fillOf(strong ? 'now' : 'before', derived);

function valueLabels(
  items: readonly ColumnItem[],
  laid: ReturnType<typeof layColumns>,
  scale: (value: number) => number,
): Label[] {
  const texts = items.map(({ value, text }) => (value === undefined ? '–' : text));
  const size = texts.every((text, index) => measure(text, 'strong') + 4 <= (laid[index]?.pitch ?? 0))
    ? 'text'
    : 'small';
  const styles = { text: ['text', 'strong'], small: ['small', 'smallStrong'] } as const;
  const shown = thinOut(texts, laid, (text) => measure(text, styles[size][1]));
  return items.flatMap(({ value = 0, strong }, index) => {
    const y = value < 0 ? scale(value) + 10 : scale(value) - 10;
    const label: Label = {
      x: laid[index]?.middle ?? 0,
      y,
      text: texts[index] ?? '',
      anchor: 'middle',
      style: styles[size][strong ? 1 : 0],
    };
    return shown[index] ? [label] : [];
  });
}

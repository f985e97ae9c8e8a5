import type { PlotOptions } from '@observablehq/plot';
import { extentFromZero, frame, linear, lying, type ToPixels } from '../grammar/frame.ts';
import { type Label, measure } from '../grammar/labels.ts';
import { plumb, type Stroke, strokes, type Tile, tiles } from '../grammar/marks.ts';
import { type Band, type LabelledRow, layRows, type RowsLayout } from '../grammar/rows.ts';
import { barFill } from '../grammar/type.ts';

export interface RateRow extends LabelledRow {
  /** What the bar shows, such as growth in percent; undefined where it cannot be told. */
  readonly rate: number | undefined;
  readonly text: string;
}

export interface RateRequest {
  readonly width: number;
  readonly heads: readonly string[];
  readonly narrowHead: string;
}

const AWAY = 6;

/** A rate or a share of several things on one scale, with the numbers it is made of in columns; the strong row's bar is dark. */
export function rateRows(rows: readonly RateRow[], request: RateRequest): PlotOptions {
  const layout = layRows(
    rows.map((row) => ({ ...row, strong: false })),
    { ...request, strongColumns: [request.heads.length - 1], pitch: 29, stackedPitch: 46 },
  );
  const room = (sign: 1 | -1): number =>
    AWAY +
    Math.max(
      0,
      ...rows
        .filter(({ rate = 0 }) => (rate < 0 ? -1 : 1) === sign)
        .map(({ text }) => measure(text, 'small')),
    );
  const extent = extentFromZero(rows.map(({ rate = 0 }) => rate));
  const negative = extent[0] < 0;
  const scale = linear(extent, [layout.left + (negative ? room(-1) : 0), layout.right - room(1)]);
  const bars = rows.flatMap((row, index) => layBar(row, layout.bands[index] as Band, scale));
  return frame(
    request.width,
    layout.height,
    [tiles(bars), strokes(zeroLines(layout, scale(0)))],
    [...layout.labels, ...rows.map((row, index) => rateLabel(row, layout.bands[index] as Band, scale))],
  );
}

/** One line beside labels; a piece at each bar where labels stand over the bars. */
const zeroLines = ({ bands, stacked }: RowsLayout, x: number): Stroke[] =>
  (stacked ? bands : [{ top: bands[0]?.top ?? 0, bottom: bands.at(-1)?.bottom ?? 0 }]).map(
    ({ top, bottom }) => plumb(x, top - 3, bottom + 3),
  );

function layBar(
  { rate, strong = false, derived = false }: RateRow,
  { top, bottom }: Band,
  scale: ToPixels,
): Tile[] {
  if (rate === undefined) return [];
  return [{ ...lying(scale, 0, rate), top, bottom, fill: barFill(strong ? 'now' : 'before', derived) }];
}

function rateLabel({ rate = 0, text }: RateRow, { middle }: Band, scale: ToPixels): Label {
  const fell = rate < 0;
  return {
    x: scale(rate) + (fell ? -AWAY : AWAY),
    y: middle,
    text,
    anchor: fell ? 'end' : 'start',
    style: 'small',
  };
}

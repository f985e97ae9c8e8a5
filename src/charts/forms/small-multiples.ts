import type { PlotOptions } from '@observablehq/plot';
import { extentFromZero, frame, linear, type Rectangle, upright } from '../grammar/frame.ts';
import { type Label, measure } from '../grammar/labels.ts';
import { level, strokes, type Tile, tiles } from '../grammar/marks.ts';
import { barFill, QUIET, TEXT } from '../grammar/type.ts';
import { wrap } from '../grammar/wrap.ts';

export interface Small {
  readonly label: string;
  /** The last period's figure, and how it changed on the year. */
  readonly figure: string;
  readonly change: string;
  readonly bars: readonly (SmallBar | undefined)[];
}

export interface SmallBar {
  readonly value: number;
  readonly derived: boolean;
  /** Period and figure, for who points at it. */
  readonly title?: string;
  /** In the latest year. */
  readonly strong: boolean;
}

export interface SmallsRequest {
  readonly width: number;
  /** Of the first and the last bar. */
  readonly ends: readonly [string, string];
}

const GUTTER = 36;
const BARS = 64;
const LEAST = 160;

/** Several measures over the same periods, each on its own scale from zero. */
export function smallMultiples(smalls: readonly Small[], request: SmallsRequest): PlotOptions {
  const across = Math.max(
    1,
    Math.min(smalls.length, 4, Math.floor((request.width + GUTTER) / (LEAST + GUTTER))),
  );
  const width = (request.width - (across - 1) * GUTTER) / across;
  const heads = smalls.map(({ label }) => wrap(label, width, TEXT, 'strong'));
  const head = 17 * Math.max(...heads.map((lines) => lines.length));
  const height = head + 26 + BARS + 24;
  const rows = Math.ceil(smalls.length / across);
  const drawn = smalls.map((small, index) => {
    const left = (index % across) * (width + GUTTER);
    const top = Math.floor(index / across) * (height + 18);
    return drawSmall(small, heads[index] ?? [], request, {
      left,
      right: left + width,
      top,
      bottom: top + head + 26 + BARS,
    });
  });
  return frame(
    request.width,
    rows * height + (rows - 1) * 18,
    [
      tiles(drawn.flatMap(({ bars }) => bars)),
      strokes(
        drawn.map(({ zero }) => zero),
        QUIET,
      ),
    ],
    drawn.flatMap(({ labels }) => labels),
  );
}

function drawSmall(
  { figure, change, bars }: Small,
  head: readonly string[],
  { ends }: SmallsRequest,
  { left, right, top, bottom }: Rectangle,
) {
  const scale = linear(extentFromZero(bars.map((bar) => bar?.value ?? 0)), [bottom, bottom - BARS]);
  const pitch = (right - left) / Math.max(1, bars.length);
  const beside = left + measure(figure, 'strong') + 10;
  const under = top + head.length * 17 + 8;
  const labels: Label[] = [
    ...head.map((text, line): Label => ({ x: left, y: top + 8 + line * 17, text, style: 'strong' })),
    { x: left, y: under, text: figure, style: 'text' },
    ...(beside + measure(change, 'smallQuiet') <= right
      ? [{ x: beside, y: under, text: change, style: 'smallQuiet' } as const]
      : []),
    { x: left, y: bottom + 13, text: ends[0], style: 'smallQuiet' },
    { x: right, y: bottom + 13, text: ends[1], anchor: 'end', style: 'smallQuiet' },
  ];
  const drawn = bars.flatMap((bar, index): Tile[] => {
    if (!bar) return [];
    const x = left + index * pitch;
    const fill = barFill(bar.strong ? 'now' : 'before', bar.derived);
    const across = { left: x + pitch * 0.1, right: x + pitch * 0.9 };
    return [{ ...across, ...upright(scale, 0, bar.value), fill, title: bar.title }];
  });
  return { labels, bars: drawn, zero: level(scale(0), left, right) };
}

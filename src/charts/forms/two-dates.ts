import * as Plot from '@observablehq/plot';
import { type Drawing, type Drawn, frame, scaleTo } from '../grammar/frame.ts';
import { centred, dodge, fold, type Label, labelsBeside, measure } from '../grammar/labels.ts';
import { extentFromZero, type Rectangle, stack } from '../grammar/places.ts';
import { type Tile, tiles, upright } from '../grammar/tiles.ts';
import { barFill, INK, partTone, type ShownAmount, tone } from '../grammar/type.ts';

export interface TwoDatesPart {
  readonly label: string;
  readonly before: ShownAmount;
  readonly now: ShownAmount;
  /** How it changed, signed. */
  readonly change: string;
}

/** A whole at two dates. */
export interface Whole {
  readonly title: string;
  readonly totals: readonly [before: string, now: string];
  readonly parts: readonly TwoDatesPart[];
}

const DATES = ['before', 'now'] as const;
const NARROW = 600;
const GUTTER = 48;
const HEAD = 56;
const PLOT = 340;
const FOOT = 42;
const HEIGHT = HEAD + PLOT + FOOT;
const LABEL = 148;
const AWAY = 10;

/** Wholes side by side, each as two columns joined by bands that show what grew; below each other when narrow. */
export const twoDates =
  (wholes: readonly Whole[], names: readonly [before: string, now: string]): Drawing =>
  (width) => {
    const across = width < NARROW ? 1 : wholes.length;
    const panel = (width - (across - 1) * GUTTER) / across;
    const extent = extentFromZero(
      wholes.flatMap(({ parts }) => DATES.flatMap((date) => stackAt(parts, date).map(({ to }) => to))),
    );
    const drawn = wholes.map((whole, index) => {
      const left = (index % across) * (panel + GUTTER);
      const top = Math.floor(index / across) * (HEIGHT + 20) + HEAD;
      return drawWhole(whole, names, { left, right: left + panel, top, bottom: top + PLOT }, extent);
    });
    const rows = Math.ceil(wholes.length / across);
    return frame(width, rows * (HEIGHT + 20) - 20, {
      marks: drawn.flatMap(({ marks }) => marks),
      labels: drawn.flatMap(({ labels }) => labels),
    });
  };

const stackAt = (parts: readonly TwoDatesPart[], date: 'before' | 'now') =>
  stack(parts.map((part, index) => ({ ...part[date], tone: partTone(index) })));

function drawWhole(
  { title, totals, parts }: Whole,
  names: readonly [string, string],
  box: Rectangle,
  extent: [number, number],
): Drawn {
  const y = scaleTo(extent, [box.bottom, box.top]);
  const told = parts.flatMap(({ label, now, change }) => [label, `${now.text}  ${change}`]);
  const right = box.right - Math.min(LABEL, measure(told, 'small') + 2) - AWAY;
  const width = (right - box.left) * 0.33;
  const columns = DATES.map((date, index) => {
    const edges =
      index === 0 ? { left: box.left + 1, right: box.left + width } : { left: right - width, right };
    const stacked = stackAt(parts, date);
    const bars = stacked.map((part): Bar => {
      return { ...part, ...edges, ...upright(y, part.from, part.to), fill: barFill(part.tone, part.derived) };
    });
    const top = y.apply(Math.max(0, ...stacked.map((part) => part.to)));
    return { ...edges, bars, top, total: totals[index] ?? '', name: names[index] ?? '' };
  });
  const [before = [], now = []] = columns.map(({ bars }) => bars);
  return {
    marks: [
      ...before.map((bar, at) => band(bar, now[at] as Bar)),
      tiles([...before, ...now], 0.75),
      Plot.ruleY(columns, { x1: 'left', x2: 'right', y: y.apply(0), stroke: INK }),
    ],
    labels: [
      { x: box.left, y: box.top - HEAD + 10, text: title, style: 'strong' },
      ...dodge(columns.map(totalLabel).reverse(), [], box.right),
      ...columns.map((column) => dateLabel(column.name, column, box)),
      ...[...before, ...now].filter(hasRoom).map(inside),
      ...labelsBeside(
        parts.map(({ label, change }, at) => {
          const bar = now[at] as Bar;
          const figure = hasRoom(bar) ? change : `${bar.text} ${change}`;
          const name = fold(label, box.right - right - AWAY, 'small');
          return { at: (bar.top + bar.bottom) / 2, name, figure };
        }),
        { x: right + AWAY, low: box.top - 12, high: box.bottom + FOOT - 2 },
        ['small', 'smallQuiet'],
      ),
    ],
  };
}

interface Bar extends Tile, ShownAmount {
  readonly tone: string;
}

/** From a part of the earlier column to the same part of the later one. */
const band = (before: Bar, now: Bar): Plot.Markish =>
  Plot.areaY(
    [
      { ...before, x: before.right },
      { ...now, x: now.left },
    ],
    { x: 'x', y1: 'top', y2: 'bottom', fill: tone(before.tone), fillOpacity: 0.26 },
  );

/** The total over its column, smaller and further left where it would reach the names beside the later one, or higher. */
function totalLabel({
  total,
  left,
  right,
  top,
}: { readonly total: string } & Omit<Rectangle, 'bottom'>): Label {
  const most = right + AWAY - 2;
  const style = measure(total, 'strong') <= 2 * most - left - right ? 'strong' : 'smallStrong';
  const x = Math.min((left + right) / 2, most - measure(total, style) / 2);
  return { ...centred(total, x, top - 10, style), away: -15 };
}

/** The date under its column, on two lines where the column is narrow, kept within the panel. */
function dateLabel(name: string, { left, right }: { left: number; right: number }, box: Rectangle): Label {
  const lines = fold(name, right - left + 24, 'small');
  const x = Math.max((left + right) / 2, box.left + measure(lines, 'small') / 2);
  return centred(lines, x, box.bottom + 10 + lines.length * 7.5, 'smallQuiet');
}

/** Whether a part of a column can bear its figure: hatched ones cannot. */
const hasRoom = ({ left, right, top, bottom, derived, text }: Bar): boolean =>
  !derived && bottom - top >= 17 && measure(text, 'small') + 6 <= right - left;

const inside = ({ left, right, top, bottom, text, tone: name }: Bar): Label => ({
  ...centred(text, (left + right) / 2, (top + bottom) / 2, 'small'),
  fill: tone(`on-${name}`),
});

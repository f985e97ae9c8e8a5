import type { PlotOptions } from '@observablehq/plot';
import { extentFromZero, frame, linear, type ToPixels } from '../grammar/frame.ts';
import { centred, type Label, measure } from '../grammar/labels.ts';
import { dots, level, plumb, rings, strokes } from '../grammar/marks.ts';
import { layRows, type RowsLayout } from '../grammar/rows.ts';
import { RULE, tone } from '../grammar/type.ts';

export interface DumbbellEnd {
  readonly value: number;
  readonly text: string;
}

export interface DumbbellRow {
  readonly label: string;
  readonly before: DumbbellEnd | undefined;
  readonly now: DumbbellEnd | undefined;
  readonly strong?: boolean;
}

export interface DumbbellRequest {
  readonly width: number;
  readonly names: readonly [before: string, now: string];
  /** What zero is called: `0%`. */
  readonly zero: string;
}

const AWAY = 13;
const HEAD = 22;
const FOOT = 22;

/** Two years of one ratio for several things: hollow is the year before, filled is now. */
export function dumbbell(rows: readonly DumbbellRow[], request: DumbbellRequest): PlotOptions {
  const layout = layRows(
    rows.map(({ label, strong = false }) => ({ label, strong, cells: [] })),
    {
      width: request.width,
      heads: [],
      pitch: 46,
      stackedPitch: 54,
      gapBefore: (index) => (index === 0 ? HEAD : 0),
    },
  );
  const scale = fitScale(rows, layout);
  const places = rows.map(({ before, now }, index) => ({
    y: layout.bands[index]?.middle ?? 0,
    before: before && { ...before, x: scale(before.value) },
    now: now && { ...now, x: scale(now.value) },
  }));
  const bottom = layout.height;
  return frame(
    request.width,
    bottom + FOOT - 6,
    [
      strokes(
        places.map(({ y }) => level(y, layout.left, layout.right)),
        RULE,
      ),
      strokes([plumb(scale(0), layout.top + HEAD - 4, bottom)]),
      ...(['up', 'down'] as const).map((way) =>
        strokes(
          places.flatMap((place) => layLink(place, way)),
          tone(way),
          5,
        ),
      ),
      rings(
        places.flatMap(({ y, before }) => (before ? [{ x: before.x, y }] : [])),
        6,
        tone('ink-2'),
      ),
      dots(
        places.flatMap(({ y, now }) => (now ? [{ x: now.x, y }] : [])),
        6.5,
        tone('now'),
      ),
    ],
    [
      ...layout.labels,
      centred(request.zero, scale(0), bottom + 9, 'smallQuiet'),
      ...places.flatMap(valueLabels),
      ...headLabels(places, request, layout),
    ],
  );
}

interface Place {
  readonly y: number;
  readonly before: (DumbbellEnd & { readonly x: number }) | undefined;
  readonly now: (DumbbellEnd & { readonly x: number }) | undefined;
}

/** Zero and all values, with room for the figures outside the outermost dots. */
function fitScale(rows: readonly DumbbellRow[], { left, right }: RowsLayout): ToPixels {
  const ends = rows.flatMap(({ before, now }) => [before, now].filter((end) => end !== undefined));
  const widest = Math.max(0, ...ends.map(({ text }) => measure(text, 'strong'))) + AWAY + 2;
  const reach = ends.some(({ value }) => value < 0) || rows.some(pointsLeftAtZero) ? widest : AWAY;
  return linear(extentFromZero(ends.map(({ value }) => value)), [left + reach, right - widest]);
}

/** A figure stands left of the lower dot, which may lie near zero. */
const pointsLeftAtZero = ({ before, now }: DumbbellRow): boolean => before !== undefined && now !== undefined;

const layLink = ({ y, before, now }: Place, way: 'up' | 'down') =>
  before && now && now.value < before.value === (way === 'down') ? [level(y, before.x, now.x)] : [];

/** Each figure outside its dot; the lower value's stands left. */
function valueLabels({ y, before, now }: Place): Label[] {
  const nowIsRight = !before || !now || now.value >= before.value;
  const outside = (x: number, right: boolean): Pick<Label, 'x' | 'anchor'> => ({
    x: x + (right ? AWAY : -AWAY),
    anchor: right ? 'start' : 'end',
  });
  const labels: Label[] = [];
  if (before)
    labels.push({
      ...outside(before.x, !now || !nowIsRight),
      y,
      text: before.text,
      style: 'smallQuiet',
      rim: true,
    });
  if (now) labels.push({ ...outside(now.x, nowIsRight), y, text: now.text, style: 'strong', rim: true });
  return labels;
}

/** The years over the dots of the first row that has both, leaning outwards so that they do not meet. */
function headLabels(
  places: readonly Place[],
  { names, width }: DumbbellRequest,
  layout: RowsLayout,
): Label[] {
  const first = places[0];
  if (!first) return [];
  const y = layout.stacked ? layout.top + 6 : first.y - 20;
  if (!first.before || !first.now)
    return [centred(names[first.now ? 1 : 0], first.now?.x ?? first.before?.x ?? 0, y, 'small')];
  const nowIsRight = first.now.value >= first.before.value;
  const middle = (first.before.x + first.now.x) / 2;
  const [low, high] = nowIsRight ? names : [names[1], names[0]];
  const left = Math.min(Math.min(first.before.x, first.now.x) + 8, middle - 4);
  const right = Math.max(Math.max(first.before.x, first.now.x) - 8, middle + 4);
  const over = Math.max(0, right + measure(high, 'smallStrong') - width);
  const nameStyle = (name: string) => (name === names[1] ? 'smallStrong' : 'smallQuiet');
  return [
    { x: left - over, y, text: low, anchor: 'end', style: nameStyle(low), rim: true },
    { x: right - over, y, text: high, anchor: 'start', style: nameStyle(high), rim: true },
  ];
}

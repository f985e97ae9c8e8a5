import type { PlotOptions } from '@observablehq/plot';
import { frame, linear, type Rectangle, upright } from '../grammar/frame.ts';
import { centred, type Label, measure, stackLines } from '../grammar/labels.ts';
import { level, type Ribbon, ribbons, type Stroke, strokes, type Tile, tiles } from '../grammar/marks.ts';
import { spread } from '../grammar/spread.ts';
import { stack } from '../grammar/stack.ts';
import { barFill, SMALL, tone } from '../grammar/type.ts';
import { widestLine, wrap } from '../grammar/wrap.ts';

/** A whole at one date. */
export interface PartAt {
  readonly value: number;
  readonly text: string;
  readonly derived: boolean;
}

export interface TwoDatesPart {
  readonly label: string;
  readonly tone: string;
  readonly before: PartAt;
  readonly now: PartAt;
  /** How it changed, signed. */
  readonly change: string;
}

export interface Whole {
  readonly title: string;
  readonly totals: readonly [before: string, now: string];
  readonly parts: readonly TwoDatesPart[];
}

export interface TwoDatesRequest {
  readonly width: number;
  readonly names: readonly [before: string, now: string];
}

const NARROW = 600;
const GUTTER = 48;
const HEAD = 56;
const PLOT = 340;
const FOOT = 42;
const LABEL = 148;
const AWAY = 10;

/** Wholes side by side, each as two columns joined by bands that show what grew; below each other when narrow. */
export function twoDates(wholes: readonly Whole[], request: TwoDatesRequest): PlotOptions {
  const { width } = request;
  const across = width < NARROW ? 1 : wholes.length;
  const panel = (width - (across - 1) * GUTTER) / across;
  const extent = stackedExtent(wholes);
  const height = HEAD + PLOT + FOOT;
  const drawn = wholes.map((whole, index) => {
    const left = (index % across) * (panel + GUTTER);
    const top = Math.floor(index / across) * (height + 20);
    return drawWhole(
      whole,
      request,
      { left, right: left + panel, top: top + HEAD, bottom: top + HEAD + PLOT },
      extent,
    );
  });
  const rows = Math.ceil(wholes.length / across);
  return frame(
    width,
    rows * height + (rows - 1) * 20,
    [
      ...ribbons(
        drawn.flatMap(({ bands }) => bands),
        0.26,
      ),
      tiles(
        drawn.flatMap(({ columns }) => columns),
        0.75,
      ),
      strokes(drawn.flatMap(({ ground }) => ground)),
    ],
    drawn.flatMap(({ labels }) => labels),
  );
}

function stackedExtent(wholes: readonly Whole[]): [number, number] {
  const ends = wholes.flatMap(({ parts }) =>
    (['before', 'now'] as const).flatMap((date) =>
      stack(parts.map((part) => part[date].value)).map(({ to }) => to),
    ),
  );
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}

interface DrawnWhole {
  readonly bands: readonly Ribbon[];
  readonly columns: readonly Tile[];
  readonly ground: readonly Stroke[];
  readonly labels: readonly Label[];
}

function drawWhole(
  whole: Whole,
  { names }: TwoDatesRequest,
  box: Rectangle,
  extent: [number, number],
): DrawnWhole {
  const scale = linear(extent, [box.bottom, box.top]);
  const right = box.right - Math.min(LABEL, widestLabel(whole)) - AWAY;
  const column = (right - box.left) * 0.33;
  const xs = [
    { left: box.left + 1, right: box.left + column },
    { left: right - column, right },
  ] as const;
  const stacks = (['before', 'now'] as const).map((date) =>
    stack(whole.parts.map((part) => part[date].value)),
  );
  const tileAt = (index: number, date: 0 | 1): Rectangle => {
    const { from, to } = stacks[date]?.[index] ?? { from: 0, to: 0 };
    return { ...xs[date], ...upright(scale, from, to) };
  };
  const places = whole.parts.map((part, index) => ({
    part,
    before: tileAt(index, 0),
    now: tileAt(index, 1),
  }));
  return {
    bands: places.map(({ part, before, now }) => ({
      x1: before.right,
      x2: now.left,
      from: [before.top, before.bottom],
      to: [now.top, now.bottom],
      fill: tone(part.tone),
    })),
    columns: places.flatMap(({ part, before, now }) => [
      { ...before, fill: barFill(part.tone, part.before.derived) },
      { ...now, fill: barFill(part.tone, part.now.derived) },
    ]),
    ground: xs.map(({ left, right: end }) => level(scale(0), left, end)),
    labels: [
      { x: box.left, y: box.top - HEAD + 10, text: whole.title, style: 'strong' },
      ...xs.flatMap((x, date): Label[] => {
        const middle = (x.left + x.right) / 2;
        const high = Math.max(0, ...(stacks[date] ?? []).map(({ to }) => to));
        return [
          centred(whole.totals[date as 0 | 1], middle, scale(high) - 10, 'strong'),
          ...dateLabels(names[date as 0 | 1], x, box),
        ];
      }),
      ...places.flatMap(({ part, before, now }) => [
        ...inside(before, part, part.before),
        ...inside(now, part, part.now),
      ]),
      ...beside(places, box, right + AWAY),
    ],
  };
}

const widestLabel = ({ parts }: Whole): number =>
  Math.max(
    ...parts.flatMap(({ label, now, change }) => [
      measure(label, 'small'),
      measure(`${now.text}  ${change}`, 'small'),
    ]),
  ) + 2;

/** The date under its column, on two lines where the column is narrow, kept within the panel. */
function dateLabels(name: string, { left, right }: { left: number; right: number }, box: Rectangle): Label[] {
  const lines = wrap(name, right - left + 24, SMALL);
  const half = widestLine(lines, SMALL) / 2;
  const x = Math.max((left + right) / 2, box.left + half);
  return stackLines(
    lines,
    { x, y: box.bottom + 10 + lines.length * 7.5, anchor: 'middle', style: 'smallQuiet' },
    15,
  );
}

/** The figure on its part of the column, where it has room; hatched parts cannot bear text. */
function inside(box: Rectangle, { tone: name }: TwoDatesPart, { text, derived }: PartAt): Label[] {
  if (derived || box.bottom - box.top < 17 || measure(text, 'small') + 6 > box.right - box.left) return [];
  const place = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  return [{ ...place, text, anchor: 'middle', style: 'small', fill: tone(`on-${name}`) }];
}

/** Name and change of each part beside the later column; the figure too where it has no room on the column. */
function beside(
  places: readonly { part: TwoDatesPart; now: Rectangle }[],
  box: Rectangle,
  x: number,
): Label[] {
  const texts = places.map(({ part, now }) => [
    ...wrap(part.label, box.right - x, SMALL),
    inside(now, part, part.now).length > 0 ? part.change : `${part.now.text} ${part.change}`,
  ]);
  const wishes = places.map(({ now }, index) => ({
    at: (now.top + now.bottom) / 2 - index * 1e-6,
    size: (texts[index]?.length ?? 0) * 15 + 5,
  }));
  const middles = spread(wishes, box.top - 12, box.bottom + FOOT - 2);
  return texts.flatMap((lines, index) =>
    lines.map((text, n): Label => {
      const y = (middles[index] ?? 0) + (n - (lines.length - 1) / 2) * 15;
      return { x, y, text, style: n === lines.length - 1 ? 'smallQuiet' : 'small' };
    }),
  );
}

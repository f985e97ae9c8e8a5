import * as Plot from '@observablehq/plot';
import { type DrawnColumns, drawColumns } from '../grammar/columns.ts';
import { type Drawing, type Drawn, frame, joined } from '../grammar/frame.ts';
import { centred, fold, type Label, labelsBeside, measure } from '../grammar/labels.ts';
import { stack } from '../grammar/places.ts';
import type { Tile } from '../grammar/tiles.ts';
import { barFill, partTone, type ShownAmount, tone } from '../grammar/type.ts';

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

type Names = readonly [before: string, now: string];

const DATES = ['before', 'now'] as const;
const NARROW = 600;
const GUTTER = 48;
const HEAD = 30;
const PLOT = 340;
const LABEL = 148;
const AWAY = 10;
/** Bands are as wide as columns. */
const FILL = 0.5;

/** Wholes side by side, each as two columns joined by bands that show what grew; below each other when narrow. */
export const twoDates =
  (wholes: readonly Whole[], names: Names): Drawing =>
  (width) => {
    const across = width < NARROW ? 1 : wholes.length;
    const panel = (width - (across - 1) * GUTTER) / across;
    /** One scale for all. */
    const values = wholes.flatMap(({ parts }) =>
      DATES.flatMap((date) => stack(parts.map((part) => part[date])).map(({ to }) => to)),
    );
    let top = 0;
    const drawn = wholes.map((whole, index) => {
      const left = (index % across) * (panel + GUTTER);
      const one = drawWhole(whole, names, { left, right: left + panel, top, values });
      if (across === 1) top = one.bottom + 24;
      return one;
    });
    return frame(width, Math.max(...drawn.map(({ bottom }) => bottom)), joined(drawn));
  };

/** Where a whole is drawn, and what its scale reaches to. */
interface Panel {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly values: readonly number[];
}

function drawWhole(
  { title, totals, parts }: Whole,
  names: Names,
  panel: Panel,
): Drawn & Pick<DrawnColumns<Bar>, 'bottom'> {
  const { left, top, values } = panel;
  const beside = parts.flatMap(({ label, now, change }) => [label, `${now.text}  ${change}`]);
  const right = panel.right - Math.min(LABEL, measure(beside, 'small') + 2) - AWAY;
  const columns = DATES.map((date, at) => ({
    label: names[at] ?? '',
    text: totals[at] ?? '',
    strong: true,
    parts: parts.map((part, index) => {
      const name = partTone(index);
      return { ...part[date], tone: name, fill: barFill(name, part[date].derived) };
    }),
  }));
  const drawn = drawColumns(columns, {
    left: left + 1,
    right,
    top: top + HEAD,
    height: PLOT,
    fill: FILL,
    inset: 0.75,
    values,
  });
  const [before = [], now = []] = drawn.stacks;
  const named = parts.flatMap(({ label, change }, at) => {
    const bar = now[at];
    if (!bar) return [];
    const figure = hasRoom(bar) ? change : `${bar.text} ${change}`;
    const name = fold(label, panel.right - right - AWAY, 'small');
    return [{ at: (bar.top + bar.bottom) / 2, name, figure }];
  });
  return {
    bottom: drawn.bottom,
    marks: [...before.map((bar, at) => band(bar, now[at] ?? bar)), ...drawn.marks],
    labels: [
      { x: left, y: top + 10, text: title, style: 'strong' },
      ...drawn.labels,
      ...[...before, ...now].filter(hasRoom).map(inside),
      ...labelsBeside(named, { x: right + AWAY, low: top + HEAD + 14, high: top + HEAD + PLOT + 30 }, [
        'small',
        'smallQuiet',
      ]),
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

/** Whether a part of a column can bear its figure: hatched ones cannot. */
const hasRoom = ({ left, right, top, bottom, derived, text }: Bar): boolean =>
  !derived && bottom - top >= 17 && measure(text, 'small') + 6 <= right - left;

const inside = ({ left, right, top, bottom, text, tone: name }: Bar): Label => ({
  ...centred(text, (left + right) / 2, (top + bottom) / 2, 'small'),
  fill: tone(`on-${name}`),
});

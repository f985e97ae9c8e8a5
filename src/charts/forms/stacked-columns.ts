import type { PlotOptions } from '@observablehq/plot';
import {
  type ColumnPlace,
  labelsAtEnds,
  labelsUnder,
  lastEdge,
  layColumns,
  type Slot,
} from '../grammar/columns.ts';
import { frame, linear, type ToPixels, upright } from '../grammar/frame.ts';
import { type Label, measure, stackLines } from '../grammar/labels.ts';
import { level, strokes, swatches, type Tile, tiles } from '../grammar/marks.ts';
import { spread } from '../grammar/spread.ts';
import { type Stacked, stack } from '../grammar/stack.ts';
import { barFill, SMALL, TEXT, tone } from '../grammar/type.ts';
import { wrap } from '../grammar/wrap.ts';

export interface StackedColumn extends Slot {
  /** One value for each series; empty where the parts are not known. */
  readonly parts: readonly number[];
  /** What each part says when it is pointed at. */
  readonly titles?: readonly string[];
  /** Drawn plain where the parts are not known; undefined where nothing is known of the period. */
  readonly total: number | undefined;
  readonly text: string;
}

export interface StackedSeries {
  readonly name: string;
  readonly tone: string;
  /** Its figure in the last column. */
  readonly text: string;
}

export interface StackedRequest {
  readonly width: number;
  readonly series: readonly StackedSeries[];
  /** Over the series' figures: the period that they are of. */
  readonly head: string;
}

/** Names stand beside the last column where each column keeps at least this much room, else below. */
const LEAST_PITCH = 56;
const MOST_COLUMN = 112;
const SWATCH = 26;
const MOST_NAME = 150;
const GAP_FIGURE = 14;
const TOP = 26;
const MISSING = '–';

/** Stacked columns over time, the first series at the bottom; names beside the last column, below it when narrow. */
export function stackedColumns(columns: readonly StackedColumn[], request: StackedRequest): PlotOptions {
  const { width, series } = request;
  const names = series.map(({ name }) => wrap(name, MOST_NAME, TEXT));
  const figures = Math.max(measure(request.head, 'smallQuiet'), ...series.map(({ text }) => measure(text)));
  const side = SWATCH + Math.max(0, ...names.flat().map((line) => measure(line))) + GAP_FIGURE + figures;
  const narrow = (width - side) / columns.length < LEAST_PITCH;
  const right = narrow ? width - 1 : width - side - 2;
  const base = TOP + (narrow ? 240 : 310);
  const laid = layColumns(columns, 1, right, MOST_COLUMN);
  const scale = linear(stackExtent(columns), [base, TOP]);
  const under = labelsUnder(columns, laid, base, right);
  const below = base + under.height;
  const key = narrow
    ? listBelow(request, below + 14)
    : namesBeside(request, names, lastStack(columns), scale, {
        left: lastEdge(laid),
        right: lastEdge(laid) + side,
        top: TOP - 6,
        bottom: below,
      });
  const drawn = columns.flatMap((column, index) =>
    layTiles(column, laid[index] as ColumnPlace, scale, series),
  );
  return frame(
    width,
    narrow ? key.bottom : below,
    [
      tiles(drawn, 0.75),
      strokes([level(scale(0), laid[0]?.left ?? 1, lastEdge(laid))]),
      swatches(key.swatches),
    ],
    [...totalLabels(columns, laid, scale, { width, drawn }), ...under.labels, ...key.labels],
  );
}

function stackExtent(columns: readonly StackedColumn[]): [number, number] {
  const all = columns.flatMap(({ parts, total = 0 }) => [total, ...stack(parts).map(({ to }) => to)]);
  return [Math.min(0, ...all), Math.max(0, ...all)];
}

function layTiles(
  column: StackedColumn,
  { left, right }: ColumnPlace,
  scale: ToPixels,
  series: readonly StackedSeries[],
): Tile[] {
  const whole = column.parts.length === 0 && column.total !== undefined ? [column.total] : column.parts;
  return stack(whole).map(({ from, to }, index) => ({
    left,
    right,
    ...upright(scale, from, to),
    fill: barFill(
      column.parts.length === 0 ? 'before' : (series[index]?.tone ?? 'before'),
      column.derived === true,
    ),
    title: column.titles?.[index],
  }));
}

/** Totals over the columns; a dash where a period is not known. */
function totalLabels(
  columns: readonly StackedColumn[],
  laid: readonly ColumnPlace[],
  scale: ToPixels,
  room: { readonly width: number; readonly drawn: readonly Tile[] },
): Label[] {
  const ends = columns.map(({ total, text, parts }) => ({
    text: total === undefined ? MISSING : text,
    y: scale(Math.max(0, total ?? 0, ...stack(parts).map(({ to }) => to))) - 10,
    strong: true,
  }));
  return labelsAtEnds(ends, laid, room);
}

const lastStack = (columns: readonly StackedColumn[]): readonly Stacked[] =>
  stack(columns.findLast(({ parts }) => parts.length > 0)?.parts ?? []);

interface Key {
  readonly labels: readonly Label[];
  readonly swatches: readonly { x: number; y: number; fill: string }[];
  readonly bottom: number;
}

/** A swatch, the name and the last figure of each series, as near to its part of the last column as there is room. */
function namesBeside(
  { series, head }: StackedRequest,
  names: readonly (readonly string[])[],
  last: readonly Stacked[],
  scale: ToPixels,
  box: { left: number; right: number; top: number; bottom: number },
): Key {
  const wishes = names.map((lines, index) => {
    const { from, to } = last[index] ?? { from: 0, to: 0 };
    return { at: scale((from + to) / 2), size: 5 + lines.length * 17 };
  });
  const tied = wishes.map((wish, index) => ({ ...wish, at: wish.at - index * 1e-6 }));
  const places = spread(tied, box.top + 20, box.bottom);
  const top = Math.min(...places.map((place, index) => place - (wishes[index]?.size ?? 0) / 2));
  const labels = series.flatMap(({ text }, index): Label[] => {
    const y = places[index] ?? 0;
    return [
      ...stackLines(names[index] ?? [], { x: box.left + SWATCH, y }),
      { x: box.right, y, text, anchor: 'end', style: 'quiet' },
    ];
  });
  return {
    labels: [...labels, { x: box.right, y: top - 8, text: head, anchor: 'end', style: 'smallQuiet' }],
    swatches: series.map(({ tone: name }, index) => ({
      x: box.left + 14,
      y: places[index] ?? 0,
      fill: tone(name),
    })),
    bottom: box.bottom,
  };
}

/** The same as a list under the columns, the uppermost series first. */
function listBelow({ width, series, head }: StackedRequest, top: number): Key {
  const labels: Label[] = [{ x: width - 1, y: top, text: head, anchor: 'end', style: 'smallQuiet' }];
  const marks: { x: number; y: number; fill: string }[] = [];
  let y = top + 20;
  for (const { name, text, tone: toneName } of series.toReversed()) {
    const lines = wrap(name, width - 20 - GAP_FIGURE - measure(text), TEXT, 'regular', 3);
    lines.forEach((line, n) => void labels.push({ x: 20, y: y + n * 17, text: line }));
    labels.push({ x: width - 1, y, text, anchor: 'end', style: 'quiet' });
    marks.push({ x: 6, y, fill: tone(toneName) });
    y += 4 + lines.length * 17;
  }
  return { labels, swatches: marks, bottom: y - SMALL / 2 };
}

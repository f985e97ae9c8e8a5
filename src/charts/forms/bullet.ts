import type { PlotOptions } from '@observablehq/plot';
import { extentFromZero, frame, linear, lying, type ToPixels } from '../grammar/frame.ts';
import { centred, type Label, measure } from '../grammar/labels.ts';
import { type Point, plumb, rings, strokes, tiles } from '../grammar/marks.ts';
import { type LabelledRow, layRows, type RowsLayout } from '../grammar/rows.ts';
import { spread } from '../grammar/spread.ts';
import { barFill, INK, tone } from '../grammar/type.ts';

export interface BulletRow extends Omit<LabelledRow, 'strong'> {
  /** In percent of the target. */
  readonly actual: number;
  readonly before: number | undefined;
  /** How far from the target: `+3.4%`. */
  readonly text: string;
  /** Target, actual, difference. */
  readonly cells: readonly [target: string, actual: string, difference: string];
}

export interface BulletRequest {
  readonly width: number;
  readonly heads: readonly [string, string, string];
  readonly narrowHead: string;
  /** What the tick and the hollow dot are called. */
  readonly names: { readonly target: string; readonly before: string };
}

const AWAY = 9;

/** Actual against target, every row on its own scale: the target is 100, one black tick for all. */
export function bullet(rows: readonly BulletRow[], request: BulletRequest): PlotOptions {
  const layout = layRows(rows, {
    ...request,
    strongColumns: [1],
    pitch: 44,
    stackedPitch: 60,
    gapBefore: (index) => (index === 0 ? 20 : 0),
  });
  const reach = AWAY + Math.max(...rows.map(({ text }) => measure(text, 'strong')));
  const values = rows.flatMap(({ actual, before = 0 }) => [100, actual, before]);
  const scale = linear(extentFromZero(values), [layout.left + 6, layout.right - reach]);
  const grown = (index: number, by: number) => ({
    top: (layout.bands[index]?.top ?? 0) - by + 3,
    bottom: (layout.bands[index]?.bottom ?? 0) + by - 3,
  });
  return frame(
    request.width,
    layout.height + 4,
    [
      tiles(
        rows.map((_, index) => ({
          ...lying(scale, 0, 100),
          ...grown(index, layout.stacked ? 4 : 7),
          fill: tone('tint-2'),
        })),
      ),
      tiles(
        rows.map((row, index) => ({
          ...lying(scale, 0, row.actual),
          ...grown(index, 1),
          fill: barFill('now', row.derived === true),
        })),
      ),
      strokes(
        rows.map((_, index) => {
          const { top, bottom } = grown(index, layout.stacked ? 5 : 9);
          return plumb(scale(100), top, bottom);
        }),
        INK,
        3,
      ),
      rings(placeDots(rows, layout, scale), 4.5, tone('now')),
    ],
    [...layout.labels, ...distances(rows, layout, scale), ...names(rows, request, layout, scale)],
  );
}

const placeDots = (rows: readonly BulletRow[], { bands }: RowsLayout, scale: ToPixels): Point[] =>
  rows.flatMap(({ before }, index) =>
    before === undefined ? [] : [{ x: scale(before), y: bands[index]?.middle ?? 0 }],
  );

/** How far from the target, right of whatever ends last. */
const distances = (rows: readonly BulletRow[], { bands }: RowsLayout, scale: ToPixels): Label[] =>
  rows.map(({ text, actual, before = 0 }, index) => {
    const last = Math.max(scale(100), scale(actual), scale(before) + 4);
    return { x: last + AWAY, y: bands[index]?.middle ?? 0, text, style: 'strong' };
  });

/** What the tick and the dot are, over the first row that has both. */
function names(
  rows: readonly BulletRow[],
  request: BulletRequest,
  layout: RowsLayout,
  scale: ToPixels,
): Label[] {
  if (layout.stacked) return [];
  const first = rows[0];
  const y = (layout.bands[0]?.top ?? 0) - 15;
  const { target, before } = request.names;
  const wished = [
    { text: target, at: scale(100), style: 'smallStrong' as const },
    ...(first?.before === undefined || before === ''
      ? []
      : [{ text: before, at: scale(first.before), style: 'smallQuiet' as const }]),
  ];
  const places = spread(
    wished.map(({ text, at, style }) => ({ at, size: measure(text, style) + 10 })),
    layout.left,
    layout.right,
  );
  return wished.map(({ text, style }, index) => centred(text, places[index] ?? 0, y, style));
}

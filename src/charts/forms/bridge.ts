import * as Plot from '@observablehq/plot';
import { extentFromZero, frame, linear, lying, type ToPixels } from '../grammar/frame.ts';
import type { Label } from '../grammar/labels.ts';
import { plumb, type Stroke, strokes, type Tile, tiles } from '../grammar/marks.ts';
import { type Band, type LabelledRow, layRows } from '../grammar/rows.ts';
import { barFill, QUIET, RULE, tone } from '../grammar/type.ts';

/** A total stands on zero; a step hangs where the one before it ended. */
export interface BridgeRow extends LabelledRow {
  readonly kind: 'total' | 'step';
  readonly value: number;
  /** Tone of the bar where it is not that of totals, rises and falls. */
  readonly tone?: string;
  /** Drawn as worked out without the word beside its label: a note says it. */
  readonly hatched?: boolean;
  /** Begins a second bridge that starts again with this total, drawn larger. */
  readonly enlarged?: boolean;
}

export interface BridgeRequest {
  readonly width: number;
  readonly heads: readonly string[];
  /** Columns of quiet figures, by index. */
  readonly quiet?: readonly number[];
}

/** Room between two bridges for the wedge that says how much larger the second is drawn. */
const WEDGE = 40;

/** From one total to another, row by row, like a statement. */
export function bridge(rows: readonly BridgeRow[], request: BridgeRequest): Plot.PlotOptions {
  const second = rows.findIndex((row) => row.enlarged);
  const layout = layRows(rows, { ...request, gapBefore: (index) => (index === second ? WEDGE : 0) });
  const runs = second < 0 ? [rows] : [rows.slice(0, second), rows.slice(second)];
  const extents = runs.map((run) => extentFromZero(ends(run).flat()));
  const scales = extents.map((extent) => linear(extent, [layout.left, layout.right]));
  const bars = runs.flatMap((run, n) => {
    const first = n === 0 ? 0 : second;
    return layBars(run, layout.bands.slice(first, first + run.length), scales[n] as ToPixels);
  });
  const runsOfBars = second < 0 ? [bars] : [bars.slice(0, second), bars.slice(second)];
  const wedge = second < 0 ? undefined : drawWedge(bars, second, timesLarger(extents));
  return frame(
    request.width,
    layout.height,
    [
      wedge?.mark,
      strokes(
        runsOfBars.map((run, n) => zeroLine(run, (scales[n] as ToPixels)(0))),
        RULE,
      ),
      strokes(runsOfBars.flatMap(threads), layout.stacked ? RULE : QUIET),
      tiles(bars.filter(isSeen)),
      ...ticks(bars.filter((bar) => !isSeen(bar))),
    ],
    [...layout.labels, ...(wedge ? [wedge.label] : [])],
  );
}

interface Bar extends Tile {
  readonly tone: string;
  /** Where the running total stands after this row. */
  readonly end: number;
}

/** Where each row starts and ends, in values. */
function ends(rows: readonly BridgeRow[]): [number, number][] {
  let at = 0;
  return rows.map(({ kind, value }) => {
    const from = kind === 'total' ? 0 : at;
    at = from + value;
    return [from, at];
  });
}

const layBars = (rows: readonly BridgeRow[], bands: readonly Band[], scale: ToPixels): Bar[] =>
  ends(rows).map(([from, to], index) => {
    const row = rows[index] as BridgeRow;
    const { top, bottom } = bands[index] as Band;
    const name = chooseTone(row);
    const fill = barFill(name, row.derived === true || row.hatched === true);
    return { ...lying(scale, from, to), top, bottom, end: scale(to), tone: name, fill };
  });

/** A bar narrower than this cannot be seen; a tick stands for it. */
const isSeen = ({ left, right }: Bar): boolean => right - left >= 1.5;

const chooseTone = ({ tone, kind, value }: BridgeRow): string =>
  tone ?? (kind === 'total' ? 'now' : value < 0 ? 'down' : 'up');

const ticks = (bars: readonly Bar[]): Plot.Markish[] =>
  bars.map(({ end, top, bottom, tone: name }) => strokes([plumb(end, top, bottom)], tone(name), 2.5));

const zeroLine = (bars: readonly Bar[], x: number): Stroke =>
  plumb(x, (bars[0]?.top ?? 0) - 6, (bars.at(-1)?.bottom ?? 0) + 6);

/** A thin line from the end of each bar down to the next one. */
const threads = (bars: readonly Bar[]): Stroke[] =>
  bars.slice(0, -1).map(({ end, bottom }, index) => plumb(end, bottom, bars[index + 1]?.top ?? bottom));

/** From the last total of the first bridge to the same total, larger, and its words. */
function drawWedge(
  bars: readonly Bar[],
  second: number,
  words: string,
): { mark: Plot.Markish; label: Label } {
  const above = bars[second - 1] as Bar;
  const below = bars[second] as Bar;
  const [top, bottom] = [above.bottom + 7, above.bottom + WEDGE - 7];
  const edges = [
    { y: top, left: above.left, right: above.right },
    { y: bottom, left: below.left, right: below.right },
  ];
  return {
    mark: Plot.areaX(edges, { x1: 'left', x2: 'right', y: 'y', fill: tone('tint-2') }),
    label: { x: below.left + 8, y: (top + bottom) / 2, text: `the same, ${words}`, style: 'small' },
  };
}

const WORDS = ['', '', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `five times larger`: in words where near enough, else to a tenth, from ten on to the whole. */
function timesLarger([whole = [0, 1], part = [0, 1]]: readonly (readonly [number, number])[]): string {
  const factor = (whole[1] - whole[0]) / (part[1] - part[0] || 1);
  const near = Math.round(factor);
  const word = Math.abs(factor - near) < 0.05 * near ? WORDS[near] : undefined;
  return `${word ?? (factor < 10 ? factor.toFixed(1) : String(near))} times larger`;
}

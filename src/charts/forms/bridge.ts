import * as Plot from '@observablehq/plot';
import type { Label } from '../grammar/labels.ts';
import { type Drawing, frame, plumb, strokes, type Tile, tiles } from '../grammar/marks.ts';
import { extentFromZero, linear, lying } from '../grammar/places.ts';
import { type Band, type LabelledRow, layRows, type RowsRequest } from '../grammar/rows.ts';
import { barFill, QUIET, RULE, tone } from '../grammar/type.ts';

/** A total, which is strong, stands on zero; a step hangs where the one before it ended. */
export interface BridgeRow extends LabelledRow {
  readonly value: number;
  /** Begins a second bridge that starts again with this total, drawn larger. */
  readonly enlarged?: boolean;
}

/** Room between two bridges for the wedge that says how much larger the second is drawn. */
const WEDGE = 40;

export interface BridgeRequest extends Pick<RowsRequest, 'heads' | 'styles'> {
  /** Tone of steps down: where all are costs, a fall is nothing to point out. */
  readonly fall?: 'down' | 'before';
}

/** From one total to another, row by row, like a statement. Of steps that were worked out a note says it, no word beside each. */
export const bridge =
  (rows: readonly BridgeRow[], { fall = 'down', ...request }: BridgeRequest): Drawing =>
  (width) => {
    const second = rows.findIndex(({ enlarged }) => enlarged);
    const gapBefore = (index: number): number => (index === second ? WEDGE : 0);
    const labelled = rows.map((row) => ({ ...row, derived: row.strong === true && row.derived === true }));
    const layout = layRows(labelled, { ...request, gapBefore }, width);
    const split = second < 0 ? rows.length : second;
    const runs = [
      layRun(rows.slice(0, split), layout.bands.slice(0, split), layout, fall),
      layRun(rows.slice(split), layout.bands.slice(split), layout, fall),
    ].filter(({ bars }) => bars.length > 0);
    const bars = runs.flatMap((run) => run.bars);
    const wedge = runs.length > 1 ? drawWedge(runs) : undefined;
    return frame(width, layout.height, {
      marks: [
        wedge?.mark,
        strokes(
          runs.map(({ zero, bars: of }) => plumb(zero, (of[0]?.top ?? 0) - 6, (of.at(-1)?.bottom ?? 0) + 6)),
          RULE,
        ),
        strokes(
          runs.flatMap(({ bars: of }) => threads(of)),
          layout.stacked ? RULE : QUIET,
        ),
        tiles(bars.filter(isSeen)),
        ...bars
          .filter((bar) => !isSeen(bar))
          .map(({ end, top, bottom, stroke }) => strokes([plumb(end, top, bottom)], stroke, 2.5)),
      ],
      labels: [...layout.labels, ...(wedge ? [wedge.label] : [])],
    });
  };

interface Bar extends Tile {
  /** Where the running total stands after this row. */
  readonly end: number;
  readonly stroke: string;
}

/** The rows of one bridge, on a scale of its own. */
interface Run {
  readonly bars: readonly Bar[];
  /** Where zero is, and how many values the picture is wide. */
  readonly zero: number;
  readonly span: number;
}

function layRun(
  rows: readonly BridgeRow[],
  bands: readonly Band[],
  { left, right }: { readonly left: number; readonly right: number },
  fall: string,
): Run {
  let at = 0;
  const ends = rows.map(({ strong, value }) => {
    const from = strong ? 0 : at;
    at = from + value;
    return [from, at] as const;
  });
  const [low, high] = extentFromZero(ends.flat());
  const scale = linear([low, high], [left, right]);
  const bars = rows.map((row, index): Bar => {
    const [from, to] = ends[index] ?? [0, 0];
    const name = row.strong ? 'now' : row.value < 0 ? fall : 'up';
    const fill = barFill(name, row.derived === true);
    return { ...(bands[index] as Band), ...lying(scale, from, to), end: scale(to), fill, stroke: tone(name) };
  });
  return { bars, zero: scale(0), span: high - low || 1 };
}

/** A bar narrower than this cannot be seen; a tick stands for it. */
const isSeen = ({ left, right }: Bar): boolean => right - left >= 1.5;

/** A thin line from the end of each bar down to the next one. */
const threads = (bars: readonly Bar[]) =>
  bars.slice(1).map(({ top }, index) => plumb(bars[index]?.end ?? 0, bars[index]?.bottom ?? top, top));

/** From the last total of the first bridge to the same total, larger, and its words. */
function drawWedge([first, second]: readonly Run[]): { mark: Plot.Markish; label: Label } | undefined {
  const [above, below] = [first?.bars.at(-1), second?.bars[0]];
  if (!first || !second || !above || !below) return undefined;
  const [top, bottom] = [above.bottom + 7, above.bottom + WEDGE - 7];
  const edges = [
    { y: top, left: above.left, right: above.right },
    { y: bottom, left: below.left, right: below.right },
  ];
  const text = `the same, ${timesLarger(first.span / second.span)}`;
  return {
    mark: Plot.areaX(edges, { x1: 'left', x2: 'right', y: 'y', fill: tone('tint-2') }),
    label: { x: below.left + 8, y: (top + bottom) / 2, text, style: 'small' },
  };
}

const WORDS = ['', '', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `five times larger`: in words where near enough, else to a tenth, from ten on to the whole. */
function timesLarger(factor: number): string {
  const near = Math.round(factor);
  const word = Math.abs(factor - near) < 0.05 * near ? WORDS[near] : undefined;
  return `${word ?? (factor < 10 ? factor.toFixed(1) : String(near))} times larger`;
}

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

export interface BridgeRequest extends Pick<RowsRequest, 'heads' | 'styles'> {
  /** Tone of steps down: where all are costs, a fall is nothing to point out. */
  readonly fall?: 'down' | 'before';
}

/** Room between two bridges for the wedge that says how much larger the second is drawn. */
const WEDGE = 40;

/** From one total to another, row by row, like a statement. Of steps that were worked out a note says it, no word beside each. */
export const bridge =
  (rows: readonly BridgeRow[], { fall = 'down', ...request }: BridgeRequest): Drawing =>
  (width) => {
    const second = rows.findIndex(({ enlarged }) => enlarged);
    const layout = layRows(
      rows.map(({ strong = false, derived = false, ...row }): Step => {
        const name = strong ? 'now' : row.value < 0 ? fall : 'up';
        const paint = { fill: barFill(name, derived), stroke: tone(name) };
        return { ...row, ...paint, strong, derived: strong && derived };
      }),
      { ...request, gapBefore: (index) => (index === second ? WEDGE : 0) },
      width,
    );
    const split = second < 0 ? rows.length : second;
    const runs = [layout.rows.slice(0, split), layout.rows.slice(split)]
      .filter(({ length }) => length > 0)
      .map((run) => layRun(run, layout));
    const bars = runs.flatMap((run) => run.bars);
    const wedge = drawWedge(runs);
    return frame(width, layout.height, {
      marks: [
        wedge?.mark,
        strokes(
          runs.map(({ zero }) => zero),
          RULE,
        ),
        strokes(
          runs.flatMap((run) => threads(run.bars)),
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

interface Step extends BridgeRow {
  readonly fill: string;
  readonly stroke: string;
}

interface Bar extends Tile {
  /** Where the running total stands after this row. */
  readonly end: number;
  readonly stroke: string;
}

/** One bridge, on a scale of its own. */
interface Run {
  readonly bars: readonly Bar[];
  readonly zero: ReturnType<typeof plumb>;
  /** How much the width of the picture stands for. */
  readonly span: number;
}

function layRun(rows: readonly (Step & Band)[], { left, right }: { left: number; right: number }): Run {
  let to = 0;
  const ends = rows.map((row) => {
    const from = row.strong ? 0 : to;
    to = from + row.value;
    return { ...row, from, to };
  });
  const [low, high] = extentFromZero(ends.flatMap((row) => [row.from, row.to]));
  const scale = linear([low, high], [left, right]);
  const bars = ends.map((row) => ({ ...row, ...lying(scale, row.from, row.to), end: scale(row.to) }));
  const zero = plumb(scale(0), (rows[0]?.top ?? 0) - 6, (rows.at(-1)?.bottom ?? 0) + 6);
  return { bars, zero, span: high - low || 1 };
}

/** A bar narrower than this cannot be seen; a tick stands for it. */
const isSeen = ({ left, right }: Bar): boolean => right - left >= 1.5;

/** A thin line from the end of each bar down to the next one. */
const threads = (bars: readonly Bar[]) =>
  bars.flatMap(({ end, bottom }, index) => {
    const next = bars[index + 1];
    return next ? [plumb(end, bottom, next.top)] : [];
  });

/** From the last total of the first bridge to the same total, larger, and its words; undefined where there is no second. */
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

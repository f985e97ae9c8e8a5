import * as Plot from '@observablehq/plot';
import { type Drawing, frame, scaleFromZero } from '../grammar/frame.ts';
import type { Label } from '../grammar/labels.ts';
import { extentFromZero } from '../grammar/places.ts';
import { type Band, type LabelledRow, layRows, type RowsRequest } from '../grammar/rows.ts';
import { barFill, QUIET, RULE, tone } from '../grammar/type.ts';
import { countWord } from '../wording.ts';

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
/** A bar narrower than this cannot be seen; a tick stands for it. */
const LEAST = 1.5;

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
    const x = scaleFromZero([1], [layout.left, layout.right]);
    const split = second < 0 ? rows.length : second;
    const runs = [layout.rows.slice(0, split), layout.rows.slice(split)]
      .filter(({ length }) => length > 0)
      .map(layRun);
    const bars = runs.flatMap((run) => run.bars);
    const isSeen = ({ from, to }: Bar): boolean => Math.abs(x.apply(to) - x.apply(from)) >= LEAST;
    const wedge = drawWedge(runs, x);
    return frame(width, layout.height, {
      x,
      marks: [
        wedge?.mark,
        Plot.ruleX(runs, { x: 'zero', y1: 'top', y2: 'bottom', inset: -6, stroke: RULE }),
        Plot.ruleX(bars, { x: 'to', y1: 'bottom', y2: 'next', stroke: layout.stacked ? RULE : QUIET }),
        Plot.rect(bars, { filter: isSeen, x1: 'from', x2: 'to', y1: 'top', y2: 'bottom', fill: 'fill' }),
        Plot.ruleX(bars, {
          filter: (bar) => !isSeen(bar),
          x: 'to',
          y1: 'top',
          y2: 'bottom',
          stroke: 'stroke',
          strokeWidth: 2.5,
        }),
      ],
      labels: [...layout.labels, ...(wedge ? [wedge.label] : [])],
    });
  };

interface Step extends BridgeRow {
  readonly fill: string;
  readonly stroke: string;
}

/** From where to where a row reaches, in shares of the width of the picture. */
interface Bar extends Step, Band {
  readonly from: number;
  readonly to: number;
  /** Where the next bar begins, for the thin line down to it. */
  readonly next: number | undefined;
}

/** One bridge, on a scale of its own. */
interface Run {
  readonly bars: readonly Bar[];
  readonly zero: number;
  readonly top: number;
  readonly bottom: number;
  /** How much the width of the picture stands for. */
  readonly span: number;
}

function layRun(rows: readonly (Step & Band)[]): Run {
  let end = 0;
  const reached = rows.map((row, index): Bar => {
    const from = row.strong ? 0 : end;
    end = from + row.value;
    return { ...row, from, to: end, next: rows[index + 1]?.top };
  });
  const [low, high] = extentFromZero(reached.flatMap(({ from, to }) => [from, to]));
  const span = high - low || 1;
  const share = (value: number): number => (value - low) / span;
  const bars = reached.map((bar) => ({ ...bar, from: share(bar.from), to: share(bar.to) }));
  return { bars, span, zero: share(0), top: rows[0]?.top ?? 0, bottom: rows.at(-1)?.bottom ?? 0 };
}

/** From the last total of the first bridge to the same total, larger, and its words; undefined where there is no second. */
function drawWedge(
  [first, second]: readonly Run[],
  x: Plot.Scale,
): { mark: Plot.Markish; label: Label } | undefined {
  const [above, below] = [first?.bars.at(-1), second?.bars[0]];
  if (!first || !second || !above || !below) return undefined;
  const [top, bottom] = [above.bottom + 7, above.bottom + WEDGE - 7];
  const edges = [
    { x1: Math.min(above.from, above.to), x2: Math.max(above.from, above.to), y: top },
    { x1: Math.min(below.from, below.to), x2: Math.max(below.from, below.to), y: bottom },
  ];
  const text = `the same, ${timesLarger(first.span / second.span)}`;
  return {
    mark: Plot.areaX(edges, { x1: 'x1', x2: 'x2', y: 'y', fill: tone('tint-2') }),
    label: { x: x.apply(Math.min(below.from, below.to)) + 8, y: (top + bottom) / 2, text, style: 'small' },
  };
}

/** `five times larger`: in words where near enough, else to a tenth, from ten on to the whole. */
function timesLarger(factor: number): string {
  const near = Math.round(factor);
  const isNear = factor >= 10 || Math.abs(factor - near) < 0.05 * near;
  return `${isNear ? countWord(near) : factor.toFixed(1)} times larger`;
}

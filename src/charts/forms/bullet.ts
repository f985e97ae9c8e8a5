import * as Plot from '@observablehq/plot';
import { type Drawing, frame, rings, scaleFromZero } from '../grammar/frame.ts';
import { type Label, measure } from '../grammar/labels.ts';
import { layStacked } from '../grammar/rows.ts';
import { barFill, INK, tone } from '../grammar/type.ts';

export interface BulletRow {
  readonly label: string;
  /** In percent of the target. */
  readonly actual: number;
  readonly before: number | undefined;
  /** How far from the target: `+3.4%`. */
  readonly text: string;
  /** Actual and target, beside the label. */
  readonly cell: string;
  readonly derived?: boolean;
}

const TARGET = 100;
const AWAY = 9;

/** Actual against target, every row on its own scale: the target is 100, one black tick for all. */
export const bullet =
  (rows: readonly BulletRow[], head: string): Drawing =>
  (width) => {
    const layout = layStacked(
      rows.map((row) => ({ ...row, cells: [row.cell], fill: barFill('now', row.derived === true) })),
      { heads: [head], stackedPitch: 60, gapBefore: (index) => (index === 0 ? 20 : 0) },
      width,
    );
    const texts = rows.map(({ text }) => text);
    const reach = AWAY + measure(texts, 'strong');
    const x = scaleFromZero(
      rows.flatMap(({ actual, before = 0 }) => [TARGET, actual, before]),
      [layout.left + 6, layout.right - reach],
    );
    /** How far from the target, right of whatever ends last. */
    const distances = layout.rows.map(({ text, actual, before = 0, middle: y }): Label => {
      const last = Math.max(x.apply(TARGET), x.apply(actual), x.apply(before) + 4);
      return { x: last + AWAY, y, text, style: 'strong' };
    });
    const across = { y1: 'top', y2: 'bottom' };
    return frame(width, layout.height + 4, {
      x,
      marks: [
        Plot.rect(layout.rows, {
          ...across,
          x1: 0,
          x2: TARGET,
          insetTop: -1,
          insetBottom: -1,
          fill: tone('tint-2'),
        }),
        Plot.rect(layout.rows, { ...across, x1: 0, x2: 'actual', insetTop: 2, insetBottom: 2, fill: 'fill' }),
        Plot.ruleX(layout.rows, { ...across, x: TARGET, inset: -2, stroke: INK, strokeWidth: 3 }),
        rings(layout.rows, { x: 'before', y: 'middle', r: 4.5, stroke: tone('now') }),
      ],
      labels: [...layout.labels, ...distances],
    });
  };

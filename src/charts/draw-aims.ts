import type { PlotOptions } from '@observablehq/plot';
import { type BulletRequest, type BulletRow, bullet } from './forms/bullet.ts';
import type { Aim } from './reading/aims.ts';
import type { AmountScale } from './scale.ts';

/** What a chart of aims shows beside target and actual. */
interface AimDrawing<Row extends Aim> extends Omit<BulletRequest, 'names'> {
  readonly scale: AmountScale;
  /** How far from the target, and the same as an amount. */
  readonly text: (row: Row) => string;
  readonly difference: (row: Row) => string;
  /** Between actual and target where they share a line. */
  readonly between: 'of' | 'to';
  /** What the hollow dot is called, and where it is, in percent of the target. */
  readonly before?: readonly [name: string, at: (row: Row) => number | undefined];
}

/** Aims as bullets: every row on its own scale, on which its target is 100. */
export function drawAims<Row extends Aim>(
  rows: readonly Row[],
  { scale, text, difference, between, before, ...request }: AimDrawing<Row>,
): PlotOptions {
  const bullets = rows.map((row): BulletRow => {
    const [target, actual] = [scale.figure(row.target), scale.figure(row.actual)];
    return {
      label: row.label,
      actual: row.reached.value,
      before: before?.[1](row),
      text: text(row),
      cells: [target, actual, difference(row)],
      narrow: `${actual} ${between} ${target}`,
      derived: row.actual.derived,
    };
  });
  return bullet(bullets, { ...request, names: { target: 'Target', before: before?.[0] ?? '' } });
}

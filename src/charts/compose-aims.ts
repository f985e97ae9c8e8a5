import type { Settled } from '../model/settled.ts';
import type { ChartCell, ChartSpec } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { type BulletRequest, type BulletRow, bullet } from './forms/bullet.ts';
import { type Aim, datesStated } from './reading/aims.ts';
import { type AmountScale, scaleFor } from './scale.ts';

/** A chart of aims, said with the scale that its amounts are written on. */
interface Aims<Row extends Aim> {
  readonly name: string;
  readonly title: string;
  /** What is set against what, the day on which the targets were given in between. */
  readonly against: (given: string) => string;
  readonly note?: string;
  readonly columns: (
    scale: AmountScale,
  ) => readonly (readonly [head: string, cell: (row: Row) => ChartCell])[];
  readonly summary: (scale: AmountScale) => { readonly lead: string; readonly each: (row: Row) => string };
  readonly drawing: Omit<BulletRequest, 'names' | 'width'> & {
    /** How far from the target, and the same as an amount. */
    readonly text: (row: Row) => string;
    readonly difference: (row: Row, scale: AmountScale) => string;
    /** Between actual and target where they share a line. */
    readonly between: 'of' | 'to';
    /** What the hollow dot is called, and where it is, in percent of the target. */
    readonly before?: readonly [name: string, at: (row: Row) => number | undefined];
  };
}

/** Aims as bullets: every row on its own scale, on which its target is 100. */
export function composeAims<Row extends Aim>(
  rows: readonly Row[],
  facts: Settled,
  { name, title, against, note = '', columns, summary, drawing }: Aims<Row>,
): ChartSpec {
  const scale = scaleFor(
    rows.flatMap(({ target, actual }) => [target, actual]),
    facts,
  );
  const { text, difference, between, before, ...request } = drawing;
  const bullets = rows.map((row): BulletRow => {
    const [target, actual] = [scale.figure(row.target), scale.figure(row.actual)];
    return {
      label: row.label,
      actual: row.reached.value,
      before: before?.[1](row),
      text: text(row),
      cells: [target, actual, difference(row, scale)],
      narrow: `${actual} ${between} ${target}`,
      derived: row.actual.derived,
    };
  });
  return composeChart({
    name,
    question: 'target',
    size: 'half',
    title,
    unit: `${against(datesStated(rows, facts))}; each row scaled so that its target is 100; amounts in ${scale.name}`,
    rows,
    scale,
    columns: columns(scale),
    summary: { ...summary(scale), hasCommas: true },
    note,
    plot: (width) =>
      bullet(bullets, { ...request, width, names: { target: 'Target', before: before?.[0] ?? '' } }),
  });
}

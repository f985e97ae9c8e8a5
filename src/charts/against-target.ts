import { exactly, minus, type Quantity, signOf } from '../model/quantity.ts';
import { periodBefore, yearBefore } from '../model/year-before.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { bullet } from './forms/bullet.ts';
import { type Aim, aimsOf, datesStated } from './reading/aims.ts';
import { changeOf } from './reading/measured.ts';
import { findAmount } from './reading/reader.ts';
import {
  capital,
  cellOf,
  changeCell,
  counted,
  figure,
  inSentence,
  listedLong,
  percentCell,
  scaleFor,
  signedFigure,
  signedPercent,
  sizePercent,
  unitOf,
} from './wording.ts';

/** What was reached of what was aimed at, each aim on its own scale. */
export const againstTarget: Chart = (facts, period, issuer): ChartSpec | undefined => {
  const unit = issuer.reportingCurrency;
  const aims = aimsOf(facts, { unit, aimedAt: period.period, actual: period.period });
  if (aims.length === 0) return undefined;
  const scale = scaleFor(
    aims.flatMap(({ target, actual }) => [target, actual]),
    facts,
  );
  const before = yearBefore(issuer, period)?.label ?? '';
  const earlier = periodBefore(issuer, period.period);
  const past = aims.map(({ concept }) => findAmount(facts, { concept, period: earlier, unit }));
  const miss = ({ reached }: Aim): Quantity => minus(reached, exactly(100));
  return {
    name: 'against-target',
    question: 'target',
    size: 'half',
    title: titleOf(aims),
    unit: `${period.label} against the targets ${datesStated(aims, facts)}; each row scaled so that its target is 100; amounts in ${unitOf(scale)}`,
    summary: `Actual against target, ${period.label}, ${unitOf(scale)}: ${listedLong(aims.map((aim) => `${inSentence(aim.name)} ${figure(aim.actual, scale)} of ${figure(aim.target, scale)}, ${by(aim.reached)} target`))}.`,
    table: {
      header: ['', before || 'Year before', 'Target', 'Actual', 'Difference', 'In %'],
      rows: aims.map((aim, index) => ({
        label: aim.name,
        cells: [
          cellOf(past[index], scale),
          aim.target.fact ?? figure(aim.target, scale),
          cellOf(aim.actual, scale),
          changeCell(changeOf(aim.actual, aim.target), scale),
          percentCell(miss(aim), signedPercent(miss(aim))),
        ],
      })),
      scale: scale.power,
      places: scale.places,
    },
    note: past.some(Boolean) && before ? `The hollow dots show ${before}.` : '',
    sources: aims.flatMap(({ target, actual }, index) => [
      ...target.facts,
      ...actual.facts,
      ...(past[index]?.facts ?? []),
    ]),
    plot: (width) =>
      bullet(
        aims.map((aim, index) => ({
          label: aim.name,
          actual: aim.reached.value,
          before: past[index] && (100 * past[index].value) / aim.target.value,
          text: signedPercent(miss(aim)),
          cells: [
            figure(aim.target, scale),
            figure(aim.actual, scale),
            signedFigure(changeOf(aim.actual, aim.target), scale),
          ],
          derived: aim.actual.derived,
        })),
        {
          width,
          heads: ['Target', 'Actual', 'Difference'],
          narrow: {
            head: 'Actual and target',
            cell: (index) =>
              `${figure(aims[index]?.actual ?? NOTHING, scale)} of ${figure(aims[index]?.target ?? NOTHING, scale)}`,
          },
          names: { target: 'Target', before },
        },
      ),
  };
};

const NOTHING = exactly(0);

/** How many targets were met, and by how much the outermost were over or under. */
function titleOf(aims: readonly Aim[]): string {
  const met = aims.filter((aim) => signOf(minus(aim.actual, aim.target)) >= 0);
  const missed = aims.filter((aim) => !met.includes(aim));
  const sorted = [...aims].sort((a, b) => b.reached.value - a.reached.value);
  const [best, worst] = [sorted[0] as Aim, sorted.at(-1) as Aim];
  const over = ({ name, reached }: Aim): string => `${inSentence(name)} ${by(reached)}`;
  if (aims.length === 1) return `${best.name} ended ${by(best.reached)} its target`;
  const [all, none] =
    aims.length === 2
      ? ['Both targets were met', 'Neither target was met']
      : [
          `All ${counted(aims.length)} targets were met`,
          `None of the ${counted(aims.length)} targets was met`,
        ];
  if (missed.length === 0) return `${all}; ${over(best)} its own`;
  if (met.length === 0) return `${none}; ${over(worst)} its own`;
  return `${capital(counted(met.length))} of ${counted(aims.length)} targets ${met.length === 1 ? 'was' : 'were'} met: ${over(best)}, ${over(worst)}`;
}

/** `32.5% over`, `0.7% under`, `on`. */
function by(reached: Quantity): string {
  const miss = minus(reached, exactly(100));
  if (/^[0.]+%$/.test(sizePercent(miss))) return 'on';
  return `${sizePercent(miss)} ${miss.value > 0 ? 'over' : 'under'}`;
}

import type { FactSet } from '../model/fact-set.ts';
import { formatDate } from '../model/format.ts';
import type { Period } from '../model/period.ts';
import { difference, percentOf, type Quantity, signOf } from '../model/quantity.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { bullet } from './forms/bullet.ts';
import { changeOf, type Measured } from './reading/measured.ts';
import { periodBefore, yearBefore } from './reading/periods.ts';
import { findAmount } from './reading/reader.ts';
import { conceptsWhere } from './reading/vocabulary.ts';
import {
  capital,
  cellOf,
  changeCell,
  counted,
  figure,
  inSentence,
  listed,
  listedLong,
  percent,
  percentCell,
  scaleFor,
  signedFigure,
  signedPercent,
  sizePercent,
  unitOf,
} from './wording.ts';

interface Aim {
  readonly name: string;
  readonly target: Measured;
  readonly actual: Measured;
  readonly before: Measured | undefined;
  /** Actual over target, in percent of the target. */
  readonly reached: Quantity;
}

/** What was reached of what was aimed at, each aim on its own scale. */
export const againstTarget: Chart = (facts, period, issuer): ChartSpec | undefined => {
  const aims = aimsOf(facts, issuer.reportingCurrency, period.period, periodBefore(issuer, period));
  if (aims.length === 0) return undefined;
  const scale = scaleFor(aims.flatMap(({ target, actual }) => [target, actual]));
  const before = yearBefore(issuer, period)?.label ?? '';
  const set = datesSet(aims);
  const miss = ({ reached }: Aim): Quantity => ({ value: reached.value - 100, half: reached.half });
  return {
    name: 'against-target',
    question: 'target',
    size: 'wide',
    title: titleOf(aims),
    unit: `${period.label} against the targets of ${set}; each row scaled so that its target is 100; amounts in ${unitOf(scale)}`,
    summary: `Actual against target, ${period.label}, ${unitOf(scale)}: ${listedLong(aims.map((aim) => `${inSentence(aim.name)} ${figure(aim.actual, scale)} of ${figure(aim.target, scale)}, ${by(aim.reached)} target`))}.`,
    table: {
      header: ['', before || 'Year before', 'Target', 'Actual', 'Difference', 'In %'],
      rows: aims.map((aim) => ({
        label: aim.name,
        cells: [
          cellOf(aim.before, scale),
          aim.target.fact ?? figure(aim.target, scale),
          cellOf(aim.actual, scale),
          changeCell(changeOf(aim.actual, aim.target), scale),
          percentCell(miss(aim), signedPercent(miss(aim))),
        ],
      })),
      scale: scale.power,
      places: scale.places,
    },
    note: aims.some((aim) => aim.before) && before ? `The hollow dots show ${before}.` : '',
    sources: aims.flatMap(({ target, actual, before: was }) => [
      ...target.facts,
      ...actual.facts,
      ...(was?.facts ?? []),
    ]),
    plot: (width) =>
      bullet(
        aims.map((aim) => ({
          label: aim.name,
          actual: aim.reached.value,
          before: aim.before && (100 * aim.before.value) / aim.target.value,
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

const NOTHING: Quantity = { value: 0, half: 0 };

/** Targets above zero whose actuals are stated, in the order of the statement: shares of a target of zero say nothing. */
function aimsOf(facts: FactSet, unit: string, period: Period, earlier: Period): Aim[] {
  return conceptsWhere(({ kind, periodType }) => kind === 'monetary' && periodType === 'duration').flatMap(
    ({ id, label }): Aim[] => {
      const target = findAmount(facts, { concept: id, period, unit, basis: 'target' });
      const actual = target && findAmount(facts, { concept: id, period, unit });
      const reached = actual && signOf(target) === 1 ? percentOf(actual, target) : undefined;
      if (!target || !actual || !reached) return [];
      return [
        {
          name: label,
          target,
          actual,
          reached,
          before: findAmount(facts, { concept: id, period: earlier, unit }),
        },
      ];
    },
  );
}

/** Documents' ids begin with the day of their release. */
function datesSet(aims: readonly Aim[]): string {
  const days = [
    ...new Set(aims.flatMap(({ target }) => target.facts.map(({ document }) => document.slice(0, 10)))),
  ].filter((day) => /^\d{4}-\d\d-\d\d$/.test(day));
  return days.length > 0 ? listed(days.sort().map(formatDate)) : 'the company';
}

/** How many targets were met, and by how much the outermost were over or under. */
function titleOf(aims: readonly Aim[]): string {
  const met = aims.filter((aim) => signOf(difference(aim.actual, aim.target)) >= 0);
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
  const miss = { value: reached.value - 100, half: reached.half };
  if (/^[0.]+%$/.test(percent({ ...miss, value: Math.abs(miss.value) }))) return 'on';
  return `${sizePercent(miss)} ${miss.value > 0 ? 'over' : 'under'}`;
}

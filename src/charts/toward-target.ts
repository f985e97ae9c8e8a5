import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import { addDays, addMonths, duration, type Period, shift, startOf } from '../model/period.ts';
import { minus, percentOf, type Quantity, signOf } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { periodBefore, yearBefore } from '../model/year-before.ts';
import { periodName } from '../view/periods.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { bullet } from './forms/bullet.ts';
import { type Aim, aimsOf, datesStated } from './reading/aims.ts';
import { changeOf } from './reading/measured.ts';
import { findAmount } from './reading/reader.ts';
import {
  cellOf,
  changeCell,
  figure,
  inSentence,
  listed,
  listedLong,
  percent,
  percentCell,
  scaleFor,
  unitOf,
} from './wording.ts';

/** How much of what is aimed at for a year its first months have brought, and how much they had brought a year before. */
export const towardTarget: Chart = (facts, period, issuer): ChartSpec | undefined => {
  const year = yearOf(period.period);
  const unit = issuer.reportingCurrency;
  const aims = period.months < 12 ? aimsOf(facts, { unit, aimedAt: year, actual: period.period }) : [];
  if (aims.length === 0) return undefined;
  const scale = scaleFor(
    aims.flatMap(({ target, actual }) => [target, actual]),
    facts,
  );
  const name = periodName(issuer, year);
  const before = yearBefore(issuer, period)?.label ?? '';
  const shares = aims.map((aim) => shareBefore(facts, aim, period, issuer));
  const toCome = (aim: Aim) => changeOf(aim.target, aim.actual);
  return {
    name: 'toward-target',
    question: 'target',
    size: 'half',
    title: titleOf(aims, period.label, name),
    unit: `${period.label} against the targets for ${name} ${datesStated(aims, facts)}; each row scaled so that its target is 100; amounts in ${unitOf(scale)}`,
    summary: `Share of the targets for ${name} that ${period.label} brought, ${unitOf(scale)}: ${listedLong(aims.map((aim) => `${inSentence(aim.name)} ${figure(aim.actual, scale)} of ${figure(aim.target, scale)}, ${percent(aim.reached)}`))}.`,
    table: {
      header: [
        '',
        `Target ${name}`,
        period.label,
        'To come',
        'Share, %',
        `Share in ${before || 'the year before'}, %`,
      ],
      rows: aims.map((aim, index) => ({
        label: aim.name,
        cells: [
          cellOf(aim.target, scale),
          cellOf(aim.actual, scale),
          changeCell(toCome(aim), scale),
          percentCell(aim.reached, percent(aim.reached)),
          percentCell(shares[index], shares[index] ? percent(shares[index]) : ''),
        ],
      })),
      scale: scale.power,
      places: scale.places,
    },
    note:
      before && shares.some(Boolean)
        ? `The hollow dots show how much of its whole year ${before} had brought.`
        : '',
    sources: aims.flatMap(({ target, actual }) => [...target.facts, ...actual.facts]),
    plot: (width) =>
      bullet(
        aims.map((aim, index) => ({
          label: aim.name,
          actual: aim.reached.value,
          before: shares[index]?.value,
          text: percent(aim.reached),
          cells: [figure(aim.target, scale), figure(aim.actual, scale), figure(toCome(aim), scale)],
          derived: aim.actual.derived,
        })),
        {
          width,
          heads: [`Target ${name}`, period.label, 'To come'],
          narrow: {
            head: `${period.label} and target`,
            cell: (index) => {
              const aim = aims[index];
              return aim ? `${figure(aim.actual, scale)} of ${figure(aim.target, scale)}` : '';
            },
          },
          names: { target: 'Target', before },
        },
      ),
  };
};

/** The twelve months that begin with a period. */
const yearOf = (period: Period): Period =>
  duration(startOf(period), addDays(addMonths(startOf(period), 12), -1));

/** What share of the year before its first months had brought; undefined where that cannot be told. */
function shareBefore(
  facts: Settled,
  { concept, actual }: Aim,
  period: PeriodRecord,
  issuer: IssuerRecord,
): Quantity | undefined {
  const earlier = periodBefore(issuer, period.period);
  const part = findAmount(facts, { concept, period: earlier, unit: actual.unit });
  const whole = findAmount(facts, { concept, period: shift(yearOf(period.period), -12), unit: actual.unit });
  return part && whole && signOf(whole) === 1 ? percentOf(part, whole) : undefined;
}

/** `1H12 brought 47.8% of the revenues and 43.5% of the operating income aimed at for FY2012`. */
function titleOf(aims: readonly Aim[], period: string, year: string): string {
  const above = aims.filter(({ actual }) => signOf(actual) === 1);
  const past = above.filter(({ target, actual }) => signOf(minus(actual, target)) >= 0);
  if (above.length === 0)
    return `${period} brought none of the ${inSentence(aims[0]?.name ?? '')} aimed at for ${year}`;
  if (past.length === aims.length) return `${period} alone brought all that was aimed at for ${year}`;
  const told = above.slice(0, 2).map(({ name, reached }) => `${percent(reached)} of the ${inSentence(name)}`);
  return `${period} brought ${listed(told)} aimed at for ${year}`;
}

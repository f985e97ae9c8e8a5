import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import { lowerFirst } from '../model/format.ts';
import { addDays, addMonths, duration, firstDay, type Period, shift } from '../model/period.ts';
import { certainSign, minus, percentage, type Quantity } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import { findYearBefore, periodBefore } from '../model/year-before.ts';
import { shortPeriodName } from '../view/periods.ts';
import type { Chart } from './chart.ts';
import { composeAims } from './compose-aims.ts';
import { type Aim, findAims } from './reading/aims.ts';
import { findAmount } from './reading/reader.ts';
import { formatPercent, listed, percentCell } from './wording.ts';

/** How much of what is aimed at for a year its first months have brought, and how much they had brought a year before. */
export const towardTarget: Chart = (facts, period, issuer) => {
  const year = yearFrom(period.period);
  const unit = issuer.reportingCurrency;
  const aims = period.months < 12 ? findAims(facts, { unit, aimedAt: year, actual: period.period }) : [];
  const rows = aims.map((aim) => ({ ...aim, share: findShareBefore(facts, aim, period, issuer) }));
  if (rows.length === 0) return undefined;
  const name = shortPeriodName(issuer, year);
  const before = findYearBefore(issuer, period)?.label ?? '';
  return composeAims(rows, facts, {
    name: 'toward-target',
    title: progressTitle(rows, period.label, name),
    against: (given) => `${period.label} against the targets for ${name} ${given}`,
    columns: (scale) => [
      [`Target ${name}`, ({ target }) => scale.cell(target)],
      [period.label, ({ actual }) => scale.cell(actual)],
      ['To come', ({ toCome }) => scale.change(toCome)],
      ['Share, %', ({ reached }) => percentCell(reached, formatPercent(reached))],
      [
        `Share in ${before || 'the year before'}, %`,
        ({ share }) => percentCell(share, share ? formatPercent(share) : ''),
      ],
    ],
    summary: (scale) => ({
      lead: `Share of the targets for ${name} that ${period.label} brought, ${scale.name}`,
      each: ({ label, actual, target, reached }) =>
        `${lowerFirst(label)} ${scale.figure(actual)} of ${scale.figure(target)}, ${formatPercent(reached)}`,
    }),
    note:
      before && rows.some(({ share }) => share)
        ? `The hollow dots show how much of its whole year ${before} had brought.`
        : '',
    drawing: {
      heads: [`Target ${name}`, period.label, 'To come'],
      narrowHead: `${period.label} and target`,
      between: 'of',
      text: ({ reached }) => formatPercent(reached),
      difference: ({ toCome }, scale) => scale.figure(toCome),
      before: [before, ({ share }) => share?.value],
    },
  });
};

/** The twelve months that begin with a period. */
const yearFrom = (period: Period): Period =>
  duration(firstDay(period), addDays(addMonths(firstDay(period), 12), -1));

/** What share of the year before its first months had brought; undefined where that cannot be told. */
function findShareBefore(
  facts: Settled,
  { concept, actual }: Aim,
  period: PeriodRecord,
  issuer: IssuerRecord,
): Quantity | undefined {
  const earlier = periodBefore(issuer, period.period);
  const part = findAmount(facts, { concept, period: earlier, unit: actual.unit });
  const whole = findAmount(facts, {
    concept,
    period: shift(yearFrom(period.period), -12),
    unit: actual.unit,
  });
  return part && whole && certainSign(whole) === 1 ? percentage(part, whole) : undefined;
}

/** `1H12 brought 47.8% of the revenues and 43.5% of the operating income aimed at for FY2012`. */
function progressTitle(aims: readonly Aim[], period: string, year: string): string {
  const above = aims.filter(({ actual }) => certainSign(actual) === 1);
  const past = above.filter(({ target, actual }) => certainSign(minus(actual, target)) >= 0);
  if (above.length === 0)
    return `${period} brought none of the ${lowerFirst(aims[0]?.label ?? '')} aimed at for ${year}`;
  if (past.length === aims.length) return `${period} alone brought all that was aimed at for ${year}`;
  const told = above
    .slice(0, 2)
    .map(({ label, reached }) => `${formatPercent(reached)} of the ${lowerFirst(label)}`);
  return `${period} brought ${listed(told)} aimed at for ${year}`;
}

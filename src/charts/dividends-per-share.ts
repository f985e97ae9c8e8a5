import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import { type Fact, formatDimensions, parseDimensions } from '../model/fact.ts';
import { lastDay, monthsIn, type Period, shift } from '../model/period.ts';
import { growthRate } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { columnsOverTime } from './forms/columns.ts';
import { changeFrom, type MeasuredAmount } from './reading/measured.ts';
import { findAmount } from './reading/reader.ts';
import { type AmountScale, makeScale } from './scale.ts';
import { sizePercent, whichWay } from './wording.ts';

const CONCEPT = 'CommonStockDividendsPerShareDeclared';
const MOST_YEARS = 8;

interface Year {
  readonly name: string;
  readonly period: Period;
  readonly amount: MeasuredAmount;
  readonly isTarget: boolean;
}

/** Dividends of a share by fiscal year, all on one share basis; what is aimed at for later years drawn as a target. */
export const dividendsPerShare: Chart = (facts, period, issuer) => {
  if (period.months !== 12) return undefined;
  const rows = findBases(facts)
    .map((dimensions) => readYears(facts, dimensions, issuer))
    .filter((list) => list.some((year) => year.period === period.period))
    .sort((a, b) => b.length - a.length)[0];
  const now = rows?.find((year) => year.period === period.period && !year.isTarget);
  if (!rows || rows.length < 2 || !now) return undefined;
  const places = Math.max(0, ...rows.map(({ amount }) => amount.fact?.decimals ?? 0));
  const scale = makeScale({ power: 0, places, unit: now.amount.unit });
  const { shareBasis } = parseDimensions(now.amount.fact?.dimensions ?? '');
  return composeChart({
    name: 'dividends',
    question: 'shareholders',
    size: 'half',
    title: dividendTitle(rows, now, scale),
    unit: `Dividends of a fiscal year, ${scale.name}${shareBasis ? `, ${BASES[shareBasis] ?? ''}` : ''}`,
    rows: rows.map((year) => ({ ...year, label: year.isTarget ? `${year.name}, target` : year.name })),
    scale,
    columns: [[scale.name, ({ amount }) => scale.cell(amount)]],
    summary: {
      lead: `Dividends per share, ${scale.name}`,
      each: ({ name, amount, isTarget }) => `${name} ${scale.figure(amount)}${isTarget ? ' (target)' : ''}`,
    },
    note: shareBasis ? 'Amounts on another share basis are left out: they cannot be compared.' : '',
    plot: (width) =>
      columnsOverTime(
        rows.map(({ name, period: of, amount, isTarget }) => ({
          label: isTarget ? `${name} target` : name,
          group: '',
          value: amount.value,
          text: scale.figure(amount),
          strong: of === period.period,
          target: isTarget,
          derived: amount.derived,
        })),
        { width },
      ),
  });
};

const BASES: Readonly<Record<string, string>> = {
  'pre-split': 'shares before the split',
  'post-split': 'shares after the split',
};

/** The share bases on which totals of a year are told; mixed ones cannot be compared with any other. */
const findBases = (facts: Settled): string[] =>
  [
    ...new Set(
      facts
        .ofConcept(CONCEPT)
        .filter(isYearTotal)
        .map(({ dimensions }) => dimensions),
    ),
  ].filter((dimensions) => !dimensions.includes('shareBasis=mixed'));

function isYearTotal({ dimensions, period }: Fact): boolean {
  const { shareBasis, ...others } = parseDimensions(dimensions);
  return (
    monthsIn(period) === 12 &&
    Object.keys(others).length === 0 &&
    (shareBasis === undefined || formatDimensions({ shareBasis }) === dimensions)
  );
}

/** Years on one basis without a break up to the last, each as reported, else as aimed at. */
function readYears(facts: Settled, dimensions: string, issuer: IssuerRecord): Year[] {
  const periods = [
    ...new Set(
      facts
        .ofConcept(CONCEPT)
        .filter((fact) => fact.dimensions === dimensions && isYearTotal(fact))
        .map(({ period }) => period),
    ),
  ].sort();
  const years = periods.flatMap((period): Year[] => {
    const query = { concept: CONCEPT, period, dimensions };
    const [actual, target] = [findAmount(facts, query), findAmount(facts, { ...query, basis: 'target' })];
    const amount = actual ?? target;
    return amount ? [{ name: nameYear(issuer, period), period, amount, isTarget: !actual }] : [];
  });
  const broken = years.findLastIndex(
    (year, index) => index > 0 && lastDay(shift(years[index - 1]?.period ?? '', 12)) !== lastDay(year.period),
  );
  return years.slice(Math.max(0, broken)).slice(-MOST_YEARS);
}

/** The label of a year that may lie beyond the periods the issuer has reported: counted on from one that it has. */
function nameYear({ periods }: IssuerRecord, period: Period): string {
  const years = periods.filter(({ months }) => months === 12);
  const known =
    years.find((record) => record.period === period) ?? (years.at(-1) as PeriodRecord | undefined);
  if (!known) return `Year to ${lastDay(period)}`;
  const later = Number(lastDay(period).slice(0, 4)) - Number(lastDay(known.period).slice(0, 4));
  return known.label.replace(/\d{4}$/, (year) => String(Number(year) + later));
}

/** How this year's dividend compares with the last, and what is aimed at next. */
function dividendTitle(years: readonly Year[], now: Year, scale: AmountScale): string {
  const at = years.indexOf(now);
  const [before, next] = [years[at - 1], years[at + 1]];
  const told = scale.figure(now.amount);
  const aim = next?.isTarget ? `; ${scale.figure(next.amount)} is the target for ${next.name}` : '';
  if (!before) return `The dividend came to ${told} a share${aim}`;
  const growth = growthRate(now.amount, before.amount);
  const way = whichWay(changeFrom(now.amount, before.amount), growth);
  if (now.amount.value === 0) return `No dividend was declared${aim}`;
  if (way === 'level') return `The dividend stayed at ${told} a share${aim}`;
  return `The dividend ${growth && growth.value < 300 ? `${way === 'up' ? 'rose' : 'was cut'} ${sizePercent(growth)}` : 'rose'} to ${told} a share${aim}`;
}

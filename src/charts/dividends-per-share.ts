import type { ConceptId } from '../concepts/index.ts';
import { type Fact, formatDimensions, parseDimensions } from '../model/fact.ts';
import { findNearestPeriod } from '../model/nearest-period.ts';
import { monthsIn, type Period, shift } from '../model/period.ts';
import { shortPeriodName } from '../view/periods.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { columnPanels } from './forms/columns.ts';
import type { MeasuredAmount } from './reading/measured.ts';
import { findAmount, type PageFigures } from './reading/page.ts';
import { type AmountScale, scaleAsPrinted } from './scale.ts';
import { compare, sizePercent } from './wording.ts';

const CONCEPT: ConceptId = 'CommonStockDividendsPerShareDeclared';
const MOST_YEARS = 8;
const BASES: Readonly<Record<string, string>> = {
  'pre-split': 'shares before the split',
  'post-split': 'shares after the split',
};

interface Year {
  readonly name: string;
  readonly period: Period;
  readonly amount: MeasuredAmount;
  readonly isTarget: boolean;
}

/** Dividends of a share by fiscal year, all on one share basis; what is aimed at for later years drawn as a target. */
export const dividendsPerShare: Chart = (page) => {
  const isNow = ({ period }: Year): boolean => period === page.now;
  const lists = page.record.months === 12 ? readYears(page).filter((list) => list.some(isNow)) : [];
  const [rows = []] = lists.toSorted((a, b) => b.length - a.length);
  const now = rows.find((year) => isNow(year) && !year.isTarget);
  if (rows.length < 2 || !now) return undefined;
  const scale = scaleAsPrinted(
    rows.map(({ amount }) => amount),
    now.amount.unit,
  );
  const { shareBasis } = parseDimensions(now.amount.fact?.dimensions ?? '');
  return composeChart({
    name: 'dividends',
    question: 'shareholders',
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
    plot: columnPanels([
      {
        items: rows.map((year) => ({
          label: year.name,
          amount: scale.shown(year.amount),
          strong: isNow(year),
          isTarget: year.isTarget,
        })),
      },
    ]),
  });
};

/** Years on each share basis without a break up to the last, each as reported, else as aimed at. */
function readYears({ facts, issuer }: PageFigures): Year[][] {
  const bases = Map.groupBy(facts.ofConcept(CONCEPT).filter(isYearTotal), ({ dimensions }) => dimensions);
  return [...bases].map(([dimensions, totals]) => {
    const periods = [...new Set(totals.map(({ period }) => period))].sort();
    const years = periods.flatMap((period): Year[] => {
      const query = { concept: CONCEPT, period, dimensions };
      const actual = findAmount(facts, query);
      const amount = actual ?? findAmount(facts, { ...query, basis: 'target' });
      return amount ? [{ name: shortPeriodName(issuer, period), period, amount, isTarget: !actual }] : [];
    });
    const broken = years.findLastIndex(({ period }, index) => {
      const before = years[index - 1];
      return before && findNearestPeriod([period], shift(before.period, 12)) === undefined;
    });
    return years.slice(Math.max(0, broken)).slice(-MOST_YEARS);
  });
}

/** A total of a year on one share basis: on mixed ones it cannot be compared with any other. */
function isYearTotal({ dimensions, period }: Fact): boolean {
  const { shareBasis } = parseDimensions(dimensions);
  const own = shareBasis === undefined ? '' : formatDimensions({ shareBasis });
  return monthsIn(period) === 12 && dimensions === own && shareBasis !== 'mixed';
}

/** How this year's dividend compares with the last, and what is aimed at next. */
function dividendTitle(years: readonly Year[], now: Year, scale: AmountScale): string {
  const at = years.indexOf(now);
  const [before, next] = [years[at - 1], years[at + 1]];
  const told = scale.figure(now.amount);
  const aim = next?.isTarget ? `; ${scale.figure(next.amount)} is the target for ${next.name}` : '';
  if (!before) return `The dividend came to ${told} a share${aim}`;
  if (now.amount.value === 0) return `No dividend was declared${aim}`;
  const { growth, way } = compare(now.amount, before.amount);
  if (way === 'level') return `The dividend stayed at ${told} a share${aim}`;
  const moved =
    growth && growth.value < 300
      ? `${way === 'up' ? 'rose' : 'was cut'} ${sizePercent(growth)} to`
      : 'rose to';
  return `The dividend ${moved} ${told} a share${aim}`;
}

import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import { lowerFirst } from '../model/format.ts';
import { firstDay, lastDay } from '../model/period.ts';
import { certainSign, growthRate, percentage, type Quantity } from '../model/quantity.ts';
import { findYearBefore, periodBefore } from '../model/year-before.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { type ColumnPair, type PairValue, pairedColumns } from './forms/paired-columns.ts';
import { changeFrom, type MeasuredAmount } from './reading/measured.ts';
import { slotNames } from './reading/periods.ts';
import { moneyReader, type Reader } from './reading/reader.ts';
import { findConceptById } from './reading/vocabulary.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { formatPercent, grewBy, isAllZero, percentCell, whichWay } from './wording.ts';

const OPERATING = 'OperatingIncomeLoss';
const REVENUE = 'Revenues';
/** Two ways of drawing one line: of both, the one that is printed is shown, else the first. */
const BEFORE_TAX = [
  'IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments',
  'IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest',
];
/** Where the period has no quarters of its own to compare: its profits, from operations to the bottom line. */
const PROFITS = ['GrossProfit', OPERATING, ...BEFORE_TAX, 'NetIncomeLoss'];

interface Compared {
  readonly label: string;
  readonly before: Side | undefined;
  readonly now: Side | undefined;
}

interface Side {
  readonly amount: MeasuredAmount;
  readonly margin: Quantity | undefined;
}

/** Operating income of each quarter beside the year before's, with its margin; or the profits of the whole period. */
export const operatingIncome: Chart = (facts, period, issuer) => {
  const read = moneyReader(facts, issuer.reportingCurrency);
  const quarters = findQuarters(period, issuer, read);
  const rows = quarters ?? findProfits(period, issuer, read);
  const sides = rows.flatMap(({ before, now }) => [before, now].filter((side) => side !== undefined));
  const amounts = sides.map(({ amount }) => amount);
  if (sides.length < 2 || isAllZero(amounts)) return undefined;
  const scale = scaleFor(amounts, facts);
  const names = [findYearBefore(issuer, period)?.label ?? 'Year before', period.label] as const;
  const years = rows.some(({ before }) => before) ? `${names[0]} and ${names[1]}` : names[1];
  const hasMargin = sides.some(({ margin }) => margin);
  const what = quarters ? 'Operating income' : 'Profit';
  return composeChart({
    name: 'operating-income',
    question: 'profit',
    size: 'half',
    title: quarters ? quarterTitle(rows) : periodTitle(rows, scale),
    unit: `${what}, ${scale.name}${hasMargin ? ', and its margin on revenue' : ''}`,
    rows,
    scale,
    columns: [
      [names[0], ({ before }) => scale.cell(before?.amount)],
      [names[1], ({ now }) => scale.cell(now?.amount)],
      [`Margin ${names[0]}`, ({ before }) => (hasMargin ? marginCell(before) : '')],
      [`Margin ${names[1]}`, ({ now }) => (hasMargin ? marginCell(now) : '')],
    ],
    summary: {
      lead: `${what}, ${years}, ${scale.name}`,
      each: ({ label, before, now }) => `${lowerFirst(label)} ${describe([before, now], scale)}`,
      hasCommas: true,
    },
    plot: (width) =>
      pairedColumns(
        rows.map(
          ({ label, before, now }): ColumnPair => ({
            label,
            before: drawSide(before, scale),
            now: drawSide(now, scale),
          }),
        ),
        {
          width,
          names: [shortYear(names[0]), shortYear(names[1])],
          beneath: hasMargin ? 'Margin' : '',
        },
      ),
  });
};

/** The quarters within a longer period, if each is known for both years. */
function findQuarters(period: PeriodRecord, issuer: IssuerRecord, read: Reader): Compared[] | undefined {
  const within = issuer.periods.filter(
    (of) =>
      of.months === 3 &&
      period.months > 3 &&
      firstDay(of.period) >= firstDay(period.period) &&
      lastDay(of.period) <= lastDay(period.period),
  );
  const rows = within.map((quarter) => ({
    ...compare(quarter, issuer, OPERATING, read),
    label: slotNames(quarter.label, quarter.period).label,
  }));
  return rows.length * 3 === period.months && rows.every(({ before, now }) => before && now)
    ? rows
    : undefined;
}

/** Profits of the period; if some are known of the year before too, only those. */
function findProfits(period: PeriodRecord, issuer: IssuerRecord, read: Reader): Compared[] {
  const rows = PROFITS.flatMap((concept) => {
    const row = compare(period, issuer, concept, read);
    return row.now ? [{ ...row, concept, label: shortName(concept) }] : [];
  });
  const compared = rows.filter(({ before }) => before !== undefined);
  const chosen = compared.length > 0 ? compared : rows;
  const printed = chosen.filter(({ concept, now }) => BEFORE_TAX.includes(concept) && !now?.amount.derived);
  const shown = printed[0] ?? chosen.find(({ concept }) => BEFORE_TAX.includes(concept));
  return chosen.filter((row) => !BEFORE_TAX.includes(row.concept) || row === shown);
}

/** Columns are narrow: `Income before income tax expense` is `Income before tax` there, as the page says it. */
const shortName = (concept: string): string =>
  (findConceptById(concept)?.label ?? concept)
    .replace(/ income tax expense$/, ' tax')
    .replace(/ attributable to the company$/, '');

function compare(
  period: PeriodRecord,
  issuer: IssuerRecord,
  concept: string,
  read: Reader,
): Omit<Compared, 'label'> {
  const side = (at: string): Side | undefined => {
    const [amount, revenue] = [read(concept, at), read(REVENUE, at)];
    return (
      amount && {
        amount,
        margin: revenue && certainSign(revenue) === 1 ? percentage(amount, revenue) : undefined,
      }
    );
  };
  return { before: side(periodBefore(issuer, period.period)), now: side(period.period) };
}

const drawSide = (side: Side | undefined, scale: AmountScale): PairValue | undefined =>
  side && {
    value: side.amount.value,
    text: scale.figure(side.amount),
    derived: side.amount.derived,
    beneath: marginText(side),
  };

const marginText = ({ margin }: Side): string => (margin ? formatPercent(margin) : '–');

const marginCell = (side: Side | undefined) => (side ? percentCell(side.margin, marginText(side)) : '');

/** Under a column: `2012` of `FY2012`. */
const shortYear = (label: string): string => label.replace(/^FY(?=\d{4}$)/, '');

/** In how many quarters it beat the year before. */
function quarterTitle(pairs: readonly Compared[]): string {
  const rows = pairs.filter(({ before, now }) => before && now);
  if (rows.length === 0) return 'Operating income by quarter';
  const ways = rows.map(({ before, now }) =>
    before && now ? whichWay(changeFrom(now.amount, before.amount), undefined) : 'level',
  );
  const up = ways.filter((way) => way === 'up').length;
  const down = ways.filter((way) => way === 'down').length;
  const all = ['', '', 'both', 'all three', 'all four'][rows.length] ?? 'all';
  if (up === rows.length) return `Operating income beat the year before in ${all} quarters`;
  if (down === rows.length) return `Operating income fell short of the year before in ${all} quarters`;
  const count = ['no', 'one', 'two', 'three', 'four'];
  const of = count[rows.length] ?? String(rows.length);
  if (up === 0) return 'Operating income rose in no quarter against the year before';
  return `Operating income beat the year before in ${count[up] ?? up} of ${of} quarters`;
}

/** How operating income, or the first profit there is, went; turns between profit and loss told as such. */
function periodTitle(rows: readonly Compared[], scale: AmountScale): string {
  const row = rows.find(({ label }) => label === shortName(OPERATING)) ?? rows[0];
  if (!row?.now) return 'Profit';
  if (!row.before) return singleTitle(row.label, row.now, scale);
  const [before, now] = [row.before.amount, row.now.amount];
  const name = row.label;
  const [was, is] = [certainSign(before), certainSign(now)];
  if (was === -1 && is === 1)
    return `${name} turned from a loss of ${scale.money(before)} to a profit of ${scale.money(now)}`;
  if (was === 1 && is === -1)
    return `${name} turned from a profit of ${scale.money(before)} to a loss of ${scale.money(now)}`;
  if (was === -1 && is === -1)
    return `The ${lossName(name)} ${now.value < before.value ? 'widened' : 'narrowed'} from ${scale.money(before)} to ${scale.money(now)}`;
  const growth = growthRate(now, before);
  const way = whichWay(changeFrom(now, before), growth);
  if (way === 'level' || !growth)
    return way === 'level' ? `${name} held level${marginTail(row)}` : `${name} came to ${scale.money(now)}`;
  return `${name} ${grewBy(growth, ['rose', 'fell'])}${marginTail(row)}`;
}

/** Where there is nothing to compare with. */
function singleTitle(name: string, { amount, margin }: Side, scale: AmountScale): string {
  if (certainSign(amount) === -1) return `The ${lossName(name)} came to ${scale.money(amount)}`;
  return margin
    ? `${name} came to ${formatPercent(margin)} of revenue`
    : `${name} came to ${scale.money(amount)}`;
}

/** `, its margin from 6.5% to 7.3%`. */
function marginTail({ before, now }: Compared): string {
  if (!before?.margin || !now?.margin) return '';
  const [was, is] = [formatPercent(before.margin), formatPercent(now.margin)];
  return was === is
    ? `; its margin stayed at ${is}`
    : `; its margin ${now.margin.value > before.margin.value ? 'widened' : 'narrowed'} from ${was} to ${is}`;
}

const lossName = (name: string): string => lowerFirst(name).replace(/income|profit/, 'loss');

const describe = (sides: readonly (Side | undefined)[], scale: AmountScale): string =>
  sides
    .flatMap((side) => (side ? [`${scale.figure(side.amount)}, margin ${marginText(side)}`] : []))
    .join(' and ');

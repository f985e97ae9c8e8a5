import type { ConceptId } from '../concepts/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import { lowerFirst } from '../model/format.ts';
import { certainSign } from '../model/quantity.ts';
import { periodBefore } from '../model/year-before.ts';
import { conceptLabel } from '../view/names.ts';
import { periodsWithin } from '../view/periods.ts';
import type { Chart } from './chart.ts';
import { composeChart } from './compose-chart.ts';
import { columnPanels } from './forms/columns.ts';
import { type Margin, readMargin } from './reading/margin.ts';
import { changeFrom, type MeasuredAmount } from './reading/measured.ts';
import type { PageFigures } from './reading/page.ts';
import { slotNames } from './reading/periods.ts';
import { type AmountScale, scaleFor } from './scale.ts';
import { compare, countWord, grewBy, isAllZero, percentCell, whichWay } from './wording.ts';

const OPERATING: ConceptId = 'OperatingIncomeLoss';
const REVENUE: ConceptId = 'Revenues';
/** Two ways of drawing one line: of both, the one that is printed is shown, else the first. */
const BEFORE_TAX: readonly ConceptId[] = [
  'IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments',
  'IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest',
];
/** Where the period has no quarters of its own to compare: its profits, from operations to the bottom line. */
const PROFITS: readonly ConceptId[] = ['GrossProfit', OPERATING, ...BEFORE_TAX, 'NetIncomeLoss'];

interface Compared {
  readonly label: string;
  readonly before: Side | undefined;
  readonly now: Side | undefined;
}

interface Side {
  readonly amount: MeasuredAmount;
  readonly margin: Margin | undefined;
}

/** Operating income of each quarter beside the year before's, with its margin; or the profits of the whole period. */
export const operatingIncome: Chart = (page) => {
  const quarters = findQuarters(page);
  const rows = quarters ?? findProfits(page);
  const sides = rows.flatMap(listSides);
  const amounts = sides.map(({ amount }) => amount);
  if (sides.length < 2 || isAllZero(amounts)) return undefined;
  const scale = scaleFor(amounts, page.facts);
  const names = (quarters && yearNames(page)) ?? ([page.before ?? 'Year before', page.label] as const);
  const years = rows.some(({ before }) => before) ? `${names[0]} and ${names[1]}` : names[1];
  const hasMargin = sides.some(({ margin }) => margin);
  const what = quarters ? 'Operating income' : 'Profit';
  const marginCell = (side: Side | undefined) => (side && hasMargin ? percentCell(side.margin) : '');
  return composeChart({
    name: 'operating-income',
    question: 'profit',
    title: quarters ? quarterTitle(rows) : periodTitle(rows, scale),
    unit: `${what}, ${scale.name}${hasMargin ? ', and its margin on revenue' : ''}`,
    rows,
    scale,
    columns: [
      [names[0], ({ before }) => scale.cell(before?.amount)],
      [names[1], ({ now }) => scale.cell(now?.amount)],
      [`Margin ${names[0]}`, ({ before }) => marginCell(before)],
      [`Margin ${names[1]}`, ({ now }) => marginCell(now)],
    ],
    summary: {
      lead: `${what}, ${years}, ${scale.name}`,
      each: (row) =>
        `${lowerFirst(row.label)} ${listSides(row)
          .map((side) => `${scale.figure(side.amount)}, margin ${marginText(side)}`)
          .join(' and ')}`,
    },
    plot: columnPanels([
      {
        beneath: hasMargin ? 'Margin' : '',
        items: rows.flatMap((row) =>
          listSides(row).map((side) => ({
            label: shortYear(names[side === row.now ? 1 : 0]),
            group: row.label,
            amount: scale.shown(side.amount),
            strong: side === row.now,
            beneath: marginText(side),
          })),
        ),
      },
    ]),
  });
};

const listSides = ({ before, now }: Compared): Side[] => [before, now].filter((side) => side !== undefined);

const quartersWithin = ({ issuer, record }: PageFigures): PeriodRecord[] =>
  periodsWithin(issuer.periods, record).filter(({ months }) => months === 3);

/** The fiscal years of a period's quarters and of those a year before: a column of a quarter is no nine months. */
function yearNames(page: PageFigures): readonly [string, string] | undefined {
  const [quarter] = quartersWithin(page);
  const year = quarter && slotNames(quarter.label, quarter.period).group;
  return year ? [`FY${Number(year.slice(2)) - 1}`, year] : undefined;
}

/** The quarters within a longer period, if each is known for both years. */
function findQuarters(page: PageFigures): Compared[] | undefined {
  const { record } = page;
  const rows = quartersWithin(page).map(({ label, period }) => ({
    label: slotNames(label, period).label,
    ...readSides(OPERATING, period, page),
  }));
  const isTold = rows.length * 3 === record.months && rows.every(({ before, now: is }) => before && is);
  return isTold ? rows : undefined;
}

/** Profits of the period; if some are known of the year before too, only those. */
function findProfits(page: PageFigures): Compared[] {
  const rows = PROFITS.flatMap((concept) => {
    const row = readSides(concept, page.now, page);
    return row.now ? [{ ...row, concept, label: shortName(concept) }] : [];
  });
  const compared = rows.filter(({ before }) => before);
  const chosen = compared.length > 0 ? compared : rows;
  const taxed = chosen.filter(({ concept }) => BEFORE_TAX.includes(concept));
  const shown = taxed.find(({ now }) => !now?.amount.derived) ?? taxed[0];
  return chosen.filter((row) => !taxed.includes(row) || row === shown);
}

/** Columns are narrow: `Income before income tax expense` is `Income before tax` there, as the page says it. */
const shortName = (concept: string): string =>
  conceptLabel(concept)
    .replace(/ income tax expense$/, ' tax')
    .replace(/ attributable to the company$/, '');

function readSides(profit: string, period: string, page: PageFigures): Omit<Compared, 'label'> {
  const side = (at: string): Side | undefined => {
    const amount = page.read(profit, at);
    return amount && { amount, margin: readMargin({ profit, revenue: REVENUE }, at, page) };
  };
  return { before: side(periodBefore(page.issuer, period)), now: side(period) };
}

const marginText = ({ margin }: Side): string => margin?.text ?? '–';

/** Under a column: `2012` of `FY2012`. */
const shortYear = (label: string): string => label.replace(/^FY(?=\d{4}$)/, '');

/** In how many quarters it beat the year before. */
function quarterTitle(rows: readonly Compared[]): string {
  const ways = rows.map(({ before, now }) =>
    before && now ? whichWay(changeFrom(now.amount, before.amount), undefined) : 'level',
  );
  const count = (of: string): number => ways.filter((way) => way === of).length;
  const all = ['', '', 'both', 'all three', 'all four'][rows.length] ?? 'all';
  if (count('up') === rows.length) return `Operating income beat the year before in ${all} quarters`;
  if (count('down') === rows.length)
    return `Operating income fell short of the year before in ${all} quarters`;
  if (count('up') === 0) return 'Operating income rose in no quarter against the year before';
  return `Operating income beat the year before in ${countWord(count('up'))} of ${countWord(rows.length)} quarters`;
}

/** How operating income, or the first profit there is, went; turns between profit and loss told as such. */
function periodTitle(rows: readonly Compared[], scale: AmountScale): string {
  const row = rows.find(({ label }) => label === shortName(OPERATING)) ?? rows[0];
  if (!row?.now) return 'Profit';
  const name = row.label;
  const loss = lowerFirst(name).replace(/income|profit/, 'loss');
  const now = row.now.amount;
  const is = certainSign(now);
  if (!row.before) {
    if (is === -1) return `The ${loss} came to ${scale.money(now)}`;
    const margin = row.now.margin && `${row.now.margin.text} of revenue`;
    return `${name} came to ${margin ?? scale.money(now)}`;
  }
  const before = row.before.amount;
  const was = certainSign(before);
  const [from, to] = [scale.money(before), scale.money(now)];
  if (was === -1 && is === 1) return `${name} turned from a loss of ${from} to a profit of ${to}`;
  if (was === 1 && is === -1) return `${name} turned from a profit of ${from} to a loss of ${to}`;
  if (was === -1 && is === -1)
    return `The ${loss} ${now.value < before.value ? 'widened' : 'narrowed'} from ${from} to ${to}`;
  const { growth, way } = compare(now, before);
  if (way === 'level') return `${name} held level${marginTail(row)}`;
  return growth
    ? `${name} ${grewBy(growth, ['rose', 'fell'])}${marginTail(row)}`
    : `${name} came to ${scale.money(now)}`;
}

/** `, its margin from 6.5% to 7.3%`. */
function marginTail({ before, now }: Compared): string {
  if (!before?.margin || !now?.margin) return '';
  const [was, is] = [before.margin.text, now.margin.text];
  return was === is
    ? `; its margin stayed at ${is}`
    : `; its margin ${now.margin.value > before.margin.value ? 'widened' : 'narrowed'} from ${was} to ${is}`;
}

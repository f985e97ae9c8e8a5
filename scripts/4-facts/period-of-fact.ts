import { findConcept } from '../../src/concepts/vocabulary.ts';
import {
  type Calendar,
  fiscalPart,
  fiscalPeriod,
  fiscalYearStart,
  isQuarterEnd,
  monthsTo,
  yearsOn,
} from '../../src/model/calendar.ts';
import type { Concept } from '../../src/model/concept.ts';
import type { Aspect, Basis } from '../../src/model/fact.ts';
import {
  closing,
  daysBetween,
  duration,
  firstDay,
  type IsoDate,
  isDuration,
  isInstant,
  lastDay,
  monthsIn,
  opening,
  type Period,
} from '../../src/model/period.ts';
import { rememberLast } from '../../src/model/remember.ts';
import type { GridRow } from '../2-tables/grid.ts';
import type { Captions } from '../3-context/captions.ts';
import type { DocumentContext } from '../3-context/document-context.ts';
import type { ReadColumn } from '../3-context/read-column.ts';
import type { ReadRow } from '../3-context/read-row.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import { isRatioOfBalances } from '../grammar/balance-ratios.ts';
import type { CellFigure } from '../grammar/cells.ts';
import { isOfCost } from '../grammar/cost-heads.ts';
import { findDate, type WrittenDay } from '../grammar/dates.ts';
import { findPeriods, readYearName } from '../grammar/periods.ts';
import { hasSize, readTimes } from '../grammar/read-times.ts';
import { timeTokens } from '../grammar/time-tokens.ts';
import { isStock } from './counted-noun.ts';
import { AVERAGE, isOverTime, namesFlow } from './over-time.ts';

/** A figure and what stands around it. */
export interface Stated {
  readonly figure: CellFigure;
  readonly row: ReadRow;
  readonly column: ReadColumn;
  readonly concept: Concept | undefined;
  readonly aspect: Aspect;
  readonly basis: Basis;
}

/** When something was, and why that is unsure, empty where it is not. */
export interface FactPeriod {
  readonly period: Period;
  readonly doubt: string;
}

/**
 * The column tells the period, or the row where columns are measures or payments. Without either the nearest caption or
 * heading that names one period holds; where none names any, the period that the document reports on, or for what is
 * aimed at the one that the text above names. A balance stands at the close of its column's duration, an opening balance
 * at the end of the day before. Undefined where the captions name several.
 */
export function periodOfFact(
  stated: Stated,
  table: ReadTable,
  context: DocumentContext,
): FactPeriod | undefined {
  const { figure, row, column } = stated;
  const isByRow =
    column.period === undefined || column.dimensions['payment'] !== undefined || column.isImplied;
  const told =
    (isByRow || isSpanTo(row.period, column.period) ? row.period : undefined) ??
    yearOfRow(stated, context) ??
    column.period ??
    row.groupPeriod ??
    captionPeriod(stated, table, context);
  const period = figure.when === '' ? told : periodBefore(figure.when, told, context);
  if (period === undefined) return undefined;
  const settled = isOfTwelveMonths(row.label)
    ? monthsTo(context.calendar, lastDay(period), YEAR)
    : isInstant(period)
      ? spanTo(period, stated, table, context)
      : momentIn(period, stated, table, context);
  return { period: settled, doubt: doubtPeriod(settled, stated, table, context) };
}

/** `EBITA (rolling 12 months)`, whatever its head names. */
const isOfTwelveMonths = (label: string): boolean =>
  !/\b(?:debt|leverage|cover)\b/i.test(label) && timeTokens(label).some(({ kind }) => kind === 'rolling');

const YEAR = 12;

/** `Dividends for the three months ended March 31, 2020` among balances of that day. */
const isSpanTo = (span: Period | undefined, day: Period | undefined): boolean =>
  span !== undefined && day !== undefined && isDuration(span) && isInstant(day) && lastDay(span) === day;

/** `2019 As reported` in a column that is headed `Three months ended March 31` and no year. */
function yearOfRow({ row, column }: Stated, { calendar }: DocumentContext): Period | undefined {
  if (row.year === undefined || !column.isYearless || column.period === undefined) return undefined;
  return yearsOn(calendar, column.period, row.year - Number(lastDay(column.period).slice(0, 4)));
}

/** How many periods the columns with figures name. */
const countPeriods = rememberLast(({ columns, grid }: ReadTable): number => {
  const filled = columns.filter(({ cell }) => grid.columns[cell - 1]?.hasFigures);
  return new Set(filled.flatMap(({ period }) => period ?? [])).size;
});

/** Where heads leave the period open and nothing else tells it, what is taken for it is no more than likely. */
function doubtPeriod(
  period: Period,
  { row, column, concept, basis, figure, aspect }: Stated,
  table: ReadTable,
  { reported, periodDoubt, period: main, calendar }: DocumentContext,
): string {
  const { captions, grid } = table;
  if (figure.when !== '') return '';
  const words = [row.label, ...column.header, ...grid.frame].join(' ');
  if (isOtherYear(period, words, [main, ...reported], calendar))
    return 'It is called a year, and the report is on a part of one that ends on the same day.';
  const { unreadTime: unread } = column;
  if (unread && (unread.isDay || !isInstant(period) || concept?.periodType !== 'instant') && !row.period)
    return `What its head says of time is not understood: “${unread.words}”.`;
  const day = isDuration(period) && column.period !== undefined && isInstant(column.period) && column.period;
  if (day && isFlow(concept, row, table) && hasShorter(table, period) && !reported.includes(period))
    return 'Its head names a day: of which of the periods up to it the figure is, is open.';
  const spans = reported.filter((one) => isDuration(one) && day && isSameDay(lastDay(one), day));
  if (spans.length > 1 && endsSpan(column.header))
    return 'Its head names the end of a period: of which of those that end then the figure is, is open.';
  const isOpenSpan =
    day && isOverTime(row.label)
      ? !tellsLength(aspect, table, reported) || (spans.length === 0 && !showsQuarters(table))
      : aspect === 'ratio' && spans.length > 1;
  if (isOpenSpan && captions.periods.flat().every(isInstant))
    return 'Its head names a day: of which of the periods up to it the figure is, is open.';
  if (basis === 'reported' && isInstant(period) && isOpenFlow(period, row, concept, column, table))
    return 'Its head names a day: of which period up to it the amount is, is open.';
  if (
    basis === 'reported' &&
    isInstant(period) &&
    concept?.periodType === 'duration' &&
    isFlowOfDay(row, concept)
  )
    return 'Only a day is told: of which period up to it the amount is, is open.';
  if (row.isApart) return 'Its heading stands apart from the table above: whose columns these are is open.';
  if (column.period !== undefined) return isDuration(period) && !row.year ? column.timeDoubt : '';
  if (row.period ?? row.groupPeriod ?? column.dimensions['payment']) return '';
  if (table.ways['entity'] === 'acquired')
    return 'When the business was acquired, or since when this is told of it, is open.';
  if (countPeriods(table) > 1) return 'Its column names no period, and the columns beside it name several.';
  const isOpen = basis === 'reported' && captions.periods.length === 0 && isDuration(period);
  if (isOpen && periodDoubt) return periodDoubt;
  return isOpen && reported.length > 1 && reported.includes(period)
    ? 'Nothing around its table says which of the periods reported on it is of.'
    : '';
}

/** `Fiscal year ended December 31` in a report on nine months up to that day, of which the fiscal year ends in March. */
const isOtherYear = (
  period: Period,
  words: string,
  reported: readonly Period[],
  calendar: Calendar,
): boolean =>
  isDuration(period) &&
  monthsIn(period) === YEAR &&
  fiscalPart(calendar, period) === undefined &&
  /\b(?:years?|FY)\b/i.test(words) &&
  !/\b(?:twelve|12)[- ]months?\b/i.test(words) &&
  !timeTokens(words).some(({ kind }) => kind === 'rolling') &&
  reported.some(
    (one) =>
      isDuration(one) &&
      fiscalPart(calendar, one) !== undefined &&
      monthsIn(one) < YEAR &&
      isSameDay(lastDay(one), lastDay(period)),
  );

/** Whether the columns of days or the spans reported on leave no doubt how long an average or a rate goes back. */
function tellsLength(aspect: Aspect, table: ReadTable, reported: readonly Period[]): boolean {
  const lengths = new Set(reported.filter(isDuration).map(monthsIn));
  if (lengths.size === 1) return lengths.has(QUARTER) || !showsQuarters(table);
  return aspect !== 'ratio' && showsQuarters(table);
}

function momentIn(
  period: Period,
  { row, column, concept, aspect }: Stated,
  { captions, statement, columns }: ReadTable,
  { calendar }: DocumentContext,
): Period {
  const day = dayInTurn(row.label, period, columns);
  if (day) return day;
  const moment = row.moment || column.moment || (row.period === period ? '' : momentByDay(row.label, period));
  if (moment === 'opening') return opening(isOfYear(row.label) ? dividendYear(period, calendar) : period);
  const isPayment = (row.dimensions['payment'] ?? column.dimensions['payment']) !== undefined;
  if (isPayment || (isDividend(concept) && column.period !== period)) return dividendYear(period, calendar);
  const known = concept ?? (row.like?.periodType === 'duration' ? row.like : undefined);
  const isBalance =
    (known
      ? known.periodType === 'instant'
      : (isMomentary(row, aspect, captions) && !isOfCost(row.parents.at(-1) ?? '')) ||
        (aspect === 'amount' &&
          ((statement === 'balanceSheet' && isOfBalances(row)) || AS_OF.test(column.header.join(' '))))) &&
    !(row.concept === undefined && aspect === 'change') &&
    !(row.isBetween && (row.period === undefined || isDuration(row.period))) &&
    (statement !== 'cashFlow' || CASH.test(row.label)) &&
    !AVERAGE.test([captions.title, row.label, ...row.parents, ...column.header].join(' '));
  const isAtClose = row.isAtClose === true && known?.periodType !== 'duration';
  return moment === 'closing' || isBalance || isAtClose ? closing(period) : period;
}

/** `Net debt at 30 June / 31 December`: the close of the last period, and the day after the close of the one before. */
function dayInTurn(label: string, period: Period, columns: ReadTable['columns']): IsoDate | undefined {
  const marks = readTimes(label);
  const [now, before, ...others] = marks.flatMap(({ days }) => days);
  const isOfDays = marks.every((mark) => !hasSize(mark)) && others.length === 0;
  if (!now || !before || !isOfDays || now.year !== undefined || before.year !== undefined) return undefined;
  const ends = columns.flatMap((one) => (one.period && isDuration(one.period) ? [lastDay(one.period)] : []));
  const latest = ends.toSorted().at(-1);
  const end = lastDay(period);
  if (latest === undefined || dateIn(latest, now) !== latest) return undefined;
  const earlier = dateIn(end, before);
  if (end === latest) return end;
  return earlier && earlier > end && earlier < latest ? earlier : undefined;
}

const dateIn = (year: IsoDate, day: WrittenDay): IsoDate | undefined =>
  findDate({ ...day, year: Number(year.slice(0, 4)) }, {});

/** `Stores at beginning of the year`, in a quarter's column too. */
const isOfYear = (label: string): boolean =>
  /\b(?:beginning|start|opening|commencement) of (?:the )?(?:(?:fiscal|financial) )?year\b/i.test(label);

/** What is called a balance or like one, and things counted that are there at a moment, not their share of something. */
const isMomentary = ({ label, row }: ReadRow, aspect: Aspect, { unit }: Captions): boolean =>
  BALANCE.test(label) ||
  BALANCE_PER_SHARE.test(label) ||
  (aspect === 'amount' && NAMES_BALANCE.test(label)) ||
  isRatioOfBalances(label) ||
  findConcept(label.replace(/\s*\([^()]*\)/g, ''), NOWHERE)?.concept.periodType === 'instant' ||
  (aspect !== 'ratio' && isStock(label) && !(unit?.currency && !unit.isOfDocument && isBroken(row)));

/** `Subscriptions | 40.3 | 35.9` below `R$ million`: no number of them. */
const isBroken = ({ cells }: GridRow): boolean =>
  cells.some(({ figures }) => figures.some(({ token }) => token && !token.percent && token.places > 0));

const BALANCE = /^(?!.*\b(?:change|increase|decrease|average)s?\b).*\bbalances?$/i;

/** `Tangible common shareholders’ equity`, and nothing that is done with it. */
const NAMES_BALANCE =
  /^(?!.*\b(?:average|change|changes|increase|decrease|gains?|loss(?:es)?|income|expenses?|sales?|purchases?|acquisitions?|disposals?|impairments?|additions?|issuance|proceeds|investments?|contributions?|transfers?|of|in|on|to|from|for)\b).*\b(?:equity|assets|liabilities|net (?:cash|debt)|borrowings|deposits|working capital|capital employed|aum)$/i;
const BALANCE_PER_SHARE =
  /\b(?:book value|equity|net (?:tangible )?assets?(?: value)?|nav)\b.*\bper (?:[\p{L}-]+ ){0,2}(?:share|unit|security)\b/iu;

const NOWHERE = { enclosing: [], issuerNames: [] };

/** `FY2024 (As of December 31, 2024)` heads balances, whatever span it names. */
const AS_OF = /\bas (?:of|at)\b(?! and for\b)/i;

/** It stands in a statement of balances. */
const isOfBalances = ({ enclosing }: ReadRow): boolean => enclosing.includes('BalanceSheet');

/** The balances of a statement of cash flows: what its other lines are called is what changed. */
const CASH = /\bcash\b|\bbalances?\b/i;

/** `Cash at 1 January`, `Cash at 31 December`: a day near the beginning or the end of its column's period. */
function momentByDay(label: string, period: Period): 'opening' | 'closing' | '' {
  const day = readTimes(label).find((mark) => mark.days.length === 1 && !hasSize(mark))?.days[0];
  if (!day) return '';
  const isNear = (date: IsoDate): boolean => {
    const own = findDate({ year: Number(date.slice(0, 4)), ...day }, {});
    return own !== undefined && Math.abs(daysBetween(own, date)) <= LEEWAY;
  };
  if (isNear(lastDay(period))) return 'closing';
  return isNear(firstDay(period)) || isNear(opening(period)) ? 'opening' : '';
}

/** Years of weeks begin and end some days off the day that a label names. */
const LEEWAY = 3;

const isDividend = (concept: Concept | undefined): boolean =>
  concept?.statement === 'dividends' && concept.kind === 'perShare';

/** A dividend belongs to its fiscal year, however long the period; statements of income tell what each period declared. */
function dividendYear(period: Period, calendar: Calendar): Period {
  const part = fiscalPart(calendar, period);
  return part ? fiscalPeriod(calendar, part.year, 'fy') : period;
}

/** `(H1 2023: £58.4m)`; in `(2023: £58.4m)` the same part of that year. */
function periodBefore(
  words: string,
  told: Period | undefined,
  { calendar, period }: DocumentContext,
): Period | undefined {
  const found = findPeriods(words, calendar).at(-1)?.period;
  const year = readYearName(words);
  if (found !== undefined || year === undefined) return found;
  const base = told ?? period;
  return yearsOn(
    calendar,
    base,
    year - (fiscalPart(calendar, base)?.year ?? Number(lastDay(base).slice(0, 4))),
  );
}

function captionPeriod(
  { basis, concept }: Stated,
  { captions }: ReadTable,
  context: DocumentContext,
): Period | undefined {
  const { period } = context;
  for (const periods of captions.periods) {
    const distinct = [...new Set(periods)].filter((named) => basis !== 'target' || named !== period);
    const durations = distinct.filter(isDuration);
    if (distinct.length === 1) return distinct[0];
    if (durations.length === 1) return durations[0];
  }
  if (basis === 'target')
    return (
      captions.aimedAt ??
      inTitle(captions, context) ??
      (isDividend(concept) ? stillAhead(captions, period) : undefined)
    );
  return captions.periods.length === 0 ? period : undefined;
}

/** What is aimed at is for the period in the table's own heading, even one that the release reports on. */
function inTitle({ title }: ReadTable['captions'], { calendar }: DocumentContext): Period | undefined {
  const named = new Set(
    findPeriods(title, calendar)
      .map(({ period }) => period)
      .filter(isDuration),
  );
  return named.size === 1 ? [...named][0] : undefined;
}

/** A dividend that is planned for the period reported on is for that one, where the heading names no other. */
const stillAhead = ({ periods }: ReadTable['captions'], reported: Period): Period | undefined =>
  periods.length > 0 && periods.flat().every((named) => named === reported) ? reported : undefined;

/**
 * Under a head that is only a date (`30 June 2024`) stands what happened up to it, for as long as the captions or the
 * document's own period say.
 */
function spanTo(
  date: Period,
  { concept, row, column, aspect }: Stated,
  table: ReadTable,
  { period, reported, calendar }: DocumentContext,
): Period {
  if (row.moment !== '' || row.period === date) return date;
  const [shortest = period] = reported;
  if (isOverTime(row.label) && isQuarterEnd(calendar, date))
    return monthsTo(calendar, date, monthsIn(shortest));
  const isOfSpan =
    endsSpan(column.header) &&
    concept === undefined &&
    (column.unknownMeasure !== '' || !isMomentary(row, aspect, table.captions));
  if (!isOfSpan && !isFlow(concept, row, table)) return date;
  if (
    showsQuarters(table) &&
    isQuarterEnd(calendar, date) &&
    reported.every((span) => monthsIn(span) >= QUARTER)
  )
    return monthsTo(calendar, date, QUARTER);
  const durations = [...table.captions.periods.flat(), period].filter(isDuration);
  const like = durations.find((span) => isSameDay(lastDay(span), date));
  if (like === undefined) return date;
  const span = monthsTo(calendar, date, monthsIn(like));
  return toldBeside(table, span) ? duration(fiscalYearStart(calendar, date), date) : span;
}

/** A column names a shorter span of its own that ends on the same day. */
const hasShorter = ({ columns, grid }: ReadTable, span: Period): boolean =>
  columns.some(
    ({ cell, period }) =>
      period &&
      isDuration(period) &&
      lastDay(period) === lastDay(span) &&
      monthsIn(period) < monthsIn(span) &&
      grid.columns[cell - 1]?.hasFigures,
  );

/** `Q3 2009` beside `At 30 Sep. 2009`, over flows: what the day stands for is no quarter. */
const toldBeside = ({ columns, grid }: ReadTable, span: Period): boolean =>
  columns.some(({ cell, period }) => period === span && grid.columns[cell - 1]?.hasFigures);

const QUARTER = 3;

/** `Period ended June 30, 2024`: what stands below goes on up to that day. */
const endsSpan = (header: readonly string[]): boolean => /\b(?:ended|ending)\b/i.test(header.join(' '));

/** Columns of bare days a quarter apart, `9/30/24 | 6/30/24`, over flows: these are of quarters, where none says so itself. */
const showsQuarters = rememberLast(({ columns, grid }: ReadTable): boolean => {
  const filled = columns.filter(({ cell }) => grid.columns[cell - 1]?.hasFigures);
  const days = filled.flatMap(({ period }) => (period && isInstant(period) ? [period] : []));
  if (filled.some(({ period }) => period && isDuration(period) && monthsIn(period) === QUARTER)) return false;
  return days.some((day) => days.some((one) => Math.abs(daysBetween(one, day) - DAYS_OF_QUARTER) <= LEEWAY));
});

const DAYS_OF_QUARTER = 91;

/** The same day of two years, by months or by weeks. */
const isSameDay = (a: IsoDate, b: IsoDate): boolean =>
  Math.abs(daysBetween(`2000${a.slice(4)}`, `2000${b.slice(4)}`)) <= 2 * LEEWAY;

/** What is earned in a row that is a day, `Ended March 31, 2016`, and no opening or close of a balance. */
const isFlowOfDay = ({ moment, isBetween }: ReadRow, { kind }: Concept): boolean =>
  moment === '' && !isBetween && (kind === 'monetary' || kind === 'perShare');

/** What is earned or spent, for which only a day is told; among such rows one that nobody knows is no balance. */
const isOpenFlow = (
  day: Period,
  row: ReadRow,
  concept: Concept | undefined,
  { period }: ReadColumn,
  table: ReadTable,
): boolean =>
  (concept ||
    namesFlow(row.label) ||
    (period === day && tellsFlows(table) && !isMomentary(row, 'amount', table.captions))) &&
  isFlow(concept, row, table) &&
  row.moment === '' &&
  row.period !== day;

/** All its known amounts are flows. */
const tellsFlows = rememberLast(({ rows, statement }: ReadTable): boolean => {
  const known = rows.flatMap(({ concept }) => (concept?.kind === 'monetary' ? [concept] : []));
  return (
    FLOWS.has(statement) && known.length > 1 && known.every(({ periodType }) => periodType === 'duration')
  );
});

const FLOWS: ReadonlySet<string> = new Set(['income', 'comprehensiveIncome', 'cashFlow']);

const isFlow = (concept: Concept | undefined, row: ReadRow, { statement }: ReadTable): boolean =>
  concept
    ? concept.periodType === 'duration'
    : FLOWS.has(statement) || (!isOfBalances(row) && namesFlow(row.label));

/** What a change is measured against: the column it stands beside, or the same period a year before. */
export function comparedTo(
  period: Period,
  { label }: ReadRow,
  { compared, period: own }: ReadColumn,
  { columns }: ReadTable,
  { calendar }: DocumentContext,
): Period {
  const before = yearsOn(calendar, period, -1);
  const day = dayInTurn(label, compared ?? yearsOn(calendar, own ?? period, -1), columns);
  if (day && isInstant(period)) return day;
  if (compared === undefined) return before;
  if (isInstant(period)) return closing(compared);
  if (isInstant(compared))
    return yearsOn(calendar, period, Number(compared.slice(0, 4)) - Number(lastDay(period).slice(0, 4)));
  if (own !== undefined && monthsIn(own) !== monthsIn(period)) return before;
  return monthsIn(compared) === monthsIn(period) ? compared : samePartOf(compared, period, calendar);
}

/** `vs. 2025` over a quarter: that quarter of the year. */
function samePartOf(year: Period, period: Period, calendar: Calendar): Period {
  const [then, now] = [fiscalPart(calendar, year), fiscalPart(calendar, period)];
  return then && now ? yearsOn(calendar, period, then.year - now.year) : year;
}

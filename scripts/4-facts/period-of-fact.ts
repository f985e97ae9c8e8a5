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
import type { DocumentContext } from '../3-context/document-context.ts';
import type { ReadColumn } from '../3-context/read-column.ts';
import type { ReadRow } from '../3-context/read-row.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import { isOfCost } from '../grammar/cost-heads.ts';
import { findDate, type WrittenDay } from '../grammar/dates.ts';
import { findPeriods, readYearName } from '../grammar/periods.ts';
import { hasSize, readTimes } from '../grammar/read-times.ts';
import { timeTokens } from '../grammar/time-tokens.ts';
import {
  endsSpan,
  isFlow,
  isMomentary,
  isOfBalances,
  isSameDay,
  LEEWAY,
  QUARTER,
  showsQuarters,
  toldBeside,
} from './days-over-flows.ts';
import { doubtPeriod } from './doubt-period.ts';
import { AVERAGE, isOverTime } from './over-time.ts';
import type { PlacedFigure } from './placed-figure.ts';

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
  stated: PlacedFigure,
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
function yearOfRow({ row, column }: PlacedFigure, { calendar }: DocumentContext): Period | undefined {
  if (row.year === undefined || !column.isYearless || column.period === undefined) return undefined;
  return yearsOn(calendar, column.period, row.year - Number(lastDay(column.period).slice(0, 4)));
}

function momentIn(
  period: Period,
  { row, column, concept, aspect }: PlacedFigure,
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

/** `FY2024 (As of December 31, 2024)` heads balances, whatever span it names. */
const AS_OF = /\bas (?:of|at)\b(?! and for\b)/i;

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
  { basis, concept }: PlacedFigure,
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
  { concept, row, column, aspect }: PlacedFigure,
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

import {
  type Calendar,
  fiscalPart,
  fiscalPeriod,
  quartersOfYear,
  settlePeriod,
  yearsOn,
} from '../../src/model/calendar.ts';
import type { SourceText } from '../../src/model/corpus.ts';
import {
  addMonths,
  daysBetween,
  type IsoDate,
  isDuration,
  lastDay,
  monthsIn,
  type Period,
} from '../../src/model/period.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';
import type { RawDocument } from '../1-read/raw-document.ts';
import type { Grid } from '../2-tables/grid.ts';
import { parseDate } from '../grammar/dates.ts';
import { findPeriods, periodsOfMark } from '../grammar/periods.ts';
import { hasSize, type TimeMark } from '../grammar/read-times.ts';
import type { Departure } from './departures.ts';
import { bareYear } from './head-times.ts';
import { readCalendar } from './read-calendar.ts';
import { type ToldTime, timesTold } from './time-evidence.ts';

/** The one model of time of a document, settled from all that it says. */
export interface DocumentTime {
  readonly released: IsoDate;
  readonly calendar: Calendar;
  /** The period that the document reports on first of all. */
  readonly period: Period;
  /** Why it is unsure that this is the period, empty where it is not. */
  readonly periodDoubt: string;
  /** Every span that it reports on and that ends with that one, the shortest first. */
  readonly reported: readonly Period[];
  /** Where the date of its file cannot be right. */
  readonly departures: readonly Departure[];
}

/** Throws where the document tells no release date or no period. */
export function readDocumentTime(
  source: SourceText,
  raw: RawDocument,
  grids: readonly Grid[],
  text: string,
): DocumentTime {
  const told = timesTold(raw, grids);
  const dates = releaseDates(source, raw);
  const named = dates[0]?.date ?? '';
  const calendar = readCalendar(told, text, named, source.settings?.fiscalYearEnd);
  const spans = spansTold(told, calendar);
  const { date: released, known, departures } = settleRelease(dates, spans);
  const dated = spans.filter(({ period }) => isReported(period, known));
  const lately = spansOfNoYear(told, calendar, known);
  const reported = dated.length > 0 && !isYearBefore(dated, lately, told, calendar, known) ? dated : lately;
  const period = mainPeriod(reported, told, calendar) ?? newestYear(told, calendar, known);
  if (period === undefined) throw new InputError([noPeriod(source, released)]);
  return {
    released,
    calendar,
    period,
    periodDoubt: endsTooEarly(period, told, calendar, known) ? LATER_DAYS : '',
    reported: endingWith(period, reported, calendar),
    departures,
  };
}

const LATER_DAYS =
  'It names no period, and the one that the release seems to report on ends long before days over its tables.';

/** Heads of several columns are of days a quarter after the period and more: what is reported on is told in words unknown. */
function endsTooEarly(
  period: Period,
  told: readonly ToldTime[],
  calendar: Calendar,
  known: IsoDate,
): boolean {
  const after = told.filter(
    ({ mark, isHead }) =>
      isHead &&
      !hasSize(mark) &&
      periodsOfMark(mark, calendar).some(
        (day) => lastDay(day) <= known && daysBetween(lastDay(period), lastDay(day)) >= LONG_AFTER,
      ),
  );
  return after.length > 1;
}

const LONG_AFTER = 80;

/** The spans that are reported on and end with the main one, the shortest first. */
const endingWith = (period: Period, spans: readonly SpanTold[], calendar: Calendar): Period[] =>
  [...new Set(spans.map((span) => span.period))]
    .filter((span) => lastDay(span) === lastDay(period) && fiscalPart(calendar, span))
    .sort((a, b) => monthsIn(a) - monthsIn(b));

const isReported = (period: Period, known: IsoDate): boolean =>
  lastDay(period) <= known && lastDay(period) > addMonths(known, -24);

/** A span that the document names, and where. */
interface SpanTold {
  readonly period: Period;
  readonly time: ToldTime;
}

const spansTold = (told: readonly ToldTime[], calendar: Calendar): SpanTold[] =>
  told.flatMap((time) =>
    periodsOfMark(time.mark, calendar)
      .filter(isDuration)
      .map((period) => ({ period: settlePeriod(calendar, period), time })),
  );

/** Where no year is told at all: parts of one that ended lately, as `Second quarter` did in June if the release is of July. */
const spansOfNoYear = (told: readonly ToldTime[], calendar: Calendar, known: IsoDate): SpanTold[] =>
  told.flatMap((time) => {
    const { mark, isAhead } = time;
    if (isAhead || mark.labels.length > 0 || mark.days.some(({ year }) => year !== undefined)) return [];
    const year = Number(known.slice(0, 4));
    const period = [year, year - 1]
      .flatMap((own) => spansInYear(mark, own, calendar))
      .find((span) => lastDay(span) <= known && daysBetween(lastDay(span), known) <= LATELY);
    return period ? [{ period: settlePeriod(calendar, period), time }] : [];
  });

/**
 * `Third-quarter revenue rose from $256.8 million in the third quarter of 2004` in October 2005: all that has a year is what
 * the results are held against, and names without one, before it, tell what is reported on.
 */
function isYearBefore(
  dated: readonly SpanTold[],
  lately: readonly SpanTold[],
  told: readonly ToldTime[],
  calendar: Calendar,
  known: IsoDate,
): boolean {
  const main = mainPeriod(dated, told, calendar);
  const [first] = dated;
  if (!main || !first || daysBetween(lastDay(main), known) <= LATEST) return false;
  const later = yearsOn(calendar, main, 1);
  return lately.some(({ period, time }) => period === later && told.indexOf(time) < told.indexOf(first.time));
}

/** A part of a year comes out within so many days of its end. */
const LATELY = 100;

function spansInYear(mark: TimeMark, year: number, calendar: Calendar): Period[] {
  if (mark.days.length === 0) return mark.quarters ? [quartersOfYear(calendar, year, mark.quarters)] : [];
  const from = mark.from && { ...mark.from, year };
  const days = mark.days.map((day) => ({ ...day, year }));
  return periodsOfMark({ ...mark, days, ...(from && { from }) }, calendar).filter(isDuration);
}

/**
 * The first text that names a span tells it, a quarter, half or year before what is none. Where it names a year and its
 * last quarter, the year counts; a third quarter that is nowhere counted, beside nine months that are, means these.
 */
function mainPeriod(
  spans: readonly SpanTold[],
  told: readonly ToldTime[],
  calendar: Calendar,
): Period | undefined {
  const isPart = ({ period }: SpanTold) => fiscalPart(calendar, period) !== undefined;
  const named = spans.find(
    (span, _, all) => isPart(span) || !all.some((one) => one.time.text === span.time.text && isPart(one)),
  );
  const first = named && newestBeside(named, spans);
  if (!first) return undefined;
  const alike = spans.filter(({ period }) => lastDay(period) === lastDay(first.period));
  const year = alike.find(({ period, time }) => time.text === first.time.text && monthsIn(period) === 12);
  if (year) return year.period;
  const quarter = alike.find(
    ({ period, time }) =>
      isCounted(time) && isNamedBefore(first, fiscalPart(calendar, period)?.part ?? '', told),
  );
  if (quarter) return quarter.period;
  if (alike.some(({ period, time }) => period === first.period && isCounted(time))) return first.period;
  const longer = alike.find(
    ({ period, time }) => !time.isHead && isCounted(time) && monthsIn(period) > monthsIn(first.period),
  );
  return longer?.period ?? first.period;
}

/** Heads side by side, `FY2023 | FY2024`, may begin with the year before: the newest of one length counts. */
function newestBeside(named: SpanTold, spans: readonly SpanTold[]): SpanTold {
  if (!named.time.isRow) return named;
  return spans
    .filter(
      ({ time, period }) => time.text === named.time.text && monthsIn(period) === monthsIn(named.period),
    )
    .reduce((newest, span) => (lastDay(span.period) > lastDay(newest.period) ? span : newest), named);
}

const isCounted = ({ mark, isHead }: ToldTime): boolean => Boolean(mark.isCounted || isHead || mark.from);

/** `Third Quarter and Year-to-Date Results`: a quarter that is named, without its year, before the first dated span. */
const isNamedBefore = ({ time }: SpanTold, part: string, told: readonly ToldTime[]): boolean =>
  told.slice(0, told.indexOf(time)).some(({ mark: { quarters, labels, days } }) => {
    const [from, to] = quarters ?? [0, 0];
    return labels.length === 0 && days.length === 0 && from === to - 1 && part === `${to}q`;
  });

/** Where nothing is dated but by the bare years over its columns: the newest of them that was over. */
function newestYear(told: readonly ToldTime[], calendar: Calendar, known: IsoDate): Period | undefined {
  const years = told.flatMap(({ mark, isHead }) => (isHead ? (bareYear(mark) ?? []) : []));
  return years
    .map((year) => fiscalPeriod(calendar, year, 'fy'))
    .filter((period) => isReported(period, known))
    .toSorted()
    .at(-1);
}

/** A day on which the document may have been released. */
interface ReleaseDate {
  readonly date: IsoDate;
  /** Where it stands; a file's name has no line. */
  readonly line: number;
}

/** The file name's date, then the dateline's. */
function releaseDates(source: SourceText, raw: RawDocument): ReleaseDate[] {
  const named = /^\d{4}-\d{2}-\d{2}/.exec(source.id)?.[0];
  const dates = named && parseDate(named) ? [{ date: named, line: 0 }] : [];
  const dateline = findDateline(raw, dates.length === 0);
  if (dates.length === 0 && !dateline)
    throw new InputError([
      problem(
        source,
        'no release date',
        'a date in the file name or in the first lines',
        'name the file <YYYY-MM-DD>-<name>, e.g. 2013-05-15-fy2012.txt',
      ),
    ]);
  return dateline ? [...dates, dateline] : dates;
}

/** A day that stands alone or opens one of the first texts, behind a place; or any day there, where nothing else tells it. */
function findDateline(raw: RawDocument, isOnlyDate: boolean): ReleaseDate | undefined {
  const head = raw.nodes.filter((node) => node.kind === 'text').slice(0, 12);
  for (const { text, lines } of head) {
    const date = findPeriods(text, { endMonth: 12, labelOffset: 0 }).find(({ form }) => form === 'date');
    if (date && (isOnlyDate || isDateline(text.slice(0, date.start), text.slice(date.end))))
      return { date: date.period, line: lines[0] };
  }
  return undefined;
}

const isDateline = (before: string, behind: string): boolean =>
  /^[^a-z]{0,3}(?:(?:\p{Lu}[\p{L}.'’]*|\([^)]*\)|[-–—/,(]+|[A-Z]{2})[ ,]*){0,9}$/u.test(before) &&
  !/\b(?:As|At|Ended|Ending|To|From|On)\b/i.test(before) &&
  /^\s*(?:$|[-–—.:)(/,|]|\p{Lu})/u.test(behind);

/** A release says within so many sentences what it reports on. */
const OPENING = 20;
/** The latest that a release comes out after the period that it reports on. */
const LATEST = 200;

/**
 * The file's date, unless it cannot be and the dateline's can: a period must have ended before the release, and not long
 * before. What cannot be is told.
 */
function settleRelease(
  [named, dateline]: readonly ReleaseDate[],
  spans: readonly SpanTold[],
): { readonly date: IsoDate; readonly known: IsoDate; readonly departures: readonly Departure[] } {
  const opening = spans.filter(({ time }) => !time.isAhead && time.text < OPENING);
  const [first] = opening;
  const date = named?.date ?? '';
  const days = (from: ReleaseDate, { period }: SpanTold): number => daysBetween(lastDay(period), from.date);
  const fits = (one: ReleaseDate): boolean =>
    opening.some((span) => days(one, span) >= 0 && days(one, span) <= LATEST);
  if (!named || !first || fits(named)) return { date, known: date, departures: [] };
  if (dateline && fits(dateline)) {
    const departure = wrongDate(dateline, `the release ${dateline.date}`, date);
    return { date: dateline.date, known: dateline.date, departures: [departure] };
  }
  if (days(named, first) >= 0) return { date, known: date, departures: [] };
  const departure = wrongDate(named, `it reports on the time up to ${lastDay(first.period)}`, date);
  return { date, known: lastDay(first.period), departures: [departure] };
}

const wrongDate = ({ line, date }: ReleaseDate, says: string, named: IsoDate): Departure => ({
  rule: 'release-date',
  line: Math.max(line, 1),
  column: 1,
  cell: null,
  expected: date,
  actual: named,
  message: `The file is dated ${named}, ${says}: one of the two cannot be right.`,
});

const noPeriod = (source: SourceText, released: IsoDate): Problem =>
  problem(
    source,
    'no reporting period',
    `a period that ended before the release on ${released}, such as "fiscal year ended March 31, ${released.slice(0, 4)}" or "Q1 ${released.slice(0, 4)}"`,
    'state the period in the headline or in a table head, and check the date in the file name',
  );

function problem(source: SourceText, found: string, expected: string, mend: string): Problem {
  return { file: source.file, line: 1, column: 1, found, expected, mend };
}

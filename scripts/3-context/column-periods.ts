import {
  fiscalPart,
  fiscalPeriod,
  fiscalYearStart,
  quartersOfYear,
  settlePeriod,
  yearsOn,
} from '../../src/model/calendar.ts';
import { daysIn, duration, isDuration, lastDay, monthsIn, type Period } from '../../src/model/period.ts';
import { findBasis } from '../grammar/aspects.ts';
import { findDate } from '../grammar/dates.ts';
import { labelYear, periodsOfMark, spanTo } from '../grammar/periods.ts';
import { hasSize, readTimes, type TimeMark } from '../grammar/read-times.ts';
import type { Quarters } from '../grammar/time-tokens.ts';
import { isTimeOnly } from '../grammar/times.ts';
import type { DocumentTime } from './document-time.ts';
import { bareYear, completedBy, headTime, isWholeSpan } from './head-times.ts';

/** What is needed to complete a head that tells only part of a period. */
export interface HeadFrame {
  /** Words beside the head, in the label's field. */
  readonly beside: readonly string[];
  /** Captions and headings, the nearest first. */
  readonly around: readonly string[];
  readonly context: DocumentTime;
  /** What the heads of all columns of the table say of time. */
  readonly heads: readonly TimeMark[];
  /** The head speaks of what is aimed at. */
  readonly isAimedAt?: boolean;
  /** Words of the head of which nothing is made, else empty. */
  readonly unread?: string;
}

/** What a column's heads say of its period; `doubt` where more than one fits what they say. */
export interface HeadPeriod {
  readonly period: Period;
  readonly doubt: string;
  /** Its year is the last one before the release, for none is named. */
  readonly isYearless: boolean;
}

/** The period that heads name together, completed by what stands beside and above them; undefined where they name none. */
export function periodInHeader(header: readonly string[], frame: HeadFrame): HeadPeriod | undefined {
  const relative = yearsBack(header.join(' '));
  if (relative !== undefined) return relativePeriod(header, relative, frame);
  const own = ownTime(header);
  const found = own ? periodOfHead(own, frame) : yearOfAims(header, frame);
  return found && namesSeveral(header) ? { ...found, doubt: SEVERAL } : found;
}

/** `Full Year Guidance` beside `Q3 2024 Guidance`: of the one year to come that heads beside it name. */
function yearOfAims(
  header: readonly string[],
  { heads, context, isAimedAt }: HeadFrame,
): HeadPeriod | undefined {
  const { calendar, released } = context;
  if (!isAimedAt || !WHOLE_YEAR_AIM.test(header.at(-1) ?? '')) return undefined;
  const named = heads.flatMap(({ labels }) => labels.map((label) => labelYear(label, calendar)));
  const [year, ...others] = new Set(named);
  const whole = year === undefined || others.length > 0 ? undefined : fiscalPeriod(calendar, year, 'fy');
  return whole !== undefined && lastDay(whole) > released ? told(whole) : undefined;
}

const WHOLE_YEAR_AIM = /^(?:full|whole|fiscal)[- ]year (?:guidance|outlook|forecast|targets?)$/i;

const SEVERAL = 'Heads one above the other name several periods of one length.';

/** `Q2 FY25` above `Q1 FY25` above `Q2 FY24`: heads of columns side by side that came to stand over one. */
function namesSeveral(header: readonly string[]): boolean {
  const spans = header
    .filter(isTimeOnly)
    .flatMap((text) => readTimes(text).filter(isWholeSpan).slice(0, 1))
    .map(({ quarters, months, weeks, labels, days }) => ({
      length: months ?? weeks ?? (quarters ? 3 * (quarters[1] - quarters[0]) : 0),
      name: JSON.stringify([quarters, labels, days]),
    }));
  return spans.some((one) => spans.some((other) => one.length === other.length && one.name !== other.name));
}

/** `Prior year`, beside or below the words that say what span is meant, else of the period reported on. */
function relativePeriod(header: readonly string[], years: number, frame: HeadFrame): HeadPeriod | undefined {
  const { calendar, period: main } = frame.context;
  const own = ownTime(header.map((text) => text.replace(PRIOR, ' ').replace(CURRENT, ' '))) ?? NOTHING;
  if (own.labels.length > 0 || !isUndated(own)) return periodOfHead(own, frame);
  const whole = completedBy(own, [...frame.beside, ...frame.around]);
  const dated = isWholeSpan(whole) ? periodOfMark(whole, frame)?.period : undefined;
  if (dated !== undefined) return told(yearsOn(calendar, dated, years));
  return hasSize(whole) ? seenFromMain(whole, years, frame) : told(yearsOn(calendar, main, years));
}

const NOTHING: TimeMark = { start: 0, end: 0, labels: [], days: [] };

/** What has no year is a wording of time only where its head tells nothing else: no `dividends for the year`, no `may`. */
function ownTime(header: readonly string[]): TimeMark | undefined {
  const all = headTime(header);
  return all && all.labels.length === 0 && isUndated(all) ? headTime(header.filter(isTimeOnly)) : all;
}

const told = (period: Period, doubt = ''): HeadPeriod => ({ period, doubt, isYearless: false });

function periodOfHead(own: TimeMark, frame: HeadFrame): HeadPeriod | undefined {
  const year = bareYear(own);
  if (own.days.length > 0) {
    const beside = completedBy(own, frame.beside);
    const whole = isUndated(beside) ? completedBy(beside, frame.around) : beside;
    return isUndated(whole) ? latest(whole, frame) : periodOfMark(whole, frame);
  }
  const around = frame.isAimedAt ? frame.around.filter(isOfAim) : frame.around;
  const texts = [...frame.beside, ...around];
  const whole = completedBy(own, texts);
  if (year === undefined) return periodOfMark(whole, frame) ?? seenFromMain(whole, 0, frame);
  const readWith = (mark: TimeMark) =>
    mark === own || isBesideSpans(frame) ? undefined : periodOfMark(mark, frame);
  const past = readWith(whole);
  const isToCome = past && lastDay(past.period) > frame.context.released;
  const found = isToCome ? readWith(completedBy(own, texts, 0)) : past;
  return found && !isOfOtherReport(found.period, frame) ? found : yearAlone(year, frame);
}

/** `2023` beside `Q3 2024` and `Q3 2023`: the words above are of those, and the year is the whole of it. */
const isBesideSpans = ({ heads }: HeadFrame): boolean =>
  heads.some((head) => (hasSize(head) || head.labels.length > 0) && bareYear(head) === undefined);

/** `Interim report` on nine months: its half is none that the document reports on. */
const isOfOtherReport = (period: Period, { context: { reported } }: HeadFrame): boolean =>
  isDuration(period) && monthsIn(period) === HALF && !reported.some((span) => monthsIn(span) === HALF);

const HALF = 6;

/** What a text says of results tells no time of what is aimed at. */
const isOfAim = (text: string): boolean => findBasis(text) === 'target';

const isUndated = ({ days }: TimeMark): boolean => days.every(({ year }) => year === undefined);

function periodOfMark(mark: TimeMark, frame: HeadFrame): HeadPeriod | undefined {
  const { calendar } = frame.context;
  const [day] = mark.days;
  const month =
    day && day.day === undefined && !day.isSlashed && !hasSize(mark) ? findDate(day, calendar) : undefined;
  if (month) return told(isMonthly(frame) ? duration(`${month.slice(0, 8)}01`, month) : month);
  const period = periodsOfMark(mark, calendar).at(-1);
  return period === undefined ? undefined : told(settlePeriod(calendar, period));
}

/** Whether the heads name months one after the other. */
function isMonthly({ heads }: HeadFrame): boolean {
  const months = heads.flatMap(({ days: [day] }) =>
    day?.year && day.month && day.day === undefined ? [12 * day.year + day.month] : [],
  );
  return months.some((month) => months.includes(month + 1));
}

/** A span or day of no year: the last one before the release. */
function latest(mark: TimeMark, frame: HeadFrame): HeadPeriod | undefined {
  const { released } = frame.context;
  const year = Number(released.slice(0, 4));
  const found = [year, year - 1]
    .map((own) => periodOfMark({ ...mark, days: mark.days.map((day) => ({ ...day, year: own })) }, frame))
    .find((one) => one && lastDay(one.period) <= released);
  return found && { ...found, isYearless: true };
}

/**
 * A bare year, which nothing around it completes. In the report on a part of a year it is the same part of that year,
 * where the newest of the years is not over; else, and for what is aimed at, it is the fiscal year of that name.
 */
function yearAlone(year: number, frame: HeadFrame): HeadPeriod {
  const found = spanOfYear(year, frame);
  const unread = frame.unread ?? '';
  const mayTellTime = unread !== '' && (frame.context.reported.length > 1 || DAY_LEFT.test(unread));
  return found.doubt === '' && mayTellTime
    ? told(found.period, `Words over its year are not understood: “${unread}”.`)
    : found;
}

/** What may be the day of a month in words that are not understood: `30 Giugno`, and no `Level 3`. */
const DAY_LEFT =
  /(?<!\b(?:note|level|tier|phase|stage|class|series|type|group|item|step|no\.?|article|basel) ?)(?<![\d.,(])\b(?:[1-9]|[12]\d|3[01])(?![\d%)]|[.,]\d)/iu;

function spanOfYear(year: number, frame: HeadFrame): HeadPeriod {
  const { context, heads, isAimedAt } = frame;
  const { calendar, period: main, released, reported } = context;
  const newest = Math.max(year, ...heads.map((head) => bareYear(head) ?? 0));
  const part = fiscalPart(calendar, main);
  const whole = fiscalPeriod(calendar, year, 'fy');
  if (
    (isBesideSpans(frame) && lastDay(whole) <= released) ||
    isAimedAt ||
    !part ||
    part.part === 'fy' ||
    lastDay(fiscalPeriod(calendar, newest, 'fy')) <= released ||
    newest !== part.year
  )
    return told(
      whole,
      isMissingBeside(year, frame)
        ? 'Its head names a year alone: whether it is of the span beside it is open.'
        : context.periodDoubt,
    );
  const period = yearsOn(calendar, main, year - part.year);
  const spans = reported.length > 1 ? `which of ${reported.length} spans the year ${year} is` : '';
  return told(period, spans ? `The head does not say ${spans}.` : context.periodDoubt);
}

/**
 * Three months of two years and nine months of one: a year alone may be the nine months of the other, out of step with
 * the head that is meant to span both.
 */
function isMissingBeside(year: number, { heads }: HeadFrame): boolean {
  const spans = Map.groupBy(
    heads.filter((head) => hasSize(head) && head.isCounted),
    ({ months, weeks }) => `${months ?? ''}|${weeks ?? ''}`,
  );
  const years = [...spans.values()].map((own) =>
    own.flatMap(({ days, labels }) => [...days, ...labels].flatMap((one) => one.year ?? [])),
  );
  return years.some((own) => own.includes(year)) && years.some((own) => !own.includes(year));
}

/** A part, a length or a moment without a year, seen from the period that the document reports on, years before it. */
function seenFromMain(mark: TimeMark, years: number, frame: HeadFrame): HeadPeriod | undefined {
  const { calendar, period: main, reported } = frame.context;
  const [label] = mark.labels;
  const part = fiscalPart(calendar, main);
  const offset = years + (label && part ? labelYear(label, calendar) - part.year : 0);
  const end = lastDay(yearsOn(calendar, main, offset));
  if (mark.isToDate) return told(duration(fiscalYearStart(calendar, end), end));
  if (mark.isRolling) return told(spanTo(end, mark, calendar));
  if (mark.days.length > 0) {
    const dated = latest(mark, frame);
    return dated && told(yearsOn(calendar, dated.period, years));
  }
  if (mark.quarters && part) return told(ofLatest(mark.quarters, part.year + offset, frame));
  if (mark.months === undefined && mark.weeks === undefined) return undefined;
  const days = (mark.weeks ?? 0) * 7;
  const isAsLong = (span: Period): boolean =>
    days > 0 ? Math.abs(daysIn(span) - days) <= 7 : monthsIn(span) === mark.months;
  const span = reported.find(isAsLong) ?? settlePeriod(calendar, spanTo(end, mark, calendar));
  return told(yearsOn(calendar, span, offset));
}

/** A part of the year reported on, or of the one before where it is still to come. */
function ofLatest(quarters: Quarters, year: number, { context: { calendar, released } }: HeadFrame): Period {
  const own = quartersOfYear(calendar, year, quarters);
  return lastDay(own) > released ? quartersOfYear(calendar, year - 1, quarters) : own;
}

const CURRENT =
  /\b(?:current|this|reporting|reported)[- ](?:fiscal |financial )?(?:year|period|quarter|half)(?:['’]s)?\b/i;
const PRIOR =
  /\b(?:prior|previous|last|preceding|comparative)[- ](?:fiscal |financial )?(?:year|period|half)(?:['’]s)?(?:[- ](?:same|corresponding) (?:quarter|period|half))?\b|\byear[- ]ago\b|\bcomparatives\b/i;

/** `Current year`, `Prior year`: how many years before the period reported on. */
function yearsBack(text: string): number | undefined {
  if (!isTimeOnly(text)) return undefined;
  return PRIOR.test(text) ? -1 : CURRENT.test(text) ? 0 : undefined;
}

/**
 * A part of a year that a row names, in the one year that the words around it name; below `Three months ended` the days
 * that rows name are the ends of such spans, as are those that are `Ended March 31, 2016` below `Fiscal year`.
 */
export function partOfNamedYear(label: string, frame: HeadFrame): Period | undefined {
  if (!isTimeOnly(label)) return undefined;
  const own = headTime([label]);
  const isEnd = /^(?:ended|ending|to)\b/i.test(label);
  const around =
    own && hasSize(own)
      ? [...frame.beside, ...frame.around]
      : frame.beside.filter((text) => opensSpan(text) || (isEnd && isTimeOnly(text)));
  const whole = own && completedBy(own, around);
  return whole && whole !== own ? periodOfMark(whole, frame)?.period : undefined;
}

const opensSpan = (text: string): boolean => isTimeOnly(text) && /\b(?:ended|ending|to)$/i.test(text);

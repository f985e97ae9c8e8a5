import { type Calendar, quarterEnd, quarterEndingOn, quarterNumber } from './fiscal-quarters.ts';
import {
  addDays,
  addMonths,
  duration,
  firstDay,
  type IsoDate,
  isInstant,
  lastDay,
  opening,
  type Period,
  shift,
  weeksIn,
} from './period.ts';

export type { Calendar } from './fiscal-quarters.ts';

/** The part of a fiscal year that a reporting period is. */
export type YearPart = 'fy' | '1h' | '2h' | '1q' | '2q' | '3q' | '4q' | '9m';

/** The quarters after which each part begins and ends. */
const QUARTERS: Readonly<Record<YearPart, readonly [from: number, to: number]>> = {
  fy: [0, 4], '1h': [0, 2], '2h': [2, 4], '1q': [0, 1], '2q': [1, 2], '3q': [2, 3], '4q': [3, 4], '9m': [0, 3],
}; // biome-ignore format: a table reads better than a column

/** The part `part` of the fiscal year that is named `year`. */
export const fiscalPeriod = (calendar: Calendar, year: number, part: YearPart): Period =>
  quartersOfYear(calendar, year, QUARTERS[part]);

/** The quarters between two of the fiscal year that is named `year`: `[1, 3]` are the second and third. */
export function quartersOfYear(
  calendar: Calendar,
  year: number,
  [from, to]: readonly [number, number],
): Period {
  const first = quarterNumber(year + calendar.labelOffset, 0);
  const period = quartersBetween(calendar, first + from, first + to);
  const { earlier } = calendar;
  return earlier && lastDay(period) <= earlier.until
    ? quartersOfYear(earlier.calendar, year, [from, to])
    : period;
}

/** From the day after one quarter's end to another's. */
const quartersBetween = (calendar: Calendar, from: number, to: number): Period =>
  duration(addDays(quarterEnd(calendar, from), 1), quarterEnd(calendar, to));

/** The calendar that the issuer kept on a day. */
const calendarOn = (calendar: Calendar, day: IsoDate): Calendar =>
  calendar.earlier && day <= calendar.earlier.until ? calendar.earlier.calendar : calendar;

/** Between the ends of which quarters a duration lies; undefined where it begins or ends with none. */
function quarterRange(calendar: Calendar, period: Period): readonly [from: number, to: number] | undefined {
  if (isInstant(period)) return undefined;
  const from = quarterEndingOn(calendar, opening(period));
  const to = from === undefined ? undefined : quarterEndingOn(calendar, lastDay(period));
  return from === undefined || to === undefined || from >= to ? undefined : [from, to];
}

/** A span that begins and ends with fiscal quarters, give or take some days, in the one way that the calendar dates it. */
export function settlePeriod(calendar: Calendar, period: Period): Period {
  const own = calendarOn(calendar, lastDay(period));
  const quarters = quarterRange(own, period);
  return quarters ? quartersBetween(own, ...quarters) : period;
}

/** Which part of which fiscal year a duration is; undefined for other spans. */
export function fiscalPart(
  calendar: Calendar,
  period: Period,
): { readonly year: number; readonly part: YearPart } | undefined {
  const own = calendarOn(calendar, lastDay(period));
  const [from, to] = quarterRange(own, period) ?? [0, 0];
  const endYear = Math.floor((to - 1) / 4);
  const passed = from - quarterNumber(endYear, 0);
  const part = (Object.keys(QUARTERS) as YearPart[]).find(
    (key) => QUARTERS[key][0] === passed && QUARTERS[key][1] === passed + to - from,
  );
  if (own.earlier && quarterEnd(own, quarterNumber(endYear, 0)) < own.earlier.until) return undefined;
  return to > 0 && part ? { year: endYear - own.labelOffset, part } : undefined;
}

/** Whether a fiscal quarter ends on just this day. */
export function isQuarterEnd(calendar: Calendar, day: IsoDate): boolean {
  const own = calendarOn(calendar, day);
  const at = quarterEndingOn(own, day);
  return at !== undefined && quarterEnd(own, at) === day;
}

/** Length in whole quarters; 0 for what is not made of them. */
export function quartersIn(calendar: Calendar, period: Period): number {
  const [from, to] = quarterRange(calendarOn(calendar, lastDay(period)), period) ?? [0, 0];
  return to - from;
}

/** Thirteen weeks. */
export const DAYS_OF_QUARTER = 91;

const endsMonth = (day: IsoDate): boolean => addDays(day, 1).slice(0, 7) !== day.slice(0, 7);

/**
 * The span of so many months that ends on a day: of whole quarters, where it ends with one; quarters that end within a
 * month have thirteen weeks.
 */
export function monthsTo(calendar: Calendar, end: IsoDate, months: number): Period {
  const own = calendarOn(calendar, end);
  const to = months % 3 === 0 ? quarterEndingOn(own, end) : undefined;
  if (to === undefined && months % 3 === 0 && !endsMonth(end))
    return duration(addDays(end, 1 - (months / 3) * DAYS_OF_QUARTER), end);
  return to === undefined
    ? duration(addDays(addMonths(end, -months), 1), end)
    : quartersBetween(own, to - months / 3, to);
}

/** The same span, or the same day, so many quarters on: by the ends of quarters where it begins and ends with them. */
export function quartersOn(calendar: Calendar, period: Period, quarters: number): Period {
  const own = calendarOn(calendar, lastDay(period));
  const at = isInstant(period) ? quarterEndingOn(own, period) : undefined;
  if (at !== undefined && quarterEnd(own, at) === period) return quarterEnd(own, at + quarters);
  const span = quarterRange(own, period);
  return span ? quartersBetween(own, span[0] + quarters, span[1] + quarters) : shift(period, 3 * quarters);
}

/** The same part of the year, or day at its close, so many years on. */
export const yearsOn = (calendar: Calendar, period: Period, years: number): Period =>
  quartersOn(calendar, period, 4 * years);

/** The fiscal year in which a day lies, or the one so many years later. */
export function fiscalYearOn(calendar: Calendar, day: IsoDate, later = 0): Period {
  const own = calendarOn(calendar, day);
  const near = Number(day.slice(0, 4));
  const year =
    [near - 1, near, near + 1].find((end) => quarterEnd(own, quarterNumber(end, 4)) >= day) ?? near;
  return quartersBetween(own, quarterNumber(year + later, 0), quarterNumber(year + later, 4));
}

/** First day of the fiscal year in which a date lies. */
export const fiscalYearStart = (calendar: Calendar, date: IsoDate): IsoDate =>
  firstDay(fiscalYearOn(calendar, date));

/**
 * `fy2012`, `1h12`, `9m12`: the address of a period's page. Spans that are no part of a fiscal year are `m2503`,
 * `ttm-2503` or `t-2025-01-01-2025-02-28`; an instant has none.
 */
export function periodSlug(calendar: Calendar, period: Period): string {
  if (isInstant(period)) return '';
  const found = fiscalPart(calendar, period);
  if (found) return found.part === 'fy' ? `fy${found.year}` : `${found.part}${shortYear(found.year)}`;
  const [start, end] = [firstDay(period), lastDay(period)];
  const months = [1, 12].find(
    (count) => addMonths(addDays(start, -1), count) === end && start.endsWith('-01'),
  );
  if (months === 1) return `m${yearAndMonth(end)}`;
  if (months === 12 || quartersIn(calendar, period) === 4) return `ttm-${yearAndMonth(end)}`;
  return `t-${start}-${end}`;
}

/** `2503`: two years of weeks that end near the close of one month are not both of one issuer. */
const yearAndMonth = (day: IsoDate): string => {
  const moved = Number(day.slice(8)) <= 10 ? addDays(day, -10) : day;
  return `${shortYear(Number(moved.slice(0, 4)))}${moved.slice(5, 7)}`;
};

/** Slug of the same part of the fiscal year so many years on; empty for spans that are none. */
export function slugYearsOn(calendar: Calendar, period: Period, years: number): string {
  return fiscalPart(calendar, period) ? periodSlug(calendar, yearsOn(calendar, period, years)) : '';
}

/** `FY2012`, `1H12`: how pages name a period for short; empty for spans that are no part of a fiscal year. */
export const periodLabel = (calendar: Calendar, period: Period): string =>
  fiscalPart(calendar, period) ? periodSlug(calendar, period).toUpperCase() : '';

const NAMES: Readonly<Record<YearPart, string>> = {
  fy: 'Fiscal year', '1h': 'First half', '2h': 'Second half', '9m': 'Nine months',
  '1q': 'First quarter', '2q': 'Second quarter', '3q': 'Third quarter', '4q': 'Fourth quarter',
}; // biome-ignore format: a table reads better than a column

/** `Fiscal year 2012`, `Fourth quarter of fiscal 2012`, `First 36 weeks of fiscal 2023`; empty for spans that have no page. */
export function periodName(calendar: Calendar, period: Period): string {
  const found = fiscalPart(calendar, period);
  if (!found) return '';
  if (found.part === 'fy') return `Fiscal year ${found.year}`;
  return `${(calendar.weeks && nameInWeeks(found.part, weeksIn(period))) ?? NAMES[found.part]} of fiscal ${found.year}`;
}

/** Half a year has 26 weeks or, in a year of 53, 27; other parts longer than a quarter are named by their weeks. */
function nameInWeeks(part: YearPart, weeks: number | undefined): string | undefined {
  if (weeks === undefined) return undefined;
  if (part === '9m') return `First ${weeks} weeks`;
  if (part !== '1h' && part !== '2h') return undefined;
  return weeks === 26 || weeks === 27 ? undefined : `${part === '1h' ? 'First' : 'Last'} ${weeks} weeks`;
}

/** `12`; whole where two digits would be taken for those of another century: a misprinted year has an address of its own. */
const shortYear = (year: number): string =>
  year < 1970 || year > 2069 ? String(year) : String(year % 100).padStart(2, '0');

import { remember } from './remember.ts';
/**
 * A reporting period, which is its own key: `2012-04-01/2013-03-31` for a duration (both days inclusive),
 * `2013-03-31` for an instant (the end of that day, as in XBRL 2.1 §4.7.2).
 */
export type Period = string;

/** An ISO 8601 calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;

const DAY = 86_400_000;

export const duration = (start: IsoDate, end: IsoDate): Period => `${start}/${end}`;
export const instant = (date: IsoDate): Period => date;

export const isInstant = (period: Period): boolean => !period.includes('/');
export const isDuration = (period: Period): boolean => period.includes('/');

/** First day, or empty for an instant. */
export const firstDay = (period: Period): IsoDate | '' => (isInstant(period) ? '' : period.slice(0, 10));
/** Last day. */
export const lastDay = (period: Period): IsoDate => period.slice(-10);

/** The instant at which a period closes; an instant is its own. */
export const closing = (period: Period): Period => lastDay(period);
/** The instant at which a duration opens: the end of the day before it. */
export const opening = (period: Period): Period => addDays(firstDay(period), -1);

/** `from` moved by whole days. */
export const addDays = (date: IsoDate, days: number): IsoDate => dateOf(timeOf(date) + days * DAY);

/** Documents speak of few days, over and over. */
const timeOf: (date: IsoDate) => number = remember((date) => Date.parse(date));
const dateOf: (time: number) => IsoDate = remember((time: number) =>
  new Date(time).toISOString().slice(0, 10),
);

/** Days from one date to another, negative where the other is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => (timeOf(to) - timeOf(from)) / DAY;

/** Day of the week, 0 for Sunday. */
export const weekday = (date: IsoDate): number => new Date(timeOf(date)).getUTCDay();

/** Whether several days are all of one day of the week. */
export const areOnOneWeekday = (dates: readonly IsoDate[]): boolean => new Set(dates.map(weekday)).size === 1;

/** `from` moved by whole months; the last day of a month stays the last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [y, m, d] = parts(date);
  const isMonthEnd = d === daysInMonth(y, m);
  const index = y * 12 + (m - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const last = daysInMonth(year, month);
  return isoDate(year, month, isMonthEnd ? last : Math.min(d, last));
}

/** The period of the same length `months` later (earlier when negative). */
export function shift(period: Period, months: number): Period {
  const end = addMonths(lastDay(period), months);
  return isInstant(period) ? instant(end) : duration(addMonths(firstDay(period), months), end);
}

/** Length in days, 0 for an instant. */
export const daysIn: (period: Period) => number = remember((period) =>
  isInstant(period) ? 0 : daysBetween(firstDay(period), lastDay(period)) + 1,
);

/** Weeks of so many quarters, at least and at most: quarters of weeks have 12 to 17, and a year has 52 or 53. */
const WEEKS_OF_QUARTERS: readonly (readonly [least: number, most: number])[] = [
  [12, 17], [24, 29], [36, 41], [52, 53],
]; // biome-ignore format: a row reads better than a column

/** Length in whole months, 0 for an instant; quarters of 12 to 17 weeks count as 3 months each. */
export const monthsIn: (period: Period) => number = remember((period) => {
  if (isInstant(period)) return 0;
  const weeks = weeksIn(period);
  const quarters = weeks
    ? WEEKS_OF_QUARTERS.findIndex(([least, most]) => least <= weeks && weeks <= most) + 1
    : 0;
  return quarters > 0 ? 3 * quarters : Math.round(daysIn(period) / 30.4375);
});

/** Length in weeks of a span that is of whole weeks and not of whole months. */
export const weeksIn: (period: Period) => number | undefined = remember((period) => {
  const days = daysIn(period);
  if (days === 0 || days % 7 !== 0) return undefined;
  const before = opening(period);
  const isOfMonths = addMonths(before, Math.round(days / 30.4375)) === lastDay(period);
  return isOfMonths ? undefined : days / 7;
});

export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A real calendar date: not 2013-02-30. */
export function isRealDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function parts(date: IsoDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

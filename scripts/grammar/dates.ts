import { daysInMonth, type IsoDate, isoDate, isRealDate } from '../../src/model/period.ts';

const MONTH_NAMES = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** Source of a pattern: a month's name, in full or short. */
export const MONTH = `(?:${MONTH_NAMES}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?`;
/** Source of a pattern: a character that a clause goes on with, the point of a short month included (`Sept. 30`). */
export const IN_CLAUSE = String.raw`(?:[^.;\n]|(?<=\b[A-Z][a-z]{2,3})\.(?= ?\d))`;
/** A day with its year, in three spellings. */
export const DATE = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}|\\d{1,2} ${MONTH},? (?:19|20)\\d{2}|(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2}(?![\\d/]))`;
/** A day without its year. */
export const DAY = `(?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})`;
/** A day, or the month at whose end a period ends. */
export const END = `(?:${DATE}|${MONTH} (?:19|20)\\d{2})`;

/**
 * `March 31, 2013`, `31 March 2013`, `2013-03-31`, `31.03.2013`; `March 2013` is its last day. Undefined for what is no
 * date of the calendar.
 */
export function parseDate(text: string): IsoDate | undefined {
  const numeric = /^(\d{1,2})([./])(\d{1,2})[./](\d{4}|\d{2})$/.exec(text);
  if (numeric) {
    const year = Number(numeric[4]) + (numeric[4]?.length === 2 ? 2000 : 0);
    return numericDate(Number(numeric[1]), Number(numeric[3]), year, numeric[2] === '/');
  }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(text.replace(/\b\d{4}\b/, ''));
  const month = /[A-Za-z]{3,}/.exec(text);
  const year = /\b(\d{4})\b/.exec(text);
  if (!month || !year) return undefined;
  const number = monthNumber(month[0]);
  if (number === 0) return undefined;
  return dateOf(Number(year[1]), number, day ? Number(day[1]) : daysInMonth(Number(year[1]), number));
}

/** 1 to 12, 0 for no month's name. */
export const monthNumber = (name: string): number =>
  MONTH_NAMES.split('|').findIndex(
    (known) => known.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase(),
  ) + 1;

/** Points stand between day, month and year; with slashes either may come first, and a period ends with a month. */
function numericDate(a: number, b: number, year: number, isSlashed: boolean): IsoDate | undefined {
  const dayFirst = dateOf(year, b, a);
  const monthFirst = isSlashed ? dateOf(year, a, b) : undefined;
  const isMonthEnd = dayFirst !== undefined && a === daysInMonth(year, b);
  return monthFirst === undefined || isMonthEnd ? dayFirst : monthFirst;
}

function dateOf(year: number, month: number, day: number): IsoDate | undefined {
  return isRealDate(year, month, day) ? isoDate(year, month, day) : undefined;
}

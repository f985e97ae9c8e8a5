import type { Calendar } from '../../src/model/calendar.ts';
import { daysInMonth, type IsoDate, isoDate, isRealDate } from '../../src/model/period.ts';

const MONTH_NAMES = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** Source of a pattern: a month's name, in full or short. */
export const MONTH = `(?:${MONTH_NAMES}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?`;
/** Source of a pattern: a character that a clause goes on with, the point of a short month included (`Sept. 30`). */
export const IN_CLAUSE = String.raw`(?:[^.;\n]|(?<=\b[A-Z][a-z]{2,3})\.(?= ?\d))`;
const YEAR = '(?:19|20)\\d{2}';
const NTH = '(?:st|nd|rd|th)?';
/** A day before its month: no last digits of a number that a day follows (`272.39 March 31, 2024`). */
const DAY_FIRST = `(?<![\\d.,])\\d{1,2}(?:${NTH}|\\.) ${MONTH}`;
/** `30 Sep 24`, `30 June ’24`: a year of two digits that counts nothing behind it. */
export const SHORT_YEAR = `${DAY_FIRST} ['’]?\\d{2}(?![\\d.,/-]*\\d|\\s?[%％]|\\s(?!and|to|restated|unaudited|audited|change|vs)[a-z]{3})`;
/** A day with its year, in the spellings that there are. */
export const DATE = `(?:${MONTH} \\d{1,2}${NTH},? ${YEAR}|${DAY_FIRST},? ${YEAR}|${SHORT_YEAR}|(?<![\\d.,-])\\d{1,2}-${MONTH}-(?:${YEAR}|\\d{2})(?!\\d)|${YEAR}[-/.]\\d{1,2}[-/.]\\d{1,2}|(?<![\\d-])\\d{1,2}-\\d{1,2}-${YEAR}(?![\\d-])|\\d{1,2}[./]\\d{1,2}[./]${YEAR}|\\d{1,2}/\\d{1,2}/\\d{2}(?![\\d/])|\\d{2}\\.\\d{2}\\.\\d{2}(?![\\d.]))`;
/** A day without its year; `February 29/28` is that month's end in either of two years. */
export const DAY = `(?:${MONTH} \\d{1,2}(?:/\\d{1,2})?${NTH}(?![\\d.,]\\d|\\d)|${DAY_FIRST}(?! \\d{1,2},? ${YEAR}))`;
/** A month with its year. */
export const MONTH_YEAR = `${MONTH}(?:,? (?:of )?${YEAR}|-${YEAR}|[-’']\\d{2})`;

/** A day of the calendar as it is written, whole or in part. */
export interface WrittenDay {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  /** The month's last where none is written. */
  readonly day?: number;
  /** In slashes: which of the two is the day is told by what else the document writes. */
  readonly isSlashed?: boolean;
}

/** `March 31, 2013`, `31 March`, `2013-03-31`, `31.03.2013`, `Mar-25`. Undefined for what is no day or month. */
export function readDay(text: string): WrittenDay | undefined {
  const numeric = /^(\d{1,2})([./-])(\d{1,2})[./-](\d{4}|\d{2})$/.exec(text);
  if (numeric) {
    const [, first, mark, second, year = ''] = numeric;
    return { year: fullYear(year), month: Number(second), day: Number(first), isSlashed: mark !== '.' };
  }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const month = monthNumber(/[A-Za-z]{3,}/.exec(text)?.[0] ?? '');
  if (month === 0) return undefined;
  const year = /(?<!\d)(\d{4})(?!\d)|(?<=[A-Za-z]\.?[-’']|\d\D* [A-Za-z]+\.? ['’]?)(\d{2})$/.exec(text);
  const day = /(?<![\d/’'-])(\d{1,2})(?![\d/])/.exec(text.replace(/\d{4}/, ''));
  return {
    month,
    ...(year && { year: fullYear(year[1] ?? year[2] ?? '') }),
    ...(day && { day: Number(day[1]) }),
  };
}

/** The day that is written, by the order that the document keeps between slashes; undefined for none of the calendar. */
export function findDate(
  written: WrittenDay,
  { isDayFirst }: Pick<Calendar, 'isDayFirst'>,
): IsoDate | undefined {
  const { year, month, day, isSlashed } = written;
  if (year === undefined || month === undefined) return undefined;
  const asWritten = realDate(year, month, day ?? daysInMonth(year, month));
  const turned = isSlashed && day !== undefined ? realDate(year, day, month) : undefined;
  if (asWritten === undefined || turned === undefined) return asWritten ?? turned;
  const isMonthEnd = day === daysInMonth(year, month);
  return (isDayFirst ?? isMonthEnd) ? asWritten : turned;
}

/** A whole date; `March 2013` is its last day. */
export function parseDate(text: string): IsoDate | undefined {
  const written = readDay(text);
  return written && findDate(written, {});
}

/** 1 to 12, 0 for no month's name. */
export const monthNumber = (name: string): number =>
  MONTH_NAMES.split('|').findIndex(
    (known) => known.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase(),
  ) + 1;

/** Years of two digits are of this century. */
export const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

const realDate = (year: number, month: number, day: number): IsoDate | undefined =>
  isRealDate(year, month, day) ? isoDate(year, month, day) : undefined;

import type { Calendar } from '../../src/model/calendar.ts';
import { remember } from '../../src/model/remember.ts';
import { MONTH } from './dates.ts';
import { findPeriods, readYearName } from './periods.ts';

/** Only where the fiscal year lies depends on the calendar; that words speak of time does not. */
const ANY_CALENDAR: Calendar = { endMonth: 12, labelOffset: 0 };

const COUNT =
  '(?:\\d{1,2}|one|three|six|nine|ten|twelve|thirteen|fourteen|twenty[- ]six|twenty[- ]seven|thirty[- ]nine|forty|fifty[- ]two|fifty[- ]three)';

/** `June 30`, `30 June`: a day of no year. */
const DAY = `(?:${MONTH}\\s\\d{1,2}|\\d{1,2}\\s${MONTH})(?![\\p{L}\\p{N}])`;
const DAYS = new RegExp(`(?<![\\p{L}\\p{N}])${DAY}`, 'giu');

/** Words that a head may have beside a period and that tell no measure. */
const TIME_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${DAY}|${MONTH}|(?:19|20)\\d{2}(?:/\\d{2,4})?|${COUNT}[- ](?:months?|weeks?)(?![\\p{L}])|[1-4]Q|Q[1-4]|[12]H|HY?[12]|(?:3|6|9|12)M|FY(?:\\s?\\d{2,4})?(?:/\\d{2,4})?|(?:YTD|LTM|TTM)(?:\\s?['’]?\\d{2})?|R12M?|months?|weeks?|(?:half|full|prior|previous|last|current|this|comparative)[- ](?:fiscal |financial )?(?:years?|periods?|quarters?)|year[- ]ago|comparatives|years?|quarters?|quarterly|half|halves|periods?|first|second|third|fourth|1st|2nd|3rd|4th|fiscal|financial|calendar|interim|rolling|latest|prior|previous|year[- ]to[- ]date|ended|ending|end|as|of|at|for|the|and|to|from|through|vs|versus|un-?audited|audited|restated|actuals?|revised|in)(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Days without a year in a text: no figures, although they hold digits. */
export const daysIn = (text: string): readonly { readonly start: number; readonly end: number }[] =>
  /\d/.test(text)
    ? [...text.matchAll(DAYS)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }))
    : [];

/** Whether a text speaks of nothing but time, be it only a part: `Three Months Ended June 30,`, `2024`, `Q2`, `LTM`. */
export const isTimeOnly: (text: string) => boolean = remember(tellsOnlyTime);

function tellsOnlyTime(text: string): boolean {
  if (text.length > 160 || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (readYearName(text) !== undefined) return true;
  const rest = withoutPeriodsIn(text);
  if (
    rest === text &&
    !/\d|month|week|quarter|year|half|ytd|ltm|ttm|period|\bFY\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)/i.test(
      text,
    )
  )
    return false;
  return rest.replace(TIME_WORDS, '').replace(/\(\d\)|[^\p{L}\p{N}]/gu, '') === '';
}

function withoutPeriodsIn(text: string): string {
  let rest = text;
  for (const { start, end } of [...findPeriods(text, ANY_CALENDAR)].reverse())
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}

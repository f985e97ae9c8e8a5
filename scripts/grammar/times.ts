import type { Calendar } from '../../src/model/calendar.ts';
import type { Period } from '../../src/model/period.ts';
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
  `(?<![\\p{L}\\p{N}])(?:${DAY}|${MONTH}|(?:19|20)\\d{2}(?:/\\d{2,4})?|${COUNT}[- ](?:months?|weeks?)(?![\\p{L}])|[1-4]Q|Q[1-4]|[12]H|HY?[12]|(?:3|6|9|12)M|FY(?:\\s?\\d{2,4})?(?:/\\d{2,4})?|(?:YTD|LTM|TTM)(?:\\s?['’]?\\d{2})?|R12M?|months?|weeks?|(?:half|full|prior|previous|last|current|this)[- ]years?|years?|quarters?|quarterly|half|halves|periods?|first|second|third|fourth|1st|2nd|3rd|4th|fiscal|financial|calendar|interim|rolling|latest|prior|previous|year[- ]to[- ]date|ended|ending|end|as|of|at|for|the|and|to|from|through|vs|versus|un-?audited|audited|restated|actuals?|revised|in)(?![\\p{L}\\p{N}])`,
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

/** A wording whose end must be told by the document: a year that ends with the period reported on. */
export const isRollingYear = (text: string): boolean =>
  /\b(?:rolling|last|latest|trailing)\s(?:12|twelve|four)[- ](?:months?|quarters)\b|\b(?:LTM|TTM|R12M?)\b/i.test(
    text,
  );

const YEAR_AT_END = /,?\s*(?:(?:19|20)\d{2})(?:\s*(?:,|and|vs\.?)\s*(?:19|20)\d{2})*\s*[\])]?$/;
const END_OF_PERIOD = new RegExp(`\\b(?:ended|ending|to|as (?:of|at)|at)\\s(${DAY})`, 'iu');
const LENGTH = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${COUNT}[- ](?:months?|weeks?)|quarters?|(?:half[- ])?years?)(?![\\p{L}])`,
  'iu',
);

/**
 * The period of a head that is only complete with the words around it: a bare year or `Three months` under
 * `For the periods ended December 31`, `2024` under `Sales by region, January–March`. `around` holds the nearest first.
 */
export function completePeriod(
  head: string,
  around: readonly string[],
  calendar: Calendar,
): Period | undefined {
  const year = /\b((?:19|20)\d{2})\b/.exec(head)?.[1];
  if (year === undefined) return undefined;
  const length = LENGTH.exec(head)?.[0];
  for (const text of around) {
    if (!isAbout(text, year)) continue;
    const frame = text.replace(YEAR_AT_END, '');
    const day = END_OF_PERIOD.exec(text)?.[1];
    const wordings =
      length && day
        ? [`${length} ended ${day}, ${year}`]
        : [`${frame.replace(/[\s,;:(–—-]+$/, '')} ${year}`, `${frame}, ${year}`];
    for (const wording of wordings) {
      const found = findPeriods(wording, calendar).find(({ end }) => end >= wording.length - 1);
      if (found) return found.period;
    }
  }
  return undefined;
}

/** A text that names years of its own must name this one, or the head counts years in another way. */
function isAbout(text: string, year: string): boolean {
  const years = text.match(/\b(?:19|20)\d{2}\b/g) ?? [];
  return years.length === 0 || years.some((own) => Math.abs(Number(own) - Number(year)) <= 1);
}

import type { Calendar } from '../../src/model/calendar.ts';
import {
  addDays,
  addMonths,
  daysInMonth,
  endOf,
  type IsoDate,
  isoDate,
  monthsIn,
  startOf,
} from '../../src/model/period.ts';
import { IN_CLAUSE } from '../grammar/dates.ts';
import { findPeriods } from '../grammar/periods.ts';

const CALENDAR_YEAR: Calendar = { endMonth: 12, labelOffset: 0 };

/** Where the day of an end stands. */
const WHEN = `${IN_CLAUSE}{8,30}`;

/** A wording of a fiscal year's end, and one of spans that begin with the fiscal year. */
const YEAR_END = new RegExp(
  String.raw`\b(?:(?:(?:fiscal|full|financial|twelve|12)\s*)?(?:years?|months)|(?:52|53|fifty[- ]two|fifty[- ]three)[- ]weeks?(?: (?:fiscal )?(?:year|period))?) (?:ended|ending|to) ${WHEN}`,
  'gi',
);
const YEAR_TO_DATE = new RegExp(
  String.raw`\b(?:(?:six|nine|6|9)[- ]months?|(?:26|39|twenty-six|thirty-nine)[- ]weeks?|half[- ]year) (?:period )?(?:ended|ending|to) ${WHEN}`,
  'gi',
);
const QUARTER = new RegExp(
  String.raw`\b(first|second|third|fourth) (?:fiscal )?quarter (?:ended|ending) ${WHEN}`,
  'gi',
);
const QUARTER_OF = { first: 3, second: 6, third: 9, fourth: 12 } as const;

/** When the issuer's fiscal year ends and which year names it, by the weight of what the text says. */
export function readCalendar(text: string, released: IsoDate): Calendar {
  const endMonth = yearEndMonth(text);
  return { endMonth, labelOffset: labelOffset(text, endMonth, released) };
}

function yearEndMonth(text: string): number {
  const votes = new Map<number, number>();
  const vote = (month: number, weight: number) => votes.set(month, (votes.get(month) ?? 0) + weight);
  for (const span of spansIn(text, YEAR_END)) if (monthsIn(span) === 12) vote(nearestMonth(endOf(span)), 4);
  for (const span of spansIn(text, YEAR_TO_DATE)) vote(nearestMonth(addDays(startOf(span), -1)), 1);
  for (const match of text.matchAll(QUARTER)) {
    const span = findPeriods(match[0], CALENDAR_YEAR)[0];
    const passed = QUARTER_OF[match[1]?.toLowerCase() as keyof typeof QUARTER_OF];
    if (span) vote(nearestMonth(addMonths(endOf(span.period), 12 - passed)), 2);
  }
  return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 12;
}

const spansIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([phrase]) =>
    findPeriods(phrase, CALENDAR_YEAR)
      .filter(({ form }) => form === 'span')
      .map(({ period }) => period),
  );

/**
 * A line that names a year both by its end (`fiscal year ended March 31, 2013`) and by its label (`FY2012`) votes for
 * their difference. Without such a line the label of the newest year named must not end after the release.
 */
function labelOffset(text: string, endMonth: number, released: IsoDate): number {
  if (endMonth === 12) return 0;
  const votes: [number, number] = [0, 0];
  for (const line of text.split('\n')) {
    const ends = spansIn(line, YEAR_END).map((span) => Number(endOf(span).slice(0, 4)));
    const labels = labelsIn(line);
    if (ends.length === 0 || labels.length === 0) continue;
    const difference = Math.max(...ends) - Math.max(...labels);
    if (difference === 0 || difference === 1) votes[difference]++;
  }
  if (votes[0] !== votes[1]) return votes[1] > votes[0] ? 1 : 0;
  return byRelease(text, endMonth, released);
}

const labelsIn = (text: string): number[] =>
  [...text.matchAll(/\b(?:FY|[1-4]Q|[12]H|fiscal(?: year)? |Q[1-4] )\s?(?:FY)?\s?((?:20)?\d{2})\b/gi)].map(
    (match) => {
      const year = Number(match[1]);
      return year < 100 ? 2000 + year : year;
    },
  );

/**
 * Labels of the year reported on and of the one before it occur often, that of the year after (an outlook) or of two
 * years before seldom: which of the two it is tells whether a year is named by the year of its end.
 */
function byRelease(text: string, endMonth: number, released: IsoDate): number {
  const counts = new Map<number, number>();
  for (const label of labelsIn(text)) counts.set(label, (counts.get(label) ?? 0) + 1);
  const year = yearReportedOn(text, endMonth, released);
  const count = (label: number): number => counts.get(label) ?? 0;
  if (count(year) === count(year - 2)) return count(year) === 0 && count(year - 1) > 0 ? 1 : 0;
  return count(year) > count(year - 2) ? 0 : 1;
}

/** Results of a whole year come out within this many days; those of the quarter after it later. */
const DAYS_TO_REPORT = 105;
const WHOLE_YEAR = /\b(?:4Q|Q4|fourth[- ]quarter|(?:full[- ]year|annual|preliminary|final) results)\b/i;

/** In which year the fiscal year ends that the text reports on: the one that has just ended, or the one under way. */
function yearReportedOn(text: string, endMonth: number, released: IsoDate): number {
  const year = Number(released.slice(0, 4)) + (Number(released.slice(5, 7)) > endMonth ? 1 : 0);
  const ended = isoDate(year - 1, endMonth, daysInMonth(year - 1, endMonth));
  if (addDays(ended, DAYS_TO_REPORT) < released) return year;
  const isTold = spansIn(text, YEAR_END).some(
    (span) => Math.abs(Date.parse(endOf(span)) - Date.parse(ended)) <= LEEWAY,
  );
  return isTold || WHOLE_YEAR.test(text) ? year - 1 : year;
}

/** Years of 52 weeks end within ten days of the month's end. */
const LEEWAY = 10 * 86_400_000;

/** Month whose end lies nearest: 28 September and 2 October are both September. */
function nearestMonth(date: IsoDate): number {
  const month = Number(date.slice(5, 7));
  return Number(date.slice(8, 10)) <= 10 ? ((month + 10) % 12) + 1 : month;
}

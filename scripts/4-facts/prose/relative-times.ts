import {
  type Calendar,
  fiscalYearStart,
  type Part,
  partOf,
  periodOf,
  yearsOn,
} from '../../../src/model/calendar.ts';
import {
  addDays,
  addMonths,
  closing,
  duration,
  endOf,
  monthsIn,
  type Period,
  shift,
  startOf,
} from '../../../src/model/period.ts';

/** What relative wordings are told from: the issuer's calendar, the period of the document, the one last spoken of. */
export interface TimeFrame {
  readonly calendar: Calendar;
  readonly main: Period;
  /** The period that the text around speaks of. */
  readonly current: Period;
}

type Reading = (match: RegExpMatchArray, frame: TimeFrame) => Period | undefined;

const NTH = 'first|second|third|fourth|1st|2nd|3rd|4th';
const MONTHS: Readonly<Record<string, number>> = { three: 3, six: 6, nine: 9, twelve: 12 };
const SAME = '(?:the )?(?:same|corresponding|comparable|equivalent)';

/** Wordings of time that name no date, one row each; an earlier row wins where two overlap. */
const WORDINGS: readonly (readonly [pattern: RegExp, read: Reading])[] = [
  [
    /(?:the )?(?:fiscal |financial )?(?:year|period|quarter|half)(?: year)? under (?:review|consideration)|the reporting (?:year|period)/gi,
    (_, { main }) => main,
  ],
  [
    new RegExp(
      `${SAME} (?:fiscal )?(?:quarter|period|(?:three|six|nine|twelve)[- ]months?(?: period)?|half|time|month)(?: of| in)(?: the)?(?: fiscal| calendar| financial)?(?: year)? ((?:19|20)\\d{2})`,
      'gi',
    ),
    ([, year], { calendar, current }) =>
      yearsOn(
        calendar,
        current,
        Number(year) - (partOf(calendar, current)?.year ?? Number(endOf(current).slice(0, 4))),
      ),
  ],
  [
    new RegExp(
      `${SAME} (?:quarter|period|three months|six months|nine months|half|time|month)(?: of| in| a)?(?: the)?(?: (?:last|prior|previous|preceding) (?:fiscal |financial )?year| year (?:ago|earlier))`,
      'gi',
    ),
    (_, { calendar, current }) => yearsOn(calendar, current, -1),
  ],
  [
    /(?:the |a )?(?:prior|previous|last|preceding)[- ](?:fiscal |financial )?year(?:['’]s)?[- ](?:fourth |third |second |first )?(?:same )?(?:quarter|period|half)/gi,
    (_, { calendar, current }) => yearsOn(calendar, current, -1),
  ],
  [
    /(?:the |a )?year[- ](?:ago|earlier)(?: (?:quarter|period))?|a year (?:ago|earlier|before)|one year (?:ago|earlier)|(?:the )?(?:prior|previous)[- ]period/gi,
    (_, { calendar, current }) => yearsOn(calendar, current, -1),
  ],
  [
    /(?:the )?(?:end of (?:the )?(?:previous|prior|last|preceding) (?:fiscal |financial )?year|(?:previous|prior|last) (?:fiscal )?year[- ]end)/gi,
    (_, { calendar, current }) => addDays(fiscalYearStart(calendar, endOf(current)), -1),
  ],
  [
    /(?:the )?(?:prior|previous|last|preceding) (?:fiscal |financial |calendar |full )?year(?! end)/gi,
    (_, { calendar, current }) => yearsOn(calendar, current, -1),
  ],
  [
    /(?:the )?(?:prior|previous|preceding|last) (?:fiscal )?quarter/gi,
    (_, { current, main, calendar }) => quarterBefore(current, main, calendar),
  ],
  [
    /(?:the )?(?:end of (?:the )?(?:fiscal |financial )?(?:year|quarter|period)|(?:year|quarter|period)[- ]end)(?! dividend| forecast)/gi,
    (_, { main }) => closing(main),
  ],
  [
    /(?:the |our )?(?:next|coming) (?:fiscal |financial |full )?year/gi,
    (_, { main, calendar }) => yearOf(main, calendar, 1),
  ],
  [/(?:the |our )?(?:next|coming) quarter/gi, (_, { main, calendar }) => followingQuarter(main, calendar)],
  [
    /(?:(?:the|this|our) )?(?:current |entire |whole )?full[- ](?:fiscal[- ]|financial[- ])?year/gi,
    (_, { main, current, calendar }) => fullYear(main, current, calendar),
  ],
  [
    /(?:this|the current) (?:fiscal |financial )?year|for the (?:fiscal |financial )?year(?! end)|in the (?:fiscal |financial )year/gi,
    (_, { main, calendar }) => yearOf(main, calendar, 0),
  ],
  [
    /(?:this|the current|the reporting|the) quarter(?! end)/gi,
    (_, { main, calendar }) => ownQuarter(main, calendar),
  ],
  [
    new RegExp(
      `(?:the |our )?(${NTH})[- ](?:fiscal )?(quarter|half)(?: of (?:the|this) (?:fiscal )?year)?`,
      'gi',
    ),
    (match, frame) => namedPart(match, frame),
  ],
  [
    /(?:the|our) first (three|six|nine|3|6|9) months(?: period)?(?: of (?:the|this|our) (?:fiscal |financial )?year)?/gi,
    ([, count = ''], { main, calendar }) => {
      const start = fiscalYearStart(calendar, endOf(main));
      return duration(start, addDays(addMonths(start, MONTHS[count.toLowerCase()] ?? Number(count)), -1));
    },
  ],
  [/the (three|six|nine|twelve) months(?: period)?/gi, (match, frame) => spanOf(match[1] ?? '', frame)],
  [/(?:this|the current|the reporting) period|for the period/gi, (_, { main }) => main],
];

export interface RelativeMention {
  readonly start: number;
  readonly end: number;
  readonly period: Period;
}

/** Wordings of time without a date: `the prior-year quarter`, `the full year`, `the three months`. */
export function findRelativeTimes(
  text: string,
  frame: TimeFrame,
  currentAt: (offset: number) => Period = () => frame.current,
): RelativeMention[] {
  const found: RelativeMention[] = [];
  if (!/year|quarter|months|period|half|time/i.test(text)) return found;
  for (const [pattern, read] of WORDINGS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (/\p{L}/u.test(text[start - 1] ?? '') || /\p{L}/u.test(text[end] ?? '')) continue;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const period = read(match, { ...frame, current: currentAt(start) });
      if (period) found.push({ start, end, period });
    }
  }
  return found;
}

function quarterBefore(current: Period, main: Period, calendar: Calendar): Period {
  return shift(monthsIn(current) === 3 ? current : ownQuarter(main, calendar), -3);
}

/** The fiscal year in which a period lies, or one some years later. */
export function yearOf(period: Period, calendar: Calendar, later: number): Period {
  const start = addMonths(fiscalYearStart(calendar, endOf(period)), 12 * later);
  return duration(start, addDays(addMonths(start, 12), -1));
}

/** The year spoken of: the one that a period just named lies in, else the document's. */
const fullYear = (main: Period, current: Period, calendar: Calendar): Period =>
  yearOf(monthsIn(current) === 12 ? current : main, calendar, 0);

/** The last quarter of a longer period; a quarter is its own. */
function ownQuarter(main: Period, calendar: Calendar): Period {
  if (monthsIn(main) <= 3) return main;
  const found = partOf(calendar, main);
  const last: Partial<Record<Part, Part>> = { fy: '4q', '1h': '2q', '2h': '4q', '9m': '3q' };
  const part = found && last[found.part];
  return found && part
    ? periodOf(calendar, found.year, part)
    : duration(addDays(addMonths(endOf(main), -3), 1), endOf(main));
}

function followingQuarter(main: Period, calendar: Calendar): Period {
  const quarter = ownQuarter(main, calendar);
  const start = addDays(endOf(quarter), 1);
  return duration(start, addDays(addMonths(start, 3), -1));
}

/** `the first half` without a year: that of the fiscal year spoken of. */
function namedPart(match: RegExpMatchArray, { calendar, current, main }: TimeFrame): Period | undefined {
  const n = NTH.split('|').indexOf((match[1] ?? '').toLowerCase()) % 4;
  const isHalf = match[2]?.toLowerCase() === 'half';
  if (isHalf && n > 1) return undefined;
  const year = yearOf(monthsIn(current) > 0 ? current : main, calendar, 0);
  const label = partOf(calendar, year)?.year;
  return label === undefined ? undefined : periodOf(calendar, label, `${n + 1}${isHalf ? 'h' : 'q'}` as Part);
}

/** `the three months`: the period of that length spoken of, else the last one of the document's period. */
function spanOf(word: string, { current, main }: TimeFrame): Period {
  const months = MONTHS[word.toLowerCase()] ?? 3;
  const period = monthsIn(current) === months ? current : main;
  const end = endOf(period);
  return monthsIn(period) === months && startOf(period)
    ? period
    : duration(addDays(addMonths(end, -months), 1), end);
}

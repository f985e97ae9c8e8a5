import {
  type Calendar,
  fiscalPart,
  fiscalPeriod,
  fiscalYearOn,
  fiscalYearStart,
  monthsTo,
  quartersOfYear,
  quartersOn,
  type YearPart,
  yearsOn,
} from '../../../src/model/calendar.ts';
import {
  addDays,
  closing,
  daysInMonth,
  duration,
  firstDay,
  isDuration,
  isoDate,
  lastDay,
  monthsIn,
  type Period,
} from '../../../src/model/period.ts';
import { DATE, MONTH, monthNumber, parseDate } from '../../grammar/dates.ts';
import { matchesIn } from '../../grammar/matches-in.ts';

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
/** `October – December`, and no year. */
const MONTH_PAIR = `\\b(${MONTH})\\s?[-–—]\\s?(${MONTH})(?![\\p{L}]|,?\\s\\d)`;

/** The months that a text names without a year, the last time they were over when the period of the release was. */
export function monthsNamed(text: string, main: Period): Period | undefined {
  const [, from, to] = new RegExp(MONTH_PAIR, 'iu').exec(text) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const [first, last] = [monthNumber(from), monthNumber(to)];
  const [year, month] = [Number(lastDay(main).slice(0, 4)), Number(lastDay(main).slice(5, 7))];
  const closed = last <= month ? year : year - 1;
  const start = isoDate(first > last ? closed - 1 : closed, first, 1);
  return duration(start, isoDate(closed, last, daysInMonth(closed, last)));
}

/** `the remainder of 2024`, told with its first half: the second. */
function restOfYear(year: string | undefined, { calendar, main }: TimeFrame): Period | undefined {
  const whole = fiscalYearOn(calendar, lastDay(main));
  const told = fiscalPart(calendar, whole)?.year;
  if (year !== undefined && Number(year) !== told) return undefined;
  return lastDay(main) < lastDay(whole) ? duration(addDays(lastDay(main), 1), lastDay(whole)) : undefined;
}

const SAME = '(?:the )?(?:same|corresponding|comparable|equivalent)';

/**
 * Wordings of time that name no date, one row each; an earlier row wins where two overlap. What is named so is what `a year
 * ago` behind it looks back from.
 */
const WORDINGS: readonly (readonly [pattern: RegExp, read: Reading, isNamed?: boolean])[] = [
  [
    /(?:the )?(?:fiscal |financial )?(?:year|period|quarter|half)(?: year)? under (?:review|consideration)|the reporting (?:year|period)/gi,
    (_, { main }) => main,
  ],
  [
    new RegExp(
      `${SAME} (?:fiscal )?(?:quarter|period|(?:three|six|nine|twelve)[- ]months?(?: period)?|half|time|month)(?: of| in)(?: the)?(?: fiscal| calendar| financial)?(?: year)? ((?:19|20)\\d{2})`,
      'gi',
    ),
    ([, year], frame) => ofYear(Number(year), frame.current, frame),
  ],
  [
    new RegExp(`${SAME} (?:fiscal )?(?:quarter|period) ended (${DATE})`, 'gi'),
    ([, date = ''], { current, calendar }) => {
      const day = parseDate(date);
      return day && monthsTo(calendar, day, monthsIn(current));
    },
  ],
  [
    /(?:the )?((?:19|20)\d{2}) (?:fiscal )?(?:(quarter)|(three|six|nine|twelve)[- ]months?(?: period)?|period)(?!s|[- ]end)/gi,
    ([, year, quarter, months], frame) => ofYear(Number(year), spokenSpan(quarter, months, frame), frame),
  ],
  [
    new RegExp(
      `${SAME} (?:quarter|period|three months|six months|nine months|half|time|month)(?: of| in| a)?(?: the)?(?: (?:last|prior|previous|preceding) (?:fiscal |financial )?year| year (?:ago|earlier))`,
      'gi',
    ),
    (_, { calendar, current }) => yearsOn(calendar, current, -1),
  ],
  [
    new RegExp(
      `(?:the )?(?:prior|previous|last|preceding)[- ](?:fiscal |financial )?year(?:['’]s)?[- ](?:(${NTH})[- ](?:fiscal )?(quarter|half)|Q([1-4])|H([12]))`,
      'gi',
    ),
    (match, frame) => yearBefore(namedPart(match, frame), frame),
  ],
  [
    /(?:the |a )?(?:same |corresponding |comparable )?(?:prior|previous|last|preceding)[- ](?:fiscal |financial )?year(?:['’]s)?[- ](?:same )?(?:(quarter)|period|half)/gi,
    ([, quarter], frame) => yearsOn(frame.calendar, spokenSpan(quarter, undefined, frame), -1),
  ],
  [
    /(?:the |a )?year[- ](?:ago|earlier)(?: (?:(quarter)|period))?|a year (?:ago|earlier|before)|one year (?:ago|earlier)|(?:the )?(?:prior|previous)[- ]period/gi,
    ([, quarter], frame) => yearsOn(frame.calendar, spokenSpan(quarter, undefined, frame), -1),
  ],
  [
    new RegExp(
      `(?:the )?(${NTH})[- ](?:fiscal )?(quarter|half)(?: of| in)?(?: the)? (?:prior|previous|last|preceding) (?:fiscal |financial )?year`,
      'gi',
    ),
    (match, frame) => yearBefore(namedPart(match, frame), frame),
  ],
  [
    /(?:the )?(?:end of (?:the )?(?:previous|prior|last|preceding) (?:fiscal |financial )?year|(?:previous|prior|last) (?:fiscal )?year[- ]end)/gi,
    (_, { calendar, current }) => addDays(fiscalYearStart(calendar, lastDay(current)), -1),
  ],
  [
    /(?:the )?(?:same )?(?:prior|previous|last|preceding)[- ](?:fiscal )?year[- ]to[- ]date(?: period)?/gi,
    (_, frame) => yearsOn(frame.calendar, yearToDate(frame), -1),
  ],
  [
    new RegExp(
      `(?:the |our )?(?:((?:19|20)\\d{2}) )?(?:fiscal )?year[- ]to[- ]date(?: periods?)?(?: (?:ended |through |as of )?(${DATE})| (?:in |for )?((?:19|20)\\d{2}))?`,
      'gi',
    ),
    (match, frame) => toDate(match, frame),
    true,
  ],
  [
    /(?:the )?(?:prior|previous|last|preceding) (?:fiscal |financial |calendar |full )?year(?! end| (?:(?:net|loss|claims?|catastrophe|casualty|favou?rable|unfavou?rable|adverse) )*(?:reserves?|development)\b)/gi,
    (_, { calendar, current }) => yearsOn(calendar, current, -1),
  ],
  [
    /(?:the )?(?:last|past|trailing|rolling) (?:twelve|12)[- ]months?(?: periods?)?/gi,
    (_, { main, calendar }) => monthsTo(calendar, lastDay(main), 12),
    true,
  ],
  [
    /(?:the )?(?:rest|remainder|balance) (?:\([^()]{3,40}\) )?of (?:the )?(?:(?:full|fiscal|calendar) )*(?:year(?: ((?:19|20)\d{2}))?|((?:19|20)\d{2}))(?![-\d])/gi,
    ([, year, alone], frame) => restOfYear(year ?? alone, frame),
  ],
  [
    /(?:the )?linked quarter/gi,
    (_, { main, calendar }) => quartersOn(calendar, ownQuarter(main, calendar), -1),
  ],
  [
    /(?:the )?(?:(?:immediate(?:ly)?|most recent) )?(?:prior|previous|preceding|last) (?:fiscal )?quarter(?:['’]s)?[- ]end/gi,
    (_, { current, main, calendar }) => closing(quarterBefore(current, main, calendar)),
  ],
  [
    /(?:the )?(?:(?:immediate(?:ly)?|most recent) )?(?:prior|previous|preceding|last) (?:fiscal )?quarter/gi,
    (_, { current, main, calendar }) => quarterBefore(current, main, calendar),
  ],
  [
    /(?:the )?most recent quarter(?! end)/gi,
    ({ input = '', index = 0 }, { main, calendar }) =>
      /\b(?:compared|versus|from)\b/i.test(input.slice(0, index))
        ? quarterBefore(main, main, calendar)
        : ownQuarter(main, calendar),
  ],
  [
    /(?:the )?(?:end of (?:the )?(?:fiscal |financial )?(?:year|quarter|period)|(?:year|quarter|period)[- ]end)(?! dividend| forecast)/gi,
    (_, { main }) => closing(main),
  ],
  [
    /(?:the |our )?(?:next|coming) (?:fiscal |financial |full )?year/gi,
    (_, { main, calendar }) => fiscalYearAround(main, calendar, 1),
  ],
  [/(?:the |our )?(?:next|coming) quarter/gi, (_, { main, calendar }) => followingQuarter(main, calendar)],
  [
    /(?:(?:the|this|our) )?(?:current |entire |whole )?full[- ](?:fiscal[- ]|financial[- ])?year|the (?:whole|entire) (?:fiscal |financial )?year/gi,
    (_, { main, current, calendar }) => fullYear(main, current, calendar),
  ],
  [
    /(?:this|the current) (?:fiscal |financial )?year|for the (?:fiscal |financial )?year(?! end)|in the (?:fiscal |financial )year/gi,
    (_, { main, calendar }) => fiscalYearAround(main, calendar, 0),
    true,
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
    true,
  ],
  [/(?:Q([1-4])|([1-4])Q|H([12])|([12])H)(?![\d'’])/g, (match, frame) => codedPart(match, frame)],
  [
    /quarterly(?= (?!(?:(?:cash|regular|common) )*dividends?|distributions?|reports?|basis|results|payments?)\p{Ll})/giu,
    (_, { main, calendar }) => ownQuarter(main, calendar),
    true,
  ],
  [
    /(?:the|our) first (three|six|nine|3|6|9) months(?: period)?(?: of (?:the|this|our) (?:fiscal |financial )?year)?/gi,
    ([, count = ''], { main, calendar }) => {
      const year = fiscalPart(calendar, fiscalYearAround(main, calendar, 0))?.year;
      const quarters = (MONTHS[count.toLowerCase()] ?? Number(count)) / 3;
      return year === undefined ? undefined : quartersOfYear(calendar, year, [0, quarters]);
    },
  ],
  [new RegExp(MONTH_PAIR, 'giu'), ([pair], { main }) => monthsNamed(pair, main)],
  [/the (three|six|nine|twelve) months(?: period)?/gi, (match, frame) => spanNamed(match[1] ?? '', frame)],
  [
    /(?:this|the current|the reporting) period|(?:for|in|during) the period(?! (?:from|between|ended))/gi,
    (_, { main }) => main,
  ],
];

export interface RelativeMention {
  readonly start: number;
  readonly end: number;
  readonly period: Period;
}

const MAY_TELL = new RegExp(
  `year|quarter|months?|period|half|time|remainder|(?:rest|balance) of|\\bQ\\d|\\d[QH]\\b|\\bH\\d|${MONTH_PAIR}`,
  'iu',
);

/** Wordings of time without a date: `the prior-year quarter`, `the full year`, `the three months`. */
export function findRelativeTimes(
  text: string,
  frame: TimeFrame,
  absolute: readonly RelativeMention[] = [],
): RelativeMention[] {
  if (!MAY_TELL.test(text)) return [];
  const matches: { start: number; end: number; match: RegExpMatchArray; read: Reading; isNamed: boolean }[] =
    [];
  for (const [pattern, read, isNamed = false] of WORDINGS) {
    for (const match of matchesIn(text, pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (/[\p{L}\p{N}]/u.test(text[start - 1] ?? '') || /\p{L}/u.test(text[end] ?? '')) continue;
      if (matches.some((other) => start < other.end && end > other.start)) continue;
      matches.push({ start, end, match, read, isNamed });
    }
  }
  const spans = absolute.filter(({ period }) => isDuration(period));
  const found: RelativeMention[] = [];
  for (const { start, end, match, read, isNamed } of matches.sort((a, b) => a.start - b.start)) {
    const current = spans
      .filter((span) => span.end <= start)
      .sort((a, b) => a.end - b.end)
      .at(-1);
    const period = read(match, { ...frame, current: current?.period ?? frame.current });
    if (!period) continue;
    found.push({ start, end, period });
    const before = text.slice(0, start);
    if (isNamed && !AGAINST.test(before) && !HELD_AGAINST.test(before)) spans.push({ start, end, period });
  }
  return found;
}

/** The same span of the year that a number names. */
const ofYear = (year: number, span: Period, { calendar }: TimeFrame): Period =>
  yearsOn(calendar, span, year - (fiscalPart(calendar, span)?.year ?? Number(lastDay(span).slice(0, 4))));

/** `the 2025 quarter`, `the 2025 six-month period`: the span of that length spoken of. */
function spokenSpan(quarter: string | undefined, months: string | undefined, frame: TimeFrame): Period {
  const { current, main, calendar } = frame;
  if (months) return spanNamed(months, frame);
  return quarter && monthsIn(current) !== 3 ? ownQuarter(main, calendar) : current;
}

/** From the first day of the fiscal year to the last that the document reports on. */
const yearToDate = ({ main, calendar }: TimeFrame, day = lastDay(main)): Period =>
  duration(fiscalYearStart(calendar, day), day);

/** `year-to-date`, `the year-to-date period ended June 30, 2025`, `year-to-date 2025`. */
function toDate([, before, date = '', behind]: RegExpMatchArray, frame: TimeFrame): Period {
  const year = before ?? behind;
  return year ? ofYear(Number(year), yearToDate(frame), frame) : yearToDate(frame, parseDate(date));
}

const quarterBefore = (current: Period, main: Period, calendar: Calendar): Period =>
  quartersOn(calendar, monthsIn(current) === 3 ? current : ownQuarter(main, calendar), -1);

/** The fiscal year in which a period lies, or one some years later. */
export const fiscalYearAround = (period: Period, calendar: Calendar, later: number): Period =>
  fiscalYearOn(calendar, lastDay(period), later);

/** The year spoken of: the one that a period just named lies in, else the document's. */
const fullYear = (main: Period, current: Period, calendar: Calendar): Period =>
  fiscalYearAround(monthsIn(current) === 12 ? current : main, calendar, 0);

/** The last quarter of a longer period; a quarter is its own. */
function ownQuarter(main: Period, calendar: Calendar): Period {
  if (monthsIn(main) <= 3) return main;
  const found = fiscalPart(calendar, main);
  const last: Partial<Record<YearPart, YearPart>> = { fy: '4q', '1h': '2q', '2h': '4q', '9m': '3q' };
  const part = found && last[found.part];
  return found && part ? fiscalPeriod(calendar, found.year, part) : monthsTo(calendar, lastDay(main), 3);
}

const followingQuarter = (main: Period, calendar: Calendar): Period =>
  quartersOn(calendar, ownQuarter(main, calendar), 1);

/** What a change is held against is over. */
const AGAINST = /\b(?:from|than|with|versus|vs\.?|against|over|to)\s+$/i;

/** `compared to 4.95% for`: what stands behind is not what the sentence speaks of. */
const HELD_AGAINST = /\b(?:compar(?:ed|es|ing) (?:to|with)|versus|vs\.?|against)\b(?:[^.;]|\.\d)*$/i;

/** That part of the year before. */
const yearBefore = (part: Period | undefined, { calendar }: TimeFrame): Period | undefined =>
  part && yearsOn(calendar, part, -1);

/** `the first half`, `Q4` without a year: that of the fiscal year spoken of. */
function namedPart(match: RegExpMatchArray, { calendar, current, main }: TimeFrame): Period | undefined {
  const [, nth = '', noun, quarter, half] = match;
  const n = quarter || half ? Number(quarter ?? half) - 1 : NTH.split('|').indexOf(nth.toLowerCase()) % 4;
  const isHalf = noun?.toLowerCase() === 'half' || half !== undefined;
  if (isHalf && n > 1) return undefined;
  const year = fiscalYearAround(monthsIn(current) > 0 ? current : main, calendar, 0);
  const label = fiscalPart(calendar, year)?.year;
  const part = `${n + 1}${isHalf ? 'h' : 'q'}` as YearPart;
  if (label === undefined) return undefined;
  const own = fiscalPeriod(calendar, label, part);
  const isHeldAgainst =
    lastDay(own) > lastDay(main) && AGAINST.test(match.input?.slice(0, match.index) ?? '');
  return isHeldAgainst ? fiscalPeriod(calendar, label - 1, part) : own;
}

/** `from Q3`: the last quarter of that number up to the one that the document reports on. */
function codedPart([, q1, q2, h1, h2]: RegExpMatchArray, frame: TimeFrame): Period | undefined {
  const { calendar, main } = frame;
  const year = fiscalPart(calendar, fiscalYearAround(main, calendar, 0))?.year;
  const part = ((q1 ?? q2) ? `${q1 ?? q2}q` : `${h1 ?? h2}h`) as YearPart;
  if (year === undefined) return undefined;
  const own = fiscalPeriod(calendar, year, part);
  return lastDay(own) > lastDay(main) ? fiscalPeriod(calendar, year - 1, part) : own;
}

/** `the three months`: the period of that length spoken of, else the last one of the document's period. */
function spanNamed(word: string, { current, main, calendar }: TimeFrame): Period {
  const months = MONTHS[word.toLowerCase()] ?? 3;
  const period = monthsIn(current) === months ? current : main;
  return monthsIn(period) === months && firstDay(period)
    ? period
    : monthsTo(calendar, lastDay(period), months);
}

import { type Calendar, fiscalYearStart, type Part, partOf, periodOf } from '../../src/model/calendar.ts';
import {
  addDays,
  addMonths,
  daysInMonth,
  duration,
  endOf,
  type IsoDate,
  instant,
  isoDate,
  type Period,
  startOf,
} from '../../src/model/period.ts';
import { DATE, DAY, END, MONTH, monthNumber, parseDate } from './dates.ts';

/** `date`: a day; `span`: a duration given by its end or ends; `code`: FY2012, 4Q12, `first half of fiscal 2012`. */
export type PeriodForm = 'date' | 'span' | 'code';

const ENDED = '(?:period )?(?:ended|ending|to|through)(?: on)?';
const COUNT =
  '(?:\\d{1,2}|one|two|three|four|six|nine|ten|twelve|thirteen|twenty[- ]six|thirty[- ]nine|fifty[- ]two|fifty[- ]three)';
const YEAR = "(?:FY ?|fiscal(?: year)? |calendar(?: year)? )?['’]?((?:19|20)\\d{2}|\\d{2})";
const NAMED_YEAR = "(?:FY ?|fiscal(?: year)? )['’]?((?:19|20)\\d{2}|\\d{2})";
/** Behind words two digits are a year only where they are called so. */
const WORDED_YEAR = YEAR.replace('|\\d{2})', "|(?<=FY ?|fiscal(?: year)? |['’])\\d{2})");
/** A fiscal year by the month and year of its end: `FY3/13`. */
const YEAR_BY_END = 'FY ?(\\d{1,2})/((?:20)?\\d{2})';
const PART = '(?:([1-4])Q|Q([1-4])|([12])H|H([12])|(3|6|9|12)M)';
/** Quarters on end: `1Q-3Q`, `1-3Q`, `Q1-Q3`, `Q1 to Q3`. */
const QUARTERS = '(?:Q([1-3])|([1-3])Q?)(?: ?[-–—~] ?| to )(?:Q([2-4])|([2-4])Q)';
const REPORT = '(?:financial )?(?:results?|reports?|figures|earnings)(?: for)?';
const NTH = '(?:first|second|third|fourth|1st|2nd|3rd|4th)';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, six: 6, nine: 9, ten: 10, twelve: 12, thirteen: 13, 'twenty six': 26,
  'thirty nine': 39, 'fifty two': 52, 'fifty three': 53, first: 1, second: 2, third: 3, fourth: 4,
  '1st': 1, '2nd': 2, '3rd': 3, '4th': 4,
}; // biome-ignore format: a table reads better than a column

type Groups = readonly (string | undefined)[];
/** Periods that a match names; several where one head serves several dates (`ended March 31, 2012 and 2013`). */
type Reading = (groups: Groups, calendar: Calendar) => readonly (Period | undefined)[] | undefined;

interface PeriodWording {
  readonly form: PeriodForm;
  /** What every text with this wording has, told at a glance: most texts have few of these. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  readonly read: Reading;
}

/** Months' names, dates in digits; codes of quarters, halves and months. Hints see the text in lower case. */
const DATED = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d[-/.]\d{1,2}[-/.]\d/;
const PART_CODED = /\d[qhm]|[qhy]\d/;

const AND_DATES = `((?:,? (?:and|or|vs\\.?|versus) (?:${DATE}|(?:19|20)\\d{2}))*)`;

/** Every wording of time, one row each; an earlier row wins where two overlap. */
export const PERIOD_WORDINGS: readonly PeriodWording[] = [
  {
    form: 'span',
    hint: DATED,
    pattern: regex(`(${DATE}|${DAY}),?(?: (?:to|through|until) | ?[-–—] ?)(${DATE})`),
    read: ([from = '', to = '']) => {
      const end = parseDate(to);
      if (!end) return undefined;
      const start = parseDate(from) ?? parseDate(`${from}, ${end.slice(0, 4)}`);
      return start && start < end ? [duration(start, end)] : undefined;
    },
  },
  {
    form: 'span',
    hint: /first/,
    pattern: regex(
      `first (${COUNT})[- ]months? (?:period )?of (?:the |our )?(?:fiscal )?year (?:ended|ending) (${DATE})`,
    ),
    read: ([count = '', to = ''], calendar) => {
      const end = parseDate(to);
      if (!end) return undefined;
      const start = fiscalYearStart(calendar, end);
      return [duration(start, addDays(addMonths(start, numberOf(count)), -1))];
    },
  },
  {
    form: 'span',
    hint: /quarter|half/,
    pattern: regex(
      `(${NTH})[- ](?:fiscal )?(quarter|half) of (?:the |our |its )?(?:fiscal |financial )*year (?:ended|ending) (${DATE})`,
    ),
    read: ([nth = '', part = '', to = ''], calendar) => {
      const end = parseDate(to);
      const year = end ? partOf(calendar, duration(addDays(addMonths(end, -12), 1), end)) : undefined;
      const letter = part.toLowerCase().charAt(0);
      return year?.part === 'fy'
        ? [periodOf(calendar, year.year, `${numberOf(nth)}${letter}` as Part)]
        : undefined;
    },
  },
  {
    form: 'span',
    hint: DATED,
    pattern: regex(
      `(${MONTH})(?: ((?:19|20)\\d{2}))?(?: to | through | ?[-–—] ?)(${MONTH}),? ((?:19|20)\\d{2})`,
    ),
    read: ([from = '', fromYear, to = '', year = '']) => [monthsFrom(from, fromYear, to, year)],
  },
  {
    form: 'span',
    hint: DATED,
    pattern: regex(`((?:19|20)\\d{2}),? (${MONTH})(?: to | ?[-–—] ?)(${MONTH})`),
    read: ([year = '', from = '', to = '']) => [monthsFrom(from, year, to, year)],
  },
  {
    form: 'span',
    hint: /month/,
    pattern: regex(`(${COUNT})[- ]months? ${ENDED} (${END})${AND_DATES}`),
    read: monthsTo,
  },
  {
    form: 'span',
    hint: /week/,
    pattern: regex(`(${COUNT})[- ]weeks? ${ENDED} (${END})${AND_DATES}`),
    read: weeksTo,
  },
  {
    form: 'span',
    hint: /year/,
    pattern: regex(`(?:fiscal |financial |full )*years? ${ENDED} (${END})${AND_DATES}`),
    read: (g) => monthsTo(['12', ...g]),
  },
  {
    form: 'span',
    hint: /quarter/,
    pattern: regex(`(?:${NTH} )?(?:fiscal )?quarter(?:s|ly period)? ${ENDED} (${END})${AND_DATES}`),
    read: (g) => monthsTo(['3', ...g]),
  },
  {
    form: 'span',
    hint: /quarterly/,
    pattern: regex(`quarterly (?:financial )?(?:statement|report|release) as (?:of|at) (${END})`),
    read: ([date = '']) => monthsTo(['3', date]),
  },
  {
    form: 'span',
    hint: /interim|half/,
    pattern: regex(
      `(?:interim|half[- ]year|(?:first|second) half)(?: period)? ${ENDED} (${END})${AND_DATES}`,
    ),
    read: (g) => monthsTo(['6', ...g]),
  },
  {
    form: 'date',
    hint: DATED,
    pattern: regex(`(${DATE})${AND_DATES}`),
    read: ([date = '', more = '']) => datesOf(date, more),
  },
  {
    form: 'code',
    hint: /month/,
    pattern: regex(`(?:([1-4])Q|Q([1-4])|([12])H|H([12]))[ -]?(?:of )?${YEAR} ?\\((${COUNT})[- ]months?\\)`),
    read: ([q1, q2, h1, h2, year = '', count = ''], calendar) => {
      const months = numberOf(count);
      const isPart = months === (q1 || q2 ? 3 : 6);
      return isPart
        ? [partOfYear(calendar, year, q1 ?? q2, h1 ?? h2)]
        : [partOfYear(calendar, year, undefined, undefined, String(months))];
    },
  },
  {
    form: 'code',
    hint: /quarters/,
    pattern: regex(`first (two|three) quarters(?: of)?(?: the| its| our)? ${WORDED_YEAR}`),
    read: ([count = '', year = ''], calendar) => [
      partOfYear(calendar, year, undefined, undefined, String(3 * numberOf(count))),
    ],
  },
  {
    form: 'code',
    hint: PART_CODED,
    pattern: regex(`${QUARTERS}[ -]?(?:of )?${YEAR}`),
    read: ([q1, first, q2, last, year = ''], calendar) => [
      quartersOfYear(calendar, year, q1 ?? first ?? '', q2 ?? last ?? ''),
    ],
  },
  {
    form: 'code',
    hint: PART_CODED,
    pattern: regex(`${NAMED_YEAR}[ -]?${QUARTERS}`),
    read: ([year = '', q1, first, q2, last], calendar) => [
      quartersOfYear(calendar, year, q1 ?? first ?? '', q2 ?? last ?? ''),
    ],
  },
  {
    form: 'code',
    hint: PART_CODED,
    pattern: regex(`${NAMED_YEAR}[ -]?${PART}`),
    read: ([year = '', q1, q2, h1, h2, months], calendar) => [
      partOfYear(calendar, year, q1 ?? q2, h1 ?? h2, months),
    ],
  },
  {
    form: 'code',
    hint: PART_CODED,
    pattern: regex(
      `(?:([1-4])Q|Q([1-4])|([12])H|HY?([12])|(3|6|9|12)M)(?:[ -/])?(?:of )?${YEAR}(?:/(\\d{2,4}))?`,
    ),
    read: ([q1, q2, h1, h2, months, year = '', second], calendar) => [
      partOfYear(calendar, labelYear(year, second, calendar), q1 ?? q2, h1 ?? h2, months),
    ],
  },
  {
    form: 'code',
    hint: PART_CODED,
    pattern: regex(`${PART}[ -]?(?:of )?${YEAR_BY_END}`),
    read: ([q1, q2, h1, h2, months, month = '', year = ''], calendar) => [
      partOfYear(calendar, yearByEnd(month, year, calendar), q1 ?? q2, h1 ?? h2, months),
    ],
  },
  {
    form: 'code',
    hint: PART_CODED,
    pattern: regex(`${YEAR_BY_END}[ -]?${PART}`),
    read: ([month = '', year = '', q1, q2, h1, h2, months], calendar) => [
      partOfYear(calendar, yearByEnd(month, year, calendar), q1 ?? q2, h1 ?? h2, months),
    ],
  },
  {
    form: 'code',
    hint: /quarter|half/,
    pattern: regex(
      `(${NTH})[- ](?:fiscal )?(quarter|half)(?:[- ]year)?(?: of)?(?: the| its| our)? ${WORDED_YEAR}`,
    ),
    read: ([nth = '', part, year = ''], calendar) => {
      const n = String(numberOf(nth));
      return [
        partOfYear(
          calendar,
          year,
          part?.toLowerCase() === 'quarter' ? n : undefined,
          part?.toLowerCase() === 'half' ? n : undefined,
          undefined,
        ),
      ];
    },
  },
  {
    form: 'code',
    hint: /month/,
    pattern: regex(
      `(?:first )?((?<=first\\s)three|six|nine)[- ]months?(?: of)?(?: the)?(?: ${REPORT})? ${WORDED_YEAR}`,
    ),
    read: ([count = '', year = ''], calendar) => [
      partOfYear(calendar, year, undefined, undefined, String(numberOf(count))),
    ],
  },
  {
    form: 'code',
    hint: /half|hy/,
    pattern: regex(`(?:half[- ]?year(?:ly)? (?:${REPORT} )?${WORDED_YEAR}|HY ?(\\d{2}))`),
    read: ([year, short = ''], calendar) => [partOfYear(calendar, year ?? short, undefined, '1')],
  },
  {
    form: 'code',
    hint: /year|annual/,
    pattern: regex(`(?:full[- ]year|annual|year[- ]end) ${REPORT} ((?:19|20)\\d{2})`),
    read: ([year = ''], calendar) => [periodOf(calendar, Number(year), 'fy')],
  },
  {
    form: 'code',
    hint: /fy/,
    pattern: regex(YEAR_BY_END),
    read: ([month = '', year = ''], calendar) => [
      periodOf(calendar, fullYear(yearByEnd(month, year, calendar)), 'fy'),
    ],
  },
  {
    form: 'code',
    hint: /fy/,
    pattern: regex('FY ?((?:19|20)\\d{2})/(\\d{1,2})'),
    read: ([year = '', month = ''], calendar) =>
      Number(month) === calendar.endMonth
        ? [periodOf(calendar, fullYear(yearByEnd(month, year, calendar)), 'fy')]
        : undefined,
  },
  {
    form: 'code',
    hint: /fy|fiscal|full/,
    pattern: regex("(?:FY ?|fiscal(?: year)? |full[- ]year )['’]?((?:19|20)\\d{2}|\\d{2})(?:/(\\d{2,4}))?"),
    read: ([year = '', second], calendar) => [
      periodOf(calendar, fullYear(labelYear(year, second, calendar)), 'fy'),
    ],
  },
];

/** Whole months from one to another; the first may lie in the year before. */
function monthsFrom(
  from: string,
  fromYear: string | undefined,
  to: string,
  toYear: string,
): Period | undefined {
  const [first, last, year] = [monthNumber(from), monthNumber(to), Number(toYear)];
  if (first === 0 || last === 0) return undefined;
  const start = fromYear === undefined ? year - (first > last ? 1 : 0) : Number(fromYear);
  return duration(isoDate(start, first, 1), isoDate(year, last, daysInMonth(year, last)));
}

/** The year that names a fiscal year; one that is named by both of its years (`2024/25`) ends in the second. */
function labelYear(first: string, second: string | undefined, calendar: Calendar): string {
  const end = Number((second ?? '').slice(-2));
  const isSpan = second !== undefined && end === (Number(first.slice(-2)) + 1) % 100;
  return isSpan ? String(fullYear(first) + 1 - calendar.labelOffset) : first;
}

/** The year that names the fiscal year with that end; `12/13` are both of its years where 12 is not its last month. */
const yearByEnd = (month: string, year: string, calendar: Calendar): string =>
  Number(month) === calendar.endMonth
    ? String(fullYear(year) - calendar.labelOffset)
    : labelYear(month, year, calendar);

function monthsTo([count = '', date = '', more = '']: Groups): readonly Period[] {
  return datesOf(date, more).map((end) => duration(addDays(addMonths(end, -numberOf(count)), 1), end));
}

function weeksTo([count = '', date = '', more = '']: Groups): readonly Period[] {
  return datesOf(date, more).map((end) => duration(addDays(end, 1 - 7 * numberOf(count)), end));
}

/** The first date and those that `and …` adds; a year alone repeats day and month. */
function datesOf(date: string, more: string): readonly Period[] {
  const first = parseDate(date);
  if (!first) return [];
  const others = more
    .split(/,? (?:and|or|vs\.?|versus) /)
    .filter(Boolean)
    .map((text) => (/^\d{4}$/.test(text) ? `${text}${first.slice(4)}` : parseDate(text)));
  return [instant(first), ...others.filter((d): d is IsoDate => d !== undefined)];
}

function partOfYear(
  calendar: Calendar,
  year: string,
  quarter?: string,
  half?: string,
  months?: string,
): Period | undefined {
  const part = quarter ? `${quarter}q` : half ? `${half}h` : PART_OF_MONTHS[months ?? ''];
  return part && periodOf(calendar, fullYear(year), part as Part);
}

function quartersOfYear(calendar: Calendar, year: string, first: string, last: string): Period | undefined {
  if (first >= last) return undefined;
  const [from, to] = [first, last].map((n) => periodOf(calendar, fullYear(year), `${n}q` as Part));
  return from && to && duration(startOf(from), endOf(to));
}

/** Parts that begin with the fiscal year, by their length. */
const PART_OF_MONTHS: Readonly<Record<string, Part>> = { 3: '1q', 6: '1h', 9: '9m', 12: 'fy' };

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

const numberOf = (word: string): number => NUMBER_WORDS[word.toLowerCase().replace('-', ' ')] ?? Number(word);

function regex(source: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${source.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+')}(?![\\p{L}\\p{N}])`,
    'giu',
  );
}

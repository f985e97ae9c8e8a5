import { remember } from '../../src/model/remember.ts';
import { DATE, DAY, fullYear, MONTH, MONTH_YEAR, readDay, type WrittenDay } from './dates.ts';
import { matchesIn } from './matches-in.ts';

/** Quarters of a fiscal year after which a part of it begins and ends: `[1, 2]` is the second quarter. */
export type Quarters = readonly [from: number, to: number];

/** A year by which a fiscal year is named. */
export interface YearLabel {
  readonly year: number;
  /** The second year of `2012/13`. */
  readonly second?: number;
  /** Month and year of its end: `FY3/13`, `FY2013/3`; of what ends in no such month the other reading holds. */
  readonly close?: { readonly month: number; readonly year: number };
  /** It is called a fiscal year: `FY12`, `fiscal 2012`, `2012/13`; a bare `2012` is not. */
  readonly isNamed: boolean;
  /** `24E` is an estimate, `23A` an actual. */
  readonly mark?: 'E' | 'A';
}

/** A word or code of time. */
export type TimeToken = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'day'; readonly day: WrittenDay; readonly isWhole: boolean }
  | { readonly kind: 'part'; readonly quarters: Quarters; readonly label?: YearLabel }
  | {
      readonly kind: 'length';
      readonly months?: number;
      readonly weeks?: number;
      readonly isCounted: boolean;
    }
  | { readonly kind: 'label'; readonly label: YearLabel; readonly isShort: boolean }
  | { readonly kind: 'months'; readonly from: WrittenDay; readonly to: WrittenDay }
  | { readonly kind: 'toDate'; readonly label?: YearLabel }
  | { readonly kind: 'rolling' }
);
type Read = TimeToken extends infer T ? (T extends TimeToken ? Omit<T, 'start' | 'end'> : never) : never;

type Groups = readonly (string | undefined)[];

interface Row {
  /** What every text with this wording has, told at a glance in lower case: most texts have few of these. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  readonly read: (groups: Groups, text: string) => Read | undefined;
}

const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty'];
/** Source of a pattern: a number up to 59, in digits or words. */
export const COUNT = `(?:\\d{1,2}|(?:${TENS.join('|')})(?:[- ](?:${ONES.slice(0, 9).join('|')}))?|${ONES.toReversed().join('|')})`;
const NTH = '(?:first|second|third|fourth|1st|2nd|3rd|4th)';
const FISCAL = '(?:fiscal |financial )?';
const YEAR = '(?:19|20)\\d{2}';
/** What makes a length a term: `less than 12 months`, `within 12 months`, `the next twelve months`. */
const NO_TERM = '(?<!(?:than|over|under|within|least|most|next|up to|every) )';

/** The year that touches a code or follows it: `4Q12`, `Q1-2025`, `1H24/25`, `Q2 24E`. */
const CODED_YEAR = `(?:[ /-]?(?:of )?(?:FY ?|CY ?)?['’]?(\\d{2}|${YEAR})(?:[/–-](\\d{2,4}))?([EAFP])?(?![\\p{L}\\p{N}]|[.,]\\d|[%％])|(?!-end)(?=FY|CY|[^\\p{L}\\p{N}]|$))`;

/** `7-9/2025`, `7–9 2025`: from one month to another, by their numbers. */
const monthsBetween = (from: number, to: number, year: number): Read | undefined =>
  from >= 1 && from <= to && to <= 12
    ? { kind: 'months', from: { year, month: from }, to: { year, month: to } }
    : undefined;

/** `04/01–06/30/2022`, `01/04–30/06/2022`: from one day to another, in the order that the last day of a month shows. */
function daysBetween(
  from: readonly [number, number],
  to: readonly [number, number],
  year: number,
): Read | undefined {
  if (to[0] > 12 === to[1] > 12) return undefined;
  const [month, day] = to[1] > 12 ? [0, 1] : [1, 0];
  const [first = 0, last = 0] = [from[month], to[month]];
  const before = first > last ? year - 1 : year;
  return first <= 12 && last <= 12
    ? {
        kind: 'months',
        from: { year: before, month: first, day: from[day] ?? 1 },
        to: { year, month: last, day: to[day] ?? 1 },
      }
    : undefined;
}

/** The number that digits, a cardinal or an ordinal tell. */
function numberIn(word: string): number {
  const text = word.toLowerCase();
  if (/^\d/.test(text)) return Number.parseInt(text, 10);
  const nth = ['first', 'second', 'third', 'fourth'].indexOf(text) + 1;
  if (nth > 0) return nth;
  const [ten = '', one = ''] = text.split(/[- ]/);
  const tens = TENS.indexOf(ten);
  return tens < 0 ? ONES.indexOf(ten) + 1 : 10 * (tens + 2) + ONES.indexOf(one) + 1;
}

const part = (from: number, to: number, label?: YearLabel): Read => ({
  kind: 'part',
  quarters: [from, to],
  ...(label && { label }),
});
const label = (year: YearLabel, isShort = false): Read => ({ kind: 'label', label: year, isShort });
const namedYear = (year: string, second?: string, mark?: string): YearLabel => ({
  ...bareYear(year, second, mark),
  isNamed: true,
});
const bareYear = (year: string, second?: string, mark?: string): YearLabel => ({
  year: fullYear(year),
  ...(second && { second: Number(second) }),
  isNamed: second !== undefined && Number(second) % 100 === (fullYear(year) + 1) % 100,
  ...readYearMark(mark),
});
const codedYear = ([year, second, mark]: Groups): YearLabel | undefined =>
  year === undefined ? undefined : bareYear(year, second?.slice(-2), mark);
const readYearMark = (letter: string | undefined): Pick<YearLabel, 'mark'> =>
  letter ? { mark: letter.toUpperCase() === 'A' ? 'A' : 'E' } : {};

function dayIn(text: string): Read | undefined {
  const day = readDay(text.trim().replace(/\s+/g, ' '));
  return (
    day && {
      kind: 'day',
      day,
      isWhole: day.year !== undefined && (day.day !== undefined || /\d\/\d/.test(text)),
    }
  );
}

const counted = (count: string, unit: string): Read => ({
  kind: 'length',
  isCounted: true,
  ...(unit.toLowerCase() === 'week' ? { weeks: numberIn(count) } : { months: numberIn(count) }),
});

const ROMAN = ['I', 'II', 'III', 'IV'];
const MONTHS = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/;
const CODED = /\d ?[qhm]|[qhy] ?\d|\dq|qtr|quarter \d/;

/** Every word and code of time, one row each; an earlier row wins where two overlap. */
const ROWS: readonly Row[] = [
  {
    hint: /ytd|to[- ]date|cum/,
    pattern: regex(
      `(?:YTD|year[- ]to[- ]date|cum(?:ul(?:ative|ated))?\\.?)(?: ?['’]?(\\d{2})(?!\\d|[.,/-]\\d|[%％]))?`,
    ),
    read: ([year]) => ({ kind: 'toDate', ...(year && { label: bareYear(year) }) }),
  },
  {
    hint: /ttm|ltm|r12|roll|last|latest|trailing/,
    pattern: regex(
      '(?:LTM|TTM|R12M?|(?:roll(?:ing)?|last|latest|trailing) (?:12|twelve|four)[- ](?:months?|quarters))',
    ),
    read: () => ({ kind: 'rolling' }),
  },
  {
    hint: /\d\/\d{1,2}\s?[-–—]\s?\d/,
    pattern: regex(`(\\d{1,2})/(\\d{1,2}) ?[-–—] ?(\\d{1,2})/(\\d{1,2})/(${YEAR})`),
    read: ([first, second, third, fourth, year]) =>
      daysBetween([Number(first), Number(second)], [Number(third), Number(fourth)], Number(year)),
  },
  {
    hint: /\d{4}\/\d{1,2}\/\d{1,2}\s?to\s?\d/,
    pattern: regex(`(${YEAR}/\\d{1,2}/\\d{1,2}) ?to ?(${YEAR}/\\d{1,2}/\\d{1,2})`),
    read: (days) => {
      const [from, to] = days.map((day = '') => readDay(day));
      return from && to && { kind: 'months', from, to };
    },
  },
  {
    hint: /['’]\d\d ?[-.] ?[1-4][qh]/,
    pattern: regex("['’](\\d{2}) ?[-.] ?(?:([1-4])Q|([12])H)"),
    read: ([year = '', quarter, half]) =>
      quarter
        ? part(Number(quarter) - 1, Number(quarter), bareYear(year))
        : part(2 * Number(half) - 2, 2 * Number(half), bareYear(year)),
  },
  {
    hint: /\d{4}\/[1-4](?:st|nd|rd|th)/,
    pattern: regex(`(${YEAR})/([1-4])(?:st|nd|rd|th)`),
    read: ([year = '', quarter]) => part(Number(quarter) - 1, Number(quarter), bareYear(year)),
  },
  {
    hint: /(?:1 9|2 0) \d \d/,
    pattern: regex('(1 9|2 0) (\\d) (\\d)'),
    read: (digits) => label(bareYear(digits.join('').replace(/\s/g, ''))),
  },
  { hint: /\d[-/.]\d|\d{4}|\d[- ][a-z]{3}/, pattern: regex(DATE), read: (_, text) => dayIn(text) },
  {
    hint: /\d\.\s?[-–—~]/,
    pattern: regex('(\\d{1,2})\\.(\\d{1,2})\\.(?= ?[-–—~] ?\\d{1,2}\\.\\d)', ''),
    read: ([day, month]) =>
      Number(month) <= 12 && Number(day) <= 31
        ? { kind: 'day', day: { month: Number(month), day: Number(day) }, isWhole: false }
        : undefined,
  },
  {
    hint: /fy/,
    pattern: regex(`FY ?(?:(\\d{1,2})/((?:20)?\\d{2})|(${YEAR})/(\\d{1,2}))`),
    read: ([first = '', second = '', year = '', month = '']) => {
      if (year === '')
        return label({
          ...namedYear(first, second),
          close: { month: Number(first), year: fullYear(second) },
        });
      const close = { month: Number(month), year: Number(year) };
      return close.month <= 12 ? label({ ...namedYear(year), close }) : undefined;
    },
  },
  {
    hint: /\d ?[-–] ?\d{1,2}[/ ]\d/,
    // With a blank not the days of `May 10–12 2024`.
    pattern: regex(`(\\d{1,2}) ?[-–] ?(\\d{1,2})(?:/|(?<!\\p{L}\\.? \\d{1,2} ?[-–] ?\\d{1,2}) )(${YEAR})`),
    read: ([from, to, year]) => monthsBetween(Number(from), Number(to), Number(year)),
  },
  {
    hint: /\d{4}(?:q|\d?h|\dq)/,
    pattern: regex(`(${YEAR})(?:Q([1-4])|([1-4])Q|H([12])|([12])H)`),
    read: ([year = '', q1, q2, h1, h2]) => {
      const [quarter, half] = [Number(q1 ?? q2), Number(h1 ?? h2)];
      return quarter > 0
        ? part(quarter - 1, quarter, bareYear(year))
        : part(2 * half - 2, 2 * half, bareYear(year));
    },
  },
  {
    hint: CODED,
    pattern: regex(`(?:Q([1-3])|([1-3])Q?)(?: ?[-–—~] ?| to )(?:Q([2-4])|([2-4])Q)${CODED_YEAR}`, ''),
    read: ([q1, first, q2, last, ...year]) => {
      const [from, to] = [Number(q1 ?? first), Number(q2 ?? last)];
      return from < to ? part(from - 1, to, codedYear(year)) : undefined;
    },
  },
  {
    hint: CODED,
    pattern: regex(
      `(?:([1-4]) ?(?:Q|Qtr)|(?:Q|Qtr\\.? |Quarter )([1-4])|([12])H|HY?([12])(?!\\d)|(?<!\\p{Sc}\\s?|[\\d.,])(3|6|9|12)M)${CODED_YEAR}`,
      '',
    ),
    read: ([q1, q2, h1, h2, months, ...year], text) => {
      if (/^\d+m$/.test(text)) return undefined;
      const [quarter, half] = [Number(q1 ?? q2), Number(h1 ?? h2)];
      if (quarter > 0) return part(quarter - 1, quarter, codedYear(year));
      return half > 0
        ? part(2 * half - 2, 2 * half, codedYear(year))
        : part(0, Number(months) / 3, codedYear(year));
    },
  },
  {
    hint: /i?[iv] ?q(?:ua|[^a-z]|$)|q ?i?[iv]/,
    pattern: regex(`(?:(IV|I{1,3})(?:Q| quarter)|(?:Q|Quarter )(IV|I{1,3})|Q (IV|I{2,3}))${CODED_YEAR}`, ''),
    read: ([q1, q2, q3, ...year]) => {
      const quarter = ROMAN.indexOf((q1 ?? q2 ?? q3 ?? '').toUpperCase()) + 1;
      return part(quarter - 1, quarter, codedYear(year));
    },
  },
  { hint: /hy/, pattern: regex(`HY${CODED_YEAR}`, ''), read: (year) => part(0, 2, codedYear(year)) },
  { hint: MONTHS, pattern: regex(MONTH_YEAR), read: (_, text) => dayIn(text) },
  { hint: MONTHS, pattern: regex(DAY), read: (_, text) => dayIn(text) },
  {
    hint: /quarter|qtr|hal[fv]/,
    pattern: regex(`(${NTH})[- ]${FISCAL}(quarter|qtr|half|halve)(?:s|[- ]year)?`),
    read: ([nth = '', noun]) => {
      const n = numberIn(nth);
      return !noun?.toLowerCase().startsWith('hal')
        ? part(n - 1, n)
        : n < 3
          ? part(2 * n - 2, 2 * n)
          : undefined;
    },
  },
  {
    hint: /first/,
    pattern: regex('first (two|three) quarters'),
    read: ([count = '']) => part(0, numberIn(count)),
  },
  {
    hint: /first/,
    pattern: regex('first (three|six|nine|3|6|9)[- ]months?(?: period)?'),
    read: ([count = '']) => part(0, numberIn(count) / 3),
  },
  {
    hint: /year|annual/,
    pattern: regex(
      '(?:full|whole)[- ]year|(?:annual|year[- ]end)(?= (?:financial )?(?:results?|reports?|figures|earnings))',
    ),
    read: () => part(0, 4),
  },
  {
    hint: /months|weeks/,
    pattern: regex(`(${COUNT})-?(?=,? (?:and|or|&) ${COUNT}[- ](month|week)s?)`, ''),
    read: ([count = '', unit = '']) => counted(count, unit),
  },
  {
    hint: /month|week/,
    pattern: regex(
      `${NO_TERM}(${COUNT})[- ](month|week)s?['’]?(?: ${FISCAL}(?:quarter|year|period))?(?: periods?)?(?!,? or (?:more|less|longer|greater))`,
    ),
    read: ([count = '', unit = '']) => counted(count, unit),
  },
  {
    hint: /half|interim/,
    pattern: regex('half[- ]?year(?:ly)?(?: periods?)?|interim(?: periods?)?'),
    read: () => ({ kind: 'length', months: 6, isCounted: false }),
  },
  {
    hint: /fy|cy|fiscal|financial|calendar/,
    pattern: regex(
      `(?:FY ?|CY ?|(?:fiscal|financial|calendar)(?: years?)? )['’]?(${YEAR}|\\d{2})(?:[/–-](\\d{2}|${YEAR}))?([EAFP])?`,
    ),
    read: ([year = '', second, mark]) => label(namedYear(year, second, mark)),
  },
  {
    hint: /\d{4}/,
    pattern: regex(
      `(?<![.,/$€£¥#-]|\\p{Sc}\\s)(${YEAR})(?:[/–-](\\d{2}|${YEAR}))?([EAFP])?(?![.,]\\d|[%％])`,
    ),
    read: ([year = '', second, mark]) => label(bareYear(year, second, mark)),
  },
  {
    hint: /['’]\d\d/,
    pattern: regex("['’](\\d{2})([EAFP])?"),
    read: ([year = '', mark]) => label(bareYear(year, undefined, mark), true),
  },
  {
    hint: /quarter/,
    pattern: regex(
      `${FISCAL}quarter(?:s|ly)?(?: (?:(?:reporting|accounting|payment|distribution|dividend) )?periods?)?`,
    ),
    read: () => ({ kind: 'length', months: 3, isCounted: false }),
  },
  {
    hint: /year/,
    pattern: regex('(?:fiscal |financial |full )*years?'),
    read: () => ({ kind: 'length', months: 12, isCounted: false }),
  },
  { hint: /fy/, pattern: regex('FY'), read: () => part(0, 4) },
  {
    hint: MONTHS,
    pattern: regex(MONTH),
    read: (_, text) => (/^\p{Lu}/u.test(text) ? dayIn(text) : undefined),
  },
];

/** Raised characters are footnote marks and end no word: `2023¹`. */
export const withoutRaised = (text: string): string => text.replace(/[⁰¹²³⁴-⁹⁽⁾ᵃ-ᶻ]/g, ' ');

/** Words and codes of time in a text without raised marks, in order, none overlapping. */
export const timeTokens: (text: string) => readonly TimeToken[] = remember((text) => {
  const found: TimeToken[] = [];
  const taken = new Uint8Array(text.length);
  const lower = text.toLowerCase();
  for (const { hint, pattern, read } of ROWS) {
    if (!hint.test(lower)) continue;
    for (const match of matchesIn(text, pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.subarray(start, end).includes(1)) continue;
      const token = read(match.slice(1), match[0]);
      if (!token) continue;
      taken.fill(1, start, end);
      found.push({ start, end, ...token });
    }
  }
  return found.sort((a, b) => a.start - b.start);
});

function regex(source: string, behind = '(?![\\p{L}\\p{N}]|[- ]end(?!\\p{L}))'): RegExp {
  const spaced = source.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced})${behind}`, 'giu');
}

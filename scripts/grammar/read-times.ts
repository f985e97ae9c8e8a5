import { remember } from '../../src/model/remember.ts';
import type { WrittenDay } from './dates.ts';
import { type Quarters, type TimeToken, timeTokens, withoutRaised, type YearLabel } from './time-tokens.ts';

/**
 * A wording of time as a text has it, whole or in part, before anything is known of the issuer's calendar. Offsets are
 * UTF-16 units.
 */
export interface TimeMark {
  readonly start: number;
  readonly end: number;
  /** The part of a fiscal year that it is called: `third quarter`, `9M`. */
  readonly quarters?: Quarters | undefined;
  /** Its length: `three months`, `13 weeks`, `quarter`. */
  readonly months?: number | undefined;
  readonly weeks?: number | undefined;
  /** The length is counted in months or weeks, not called a quarter, half or year. */
  readonly isCounted?: boolean | undefined;
  /** Years that name it, several where they share the words before: `fiscal 2025 and 2024`. */
  readonly labels: readonly YearLabel[];
  /** Days that it is, or that it ends on: `March 31, 2012 and 2013`. */
  readonly days: readonly WrittenDay[];
  /** The day that it begins on. */
  readonly from?: WrittenDay | undefined;
  /** The days are the end of the year of which it is a part: `first half of the year ended March 31`. */
  readonly isOfYearEnded?: boolean | undefined;
  /** From the beginning of the fiscal year. */
  readonly isToDate?: boolean | undefined;
  /** Twelve months, whenever they end. */
  readonly isRolling?: boolean | undefined;
}

/** Every wording of time in a text, in order, none overlapping. */
export const readTimes: (text: string) => readonly TimeMark[] = remember((printed) => {
  const text = withoutRaised(printed);
  return MAY_TELL_TIME.test(text) ? joinTokens(text, timeTokens(text)) : [];
});

/** Whether a wording tells how long something is, be it without its end. */
export const hasSize = ({ quarters, months, weeks, from, isToDate, isRolling }: TimeMark): boolean =>
  Boolean(quarters ?? months ?? weeks ?? from ?? isToDate ?? isRolling);

const MAY_TELL_TIME =
  /\d|month|week|quarter|year|half|interim|ytd|to[- ]date|[lt]tm|\bFY\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)/i;

const REPORT = '(?:financial )?(?:results?|reports?|figures|earnings)(?: for)?';
const REPORTED = /^\s*(?:financial )?(?:results?|reports?|figures|earnings)\b/i;
const OF = between(`(?:,? ?(?:of|in)(?: the| its| our)?|${REPORT}|[-–/:,])?`);
const TO = between('(?:to|through|thru|until|up to|[-–—~])');
const ENDED = between(
  '[,(]? ?(?:period )?(?:(?:which|that) )?(?:ended|ending|ends|to|through|until)(?: on)?:?',
);
const AND = between('(?:,? ?(?:and|or|&)(?: the| for the)?)');
const OR_AGAINST = between('(?:,? ?(?:and|or|&|vs\\.?|versus))');
const BESIDE = between('[,:–-]?');
const OF_THE = between('of(?: the| our| its)?');
const SPACE = between('');
const OPEN = between('\\(');

type Kind<K extends TimeToken['kind']> = Extract<TimeToken, { kind: K }>;
/** Words that open a span: its length, or the part of a year that it is. */
type Head = Kind<'part'> | Kind<'length'>;
/** Where reading goes on: the next token, and the offset behind the last one. */
interface Place {
  readonly next: number;
  readonly end: number;
}
type Words = Omit<TimeMark, 'start' | 'end'>;
type Read = Place & Partial<Words>;

/** Puts the words of time that stand together together. */
function joinTokens(text: string, tokens: readonly TimeToken[]): readonly TimeMark[] {
  const marks: TimeMark[] = [];
  let next = 0;
  const add = (start: number, { next: _, ...words }: Read) =>
    marks.push({ labels: [], days: [], start, ...words });

  /** The token at a place where it is of a kind and only such words stand before it. */
  const take = <K extends TimeToken['kind']>(
    { next: at, end }: Place,
    gap: RegExp,
    ...kinds: readonly K[]
  ) => {
    const token = tokens[at];
    return token && kinds.includes(token.kind as K) && gap.test(text.slice(end, token.start))
      ? { token: token as Kind<K>, next: at + 1, end: token.end }
      : undefined;
  };

  /** Days joined by `and`; a year alone repeats day and month. */
  const moreDays = (first: WrittenDay, place: Place): Read => {
    const days = [first];
    let at = place;
    for (;;) {
      const more = take(at, OR_AGAINST, 'day', 'label');
      if (!more || (more.token.kind === 'label' && (more.token.label.isNamed || first.year === undefined)))
        break;
      days.push(more.token.kind === 'day' ? more.token.day : { ...first, year: more.token.label.year });
      at = more;
    }
    return { next: at.next, end: at.end, days: days.map((day) => ({ ...takeYear(days.at(-1)), ...day })) };
  };

  /** Years joined by `and`, unless the next is that of a part named behind it. */
  const moreLabels = (first: YearLabel, place: Place): Read => {
    const labels = [first];
    let at = place;
    for (;;) {
      const more = take(at, AND, 'label');
      if (!more || more.token.isShort || take(more, BESIDE, 'part')) break;
      labels.push(more.token.label);
      at = more;
    }
    return { next: at.next, end: at.end, labels };
  };

  const dayPhrase = (first: Kind<'day'>, place: Place): Read => {
    const to = take(place, TO, 'day');
    return to ? { ...to, days: [to.token.day], from: first.day } : moreDays(first.day, place);
  };

  /** What stands behind the words that open a span: its year, the days it ends on. */
  const readTail = (head: Head, place: Place): Read => {
    const own = head.kind === 'part' ? head.label : undefined;
    const label = own ? undefined : take(place, OF, 'label');
    const years = own ? moreLabels(own, place) : label && moreLabels(label.token.label, label);
    const from = years ?? place;
    const day =
      take(from, ENDED, 'day') ?? (head.kind === 'length' && !years ? take(from, BESIDE, 'day') : undefined);
    if (day) return { ...years, ...moreDays(day.token.day, day) };
    if (years) return lengthBehind(years) ?? years;
    return (head.kind === 'part' ? yearEnded(place) : undefined) ?? place;
  };

  /** `Interim period 1 January – 30 September 2025`: from one day to another, whatever the span is called. */
  const daysBehind = (place: Place): Read | undefined => {
    const from = take(place, BESIDE, 'day');
    const to = from && take(from, TO, 'day');
    return to && { ...to, days: [to.token.day], from: from.token.day };
  };

  /** `First half of the year ended March 31, 2013`. */
  const yearEnded = (place: Place): Read | undefined => {
    const year = take(place, OF_THE, 'length');
    const day = year?.token.months === 12 ? take(year, ENDED, 'day') : undefined;
    return day && { ...moreDays(day.token.day, day), isOfYearEnded: true };
  };

  /** `Q2 2012 (6 months)`: the length in parentheses says what the code means. */
  const lengthBehind = (years: Read): Read | undefined => {
    const length = take(years, OPEN, 'length');
    const months = length?.token.months ?? 0;
    if (!length || months === 0 || text[length.end] !== ')') return undefined;
    return {
      ...years,
      next: length.next,
      end: length.end + 1,
      ...(months > 3 && { quarters: [0, months / 3] }),
    };
  };

  /** Spans that share what stands behind the last: `third quarter and nine months ended September 30, 2024`. */
  const spanPhrases = (first: Head, place: Place): Place => {
    const heads: { token: Head; end: number }[] = [{ token: first, end: place.end }];
    let at = place;
    let tail = readTail(first, place);
    while (isBare(tail)) {
      const more = take(at, AND, 'part', 'length');
      if (!more) break;
      heads.push(more);
      at = { next: more.next, end: more.end };
      tail = readTail(more.token, at);
    }
    const year = isBare(tail) ? take(at, AND, 'label') : undefined;
    const fiscal = year?.token.label.isNamed ? labelPhrase(year.token, year) : undefined;
    const { quarters: _, ...shared } = fiscal ?? tail;
    const isInTurn = areWeeksInTurn(heads, shared.days);
    for (const [i, { token, end }] of heads.entries()) {
      const isLast = i === heads.length - 1 && !fiscal;
      const days = isInTurn ? shared.days?.slice(i, i + 1) : shared.days;
      add(token.start, {
        ...shared,
        ...takeLength(token),
        ...(isLast && tail),
        ...(days && { days }),
        end: isLast ? tail.end : end,
      });
    }
    if (year && fiscal) add(year.token.start, fiscal);
    return fiscal ?? tail;
  };

  /** A year by its name, with the part of it that is named behind: `FY12 Q4`, `2024 1H`. */
  const labelPhrase = ({ label, isShort }: Kind<'label'>, place: Place): Read => {
    const part = isShort ? undefined : take(place, BESIDE, 'part');
    const isCode = part && /^\w{2,3}$/.test(text.slice(part.token.start, part.end));
    const isBefore = part && /^\s+$/.test(text.slice(place.end, part.token.start));
    const tail = part && (label.isNamed || isCode || isBefore) ? readTail(part.token, part) : undefined;
    if (part && tail && !tail.labels) return { quarters: part.token.quarters, ...tail, labels: [label] };
    const sharing = isShort ? undefined : partOfYears(label, place);
    if (sharing) return sharing;
    const months =
      label.isNamed || isShort ? undefined : (readMonthSpan(label.year, place) ?? readReport(label, place));
    if (months) return months;
    return label.isNamed ? { ...moreLabels(label, place), quarters: [0, 4] } : { ...place, labels: [label] };
  };

  /** `The 2025 and 2024 second quarters`: years that share the part of them named behind. */
  const partOfYears = (first: YearLabel, place: Place): Read | undefined => {
    const labels = [first];
    let at = place;
    for (;;) {
      const more = take(at, AND, 'label');
      if (!more || more.token.isShort) break;
      labels.push(more.token.label);
      at = more;
    }
    const part = labels.length > 1 ? take(at, SPACE, 'part') : undefined;
    return part && !part.token.label
      ? { next: part.next, end: part.end, quarters: part.token.quarters, labels }
      : undefined;
  };

  /** `2025 half-year results`, `2024 annual report`: a bare year before the name of what is reported. */
  const readReport = (label: YearLabel, place: Place): Read | undefined => {
    const named = take(place, BESIDE, 'part', 'length');
    if (!named || !REPORTED.test(text.slice(named.end))) return undefined;
    return { next: named.next, end: named.end, ...takeLength(named.token), labels: [label] };
  };

  /** `2024 April - June`. */
  const readMonthSpan = (year: number, place: Place): Read | undefined => {
    const from = take(place, BESIDE, 'day');
    const to = from && take(from, TO, 'day');
    return to && from.token.day.year === undefined && to.token.day.year === undefined
      ? { next: to.next, end: to.end, from: { ...from.token.day, year }, days: [{ ...to.token.day, year }] }
      : undefined;
  };

  while (next < tokens.length) {
    const token = tokens[next] as TimeToken;
    const { kind, start, end } = token;
    const place = { next: next + 1, end };
    if (kind === 'part' || kind === 'length') {
      const span = kind === 'length' ? daysBehind(place) : undefined;
      if (span) add(start, span);
      next = span?.next ?? spanPhrases(token, place).next;
      continue;
    }
    const read: Read =
      kind === 'months'
        ? { ...place, from: token.from, days: [token.to] }
        : kind === 'day'
          ? dayPhrase(token, place)
          : kind === 'label'
            ? labelPhrase(token, place)
            : kind === 'rolling'
              ? { ...place, isRolling: true }
              : { ...place, isToDate: true, ...(token.label && { labels: [token.label] }) };
    add(start, read);
    next = read.next;
  }
  return withModifiers(marks, text);
}

const isBare = ({ labels, days }: Read): boolean => labels === undefined && days === undefined;

/** `52 and 53 weeks ended …, 2025 and …, 2024`: one length for each day. */
const areWeeksInTurn = (heads: readonly { token: Head }[], days: TimeMark['days'] = []): boolean => {
  const weeks = heads.map(({ token }) => (token.kind === 'length' ? (token.weeks ?? 0) : 0));
  return (
    weeks.length === 2 &&
    days.length === 2 &&
    weeks.every(Boolean) &&
    Math.abs((weeks[0] ?? 0) - (weeks[1] ?? 0)) === 1
  );
};

/** `Q3 YTD 2025`, `LTM Mar-25`: from when on is told beside a part, a year or a day. */
function withModifiers(marks: readonly TimeMark[], text: string): TimeMark[] {
  const joined: TimeMark[] = [];
  for (const mark of marks) {
    const last = joined.at(-1);
    const modifies = (one: TimeMark) => one.isToDate || one.isRolling;
    const isWhole = last?.from !== undefined || mark.from !== undefined;
    if (
      last &&
      !isWhole &&
      (modifies(last) || modifies(mark)) &&
      /^[\s,(:–-]*(?:to|at|as of|ended)?\s*$/.test(text.slice(last.end, mark.start))
    )
      joined[joined.length - 1] = {
        ...last,
        ...mark,
        start: last.start,
        labels: [...last.labels, ...mark.labels],
        days: [...last.days, ...mark.days],
      };
    else joined.push(mark);
  }
  return joined;
}

const takeYear = (day: WrittenDay | undefined): WrittenDay =>
  day?.year === undefined ? {} : { year: day.year };

const takeLength = (head: Head): Partial<Words> =>
  head.kind === 'part'
    ? { quarters: head.quarters }
    : {
        ...(head.months !== undefined && { months: head.months }),
        ...(head.weeks !== undefined && { weeks: head.weeks }),
        ...(head.isCounted && { isCounted: true }),
      };

/** What may stand between two words of time. */
function between(source: string): RegExp {
  return new RegExp(`^\\s*${source.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+')}\\s*$`, 'i');
}

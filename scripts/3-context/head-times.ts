import type { WrittenDay } from '../grammar/dates.ts';
import { hasSize, readTimes, type TimeMark } from '../grammar/read-times.ts';
import { isTimeOnly } from '../grammar/times.ts';

/** Whether a wording is a day with its year. */
export const namesDay = (mark: TimeMark): boolean => !hasSize(mark) && hasDate(mark);

const hasDate = ({ days }: TimeMark): boolean => days.some(({ year, month }) => year && month);

/** A wording that needs nothing from elsewhere to name a span. */
export const isWholeSpan = (mark: TimeMark): boolean =>
  hasSize(mark) && (hasDate(mark) || (mark.labels.length > 0 && mark.quarters !== undefined));

/**
 * What the heads over a column say of time: the last span that they name, else all their parts put together:
 * `Three Months Ended` over `June 30,` over `2025`, in whatever order. Undefined where they say nothing of it.
 */
export function headTime(header: readonly string[]): TimeMark | undefined {
  const marks = readTimes(header.join(' '));
  const whole = marks.filter(isWholeSpan);
  const last = whole.at(-1);
  if (last) return ofOneYear(last, marks);
  return marks.length === 0 ? undefined : marks.slice(1).reduce(together, marks[0] as TimeMark);
}

/** `Years ended December 31, 2024 and 2023` over `2023`: the day of the year that stands under it. */
function ofOneYear(mark: TimeMark, marks: readonly TimeMark[]): TimeMark {
  const below = marks.at(-1);
  const year = below === mark || below === undefined ? undefined : bareYear(below);
  const days = mark.days.filter((day) => day.year === year);
  const labels = mark.labels.filter((label) => label.year === year);
  if (year === undefined || days.length + labels.length !== 1) return mark;
  return { ...mark, days, labels };
}

/** What the heads over a column say of time and is not understood. */
export interface UnreadTime {
  readonly words: string;
  /** It is the day; else the length of the span that ends on it. */
  readonly isDay: boolean;
}

/** `Trimester ended June 30` ends a span whose length is not known; `ended 30 Giugno 2024` names no day that is known. */
export function unreadTime(header: readonly string[]): UnreadTime | undefined {
  const marks = readTimes(header.join(' '));
  if (marks.length === 0) return undefined;
  for (const text of header) {
    const day = DAY_AHEAD.exec(text);
    const from = day ? day.index + day[0].length : 0;
    if (day && !isTimeOnly(text) && !readTimes(text).some(({ start, end }) => start <= from && end > from))
      return { words: text.slice(day.index).trim(), isDay: true };
    const span = SPAN_END.exec(text)?.groups?.['words'] ?? '';
    if (span !== '' && !isTimeOnly(span) && !marks.some(hasSize))
      return { words: `${span} ended`, isDay: false };
  }
  return undefined;
}

const DAY_AHEAD = /\b(?:ended|ending|as (?:of|at))\s+(?=\p{L})/iu;
const SPAN_END = /^(?<words>.*\p{L}.*?)\s(?:ended|ending)\b/iu;

/** The year of a wording that is nothing else. */
export function bareYear(mark: TimeMark): number | undefined {
  const [label, ...others] = mark.labels;
  const isBare = label && !label.isNamed && others.length === 0 && mark.days.length === 0 && !hasSize(mark);
  return isBare ? label.year : undefined;
}

/** Two wordings as one: what the second tells comes first, a day takes the year that stands apart from it. */
export function together(one: TimeMark, other: TimeMark): TimeMark {
  const size = hasSize(other) ? other : one;
  const days = other.days.length > 0 ? other.days : one.days;
  const labels = other.labels.length > 0 ? other.labels : one.labels;
  const year =
    labels.length === 1 && days.some((day) => day.year === undefined) ? labels[0]?.year : undefined;
  return {
    ...one,
    ...other,
    ...takeSize(size),
    days: year === undefined ? days : days.map((day) => ({ year, ...day })),
    labels: year === undefined ? labels : [],
  };
}

const takeSize = ({
  quarters,
  months,
  weeks,
  from,
  isToDate,
  isRolling,
  isCounted,
}: TimeMark): Partial<TimeMark> => ({
  quarters,
  months,
  weeks,
  from,
  isToDate,
  isRolling,
  isCounted,
});

/**
 * A head completed by the words around it, the nearest first: `2024` and `Three months` by `periods ended March 31`,
 * `June 30, 2024` by `Three months ended`. A text that speaks of years of its own must speak of this one, or be `reach`
 * years off at the most: the same words hold for the year before.
 */
export function completedBy(head: TimeMark, texts: readonly string[], reach = 1): TimeMark {
  let own = head;
  for (const text of texts) {
    if (isWholeSpan(own)) break;
    const marks = readTimes(text).filter((mark) => isAbout(mark, own, reach));
    const near =
      marks.find((mark) => hasSize(mark) && fits(own, mark)) ?? marks.find((mark) => fits(own, mark));
    if (near) own = filled(own, near);
  }
  return own;
}

/** Whether another wording tells what a head leaves open, and contradicts nothing that it says. */
function fits(own: TimeMark, other: TimeMark): boolean {
  if (own.quarters && own.labels.length === 0 && other.labels.length > 0) return true;
  if (hasSize(own) && hasSize(other) && !isSameSize(own, other) && other.days.length === 0) return false;
  const [day, otherDay] = [own.days[0], other.days[0]];
  if (!day) return otherDay !== undefined || hasSize(other);
  if (!hasSize(other) || hasSize(own)) return false;
  return otherDay === undefined || (otherDay.month === day.month && (otherDay.day ?? day.day) === day.day);
}

const isSameSize = (a: TimeMark, b: TimeMark): boolean =>
  a.months === b.months && a.weeks === b.weeks && a.quarters?.join() === b.quarters?.join();

const yearsIn = ({ days, labels, from }: TimeMark): number[] =>
  [...days, ...labels, ...(from ? [from] : [])].map(({ year }) => year).filter((year) => year !== undefined);

function isAbout(mark: TimeMark, own: TimeMark, reach: number): boolean {
  const [year] = yearsIn(own);
  const years = yearsIn(mark);
  return year === undefined || years.length === 0 || years.some((other) => Math.abs(other - year) <= reach);
}

function filled(own: TimeMark, other: TimeMark): TimeMark {
  const [year] = yearsIn(own);
  const inYear = (day: WrittenDay): WrittenDay => (year === undefined ? day : { ...day, year });
  const { from } = other;
  const size = hasSize(own) ? own : other;
  const listed = other.days.filter((day) => day.year === year);
  const days =
    own.days.length > 0 ? own.days : listed.length === 1 ? listed : other.days.slice(0, 1).map(inYear);
  const labels = year === undefined ? other.labels.slice(0, 1) : days.length > 0 ? [] : own.labels;
  return {
    ...other,
    ...own,
    ...takeSize(size),
    ...(isPartOf(own, other) && {
      isOfYearEnded: true,
      quarters: own.quarters ?? [0, (own.months ?? 0) / 3],
    }),
    ...(from && !hasSize(own) && { from: movedFrom(from, other.days[0], year) }),
    days,
    labels,
  };
}

/** `First half` under `fiscal year ending March 31, 2026`. */
const isPartOf = (own: TimeMark, other: TimeMark): boolean =>
  other.months === 12 && other.days.length > 0 && (own.quarters !== undefined || (own.months ?? 12) % 12 > 3);

/** The first day of a span that is moved to another year. */
const movedFrom = (from: WrittenDay, to: WrittenDay | undefined, year: number | undefined): WrittenDay =>
  from.year === undefined || to?.year === undefined || year === undefined
    ? from
    : { ...from, year: from.year + year - to.year };

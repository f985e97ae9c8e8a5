import { type Calendar, fiscalYearStart, quartersOfYear } from '../../src/model/calendar.ts';
import { quarterEnd, quarterEndingOn, type Weeks } from '../../src/model/fiscal-quarters.ts';
import {
  addDays,
  addMonths,
  areOnOneWeekday,
  daysInMonth,
  firstDay,
  type IsoDate,
  isoDate,
  lastDay,
  type Period,
} from '../../src/model/period.ts';
import { monthNumber } from '../grammar/dates.ts';
import { labelYear } from '../grammar/periods.ts';
import { balanceDays, type DatedSpan, datedSpans, type ToldTime } from './time-evidence.ts';

/** When the issuer's fiscal year ends, whether it counts in weeks, and which year names it: by the weight of all that a document says, or as a person says (`03-31`). */
export function readCalendar(
  told: readonly ToldTime[],
  text: string,
  released: IsoDate,
  yearEnd?: string,
): Calendar {
  const isDayFirst = dayFirst(told, released);
  const plain: Calendar = { endMonth: 12, labelOffset: 0, ...(isDayFirst !== undefined && { isDayFirst }) };
  const spans = datedSpans(told, plain);
  const days = balanceDays(told, plain);
  const said = yearEnd === undefined ? undefined : Number(yearEnd.slice(0, 2));
  const shown = said ?? yearEndMonth(spans, told, text, days, released);
  const guess = shown === undefined ? endBeforeRelease(told, released) : undefined;
  const endMonth = shown ?? guess ?? 12;
  const closes = closingRule(text);
  const moved = movedYearEnd(spans, text, plain);
  const dated =
    moved ??
    withEnds(
      { ...plain, endMonth, ...(closes && { closes }), ...(guess !== undefined && { isGuess: true }) },
      spans,
      days,
    );
  return { ...dated, labelOffset: labelOffset(told, spans, dated, released) };
}

const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const CLOSES: readonly (readonly ['last' | 'nearest', RegExp])[] = [
  ['nearest', new RegExp(`\\b${WEEKDAY} (?:that (?:is|falls) )?(?:nearest|closest)\\b`, 'i')],
  ['last', new RegExp(`\\b(?:last|final) ${WEEKDAY} (?:in|of)\\b`, 'i')],
];

/** `The 52 or 53 weeks that end on the last Saturday in December`. */
const closingRule = (text: string): Calendar['closes'] => CLOSES.find(([, words]) => words.test(text))?.[0];

const MOVES_YEAR_END =
  /\btransition(?:al)? period\b|\bchang\w+ (?:in |of |to )?(?:its |our |the )?(?:fiscal|financial) year(?:[- ]end)?\b/i;

/** Years before and after the issuer moved their end, each with its months. */
function movedYearEnd(spans: readonly DatedSpan[], text: string, plain: Calendar): Calendar | undefined {
  if (!MOVES_YEAR_END.test(text)) return undefined;
  const ends = spans.filter(({ months, mark }) => months === 12 && !mark.isCounted).map(({ end }) => end);
  const newest = ends.toSorted().at(-1);
  const endMonth = newest === undefined ? 0 : nearestMonth(newest);
  const until = ends
    .filter((end) => nearestMonth(end) !== endMonth)
    .toSorted()
    .at(-1);
  if (until === undefined) return undefined;
  return { ...plain, endMonth, earlier: { until, calendar: { ...plain, endMonth: nearestMonth(until) } } };
}

/** Whether the day stands first between slashes, as the dates show in which it cannot be the month, or must be. */
function dayFirst(told: readonly ToldTime[], released: IsoDate): boolean | undefined {
  const slashed = told.flatMap(({ mark }) => mark.days.filter(({ isSlashed }) => isSlashed));
  const firsts = slashed.filter(({ day = 0, month = 0 }) => day > 12 && month <= 12).length;
  const seconds = slashed.filter(({ day = 0, month = 0 }) => month > 12 && day <= 12).length;
  if (firsts !== seconds) return firsts > seconds;
  const counts = [true, false].map(
    (isDayFirst) =>
      slashed.filter(({ year = 0, month = 0, day = 0 }) => {
        const [m, d] = isDayFirst ? [month, day] : [day, month];
        return d === daysInMonth(year, m) || `${year}-${String(m).padStart(2, '0')}` > released;
      }).length,
  );
  const [asFirst = 0, asSecond = 0] = counts;
  return asFirst === asSecond ? undefined : asFirst > asSecond;
}

/** Month whose end lies nearest: 28 September and 2 October are both September. */
function nearestMonth(date: IsoDate): number {
  const month = Number(date.slice(5, 7));
  return Number(date.slice(8, 10)) <= 10 ? ((month + 10) % 12) + 1 : month;
}

const YEAR_END_SAID =
  /\b(?:fiscal|financial) year(?:[- ]end(?:s|ed|ing)?|s? (?:which |that )?ends?)(?: is| falls)?(?: on| in| at)?(?: the (?:last|final) \w+ (?:of|in))? (?:\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December)\b/gi;

/** The month at whose close the fiscal year ends, by the weight of the wordings that tell it. */
function yearEndMonth(
  spans: readonly DatedSpan[],
  told: readonly ToldTime[],
  text: string,
  days: readonly IsoDate[],
  released: IsoDate,
): number | undefined {
  const votes = new Map<number, number>();
  const vote = (month: number, weight: number) => votes.set(month, (votes.get(month) ?? 0) + weight);
  const [, last] = quarterInTitle(told) ?? [];
  const newest = newestEnd(spans, days, released) ?? quarterBefore(told, released);
  const isPartWay = (end: IsoDate): boolean =>
    last !== undefined && last < 4 && newest !== undefined && nearestMonth(end) === nearestMonth(newest);
  for (const { mark, months, end, period } of spans) {
    const { quarters, isCounted, weeks } = mark;
    const mayBeLast = (isCounted && weeks === undefined) || mark.from !== undefined;
    if (months === 12 && mayBeLast && isPartWay(end)) continue; // the last twelve months up to a second quarter
    if (months === 12) vote(nearestMonth(end), mayBeLast ? 2 : 4);
    else if (quarters) vote(monthsOn(nearestMonth(end), 3 * (4 - quarters[1])), 3);
    else if (months > 3) vote(nearestMonth(addDays(firstDay(period), -1)), 1);
  }
  for (const { mark } of told) if (mark.isOfYearEnded && mark.days[0]?.month) vote(mark.days[0].month, 4);
  for (const [, month = ''] of text.matchAll(YEAR_END_SAID)) vote(monthNumber(month), 3);
  if (last !== undefined && newest !== undefined) vote(monthsOn(nearestMonth(newest), 3 * (4 - last)), 2);
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best?.[0] ?? yearEndBeside(days);
}

/** `FY24` in August 2024, and no day anywhere: a year of the calendar would not be over. It ended with a quarter before. */
function endBeforeRelease(told: readonly ToldTime[], released: IsoDate): number | undefined {
  const years = told.flatMap(({ mark, isAhead }) =>
    isAhead || isPart(mark) || mark.days.length > 0
      ? []
      : mark.labels.filter(({ isNamed }) => isNamed).map(({ year }) => year),
  );
  const newest = Math.max(0, ...years);
  if (newest === 0 || isoDate(newest, 12, 31) <= released || newest > Number(released.slice(0, 4)))
    return undefined;
  const month = Number(addDays(released, -EARLIEST).slice(5, 7));
  return month > 3 ? month - 1 - ((month - 1) % 3) : undefined;
}

const isPart = ({ months, weeks, quarters: [from, to] = [0, 4] }: ToldTime['mark']): boolean =>
  months !== undefined || weeks !== undefined || to - from < 4;

/** The last day of the newest quarter, or of what balances are of. */
const newestEnd = (
  spans: readonly DatedSpan[],
  days: readonly IsoDate[],
  released: IsoDate,
): IsoDate | undefined => {
  const quarters = spans.filter(({ months, isAhead }) => months === 3 && !isAhead).map(({ end }) => end);
  return (quarters.length > 0 ? quarters : days)
    .filter((day) => day <= released)
    .toSorted()
    .at(-1);
};

/** Days that a report takes at least. */
const EARLIEST = 10;

/** Where years are named by two, `2022/23`, they are not the calendar's: the last quarter that was over. */
function quarterBefore(told: readonly ToldTime[], released: IsoDate): IsoDate | undefined {
  if (!told.some(({ mark }) => mark.labels.some(({ second, isNamed }) => second !== undefined && isNamed)))
    return undefined;
  const [year = 0, month = 0] = addDays(released, -EARLIEST).split('-').map(Number);
  const opening = isoDate(year, month - ((month - 1) % 3), 1);
  return addDays(opening, -1);
}

const monthsOn = (month: number, later: number): number => ((month + later - 1) % 12) + 1;

/** The quarter that the first wordings of the document speak of. */
const quarterInTitle = (told: readonly ToldTime[]): readonly [number, number] | undefined =>
  told.slice(0, 6).find(({ mark: { quarters } }) => quarters && quarters[1] - quarters[0] === 1)?.mark
    .quarters;

/** A balance sheet sets the day reported on beside the last year's end. */
function yearEndBeside(days: readonly IsoDate[]): number | undefined {
  const [newest, ...others] = [...new Set(days)].sort().toReversed();
  const before = others.find((day) => newest !== undefined && addMonths(day, 11) > newest);
  return before === undefined ? undefined : nearestMonth(before);
}

const isMonthEnd = (date: IsoDate): boolean => addDays(date, 1).endsWith('-01');

/**
 * With weeks where the ends of its spans are no ends of months, or of one day of the week, and the ends that are written,
 * those over columns first: sentences may speak of a quarter that is moved by a week to compare it with another, or count
 * what others measured in weeks.
 */
function withEnds(calendar: Calendar, spans: readonly DatedSpan[], days: readonly IsoDate[]): Calendar {
  const whole = spans
    .filter(({ months }) => months > 0)
    .toSorted((a, b) => Number(b.isHead) - Number(a.isHead));
  const ends = [...new Set(whole.map(({ end }) => end))];
  const heads = whole.filter(({ isHead }) => isHead);
  const isCounted = (heads.length > 0 ? heads : whole).some(({ mark }) => mark.weeks !== undefined);
  const off = ends.filter((end) => !isMonthEnd(end)).length;
  const areOnWeekday = off > 0 && ends.length > 1 && areOnOneWeekday(ends);
  if (!isCounted && !areOnWeekday && off * 2 <= ends.length) return calendar;
  const [endDay, ...otherDays] = new Set(ends.map((end) => Number(end.slice(8, 10))));
  const isFixed = endDay !== undefined && otherDays.length === 0 && ends.length > 1;
  if (!isCounted && isFixed && closeOn(days, { ...calendar, endDay })) return { ...calendar, endDay };
  const starts = whole
    .filter(({ mark }) => mark.weeks !== undefined)
    .map(({ period }) => addDays(firstDay(period), -1));
  const years = whole.filter(({ months }) => months === 12);
  const weeks = longQuarter(whole, calendar.endMonth);
  const found: Record<number, IsoDate> = {};
  const place = (dates: readonly IsoDate[], isYear: boolean) => {
    for (const date of dates) {
      const number = quarterEndingOn({ ...calendar, weeks, ends: { ...found } }, date);
      if (number !== undefined && (!isYear || number % 4 === 0)) found[number] ??= date;
    }
  };
  const isWeeks = ({ mark }: DatedSpan): boolean => mark.weeks !== undefined;
  place(
    years.map(({ end }) => end),
    true,
  );
  place(
    years.filter(isWeeks).map(({ period }) => addDays(firstDay(period), -1)),
    true,
  );
  place(days, true);
  place(ends, false);
  place(starts, false);
  place(days, false);
  return { ...calendar, weeks, ends: found };
}

/** Whether the days that end a quarter, give or take some days, are the calendar's. */
const closeOn = (days: readonly IsoDate[], calendar: Calendar): boolean =>
  days.every((day) => {
    const quarter = quarterEndingOn(calendar, day);
    return quarter === undefined || quarterEnd(calendar, quarter) === day;
  });

/** Which quarter has more weeks than the others: none, the first (16, 12, 12, 12), or the last (12, 12, 12, 16). */
function longQuarter(spans: readonly DatedSpan[], endMonth: number): Weeks {
  const counted = spans.filter(({ mark }) => mark.weeks !== undefined);
  const has = (...weeks: number[]) => counted.filter(({ mark }) => weeks.includes(mark.weeks ?? 0));
  const opensYear = has(16, 28, 40).some(
    ({ period }) => nearestMonth(addDays(firstDay(period), -1)) === endMonth,
  );
  if (opensYear) return [16, 12, 12, 12];
  const closesYear = has(16, 17).some(({ end }) => nearestMonth(end) === endMonth);
  return closesYear || has(12, 24, 36).length > 0 ? [12, 12, 12, 16] : [13, 13, 13, 13];
}

/**
 * Years are named by the year of their end, or by the one before: as wordings show that have both a name and a day, or
 * else as the names fit what has ended by the day reported on.
 */
function labelOffset(
  told: readonly ToldTime[],
  spans: readonly DatedSpan[],
  calendar: Calendar,
  released: IsoDate,
): number {
  if (calendar.endMonth === 12) return 0;
  const votes: [number, number] = [0, 0];
  const vote = (difference: number, weight: number) => {
    if (difference === 0 || difference === 1) votes[difference] += weight;
  };
  for (const { mark, text, end, months } of spans) {
    const [label] = mark.labels;
    if (label) vote(yearEndedAfter(calendar, end) - labelYear(label, calendar), NAMED);
    else if (!mark.quarters || months > 0) {
      const beside = told.filter(
        (other) =>
          other.text === text &&
          other.mark !== mark &&
          other.mark.labels.length === 1 &&
          other.mark.quarters !== undefined,
      );
      for (const other of beside.slice(0, 1))
        vote(
          yearEndedAfter(calendar, end) -
            labelYear(other.mark.labels[0] ?? { year: 0, isNamed: false }, calendar),
          1,
        );
    }
  }
  const named = votes[1] - votes[0];
  const shown = Math.abs(named) < NAMED ? byDay(told, spans, calendar, released) : 0;
  return (shown || named) > 0 ? 1 : 0;
}

/** What a span says for itself weighs so much; what only stands beside one gives way to the day of the release. */
const NAMED = 4;

/** The year in which the fiscal year ends that a day lies in. */
const yearEndedAfter = (calendar: Calendar, day: IsoDate): number =>
  Number(addMonths(addDays(fiscalYearStart(calendar, day), 10), 11).slice(0, 4));

/**
 * How much more fits when a year is named by the calendar year before its end: names of what has been reported do not end
 * after the release, and the newest ends on the day reported on.
 */
function byDay(
  told: readonly ToldTime[],
  spans: readonly DatedSpan[],
  calendar: Calendar,
  released: IsoDate,
): number {
  const reportedOn =
    spans
      .map(({ end }) => end)
      .filter((end) => end <= released)
      .sort()
      .at(-1) ?? released;
  const scores = [0, 1].map((offset) => {
    const named = { ...calendar, labelOffset: offset };
    const scored = new Map<Period, number>(); // each span once: what others are held against is told more often
    for (const { mark, isAhead } of told) {
      if (isAhead || !mark.quarters) continue;
      for (const label of mark.labels) {
        const span = quartersOfYear(named, labelYear(label, named), mark.quarters);
        const end = lastDay(span);
        const isYear = mark.quarters[1] - mark.quarters[0] === 4;
        const fit =
          addDays(end, -10) > released ? (isYear ? -1 : -3) : addMonths(end, 12) < released ? -1 : 0;
        scored.set(span, fit + (end === reportedOn ? 2 : 0));
      }
    }
    return [...scored.values()].reduce((sum, score) => sum + score, 0);
  });
  return (scores[1] ?? 0) - (scores[0] ?? 0);
}

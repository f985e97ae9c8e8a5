import type { Calendar } from '../../src/model/calendar.ts';
import {
  addDays,
  addMonths,
  daysIn,
  daysInMonth,
  duration,
  type IsoDate,
  isDuration,
  lastDay,
  monthsIn,
  type Period,
} from '../../src/model/period.ts';
import type { RawDocument } from '../1-read/raw-document.ts';
import type { Grid, GridColumn } from '../2-tables/grid.ts';
import { findDate } from '../grammar/dates.ts';
import { withoutLegends } from '../grammar/legends.ts';
import { periodsOfMark } from '../grammar/periods.ts';
import { hasSize, readTimes, type TimeMark } from '../grammar/read-times.ts';
import { completedBy, headTime } from './head-times.ts';

/** A wording of time and where a document has it. */
export interface ToldTime {
  readonly mark: TimeMark;
  /** Number of the text or head, in order, so that wordings of one text are known. */
  readonly text: number;
  readonly isHead: boolean;
  /** It stands in a row of a table. */
  readonly isRow: boolean;
  /** It stands in the label of a row of balances. */
  readonly isBalance: boolean;
  /** The words around it speak of what is to come. */
  readonly isAhead: boolean;
}

/** A span whose end is written as a day. */
export interface DatedSpan extends ToldTime {
  readonly end: IsoDate;
  /** As long as it is called, whole weeks and months only. */
  readonly period: Period;
  /** 3, 6, 9 or 12 where it is so many quarters long, else 0. */
  readonly months: number;
}

const AHEAD =
  /\b(?:will|expect\w*|outlook|guidance|forecasts?|plans?|planned|next|targets?|anticipat\w*|projected|estimates?|scheduled)\b/i;

/** Every wording of time of a document: of its sentences, of its tables' rows, of the heads over their columns, and of tags. */
export function timesTold(raw: RawDocument, grids: readonly Grid[]): ToldTime[] {
  const told: ToldTime[] = [];
  let text = 0;
  const add = (
    words: string,
    marks: readonly TimeMark[],
    { isHead = false, isRow = false, isBalance = false } = {},
  ) => {
    text++;
    const isAhead = AHEAD.test(words);
    for (const mark of marks) told.push({ mark, text, isHead, isRow, isBalance, isAhead });
  };
  for (const node of raw.nodes) {
    if (node.kind === 'text')
      for (const sentence of splitSentences(node.text)) add(sentence, readTimes(withoutLegends(sentence)));
    else
      for (const { cells } of node.rows) {
        const words = cells.map((cell) => cell.text).join(' ');
        add(words, readTimes(words), { isRow: true, isBalance: /^balances?\b/i.test(words) });
      }
  }
  for (const { columns, frame } of grids)
    for (const { header } of columns.filter(isOverFigures)) {
      const own = headTime(header);
      if (own) add(header.join(' '), [completedBy(own, frame)], { isHead: true });
    }
  const tagged = new Set((raw.tags ?? []).map(({ period: { start, end } }) => start && `${start}/${end}`));
  for (const period of [...tagged].filter(isDuration).sort()) add(period, [markOfTag(period)]);
  return told;
}

/** A head over nothing tells nothing, where others of its table stand over figures. */
const isOverFigures = ({ hasFigures }: GridColumn, _: number, all: readonly GridColumn[]): boolean =>
  hasFigures || !all.some((column) => column.hasFigures);

/** The span of a tag, in weeks where it is made of them and does not end with a month. */
function markOfTag(period: Period): TimeMark {
  const end = lastDay(period);
  const [year, month, day] = end.split('-').map(Number) as [number, number, number];
  const days = daysIn(period);
  const isWeeks = days % 7 === 0 && day !== daysInMonth(year, month);
  const size = isWeeks ? { weeks: days / 7 } : { months: monthsIn(period) };
  return { start: 0, end: 0, labels: [], days: [{ year, month, day }], isCounted: true, ...size };
}

/** What is said in one sentence tells nothing of another. */
const splitSentences = (text: string): string[] => text.split(/(?<=[^\s.]{3,}[.;]) (?=\p{Lu})/u);

/** Spans with days among them. A span of weeks has its first day too. */
export function datedSpans(told: readonly ToldTime[], calendar: Calendar): DatedSpan[] {
  return told.flatMap((time) => {
    const { mark } = time;
    if (!hasSize(mark) || mark.isToDate || mark.isRolling || mark.isOfYearEnded) return [];
    if (mark.from) return time.isHead ? fromDayToDay(time, calendar) : [];
    return mark.days.flatMap((day): DatedSpan[] => {
      const end = findDate(day, calendar);
      const months = countMonths(mark);
      return end ? [{ ...time, end, months, period: spanBefore(mark, end, months) }] : [];
    });
  });
}

/** `1 April – 30 June 2022` over a column. */
const fromDayToDay = (time: ToldTime, calendar: Calendar): DatedSpan[] =>
  periodsOfMark(time.mark, calendar)
    .filter(isDuration)
    .map((period) => ({
      ...time,
      end: lastDay(period),
      months: monthsIn(period) % 3 === 0 ? monthsIn(period) : 0,
      period,
    }));

function spanBefore({ weeks }: TimeMark, end: IsoDate, months: number): Period {
  if (weeks !== undefined) return duration(addDays(end, 1 - 7 * weeks), end);
  return duration(addDays(addMonths(end, -months), 1), end);
}

/** Weeks of quarters: 12 to 17 of one, twice or thrice as many of two and three, 52 and 53 of a year. */
const QUARTERS_OF_WEEKS: readonly (readonly [from: number, to: number])[] = [
  [12, 17],
  [24, 30],
  [36, 42],
  [51, 53],
];

function countMonths({ months, weeks, quarters }: TimeMark): number {
  if (weeks !== undefined)
    return 3 * (QUARTERS_OF_WEEKS.findIndex(([from, to]) => weeks >= from && weeks <= to) + 1);
  const length = months ?? (quarters ? 3 * (quarters[1] - quarters[0]) : 0);
  return length % 3 === 0 ? length : 0;
}

/** Days that balances are of: they stand over columns by themselves, or in the label of a row of balances. */
export const balanceDays = (told: readonly ToldTime[], calendar: Calendar): IsoDate[] =>
  told.flatMap(({ mark, isHead, isBalance }) =>
    (isHead || isBalance) && !hasSize(mark) ? periodsOfMark(mark, calendar).map(lastDay) : [],
  );

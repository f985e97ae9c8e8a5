import {
  type Calendar,
  fiscalYearStart,
  monthsTo,
  quartersOfYear,
  settlePeriod,
} from '../../src/model/calendar.ts';
import { addDays, addMonths, duration, type IsoDate, instant, type Period } from '../../src/model/period.ts';
import { findDate, type WrittenDay } from './dates.ts';
import { readTimes, type TimeMark } from './read-times.ts';
import type { Quarters, YearLabel } from './time-tokens.ts';

/** `date`: a day; `span`: a duration given by its end or ends; `code`: FY2012, 4Q12, `first half of fiscal 2012`. */
export type PeriodForm = 'date' | 'span' | 'code';

/** A wording of time found in a text that names a period as a whole. Offsets are UTF-16 units. */
export interface PeriodMention {
  readonly start: number;
  readonly end: number;
  readonly period: Period;
  readonly form: PeriodForm;
}

/** Every wording of a whole period or date in a text, in order; several where one wording serves several dates. */
export const findPeriods = (text: string, calendar: Calendar): readonly PeriodMention[] =>
  readTimes(text).flatMap((mark) => {
    const { start, end } = mark;
    const form = nameForm(mark);
    return periodsOfMark(mark, calendar).map((period) => ({ start, end, period, form }));
  });

function nameForm({ days, from, quarters, months, weeks }: TimeMark): PeriodForm {
  if (days.length === 0) return 'code';
  return (from ?? quarters ?? months ?? weeks) ? 'span' : 'date';
}

/** The periods that a mark names by itself; none where it tells only a part of one. */
export function periodsOfMark(mark: TimeMark, calendar: Calendar): readonly Period[] {
  const { days, labels, from, quarters } = mark;
  if (from) return days[0] ? spanFrom(from, days[0], calendar) : [];
  if (days.length > 0) {
    const hasSize = nameForm(mark) !== 'date' || mark.isToDate || mark.isRolling;
    return days
      .filter(({ day, isSlashed }) => hasSize || day !== undefined || isSlashed)
      .map((day) => findDate(day, calendar))
      .filter((day) => day !== undefined)
      .map((day) => spanTo(day, mark, calendar));
  }
  const named = quarters ?? quartersOfLength(mark);
  if (!named || mark.isRolling) return [];
  return labels.map((label) =>
    quartersOfYear(calendar, labelYear(label, calendar), mark.isToDate ? [0, named[1]] : named),
  );
}

/** What ends on a day, by its length; without one the day itself. */
export function spanTo(day: IsoDate, mark: TimeMark, calendar: Calendar): Period {
  const { quarters, months, weeks } = mark;
  if (mark.isToDate) return duration(fiscalYearStart(calendar, day), day);
  if (mark.isRolling) return monthsTo(calendar, day, 12);
  if (mark.isOfYearEnded && quarters) return partOfYearEnded(day, quarters, calendar);
  if (weeks !== undefined) return duration(addDays(day, 1 - 7 * weeks), day);
  const length = months ?? (quarters ? 3 * (quarters[1] - quarters[0]) : 0);
  return length === 0 ? instant(day) : monthsTo(calendar, day, length);
}

function partOfYearEnded(day: IsoDate, [from, to]: Quarters, calendar: Calendar): Period {
  const before = addMonths(day, -12);
  const span = duration(addDays(addMonths(before, 3 * from), 1), addMonths(before, 3 * to));
  return settlePeriod(calendar, span);
}

/** From one day to another; a month alone is all of it, and what has no year lies before its end. */
function spanFrom(from: WrittenDay, to: WrittenDay, calendar: Calendar): readonly Period[] {
  const end = findDate(to, calendar);
  if (end === undefined) return [];
  const year = from.year ?? Number(end.slice(0, 4));
  const starts = [year, ...(from.year === undefined ? [year - 1] : [])].map((own) =>
    findDate({ ...from, year: own, day: from.day ?? 1 }, calendar),
  );
  const start = starts.find((day) => day !== undefined && day < end);
  return start === undefined ? [] : [duration(start, end)];
}

/** Lengths that, beside a year, are counted from its beginning: `six months 2024`. */
function quartersOfLength({ months = 0, weeks }: TimeMark): Quarters | undefined {
  if (weeks === 52 || weeks === 53) return [0, 4];
  return months > 3 && months % 3 === 0 ? [0, months / 3] : undefined;
}

/** The year that names a fiscal year; one that is named by both of its years (`2024/25`) ends in the second. */
export function labelYear({ year, second, close }: YearLabel, calendar: Calendar): number {
  if (close && close.month === calendar.endMonth) return close.year - calendar.labelOffset;
  const end = second === undefined ? -1 : second % 100;
  return end === (year + 1) % 100 ? year + 1 - calendar.labelOffset : year;
}

/** A bare year that stands as a column's or row's name: `2024`, `2024 (unaudited)`. */
export function readYearName(text: string): number | undefined {
  const match =
    /^\(?((?:19|20)\d{2})[AE]?\)?(?: ?\(?(?:un)?(?:audited|restated|adjusted|actual|revised)\)?| ?\([A-Za-z]+\))?(?: ?\(\d\)|[*†‡⁰¹²³⁴-⁹⁽⁾ᵃ-ᶻ]+)?$/iu.exec(
      text.trim(),
    );
  return match ? Number(match[1]) : undefined;
}

import { readMoment } from '../../src/concepts/vocabulary.ts';
import { fiscalPeriod, isQuarterEnd } from '../../src/model/calendar.ts';
import { addDays, isInstant, type Period } from '../../src/model/period.ts';
import { rememberEach } from '../../src/model/remember.ts';
import type { GridRow } from '../2-tables/grid.ts';
import { readPayment } from '../grammar/aspects.ts';
import { findDate } from '../grammar/dates.ts';
import { unitsInLabel, withoutUnit } from '../grammar/label-units.ts';
import { findPeriods, readYearName } from '../grammar/periods.ts';
import { hasSize, readTimes } from '../grammar/read-times.ts';
import { isTimeOnly } from '../grammar/times.ts';
import type { DocumentContext } from './document-context.ts';

/** Every number of the row is printed with a percent sign, or is a change in points. */
export const isPercentRow: (row: GridRow) => boolean = rememberEach(({ cells, label }) => {
  const units = cells.flatMap(({ figures }) =>
    figures.filter(({ token }) => token !== undefined).map(({ unit }) => unit?.measure),
  );
  if (units.length === 0) return false;
  return (
    units.every((measure) => measure === 'percent' || measure === 'points') ||
    unitsInLabel(label)[0]?.measure === 'percent'
  );
});

/** `Interim dividend per share`, `Interim (yen)`: the part of the year's dividend that its first word names. */
export function readPaymentMember(label: string): Record<string, string> {
  const bare = withoutUnit(label);
  const payment = readPayment(
    /^(\p{L}+(?:[- ](?:year|end|quarter|half))*) dividends?\b/iu.exec(bare)?.[1] ?? bare,
  );
  return payment === undefined ? {} : { payment };
}

/** A row that sums up the rows above it; where a heading divides a measure the group's or company's name does too. */
export const isTotal = (folded: string, isDivided: boolean): boolean =>
  folded === 'total' ||
  (isDivided &&
    /^(?:(?:grand|group|company|consolidated) total|total (?:group|company|consolidated)|group|company|consolidated)$/.test(
      folded,
    ));

/** Capitals and colon, which tell levels where indentation is lost. An acronym has its capitals anyway. */
export const readStyle = (label: string): string =>
  `${label === label.toUpperCase() && !ACRONYM.test(label) ? 'capitals' : 'mixed'}${label.trim().endsWith(':') ? ' colon' : ''}`;

const ACRONYM = /^\p{Lu}{2,5}:?$/u;

/** The period that a heading within a table names for its rows. */
export function periodIn(label: string, { calendar }: DocumentContext): Period | undefined {
  const found = findPeriods(label, calendar);
  return found.findLast(({ form }) => form !== 'date')?.period ?? found.at(-1)?.period;
}

/** The period that a row names; an opening balance (`BALANCE, APRIL 1, 2011`) is the instant of the day before. */
export function rowPeriod(label: string, context: DocumentContext): Period | undefined {
  const found = periodIn(label, context);
  const year = found ? undefined : readYearName(label);
  if (year !== undefined) return fiscalPeriod(context.calendar, year, 'fy');
  if (!found && isTimeOnly(label)) return monthNamed(label, context);
  return found && isInstant(found) && isOpening(label, found, context) ? addDays(found, -1) : found;
}

/** `March 2023`: the close of that month. */
function monthNamed(label: string, { calendar }: DocumentContext): Period | undefined {
  const [mark, ...others] = readTimes(label);
  const [day, ...more] = mark && others.length === 0 && !hasSize(mark) ? mark.days : [];
  return day && more.length === 0 ? findDate(day, calendar) : undefined;
}

/** `Balance, April 1, 2011`, `Cash at 29 January 2024`: what stands at the beginning of a quarter closed the day before. */
const isOpening = (label: string, day: Period, { calendar }: DocumentContext): boolean =>
  (isTimeOnly(label) || /\bbalances?\b|\b(?:cash|equity|funds)\b.* at\b/i.test(label)) &&
  (day.endsWith('-01') || isQuarterEnd(calendar, addDays(day, -1)));

/** The year that opens a label, or is all of it. */
export function yearBefore(label: string): number | undefined {
  const year = /^(?:19|20)\d{2}(?=\s\p{L}|$)/u.exec(label)?.[0];
  return year === undefined ? undefined : Number(year);
}

/** `Beginning of period`, `At end of year`, `As at 1 January`: says when, and of the measure nothing. */
export const isMoment = (label: string): boolean =>
  readMoment(label)?.rest === '' || (DAY_OF_YEAR.test(label.trim()) && isTimeOnly(label));

const DAY_OF_YEAR =
  /^(?:as )?(?:at|of|on) (?:\d{1,2}(?:st|nd|rd|th)? \p{L}+|\p{L}+ \d{1,2}(?:st|nd|rd|th)?)$/iu;

/** Whether the label speaks of the opening or the close of its column's period. */
export const readMomentName = (label: string): 'opening' | 'closing' | '' => readMoment(label)?.moment ?? '';

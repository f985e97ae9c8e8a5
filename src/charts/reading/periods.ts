import type { IssuerRecord } from '../../model/document.ts';
import { findNearestPeriod } from '../../model/nearest-period.ts';
import { lastDay, monthsIn, type Period, shift } from '../../model/period.ts';
import type { PageFigures } from './page.ts';

/** A period on a line of time, whether or not the issuer has it. */
export interface TimeSlot {
  readonly period: Period;
  /** `2Q12`: by itself. */
  readonly name: string;
  /** `2Q` of `FY2012`, under a line of periods; a whole year is its own label and has no group. */
  readonly label: string;
  readonly group: string;
}

/** What periods of so many months are called; others have no name of their own. */
export const LENGTHS: Readonly<Record<number, string>> = { 12: 'years', 6: 'half-years', 3: 'quarters' };

/**
 * The last `most` periods of a length that end no later than a period or day, in order, without a break between the
 * first and the last: what the issuer lacks in between is a slot too.
 */
export function timeline({ periods }: IssuerRecord, months: number, until: Period, most: number): TimeSlot[] {
  const records = periods.filter(
    (record) => record.months === months && lastDay(record.period) <= lastDay(until),
  );
  const [first, last] = [records[0], records.at(-1)];
  if (!first || !last) return [];
  const known = records.map(({ period }) => period);
  const slots: (TimeSlot & { readonly isKnown: boolean })[] = [];
  for (let back = 0; slots.length < most; back += 1) {
    const shifted = shift(last.period, -months * back);
    const near = findNearestPeriod(known, shifted);
    if (!near && lastDay(shifted) < lastDay(first.period) && monthsIn(shifted) === months) break;
    const record = near === undefined ? undefined : records.find(({ period }) => period === near);
    const { period, label } = record ?? { period: shifted, label: earlier(last.label, back) };
    slots.unshift({ period, name: label, ...slotNames(label, period), isKnown: record !== undefined });
  }
  return slots.slice(slots.findIndex(({ isKnown }) => isKnown));
}

/** What a chart of time is drawn for. */
type Drawn = Pick<PageFigures, 'issuer' | 'record'>;

/** Several quarters where the issuer has them up to the end of a period, else periods like it. */
export function finestTimeline(
  { issuer, record: { period, months } }: Drawn,
  most: number,
  isKnown: (period: Period) => boolean,
): TimeSlot[] {
  const isTold = (slot: TimeSlot): boolean => isKnown(slot.period);
  const quarters = knownSpan(timeline(issuer, 3, period, most), isTold);
  const isComplete = quarters.length >= 4 && quarters.every(isTold) && endsWith(quarters, period);
  return isComplete ? quarters : knownSpan(timeline(issuer, months, period, most), isTold);
}

/** The last quarters up to the end of a period, or periods of its own length, if so many of them are known; else none. */
export function recentTimeline(
  { issuer, record: { period, months } }: Drawn,
  { most, least }: { readonly most: number; readonly least: number },
  isKnown: (period: Period) => boolean,
): TimeSlot[] {
  const lines = [3, months].map((length) => timeline(issuer, length, period, most));
  const isTold = (slots: readonly TimeSlot[]): boolean =>
    endsWith(slots, period) && slots.filter((slot) => isKnown(slot.period)).length >= least;
  return lines.find(isTold) ?? [];
}

const endsWith = (slots: readonly TimeSlot[], period: Period): boolean =>
  lastDay(slots.at(-1)?.period ?? '') === lastDay(period);

/** From the first to the last that is known. */
export function knownSpan<Of>(slots: readonly Of[], isKnown: (slot: Of) => boolean): Of[] {
  const first = slots.findIndex(isKnown);
  return first < 0 ? [] : slots.slice(first, slots.findLastIndex(isKnown) + 1);
}

/** Whether a period of a line is of the latest year, or is the last where the line has no parts of years. */
export const isLatest = <Of extends { readonly group: string }>(slot: Of, last: Of | undefined): boolean =>
  last?.group ? slot.group === last.group : slot === last;

/** ` a quarter`, ` a half-year`: after the unit of amounts on a line of parts of years. */
export const formatLength = ([first]: readonly TimeSlot[]): string =>
  first?.group ? ` a ${first.label.endsWith('Q') ? 'quarter' : 'half-year'}` : '';

const PART = /^([1-4])(Q|H)(\d\d)$/;

/** `2Q12` as `2Q` of `FY2012`: the year of two digits that is nearest to the one in which the period ends. */
export function slotNames(label: string, period: Period): { label: string; group: string } {
  const match = PART.exec(label);
  if (!match) return { label, group: '' };
  const end = Number(lastDay(period).slice(0, 4));
  const behind = ((((end - Number(match[3])) % 100) + 150) % 100) - 50;
  return { label: `${match[1]}${match[2]}`, group: `FY${end - behind}` };
}

/** The label so many periods of its length before: `4Q11` is two before `2Q12`. */
function earlier(label: string, back: number): string {
  const match = PART.exec(label);
  const year = /^FY(\d{4})$/.exec(label);
  if (year) return `FY${Number(year[1]) - back}`;
  if (!match) return '';
  const parts = match[2] === 'Q' ? 4 : 2;
  const index = Number(match[3]) * parts + Number(match[1]) - 1 - back;
  return `${(index % parts) + 1}${match[2]}${String(Math.floor(index / parts)).padStart(2, '0')}`;
}

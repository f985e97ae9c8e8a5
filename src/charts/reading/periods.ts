import type { IssuerRecord, PeriodRecord } from '../../model/document.ts';
import { lastDay, monthsIn, type Period, shift } from '../../model/period.ts';

/** A period on a line of time; `record` is undefined where the issuer has no such period. */
export interface TimeSlot {
  readonly period: Period;
  readonly record: PeriodRecord | undefined;
  /** `2Q12`: by itself. */
  readonly name: string;
  /** `2Q` of `FY2012`, under a line of periods; a whole year is its own label and has no group. */
  readonly label: string;
  readonly group: string;
}

/** What periods of so many months are called; others have no name of their own. */
export const LENGTHS: Readonly<Record<number, string>> = { 12: 'years', 6: 'half-years', 3: 'quarters' };

/** The issuer's period of which the dates are these. */
export const findRecord = ({ periods }: IssuerRecord, period: Period): PeriodRecord | undefined =>
  periods.find((record) => record.period === period);

/**
 * The last `most` periods of a length that end no later than `until`, in order, without a break between the first
 * and the last: what the issuer lacks in between is a slot without a record.
 */
export function timeline(issuer: IssuerRecord, months: number, until: Period, most: number): TimeSlot[] {
  const records = issuer.periods.filter(
    (record) => record.months === months && lastDay(record.period) <= lastDay(until),
  );
  const last = records.at(-1);
  if (!last) return [];
  const slots: TimeSlot[] = [];
  const first = records[0] as PeriodRecord;
  for (let back = 0; slots.length < most; back += 1) {
    const period = shift(last.period, -months * back);
    if (lastDay(period) < lastDay(first.period) && monthsIn(period) === months) break;
    const record = records.find((candidate) => lastDay(candidate.period) === lastDay(period));
    slots.unshift({
      period: record?.period ?? period,
      record,
      ...named(record?.label ?? earlier(last.label, back), period),
    });
  }
  while (slots[0] && !slots[0].record) slots.shift();
  return slots;
}

const named = (name: string, period: Period) => ({ name, ...slotNames(name, period) });

/** Several quarters where the issuer has them up to the end of a period, else periods like it. */
export function finestTimeline(
  issuer: IssuerRecord,
  { period, months }: PeriodRecord,
  most: number,
  isKnown: (period: Period) => boolean,
): TimeSlot[] {
  const known = (slots: TimeSlot[]): TimeSlot[] => trimmed(slots, isKnown);
  const quarters = known(timeline(issuer, 3, period, most));
  const complete = quarters.length >= 4 && quarters.every((slot) => isKnown(slot.period));
  const alike = known(timeline(issuer, months, period, most));
  return complete && quarters.at(-1) && lastDay((quarters.at(-1) as TimeSlot).period) === lastDay(period)
    ? quarters
    : alike;
}

/** The last quarters up to the end of a period, or periods of its own length, if so many of them are known; else none. */
export function recentTimeline(
  issuer: IssuerRecord,
  { period, months }: PeriodRecord,
  { most, least }: { readonly most: number; readonly least: number },
  isKnown: (period: Period) => boolean,
): TimeSlot[] {
  const lines = [3, months].map((length) => timeline(issuer, length, period, most));
  const isTold = (slots: readonly TimeSlot[]): boolean =>
    lastDay(slots.at(-1)?.period ?? '') === lastDay(period) &&
    slots.filter((slot) => isKnown(slot.period)).length >= least;
  return lines.find(isTold) ?? [];
}

/** Without the slots before the first and after the last that is known. */
function trimmed(slots: readonly TimeSlot[], isKnown: (period: Period) => boolean): TimeSlot[] {
  const first = slots.findIndex((slot) => isKnown(slot.period));
  const last = slots.findLastIndex((slot) => isKnown(slot.period));
  return first < 0 ? [] : slots.slice(first, last + 1);
}

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

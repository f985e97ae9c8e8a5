import { firstDay, isInstant, lastDay, type Period } from '../../../../src/model/period.ts';

/** What words say of a figure's time; without periods they say nothing. */
export interface TimeHint {
  readonly periods: readonly Period[];
  /** It is held against a figure told before: of an earlier time. */
  readonly isEarlier: boolean;
  /** What words say a change is measured against; empty where they say nothing. */
  readonly compared: readonly Period[];
  /** What the text around speaks of; a table may tell better. */
  readonly around: Period;
}

/** Year ends that move with the weekday lie up to a week from the end of the month that words mean. */
const DAYS_OFF = 8;
const DAY = 86_400_000;

const isNear = (a: string, b: string): boolean =>
  a === b || Math.abs(Date.parse(a) - Date.parse(b)) <= DAYS_OFF * DAY;

/** Whether a period can be the one that words mean; a day closes the span, and a span has its last day. */
export function isSamePeriod(a: Period, b: Period): boolean {
  if (a === b) return true;
  if (isInstant(a) || isInstant(b)) return isNear(lastDay(a), lastDay(b));
  return isNear(lastDay(a), lastDay(b)) && isNear(firstDay(a), firstDay(b));
}

/** Whether a period can be one of those that words name; no words name any. */
export const isAmong = (told: readonly Period[], period: Period): boolean =>
  told.length === 0 || told.some((one) => isSamePeriod(one, period));

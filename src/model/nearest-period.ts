import { daysBetween, isInstant, lastDay, monthsIn, type Period } from './period.ts';

/** Days by which quarters and years of weeks end before or after those of months. */
const MOST_DAYS = 10;

/**
 * Of some periods the one that is meant by dates counted in months, for years of weeks have others: as long, and ending
 * about the same day. Undefined where there is none.
 */
export function findNearestPeriod(periods: Iterable<Period>, meant: Period): Period | undefined {
  const [end, months] = [lastDay(meant), monthsIn(meant)];
  const apart = (period: Period): number => Math.abs(daysBetween(lastDay(period), end));
  let nearest: Period | undefined;
  for (const period of periods) {
    if (period === meant) return period;
    if (Math.abs(yearOf(period) - yearOf(meant)) > 1) continue;
    if (isInstant(period) !== isInstant(meant) || apart(period) > MOST_DAYS) continue;
    if (monthsIn(period) === months && (!nearest || apart(period) < apart(nearest))) nearest = period;
  }
  return nearest;
}

/** Of the last day: cheap to tell. */
const yearOf = (period: Period): number => Number(lastDay(period).slice(0, 4));

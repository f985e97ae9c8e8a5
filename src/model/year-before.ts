import type { IssuerRecord, PeriodRecord } from './document.ts';
import { findNearestPeriod } from './nearest-period.ts';
import { closing, isInstant, lastDay, type Period, shift } from './period.ts';

/** The same period a year before, where the issuer has it: of years in weeks its dates are not those of this one. */
export const findYearBefore = (
  { periods }: Pick<IssuerRecord, 'periods'>,
  { yearBefore: slug }: PeriodRecord,
): PeriodRecord | undefined => periods.find((record) => record.slug === slug);

/**
 * The dates of the same period, or the same day of a year, one year before, whether or not the issuer has a page for
 * it. A day that ends a period is set beside the day that ended it a year before.
 */
export function periodBefore(issuer: Pick<IssuerRecord, 'periods'>, period: Period): Period {
  const record = issuer.periods.find(
    (known) => known.yearBefore !== '' && (known.period === period || lastDay(known.period) === period),
  );
  const before = record && findYearBefore(issuer, record)?.period;
  if (before !== undefined) return isInstant(period) ? closing(before) : before;
  const meant = shift(period, -12);
  const known = issuer.periods.map((one) => (isInstant(period) ? closing(one.period) : one.period));
  return findNearestPeriod(known, meant) ?? meant;
}

import type { IssuerRecord, PeriodRecord } from './document.ts';
import { type Period, shift } from './period.ts';

/** The same period a year before, where the issuer has it: of years in weeks its dates are not those of this one. */
export const yearBefore = (
  { periods }: Pick<IssuerRecord, 'periods'>,
  { yearBefore: slug }: PeriodRecord,
): PeriodRecord | undefined => periods.find((record) => record.slug === slug);

/** The dates of the same period a year before, whether or not the issuer has a page for it. */
export const periodBefore = (issuer: Pick<IssuerRecord, 'periods'>, period: PeriodRecord): Period =>
  yearBefore(issuer, period)?.period ?? shift(period.period, -12);

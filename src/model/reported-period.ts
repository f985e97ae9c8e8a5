import {
  type Calendar,
  fiscalPart,
  fiscalPeriod,
  periodName,
  periodSlug,
  type YearPart,
} from './calendar.ts';
import { formatDate } from './format.ts';
import { closing, isInstant, lastDay, type Period } from './period.ts';

/** A period of an issuer's figures as data files name it: every one, with or without a page. */
export interface ReportedPeriod {
  readonly period: Period;
  /** `fy2012`, `4q12`; the day of a balance; `2012-04-01--2012-12-31` for a span that has no name. */
  readonly id: string;
  readonly name: string;
  /** As the issuer names it; null for a span that is no part of one. */
  readonly fiscalYear: number | null;
  /** `FY`, `1H`, `9M`, `1Q` …; of a balance, the part of the year at whose end it is told; empty for other spans. */
  readonly fiscalPart: string;
}

/** Parts of a year by whose end a balance is named, the longest first. */
const CLOSING: readonly YearPart[] = ['fy', '9m', '1h', '1q'];

export function nameReportedPeriod(calendar: Calendar, period: Period): ReportedPeriod {
  const found = isInstant(period) ? partClosedAt(calendar, period) : fiscalPart(calendar, period);
  return {
    period,
    id: periodId(calendar, period),
    name: isInstant(period) ? formatDate(period) : periodName(calendar, period) || spelled(period),
    fiscalYear: found?.year ?? null,
    fiscalPart: found?.part.toUpperCase() ?? '',
  };
}

const periodId = (calendar: Calendar, period: Period): string =>
  isInstant(period) ? period : periodSlug(calendar, period) || period.replace('/', '--');

const spelled = (period: Period): string => period.split('/').map(formatDate).join(' to ');

function partClosedAt(
  calendar: Calendar,
  day: Period,
): { readonly year: number; readonly part: YearPart } | undefined {
  const near = Number(lastDay(day).slice(0, 4));
  const years = [near - 1, near, near + 1];
  return CLOSING.flatMap((part) => years.map((year) => ({ year, part }))).find(
    ({ year, part }) => closing(fiscalPeriod(calendar, year, part)) === day,
  );
}

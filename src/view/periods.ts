import type { Issuer } from '../data/index.ts';
import type { DocumentRecord, IssuerRecord, PeriodRecord } from '../model/document.ts';
import { formatSpan } from '../model/format.ts';
import { findNearestPeriod } from '../model/nearest-period.ts';
import { addDays, addMonths, firstDay, type IsoDate, lastDay, type Period, shift } from '../model/period.ts';
import { rememberLast } from '../model/remember.ts';

/** Month at which a part of a fiscal year starts, by the first letters of its slug. */
const START_MONTHS: Readonly<Record<string, number>> = {
  fy: 0,
  '1h': 0,
  '2h': 6,
  '9m': 0,
  '1q': 0,
  '2q': 3,
  '3q': 6,
  '4q': 9,
};

/** A bar of the calendar: it starts after so many months of its fiscal year and lasts so many. */
export interface CalendarBar {
  readonly period: PeriodRecord;
  readonly start: number;
  readonly months: number;
}

export interface CalendarYear {
  readonly first: string;
  readonly last: string;
  /** Longest periods first; bars of one row do not overlap. */
  readonly rows: readonly (readonly CalendarBar[])[];
}

/** Fiscal years that a calendar shows at once when there are more than it can. */
const YEARS_SHOWN = 4;

/** The fiscal years around a period, the latest without one, and all of them. */
export function makeCalendar(periods: readonly PeriodRecord[], current = '') {
  const all = groupYears(periods);
  const own = all.findIndex(({ rows }) => rows.flat().some(({ period }) => period.slug === current));
  const last = own < 0 ? all.length : Math.min(all.length, Math.max(own + 2, YEARS_SHOWN));
  return { near: all.slice(Math.max(0, last - YEARS_SHOWN), last), all };
}

/** The periods of an issuer as fiscal years, each with its nested bars. */
export function groupYears(periods: readonly PeriodRecord[]): CalendarYear[] {
  const years = Map.groupBy(periods, yearStart);
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([first, members]) => ({
      first,
      last: addDays(addMonths(first, 12), -1),
      rows: packRows(members.map((period) => bar(period))),
    }));
}

/** Years before and after the periods with pages in which a period is still called by a short name. */
const YEARS_AROUND = [0, 1, -1, 2, -2];

/** `FY2013`, also where only the year before it has a page; a date or a span in words for all else. */
export function shortPeriodName({ periods }: IssuerRecord, period: Period): string {
  const labels = labelsByPeriod(periods);
  for (const years of YEARS_AROUND) {
    const meant = shift(period, -12 * years);
    const near = years === 0 ? meant : findNearestPeriod(labels.keys(), meant);
    const label = near === undefined ? undefined : labels.get(near);
    if (label !== undefined) return label.replace(/\d+$/, (year) => laterYear(year, years));
  }
  return formatSpan(period);
}

/** Of two records of one period the first counts. */
const labelsByPeriod = rememberLast(
  (periods: readonly PeriodRecord[]): ReadonlyMap<Period, string> =>
    new Map(periods.toReversed().map(({ period, label }) => [period, label])),
);

const laterYear = (year: string, years: number): string =>
  String(Number(year) + years)
    .slice(-year.length)
    .padStart(year.length, '0');

/** The period before and after among those of the same length. */
export function neighbours(periods: readonly PeriodRecord[], period: PeriodRecord) {
  const alike = periods.filter(({ months }) => months === period.months);
  const index = alike.findIndex(({ slug }) => slug === period.slug);
  return { before: alike[index - 1], after: alike[index + 1], latest: index === alike.length - 1 };
}

/** Periods shorter than this one that lie within it, longest first. */
export function periodsWithin(periods: readonly PeriodRecord[], whole: PeriodRecord): PeriodRecord[] {
  const within = (part: PeriodRecord) =>
    part.months < whole.months &&
    firstDay(part.period) >= firstDay(whole.period) &&
    lastDay(part.period) <= lastDay(whole.period);
  return periods.filter(within).sort((a, b) => b.months - a.months);
}

/** Periods longer than this one that contain it, shortest first. */
export const periodsAround = (periods: readonly PeriodRecord[], part: PeriodRecord): PeriodRecord[] =>
  periods.filter((whole) => periodsWithin([part], whole).length > 0).sort((a, b) => a.months - b.months);

/** The ways on from a period, each period named once. */
export function waysFrom(periods: readonly PeriodRecord[], period: PeriodRecord) {
  const { before, after } = neighbours(periods, period);
  const bySlug = (slug: string) => periods.find((other) => other.slug === slug);
  const named = new Set<string>();
  return [
    { words: 'Before', to: [before] },
    { words: 'After', to: [after] },
    { words: 'Year before', to: [bySlug(period.yearBefore)] },
    { words: 'Year after', to: [bySlug(period.yearAfter)] },
    { words: 'Part of', to: periodsAround(periods, period) },
    { words: 'Parts', to: periodsWithin(periods, period) },
  ].flatMap(({ words, to }) => {
    const fresh = to.filter((target): target is PeriodRecord => !!target && !named.has(target.slug));
    for (const { slug } of fresh) named.add(slug);
    return fresh.length > 0 ? [{ words, to: fresh }] : [];
  });
}

/** Day of an issuer's latest release. */
export const latestReleaseDay = ({ documents }: Issuer): IsoDate =>
  documents.at(-1)?.released ?? '1970-01-01';

/** The release that reports the period first hand: the first in time that is about it or ends with it. */
export function findRelease(issuer: Issuer, period: PeriodRecord): DocumentRecord | undefined {
  const { documents } = issuer;
  return (
    documents.find((document) => document.period === period.period) ??
    documents.find((document) => lastDay(document.period) === lastDay(period.period)) ??
    documents.find(({ id }) => id === period.document) ??
    documents.at(-1)
  );
}

/** First day of the month in which the period's fiscal year starts; years of 52 weeks start a few days off. */
function yearStart({ slug, period }: PeriodRecord): string {
  const month = `${addDays(firstDay(period), 10).slice(0, 7)}-01`;
  return addMonths(month, -(START_MONTHS[slug.slice(0, 2)] ?? 0));
}

function bar(period: PeriodRecord): CalendarBar {
  const start = START_MONTHS[period.slug.slice(0, 2)] ?? 0;
  return { period, start, months: Math.min(Math.max(period.months, 1), 12 - start) };
}

function packRows(bars: CalendarBar[]): CalendarBar[][] {
  const rows = Map.groupBy(bars, ({ months }) => months);
  return [...rows].sort(([a], [b]) => b - a).map(([, row]) => row.sort((a, b) => a.start - b.start));
}

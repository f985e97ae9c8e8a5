import {
  addDays,
  addMonths,
  closing,
  daysInMonth,
  duration,
  endOf,
  type IsoDate,
  isInstant,
  isoDate,
  monthsIn,
  type Period,
  shift,
} from './period.ts';

/** How an issuer cuts time: when its fiscal year ends and which year it is named after. */
export interface Calendar {
  /** Month in which the fiscal year ends, 1 to 12. */
  readonly endMonth: number;
  /** End year minus label year: 1 where fiscal 2012 ends in March 2013. */
  readonly labelOffset: number;
  /** Parts that begin or end within a month, as printed, by part and year (`2q2024`): fiscal years of 52 and 53 weeks. */
  readonly printed?: Readonly<Record<string, Period>>;
}

/** The part of a fiscal year that a reporting period is. */
export type Part = 'fy' | '1h' | '2h' | '1q' | '2q' | '3q' | '4q' | '9m';

/** First and last month of each part, counted from the start of the fiscal year. */
const MONTHS: Readonly<Record<Part, readonly [from: number, to: number]>> = {
  fy: [0, 12], '1h': [0, 6], '2h': [6, 12], '1q': [0, 3], '2q': [3, 6], '3q': [6, 9], '4q': [9, 12], '9m': [0, 9],
}; // biome-ignore format: a table reads better than a column

/** The part `part` of the fiscal year that is named `year`. */
export function periodOf(calendar: Calendar, year: number, part: Part): Period {
  const printed = calendar.printed?.[`${part}${year}`];
  if (printed) return printed;
  const yearEnd = monthEnd(year + calendar.labelOffset, calendar.endMonth);
  const [from, to] = MONTHS[part];
  const start = addDays(addMonths(yearEnd, from - 12), 1);
  return duration(start, addMonths(yearEnd, to - 12));
}

/** Which part of which fiscal year a duration is; undefined for other spans. Ends up to ten days off a month's end count. */
export function partOf(
  calendar: Calendar,
  period: Period,
): { readonly year: number; readonly part: Part } | undefined {
  if (isInstant(period)) return undefined;
  const months = monthsIn(period);
  const [endYear, endMonth] = nearestMonth(endOf(period));
  const passed = ((endMonth - calendar.endMonth + 11) % 12) + 1;
  const year = endYear + (endMonth > calendar.endMonth ? 1 : 0) - calendar.labelOffset;
  const part = (Object.keys(MONTHS) as Part[]).find((key) => {
    const [from, to] = MONTHS[key];
    return to === passed && to - from === months;
  });
  return part && { year, part };
}

/** The same part of the year, or day at its close, so many years on: as the document dates it, else by the calendar. */
export function yearsOn(calendar: Calendar, period: Period, years: number): Period {
  const months = shift(period, 12 * years);
  const { printed } = calendar;
  if (!printed) return months;
  if (isInstant(period)) {
    const own = Object.values(printed).find((span) => endOf(span) === period);
    const then = own && yearsOn(calendar, own, years);
    return then && Object.values(printed).includes(then) ? closing(then) : months;
  }
  const own = partOf(calendar, period);
  return own ? periodOf(calendar, own.year + years, own.part) : months;
}

/** First day of the fiscal year in which a date lies. */
export function fiscalYearStart(calendar: Calendar, date: IsoDate): IsoDate {
  const year = Number(date.slice(0, 4));
  const end = monthEnd(year, calendar.endMonth);
  return addDays(date > end ? end : monthEnd(year - 1, calendar.endMonth), 1);
}

/** `fy2012`, `1h12`, `9m12`: the address of a period's page; empty for spans that have none. */
export function periodSlug(calendar: Calendar, period: Period): string {
  const found = partOf(calendar, period);
  if (!found) return '';
  return found.part === 'fy' ? `fy${found.year}` : `${found.part}${twoDigits(found.year)}`;
}

/** Slug of the same part of the fiscal year so many years on, whatever its dates; empty for spans that have no page. */
export function slugYearsOn(calendar: Calendar, period: Period, years: number): string {
  const own = partOf(calendar, period);
  return own ? periodSlug(calendar, periodOf(calendar, own.year + years, own.part)) : '';
}

/** `FY2012`, `1H12`: how pages name a period for short. */
export const periodLabel = (calendar: Calendar, period: Period): string =>
  periodSlug(calendar, period).toUpperCase();

const NAMES: Readonly<Record<Part, string>> = {
  fy: 'Fiscal year', '1h': 'First half', '2h': 'Second half', '9m': 'Nine months',
  '1q': 'First quarter', '2q': 'Second quarter', '3q': 'Third quarter', '4q': 'Fourth quarter',
}; // biome-ignore format: a table reads better than a column

/** `Fiscal year 2012`, `Fourth quarter of fiscal 2012`; empty for spans that have no page. */
export function periodName(calendar: Calendar, period: Period): string {
  const found = partOf(calendar, period);
  if (!found) return '';
  return found.part === 'fy' ? `Fiscal year ${found.year}` : `${NAMES[found.part]} of fiscal ${found.year}`;
}

const twoDigits = (year: number): string => String(year % 100).padStart(2, '0');

const monthEnd = (year: number, month: number): IsoDate => isoDate(year, month, daysInMonth(year, month));

/** Year and month whose end lies nearest: 2 October belongs to September (52- and 53-week years). */
function nearestMonth(date: IsoDate): [number, number] {
  const day = Number(date.slice(8, 10));
  const moved = day <= 10 ? addDays(date, -day) : date;
  return [Number(moved.slice(0, 4)), Number(moved.slice(5, 7))];
}

import {
  addDays,
  addMonths,
  areOnOneWeekday,
  daysBetween,
  daysInMonth,
  type IsoDate,
  isoDate,
  weekday,
} from './period.ts';
import { remember, rememberEach } from './remember.ts';

/** How an issuer cuts time: when its fiscal year ends, which year it is named after, months or weeks. */
export interface Calendar {
  /** Month in which the fiscal year ends, 1 to 12; a year of weeks ends near its close. */
  readonly endMonth: number;
  /** End year minus label year: 1 where fiscal 2012 ends in March 2013. */
  readonly labelOffset: number;
  /** Day of the month on which months, quarters and years end, where it is not the last: years to 20 February. */
  readonly endDay?: number;
  /** Where years are counted in weeks: how many each quarter has. The last takes the 53rd. */
  readonly weeks?: Weeks;
  /** On the last of a weekday in its last month a year of weeks ends, or on the one nearest to the month's end. */
  readonly closes?: 'last' | 'nearest';
  /** Last days of quarters as documents print them, by number of the quarter: they come before what is counted. */
  readonly ends?: Readonly<Record<number, IsoDate>>;
  /** The fiscal years before the issuer moved their end. */
  readonly earlier?: { readonly until: IsoDate; readonly calendar: Calendar };
  /** Nothing tells when the year ends: it is guessed from when the document came out. */
  readonly isGuess?: boolean;
  /** Dates in digits and slashes have the day before the month. */
  readonly isDayFirst?: boolean;
}

export type Weeks = readonly [number, number, number, number];

/**
 * Quarters are numbered through all years, so that the last of the year that ends in 2025 is 4 × 2025 + 4 and the year
 * lies between the ends of 4 × 2025 and of that one.
 */
export const quarterNumber = (endYear: number, quarter: number): number => 4 * endYear + quarter;

const yearAndQuarter = (quarter: number): readonly [endYear: number, quarter: number] => {
  const year = Math.floor((quarter - 1) / 4);
  return [year, quarter - 4 * year];
};

/** Last day of the quarter of that number: as printed, else counted from the nearest end that is known. */
export const quarterEnd = (calendar: Calendar, quarter: number): IsoDate => endsOf(calendar)(quarter);

const endsOf = rememberEach((calendar: Calendar) =>
  remember((quarter: number) => calendar.ends?.[quarter] ?? countedEnd(calendar, quarter)),
);

function countedEnd(calendar: Calendar, quarter: number): IsoDate {
  const [year, nth] = yearAndQuarter(quarter);
  if (!calendar.weeks) return monthsEnd(calendar, quarter);
  if (nth === 4) return weeksYearEnd(calendar, year);
  const { weeks, ends = {} } = calendar;
  const [from, base] = [1, 2, 3]
    .filter((other) => ends[quarterNumber(year, other)] !== undefined)
    .sort((a, b) => Math.abs(a - nth) - Math.abs(b - nth))
    .map((other) => [other, ends[quarterNumber(year, other)] ?? ''] as const)[0] ?? [
    0,
    weeksYearEnd(calendar, year - 1),
  ];
  return addDays(base, 7 * (weeksTo(weeks, nth) - weeksTo(weeks, from)));
}

/** Weeks of the first so many quarters of a year. */
const weeksTo = (weeks: Weeks, quarters: number): number =>
  weeks.slice(0, quarters).reduce((sum, count) => sum + count, 0);

function monthsEnd({ endMonth, endDay }: Calendar, quarter: number): IsoDate {
  const [year, nth] = yearAndQuarter(quarter);
  const close = addMonths(isoDate(year, endMonth, daysInMonth(year, endMonth)), 3 * (nth - 4));
  return endDay === undefined ? close : `${close.slice(0, 8)}${String(endDay).padStart(2, '0')}`;
}

/** Days around the month's end on which years of weeks end: its last such weekday, or the one nearest to it. */
const LAST = [-6, 0] as const;
const NEAREST = [-3, 3] as const;

/** The end of a year of weeks, 52 of them after the one before, a week more where it would move off the month's end. */
function weeksYearEnd(calendar: Calendar, year: number): IsoDate {
  const own = calendar.ends?.[quarterNumber(year, 4)];
  if (own) return own;
  const anchors = yearEnds(calendar);
  const [near] = [...anchors].sort(([a], [b]) => Math.abs(a - year) - Math.abs(b - year) || a - b);
  if (!near || areAllMonthEnds(calendar, anchors)) return monthsEnd(calendar, quarterNumber(year, 4));
  const offsets = anchors.map(([at, end]) => daysBetween(monthsEnd(calendar, quarterNumber(at, 4)), end));
  const [from, to] = findWindow(offsets, calendar, near[1]);
  let [at, end] = near;
  while (at !== year) {
    const step = at < year ? 1 : -1;
    at += step;
    end = addDays(end, step * 364);
    const offset = daysBetween(monthsEnd(calendar, quarterNumber(at, 4)), end);
    if (offset < from) end = addDays(end, 7);
    if (offset > to) end = addDays(end, -7);
  }
  return end;
}

/** Retailers close on the Saturday nearest to the end of January. */
const SATURDAY = 6;

function findWindow(
  offsets: readonly number[],
  { closes, endMonth }: Calendar,
  end: IsoDate,
): readonly [number, number] {
  if (closes === 'nearest' || offsets.some((offset) => offset > 0)) return NEAREST;
  if (closes === 'last' || offsets.some((offset) => offset < -3)) return LAST;
  return endMonth === 1 && weekday(end) === SATURDAY ? NEAREST : [-6, 3];
}

/** Years whose quarters are weeks, but which always end with the month: on other weekdays than their quarters. */
function areAllMonthEnds(calendar: Calendar, anchors: readonly (readonly [number, IsoDate])[]): boolean {
  const ends = Object.values(calendar.ends ?? {});
  return (
    ends.length > 0 &&
    !areOnOneWeekday(ends) &&
    anchors.every(([year, end]) => end === monthsEnd(calendar, quarterNumber(year, 4)))
  );
}

/** Ends of years as printed, or counted back from a quarter of the year after. */
function yearEnds({ weeks, ends = {} }: Calendar): (readonly [year: number, end: IsoDate])[] {
  const found = new Map<number, IsoDate>();
  for (const [number, end] of Object.entries(ends)) {
    const [year, nth] = yearAndQuarter(Number(number));
    if (nth === 4) found.set(year, end);
    else if (weeks && ends[quarterNumber(year - 1, 4)] === undefined && !found.has(year - 1))
      found.set(year - 1, addDays(end, -7 * weeksTo(weeks, nth)));
  }
  return [...found];
}

/** How far an end may lie from where it is expected: less than a week where the day is printed, or a month's end. */
const LEEWAY_OF_MONTHS = 3;
const LEEWAY_OF_WEEKS = 10;

/** Number of the quarter that ends on a day or near it. */
export const quarterEndingOn = (calendar: Calendar, day: IsoDate): number | undefined =>
  endingOn(calendar)(day);

const endingOn = rememberEach((calendar: Calendar) => remember((day) => findQuarterEnding(calendar, day)));

function findQuarterEnding(calendar: Calendar, day: IsoDate): number | undefined {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const first = quarterNumber(year, 4) - Math.ceil((calendar.endMonth - month) / 3);
  return [first - 1, first, first + 1].find((number) => {
    const isCounted = calendar.weeks && calendar.ends?.[number] === undefined;
    const leeway = isCounted ? LEEWAY_OF_WEEKS : LEEWAY_OF_MONTHS;
    return Math.abs(daysBetween(quarterEnd(calendar, number), day)) <= leeway;
  });
}

import { type Calendar, fiscalYearStart, type Part, partOf, periodOf } from '../../src/model/calendar.ts';
import { addDays, addMonths, duration, endOf, type Period, shift } from '../../src/model/period.ts';
import { findPeriods, readYearName } from '../grammar/periods.ts';
import { completePeriod, isRollingYear, isTimeOnly } from '../grammar/times.ts';

/** What is needed to complete a head that tells only part of a period. */
export interface TimeFrame {
  /** Words beside the head, in the label's field. */
  readonly beside: readonly string[];
  /** Captions and headings, the nearest first. */
  readonly around: readonly string[];
  readonly calendar: Calendar;
  /** The period that the document reports on first of all. */
  readonly main: Period;
}

/** The period that heads name together, completed by what stands beside and above them; undefined where they name none. */
export function periodInHeader(header: readonly string[], frame: TimeFrame): Period | undefined {
  const joined = header.join(' ');
  if (isRollingYear(joined)) return rollingYear(joined, frame);
  if (YEAR_TO_DATE.test(joined)) return yearToDate(joined, frame);
  const own = bestIn(joined, frame.calendar) ?? bestIn([...header].reverse().join(' '), frame.calendar);
  if (own?.form === 'date') return besideDate(joined, frame) ?? own.period;
  return own?.period ?? completed(header, joined, frame) ?? relativePeriod(joined, frame);
}

type Best = ReturnType<typeof findPeriods>[number] | undefined;

function bestIn(text: string, calendar: Calendar): Best {
  const found = findPeriods(text, calendar);
  return found.findLast(({ form }) => form !== 'date') ?? found.at(-1);
}

/** `Three months ended` in the label's field completes `June 30, 2024` to a duration. */
function besideDate(joined: string, { beside, calendar }: TimeFrame): Period | undefined {
  for (const text of beside) {
    const found = bestIn(`${text} ${joined}`, calendar);
    if (found && found.form !== 'date') return found.period;
  }
  return undefined;
}

/** A bare year is one of the periods that the words around name for another year, or else the fiscal year of that name. */
function completed(header: readonly string[], joined: string, frame: TimeFrame): Period | undefined {
  const { beside, around, calendar } = frame;
  const whole = completePeriod(joined, [...beside, ...around], calendar);
  if (whole) return whole;
  const years = joined.match(/(?<![\d.,])(?:19|20)\d{2}(?![\d.,])/g) ?? [];
  const year =
    header.map(readYearName).findLast((name) => name !== undefined) ??
    (years.length === 1 ? Number(years[0]) : undefined);
  if (year !== undefined) return periodOf(calendar, year, 'fy');
  return partOfNamedYear(joined, frame);
}

const YEAR_TO_DATE = /\bYTD\b|\byear[- ]to[- ]date\b/i;

/** From the fiscal year's start to the date that the head names, or else to where the document stands in that year. */
function yearToDate(joined: string, { calendar, main }: TimeFrame): Period {
  const date = findPeriods(joined, calendar).findLast(({ form }) => form === 'date');
  const short = /\bYTD\s?['’]?(\d{2})\b/i.exec(joined)?.[1];
  const named = Number(/(?:19|20)\d{2}/.exec(joined)?.[0] ?? (short ? `20${short}` : Number.NaN));
  const own = partOf(calendar, main)?.year ?? Number(endOf(main).slice(0, 4));
  const end = date ? endOf(date.period) : endOf(shift(main, Number.isNaN(named) ? 0 : 12 * (named - own)));
  return duration(fiscalYearStart(calendar, end), end);
}

/** The year to the end of the period that its head names, or else of the one reported on. */
function rollingYear(joined: string, { calendar, main }: TimeFrame): Period {
  const end = endOf(findPeriods(joined, calendar).at(-1)?.period ?? main);
  return duration(addDays(addMonths(end, -12), 1), end);
}

const PARTS: readonly (readonly [RegExp, Part])[] = [
  [/^(?:full|fiscal|whole)[- ]year|^annual$|^FY$|^year$|^12 ?months$/i, 'fy'],
  [/^(?:first|1st) half|^1H$|^H1$|^(?:first )?(?:six|6) months|^half[- ]year$|^interim$/i, '1h'],
  [/^(?:second|2nd) half|^2H$|^H2$/i, '2h'],
  [/^(?:first )?(?:nine|9) months|^9M$/i, '9m'],
  [/^(?:first|1st) quarter|^1Q$|^Q1$|^(?:first )?(?:three|3) months/i, '1q'],
  [/^(?:second|2nd) quarter|^2Q$|^Q2$/i, '2q'],
  [/^(?:third|3rd) quarter|^3Q$|^Q3$/i, '3q'],
  [/^(?:fourth|4th) quarter|^4Q$|^Q4$/i, '4q'],
];

/** `First half` under a heading that names one fiscal year. */
export function partOfNamedYear(
  text: string,
  { beside, around, calendar }: Omit<TimeFrame, 'main'>,
): Period | undefined {
  const bare = text.replace(/\([^)]*\)/g, '').trim();
  const part = PARTS.find(([wording]) => wording.test(bare))?.[1];
  if (part === undefined || !isTimeOnly(bare)) return undefined;
  for (const words of [...beside, ...around]) {
    const years = findPeriods(words, calendar).map(({ period }) => partOf(calendar, period)?.year);
    const [year, ...others] = new Set(years.filter((found) => found !== undefined));
    if (others.length > 0) return undefined;
    if (year !== undefined) return periodOf(calendar, year, part);
  }
  return undefined;
}

/** `Current year`, `Prior year`: seen from the period reported on. */
function relativePeriod(text: string, { main }: TimeFrame): Period | undefined {
  const bare = text.replace(/\([^)]*\)/g, '').trim();
  if (/^(?:current|this|reporting|reported) (?:fiscal |financial )?(?:year|period|quarter|half)$/i.test(bare))
    return main;
  if (
    /^(?:prior|previous|last|preceding)[- ](?:fiscal |financial )?(?:year|period)(?: period| quarter)?$/i.test(
      bare,
    )
  )
    return shift(main, -12);
  return undefined;
}

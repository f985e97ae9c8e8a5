import { type Calendar, partOf, settlePeriod } from '../../src/model/calendar.ts';
import type { SourceText } from '../../src/model/corpus.ts';
import { addMonths, endOf, type IsoDate, isDuration, monthsIn, type Period } from '../../src/model/period.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';
import type { RawDocument } from '../1-read/raw-document.ts';
import type { Grid } from '../2-tables/grid.ts';
import { parseDate } from '../grammar/dates.ts';
import { findPeriods, periodsOfMark } from '../grammar/periods.ts';
import { readCalendar } from './read-calendar.ts';
import { type ToldTime, timesTold } from './time-evidence.ts';

/** The one model of time of a document, settled from all that it says. */
export interface DocumentTime {
  readonly released: IsoDate;
  readonly calendar: Calendar;
  /** The period that the document reports on first of all. */
  readonly period: Period;
  /** Every span that it reports on and that ends with that one, the shortest first. */
  readonly reported: readonly Period[];
}

/** Throws where the document tells no release date or no period. */
export function readDocumentTime(
  source: SourceText,
  raw: RawDocument,
  grids: readonly Grid[],
  text: string,
): DocumentTime {
  const told = timesTold(raw, grids);
  const released = releaseDate(source, raw);
  const calendar = readCalendar(told, text, released, source.settings?.fiscalYearEnd);
  const spans = reportedSpans(told, calendar, released);
  const period = mainPeriod(spans, calendar);
  if (period === undefined) throw new InputError([noPeriod(source, released)]);
  const reported = [...new Set(spans.map((span) => span.period))]
    .filter((span) => endOf(span) === endOf(period) && partOf(calendar, span))
    .sort((a, b) => monthsIn(a) - monthsIn(b));
  return { released, calendar, period, reported };
}

/** The file name's date is the release date; a dateline serves a single file that is named otherwise. */
function releaseDate(source: SourceText, raw: RawDocument): IsoDate {
  const named = /^\d{4}-\d{2}-\d{2}/.exec(source.id)?.[0];
  if (named && parseDate(named)) return named;
  const head = raw.nodes.filter((node) => node.kind === 'text').slice(0, 12);
  for (const { text } of head) {
    const date = findPeriods(text, { endMonth: 12, labelOffset: 0 }).find(({ form }) => form === 'date');
    if (date) return date.period;
  }
  throw new InputError([
    problem(
      source,
      'no release date',
      'a date in the file name or in the first lines',
      'name the file <YYYY-MM-DD>-<name>, e.g. 2013-05-15-fy2012.txt',
    ),
  ]);
}

interface Reported {
  readonly period: Period;
  readonly time: ToldTime;
}

/** The spans that have ended by the release, within two years of it, in order; heads of tables last. */
function reportedSpans(told: readonly ToldTime[], calendar: Calendar, released: IsoDate): Reported[] {
  return told.flatMap((time) =>
    periodsOfMark(time.mark, calendar)
      .filter(isDuration)
      .filter((period) => endOf(period) <= released && endOf(period) > addMonths(released, -24))
      .map((period) => ({ period: settlePeriod(calendar, period), time })),
  );
}

/**
 * The first text that names a span tells it, a quarter, half or year before what is none. Where it names a year and its
 * last quarter, the year counts; a third quarter that is nowhere counted, beside nine months that are, means these.
 */
function mainPeriod(spans: readonly Reported[], calendar: Calendar): Period | undefined {
  const isPart = ({ period }: Reported) => partOf(calendar, period) !== undefined;
  const first = spans.find(
    (span, _, all) => isPart(span) || !all.some((one) => one.time.text === span.time.text && isPart(one)),
  );
  if (!first) return undefined;
  const alike = spans.filter(({ period }) => endOf(period) === endOf(first.period));
  const year = alike.find(({ period, time }) => time.text === first.time.text && monthsIn(period) === 12);
  if (year) return year.period;
  const counted = alike.filter(({ time: { mark, isHead } }) => mark.isCounted || isHead || mark.from);
  const isCounted = counted.some(({ period }) => period === first.period);
  return (isCounted ? undefined : counted[0]?.period) ?? first.period;
}

const noPeriod = (source: SourceText, released: IsoDate): Problem =>
  problem(
    source,
    'no reporting period',
    `a period that ended before the release on ${released}, such as "fiscal year ended March 31, ${released.slice(0, 4)}" or "Q1 ${released.slice(0, 4)}"`,
    'state the period in the headline or in a table head, and check the date in the file name',
  );

function problem(source: SourceText, found: string, expected: string, mend: string): Problem {
  return { file: source.file, line: 1, column: 1, found, expected, mend };
}

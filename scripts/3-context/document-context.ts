import { type Calendar, partOf } from '../../src/model/calendar.ts';
import type { SourceText } from '../../src/model/corpus.ts';
import type { StatedBasis } from '../../src/model/document.ts';
import { endOf, type IsoDate, isDuration, monthsIn, type Period, startOf } from '../../src/model/period.ts';
import type { Problem } from '../../src/model/problem.ts';
import { InputError } from '../../src/model/problem.ts';
import type { RawDocument } from '../1-read/raw-document.ts';
import { IN_CLAUSE, parseDate } from '../grammar/dates.ts';
import { EXCHANGE } from '../grammar/exchanges.ts';
import { type NumberStyle, readNumberStyle, readProseStyle } from '../grammar/number-style.ts';
import { currenciesIn, seenText } from '../grammar/numbers.ts';
import { findPeriods } from '../grammar/periods.ts';
import type { UnitPhrase } from '../grammar/units.ts';
import { readIssuerNames, readTitle } from './issuer-names.ts';
import { figureTexts } from './note-columns.ts';
import { readCalendar } from './read-calendar.ts';
import { readBasis } from './stated-basis.ts';
import { readStatedUnit } from './stated-unit.ts';

/** What holds for a whole document, as its own text tells it. */
export interface DocumentContext {
  readonly issuer: string;
  readonly id: string;
  readonly file: string;
  /** Headline on one line. */
  readonly title: string;
  /** Full name, then short names in the order in which the text gives them. */
  readonly issuerNames: readonly string[];
  /** `NASDAQ:IJJI`, `TSE:3774`. */
  readonly listings: readonly string[];
  readonly released: IsoDate;
  readonly calendar: Calendar;
  /** The period that the document reports on first of all. */
  readonly period: Period;
  /** Currency of most amounts. */
  readonly currency: string;
  /** Unit that the text states for all of its amounts, or that all of its captions agree on. */
  readonly unit: UnitPhrase | undefined;
  readonly numbers: NumberStyle;
  /** How its sentences write numbers. */
  readonly proseNumbers: NumberStyle;
  readonly basis: StatedBasis;
  /** Day on which a share split that the text speaks of took effect, else empty. */
  readonly splitDate: IsoDate | '';
}

/** Reads names, dates and calendar; throws where the text tells no release date or no period. */
export function readDocumentContext(source: SourceText, raw: RawDocument): DocumentContext {
  const texts = raw.nodes.filter((node) => node.kind === 'text').map(({ text }) => text);
  const head = texts.slice(0, 12);
  const lines = raw.lines.map(seenText);
  const whole = lines.join('\n');
  const released = releaseDate(source, head);
  const calendar = readCalendar(whole, released);
  const issuerNames = readIssuerNames(raw, source.issuer);
  const numbers = readNumberStyle(figureTexts(raw));
  return {
    issuer: source.issuer,
    id: source.id,
    file: source.file,
    title: readTitle(raw, issuerNames),
    issuerNames,
    listings: readListings(head.join(' ')),
    released,
    calendar,
    period: mainPeriod(source, [...head, ...texts.slice(12), ...lines], calendar, released),
    currency: mostFrequentCurrency(whole),
    unit: readStatedUnit(texts, raw),
    numbers,
    proseNumbers: readProseStyle(texts.join('\n'), numbers),
    basis: readBasis(whole),
    splitDate: readSplitDate([...texts, ...lines].join('\n')),
  };
}

const LISTING = new RegExp(`\\b(${EXCHANGE})\\s?:\\s?([A-Z0-9][A-Z0-9.]*)`, 'g');

const readListings = (text: string): string[] => [
  ...new Set([...text.matchAll(LISTING)].map((m) => `${m[1]}:${m[2]}`)),
];

/** The file name's date is the release date; a dateline serves a single file that is named otherwise. */
function releaseDate(source: SourceText, head: readonly string[]): IsoDate {
  const named = /^\d{4}-\d{2}-\d{2}/.exec(source.id)?.[0];
  if (named && parseDate(named)) return named;
  for (const text of head) {
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

/**
 * The first duration that ended before the release, in the headline and dateline first; a quarter, half or year that is
 * named wins over a span that is none.
 */
function mainPeriod(
  source: SourceText,
  texts: readonly string[],
  calendar: Calendar,
  released: IsoDate,
): Period {
  for (const text of texts) {
    const ended = findPeriods(text, calendar).filter(
      ({ form, period }) =>
        form !== 'date' &&
        isDuration(period) &&
        endOf(period) <= released &&
        endOf(period) > yearsBefore(released, 2),
    );
    const found =
      ended.find(({ period }) => partOf(calendar, period)) ??
      ended.find(({ period }) => monthsIn(period) > 0);
    if (found) return found.period;
  }
  throw new InputError([
    problem(
      source,
      'no reporting period',
      `a period that ended before the release on ${released}, such as "fiscal year ended March 31, ${released.slice(0, 4)}" or "Q1 ${released.slice(0, 4)}"`,
      'state the period in the headline or in a table head, and check the date in the file name',
    ),
  ]);
}

function problem(source: SourceText, found: string, expected: string, mend: string): Problem {
  return { file: source.file, line: 1, column: 1, found, expected, mend };
}

const yearsBefore = (date: IsoDate, years: number): IsoDate =>
  `${Number(date.slice(0, 4)) - years}${date.slice(4)}`;

function mostFrequentCurrency(text: string): string {
  const counts = new Map<string, number>();
  for (const currency of currenciesIn(text)) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** `a 1:200 stock split on common stock with an effective date of October 1, 2012`. */
const SPLIT = new RegExp(String.raw`\bsplit\b${IN_CLAUSE}{0,160}`, 'gi');

function readSplitDate(text: string): IsoDate | '' {
  for (const match of text.matchAll(SPLIT)) {
    const date = findPeriods(match[0], { endMonth: 12, labelOffset: 0 }).find(({ form }) => form === 'date');
    if (date) return startOf(date.period) || endOf(date.period);
  }
  return '';
}

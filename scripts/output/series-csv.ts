import type { IssuerData } from '../../src/model/corpus.ts';
import { formatHalf } from '../../src/model/derived-number.ts';
import type { Fact } from '../../src/model/fact.ts';
import { ownValue } from '../../src/model/format.ts';
import { linkToFact } from '../../src/model/links.ts';
import { firstDay, lastDay } from '../../src/model/period.ts';
import { halfOfDigits } from '../../src/model/quantity.ts';
import type { ReportedPeriod } from '../../src/model/reported-period.ts';
import type { Grade } from '../../src/model/verification.ts';
import type { CsvColumn } from './csv.ts';
import { factById } from './fact-by-id.ts';
import { joinedTable } from './joined-file.ts';
import { measureNames } from './measure-names.ts';

/** The best value of one fact. */
export interface SeriesRow {
  readonly fact: Fact;
  /** Of its measure. */
  readonly name: string;
  readonly grade: Grade;
  readonly period: ReportedPeriod;
}

/** The columns of `series.csv`, a public format: names and order stay. */
export const SERIES_COLUMNS: readonly CsvColumn<SeriesRow>[] = [
  ['issuer', ({ fact }) => fact.issuer],
  ['measure', ({ fact }) => fact.concept],
  ['measure_name', ({ name }) => name],
  ['period', ({ period }) => period.id],
  ['period_name', ({ period }) => period.name],
  ['fiscal_year', ({ period }) => period.fiscalYear],
  ['fiscal_part', ({ period }) => period.fiscalPart],
  ['start', ({ fact }) => firstDay(fact.period)],
  ['end', ({ fact }) => lastDay(fact.period)],
  ['dimensions', ({ fact }) => fact.dimensions],
  ['unit', ({ fact }) => fact.unit],
  ['value', ({ fact }) => ownValue(fact) || '0'],
  ['tolerance', ({ fact }) => formatHalf(halfOfDigits(fact))],
  ['decimals', ({ fact }) => fact.decimals],
  ['basis', ({ fact }) => fact.basis],
  ['grade', ({ grade }) => grade],
  ['origin', ({ fact }) => fact.origin],
  ['fact', ({ fact }) => fact.id],
  ['url', ({ fact }) => linkToFact(fact)],
  ['qualifier', ({ fact }) => fact.qualifier],
];

/**
 * `series.csv`: one best value for each measure, period, dimensions, basis and unit of an issuer, in the measure’s own
 * sign, a printed dash as 0; no unsure ones.
 */
export const SERIES_CSV = joinedTable('series.csv', SERIES_COLUMNS, issuerSeries);

const known = new WeakMap<IssuerData, readonly SeriesRow[]>();

/** Levels and ratios in order; a change needs a second period to be understood and is in `facts.csv`. Three files ask. */
export function issuerSeries(data: IssuerData): readonly SeriesRow[] {
  const series = known.get(data) ?? makeSeries(data);
  known.set(data, series);
  return series;
}

function makeSeries(data: IssuerData): readonly SeriesRow[] {
  const { settled, periods } = data;
  const facts = factById(data);
  const names = measureNames(data);
  const byPeriod = new Map(periods.map((one) => [one.period, one]));
  const rows = settled.flatMap(({ statements, grade }) => {
    const fact = facts.get(statements[0] ?? '');
    const period = fact && byPeriod.get(fact.period);
    const isLevel = fact?.aspect === 'amount' || fact?.aspect === 'ratio';
    return fact && period && isLevel && grade !== 'unsure'
      ? [{ fact, name: names.get(fact.concept) ?? fact.label, grade, period }]
      : [];
  });
  return rows.sort(byPlace).filter((row, index) => !isSameSubject(rows[index - 1], row));
}

/** A multiple is a level in a table and a ratio in a sentence: one subject, of which the table comes first. */
const isSameSubject = (a: SeriesRow | undefined, b: SeriesRow): boolean =>
  a !== undefined && bySubject(a, b) === 0;

const byPlace = (a: SeriesRow, b: SeriesRow): number =>
  bySubject(a, b) ||
  ORIGINS.indexOf(a.fact.origin) - ORIGINS.indexOf(b.fact.origin) ||
  compare(a.fact.id, b.fact.id);

const ORIGINS: readonly Fact['origin'][] = ['table', 'prose', 'derived'];

const bySubject = (a: SeriesRow, b: SeriesRow): number =>
  compare(a.fact.concept, b.fact.concept) ||
  compare(a.fact.dimensions, b.fact.dimensions) ||
  compare(a.fact.unit, b.fact.unit) ||
  compare(a.fact.basis, b.fact.basis) ||
  compare(lastDay(a.fact.period), lastDay(b.fact.period)) ||
  compare(firstDay(a.fact.period), firstDay(b.fact.period));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

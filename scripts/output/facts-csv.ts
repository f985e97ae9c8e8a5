import type { IssuerData } from '../../src/model/corpus.ts';
import { formatHalf } from '../../src/model/derived-number.ts';
import type { Fact } from '../../src/model/fact.ts';
import { firstDay, lastDay } from '../../src/model/period.ts';
import { halfOfDigits } from '../../src/model/quantity.ts';
import type { Grade } from '../../src/model/verification.ts';
import { gradeFinder } from '../6-check/settle.ts';
import type { CsvColumn } from './csv.ts';
import { joinedTable } from './joined-file.ts';

/** The columns of `facts.csv`, a public format: names and order stay. */
export const FACT_COLUMNS: readonly CsvColumn<Graded>[] = [
  ['id', ({ fact }) => fact.id],
  ['issuer', ({ fact }) => fact.issuer],
  ['document', ({ fact }) => fact.document],
  ['origin', ({ fact }) => fact.origin],
  ['line', ({ fact }) => fact.line || null],
  ['column', ({ fact }) => fact.column || null],
  ['cell', ({ fact }) => fact.cell],
  ['table', ({ fact }) => fact.table],
  ['section', ({ fact }) => formatPath(fact.section)],
  ['label', ({ fact }) => fact.label],
  ['header', ({ fact }) => formatPath(fact.header)],
  ['concept', ({ fact }) => fact.concept],
  ['aspect', ({ fact }) => fact.aspect],
  ['basis', ({ fact }) => fact.basis],
  ['dimensions', ({ fact }) => fact.dimensions],
  ['period_start', ({ fact }) => firstDay(fact.period)],
  ['period_end', ({ fact }) => lastDay(fact.period)],
  ['compared_start', ({ fact }) => firstDay(fact.compared)],
  ['compared_end', ({ fact }) => lastDay(fact.compared)],
  ['unit', ({ fact }) => fact.unit],
  ['value', ({ fact }) => fact.value],
  ['polarity', ({ fact }) => fact.polarity],
  ['qualifier', ({ fact }) => fact.qualifier],
  ['decimals', ({ fact }) => fact.decimals],
  ['raw', ({ fact }) => fact.raw],
  ['inputs', ({ fact }) => fact.inputs.join(' ')],
  ['grade', ({ grade }) => grade],
  ['tolerance', ({ fact }) => (fact.value === '' ? '' : formatHalf(halfOfDigits(fact)))],
  ['place', ({ fact }) => fact.place],
  ['doubt', ({ fact }) => fact.doubt],
];

/** A statement with its grade. */
export interface Graded {
  readonly fact: Fact;
  readonly grade: Grade;
}

const known = new WeakMap<IssuerData, readonly Graded[]>();

/** The statements of an issuer with their grades; four files ask. */
export function gradedFacts(data: IssuerData): readonly Graded[] {
  const graded = known.get(data) ?? gradeFacts(data);
  known.set(data, graded);
  return graded;
}

function gradeFacts({ facts, verification }: IssuerData): readonly Graded[] {
  const findGrade = gradeFinder(facts, verification.facts);
  return facts.map((fact) => ({ fact, grade: findGrade(fact) }));
}

/** `facts.csv`: one row per statement of a number. */
export const FACTS_CSV = joinedTable('facts.csv', FACT_COLUMNS, gradedFacts);

const formatPath = (path: readonly string[]): string => path.join(' > ');

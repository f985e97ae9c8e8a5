import type { IssuerData } from '../../src/model/corpus.ts';
import { formatHalf } from '../../src/model/derived-number.ts';
import { type Fact, isPrinted, type Printed } from '../../src/model/fact.ts';
import { firstDay, lastDay } from '../../src/model/period.ts';
import { halfOfDigits } from '../../src/model/quantity.ts';
import type { Grade } from '../../src/model/verification.ts';
import { gradeFinder } from '../6-check/settle.ts';
import type { CsvColumn } from './csv.ts';
import { joinedTable } from './joined-file.ts';

/** What only printed figures have; derived ones leave it empty. */
const printed =
  <T, E>(tell: (fact: Printed) => T, empty: E) =>
  ({ fact }: Graded): T | E =>
    isPrinted(fact) ? tell(fact) : empty;

/** The columns of `facts.csv`, a public format: names and order stay. */
export const FACT_COLUMNS: readonly CsvColumn<Graded>[] = [
  ['id', ({ fact }) => fact.id],
  ['issuer', ({ fact }) => fact.issuer],
  ['document', printed((fact) => fact.document, '')],
  ['origin', ({ fact }) => fact.origin],
  ['line', printed((fact) => fact.line, null)],
  ['column', printed((fact) => fact.column, null)],
  ['cell', printed((fact) => fact.cell, null)],
  ['table', printed((fact) => fact.table, '')],
  ['section', printed((fact) => formatPath(fact.section), '')],
  ['label', ({ fact }) => fact.label],
  ['header', printed((fact) => formatPath(fact.header), '')],
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
  ['raw', printed((fact) => fact.raw, '')],
  ['inputs', ({ fact }) => (isPrinted(fact) ? '' : fact.inputs.join(' '))],
  ['grade', ({ grade }) => grade],
  ['tolerance', ({ fact }) => (fact.value === '' ? '' : formatHalf(halfOfDigits(fact)))],
  ['place', printed((fact) => fact.place, '')],
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

function formatPath(path: readonly string[]): string {
  return path.join(' > ');
}

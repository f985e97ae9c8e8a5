import type { Corpus } from '../../src/model/corpus.ts';
import type { Fact } from '../../src/model/fact.ts';
import { endOf, startOf } from '../../src/model/period.ts';
import type { Grade } from '../../src/model/verification.ts';
import { type Column, formatCsv } from './csv.ts';

/** The columns of `facts.csv`, a public format: names and order stay. */
const COLUMNS: readonly Column<Graded>[] = [
  ['id', (fact) => fact.id],
  ['issuer', (fact) => fact.issuer],
  ['document', (fact) => fact.document],
  ['origin', (fact) => fact.origin],
  ['line', (fact) => fact.line || null],
  ['column', (fact) => fact.column || null],
  ['cell', (fact) => fact.cell],
  ['table', (fact) => fact.table],
  ['section', (fact) => formatPath(fact.section)],
  ['label', (fact) => fact.label],
  ['header', (fact) => formatPath(fact.header)],
  ['concept', (fact) => fact.concept],
  ['aspect', (fact) => fact.aspect],
  ['basis', (fact) => fact.basis],
  ['dimensions', (fact) => fact.dimensions],
  ['period_start', (fact) => startOf(fact.period)],
  ['period_end', (fact) => endOf(fact.period)],
  ['compared_start', (fact) => startOf(fact.compared)],
  ['compared_end', (fact) => endOf(fact.compared)],
  ['unit', (fact) => fact.unit],
  ['value', (fact) => fact.value],
  ['polarity', (fact) => fact.polarity],
  ['qualifier', (fact) => fact.qualifier],
  ['decimals', (fact) => fact.decimals],
  ['raw', (fact) => fact.raw],
  ['inputs', (fact) => fact.inputs.join(' ')],
  ['grade', (fact) => fact.grade],
  ['place', (fact) => fact.place],
  ['doubt', (fact) => fact.doubt],
];

/** `facts.csv`: one row per statement of a number. */
export const formatFactsCsv = (corpus: Corpus): Iterable<string> => formatCsv(COLUMNS, factsOf(corpus));

type Graded = Fact & { readonly grade: Grade | '' };

function* factsOf(corpus: Corpus): Generator<Graded> {
  for (const { facts, verification } of corpus.issuers)
    for (const fact of facts)
      yield { ...fact, grade: fact.doubt ? 'unsure' : (verification.facts[fact.id]?.grade ?? '') };
}

const formatPath = (path: readonly string[]): string => path.join(' > ');

import { bestStatement, UNCHECKED } from '../../src/model/best-statement.ts';
import type { IssuerData } from '../../src/model/corpus.ts';
import { factKey, isPrinted } from '../../src/model/fact.ts';
import type { Hashes } from '../output/receipt-json.ts';
import type { StatedFact } from './read-facts.ts';

/** One output, as far as comparing needs it. */
export interface Output {
  readonly facts: readonly StatedFact[];
  /** Ids of the statements that were published as the best; undefined where the output does not tell. */
  readonly best?: ReadonlySet<string> | undefined;
  /** What it was made from; undefined where it does not tell. */
  readonly inputs?: Hashes | undefined;
}

/** What issuers' data would be as an output. */
export const makeOutput = (issuers: readonly IssuerData[], inputs: Hashes): Output => ({
  facts: issuers.flatMap(({ facts, verification }) =>
    facts.map((fact) => {
      const grade = verification.facts[fact.id]?.grade ?? 'single';
      return { ...fact, grade: fact.doubt === '' ? grade : 'unsure' };
    }),
  ),
  best: new Set(issuers.flatMap(({ settled }) => settled.flatMap(({ statements: [best] }) => best ?? []))),
  inputs,
});

/** The published figures by what they state: of each its one best statement. Unsure statements are none. */
export function publishedFigures({ facts, best }: Output): Map<string, StatedFact> {
  const sure = facts.filter(({ doubt, grade }) => doubt === '' && grade !== 'unsure');
  const published = new Map<string, StatedFact>();
  for (const [key, statements] of Map.groupBy(sure, factKey)) {
    const chosen = statements.find(({ id }) => best?.has(id)) ?? chooseBest(statements);
    if (chosen) published.set(key, chosen);
  }
  return published;
}

/** What `facts.csv` alone tells of the choice: a disputed statement gives way. */
const chooseBest = (statements: readonly StatedFact[]): StatedFact | undefined =>
  bestStatement(statements, {
    ...UNCHECKED,
    isRefuted: ({ grade }) => grade === 'disputed',
    isProven: ({ grade }) => grade === 'proven',
  });

/** `iij/2013-05-15-fy2012`; empty for what is derived. */
export const formatDocumentPath = (fact: StatedFact): string =>
  isPrinted(fact) ? `${fact.issuer}/${fact.document}` : '';

export const listDocumentPaths = ({ facts }: Output): Set<string> =>
  new Set(facts.map(formatDocumentPath).filter((path) => path !== ''));

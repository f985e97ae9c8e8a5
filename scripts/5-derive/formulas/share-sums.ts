import { type ConceptId, conceptById } from '../../../src/concepts/index.ts';
import type { Printed } from '../../../src/model/fact.ts';
import { scaled, sum } from '../../../src/model/quantity.ts';
import type { Book } from '../book.ts';
import type { Relation } from '../relation.ts';

const REVENUES: ConceptId = 'Revenues';

/**
 * A column that tells each line of a statement in percent of revenues adds up as the amounts do; issuers move last digits
 * to have it so.
 */
export function shareSums(book: Book, sums: readonly Relation[]): Relation[] {
  const shares = Map.groupBy(book.facts.filter(isShare), shareKey);
  return sums.flatMap((relation) =>
    (shares.get(shareKey(relation.target)) ?? []).flatMap((target) => {
      const parts = relation.inputs.map((input) =>
        shares.get(shareKey(input))?.find((share) => isBeside(share, target)),
      );
      const inputs = parts.filter((part) => part !== undefined);
      if (inputs.length < parts.length || inputs.length < 2) return [];
      const weights = relation.weights ?? inputs.map(() => 1);
      const expected = sum(inputs.map((input, i) => scaled(book.intervalOf(input), weights[i] ?? 1)));
      return [{ ...relation, target, inputs, weights, expected, asPrinted: true }];
    }),
  );
}

const isShare = ({ aspect, origin, value }: Printed): boolean =>
  aspect === 'ratio' && origin === 'table' && value !== '';

const shareKey = ({ document, concept, dimensions, period, basis }: Printed): string =>
  [document, amountIn(concept), dimensions, period, basis].join('|');

/** Of a margin the income that it is told of. */
const amountIn = (concept: string): string => {
  const ratio = conceptById.get(concept)?.ratio;
  return ratio?.to === REVENUES ? ratio.of : concept;
};

const isBeside = (share: Printed, { table, cell }: Printed): boolean =>
  share.table === table && share.cell === cell;

import type { Printed } from '../../src/model/fact.ts';
import type { Verdict } from '../../src/model/finding.ts';
import type { Relation } from '../5-derive/relation.ts';

/** Sums that must have been seen before a habit is believed: rounding alone makes thirty add up once in ten thousand. */
const ENOUGH = 30;
/** Share of them that may fail without putting the habit in doubt. */
const EXCEPTIONS = 0.05;

/**
 * Whether the issuer makes its printed columns add up: then each does to the digit, and one that is off by no more than
 * rounding allows is worth a word. Told of each document and last place from all its sums of two or more numbers.
 */
export function addingUp(
  judged: readonly { readonly relation: Relation; readonly verdict: Verdict }[],
): (fact: Printed) => boolean {
  const counts = new Map<string, { sums: number; off: number }>();
  for (const { relation, verdict } of judged) {
    if (!relation.asPrinted || relation.inputs.length < 2) continue;
    const count = counts.get(practiceKey(relation.target)) ?? { sums: 0, off: 0 };
    count.sums++;
    if (verdict !== 'exact') count.off++;
    counts.set(practiceKey(relation.target), count);
  }
  return (fact) => {
    const { sums, off } = counts.get(practiceKey(fact)) ?? { sums: 0, off: 0 };
    return sums >= ENOUGH && off <= Math.max(1, EXCEPTIONS * sums);
  };
}

const practiceKey = ({ document, origin, unit, decimals }: Printed): string =>
  `${document}|${origin}|${unit}|${decimals}`;

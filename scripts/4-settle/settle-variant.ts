import { conceptById } from '../../src/concepts/index.ts';
import { readTelling } from '../../src/concepts/vocabulary.ts';
import { type Fact, factKey } from '../../src/model/fact.ts';
import { mayBeOneNumber } from '../../src/model/same-number.ts';
import type { Doubts, Evidence } from './evidence.ts';

/**
 * Tests whether a figure is what the accounts report under a heading such as `Summary of Non-GAAP Information`, where
 * some rows call themselves adjusted and this one does not: it is where another table or a sentence reports the same.
 */
export function doubtVariants(evidence: Evidence): Doubts {
  const open = evidence.facts.filter(
    (fact) => (evidence.tables[evidence.tableOf(fact)]?.isScopeOpen ?? false) && mayBeAdjusted(fact),
  );
  if (open.length === 0) return new Map();
  const told = Map.groupBy(evidence.facts, factKey);
  const isReported = (fact: Fact): boolean =>
    (told.get(factKey(fact)) ?? []).some(
      (other) => evidence.tableOf(other) !== evidence.tableOf(fact) && mayBeOneNumber(other, fact),
    );
  return new Map(open.filter((fact) => !isReported(fact)).map(({ id }) => [id, OPEN]));
}

const OPEN = 'The heading above its table speaks of adjusted figures: whether it is one is open.';

/** What is earned or spent, and rates of that, where its label says no way; shares and balances are counted once. */
const mayBeAdjusted = ({ label, concept, dimensions, aspect }: Fact): boolean =>
  aspect !== 'changePercent' &&
  readTelling(label) === undefined &&
  !/\b(?:variant|adjustment)=/.test(dimensions) &&
  conceptById.get(concept)?.periodType === 'duration' &&
  /^(?:monetary|perShare|percent)$/.test(conceptById.get(concept)?.kind ?? '');

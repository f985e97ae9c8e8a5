import { type Fact, signedAmount } from '../../src/model/fact.ts';
import { type Judged, lastPlaceUnit } from './judge.ts';

/** The numbers of a relation that does not hold, the likeliest to be wrong first. */
export interface Suspects {
  readonly facts: readonly Fact[];
  /** The first stands out: the others are borne out by more relations than it is, and fail in no more. */
  readonly isSure: boolean;
  /** What the first should be by this relation; undefined where the relation does not tell. */
  readonly shouldBe: number | undefined;
}

/** Ranks the numbers of a failed relation by how many relations speak for and against each. */
export function suspectsIn(judged: readonly Judged[]): (failed: Judged) => Suspects {
  const counts = new Map<string, { good: number; bad: number }>();
  for (const { relation, verdict } of judged) {
    for (const fact of [relation.target, ...relation.inputs]) {
      const count = counts.get(fact.id) ?? { good: 0, bad: 0 };
      if (verdict === 'error') count.bad++;
      else count.good++;
      counts.set(fact.id, count);
    }
  }
  const disputedShare = (fact: Fact): number => {
    const { good, bad } = counts.get(fact.id) ?? { good: 0, bad: 0 };
    return bad / (good + bad || 1);
  };
  const failures = Map.groupBy(
    judged.filter(({ verdict }) => verdict === 'error'),
    ({ relation }) => relation.target.id,
  );
  return (failed) => {
    const { target, inputs } = failed.relation;
    const told = (fact: Fact): boolean => isToldElsewhere(failed, fact, failures.get(fact.id) ?? []);
    const facts = [...new Set([target, ...inputs])].sort(
      (a, b) =>
        Number(told(b)) - Number(told(a)) ||
        disputedShare(b) - disputedShare(a) ||
        countRelations(b) - countRelations(a),
    );
    const [first = target, second] = facts;
    const isWorse =
      second &&
      disputedShare(first) > disputedShare(second) &&
      countRelations(first) >= countRelations(second);
    const isSure = !second || isWorse || (told(first) && !told(second));
    return { facts, isSure, shouldBe: findNeeded(failed, first) };
  };

  function countRelations(fact: Fact): number {
    return counts.get(fact.id)?.bad ?? 0;
  }
}

/** Another relation that fails wants just the amount for it that would make this one hold. */
function isToldElsewhere(failed: Judged, fact: Fact, others: readonly Judged[]): boolean {
  const needed = findNeeded(failed, fact);
  return (
    needed !== undefined &&
    others.some((other) => other !== failed && Math.abs(other.expected - needed) <= lastPlaceUnit(fact))
  );
}

/** The amount that makes a relation hold. */
function findNeeded({ relation, expected }: Judged, fact: Fact): number | undefined {
  if (fact === relation.target) return expected;
  const weight = relation.weights?.[relation.inputs.indexOf(fact)];
  if (weight !== undefined && weight !== 0)
    return signedAmount(fact) + (signedAmount(relation.target) - expected) / weight;
  return relation.rule === 'statements' || relation.inputs.length === 1 ? undefined : undefined;
}

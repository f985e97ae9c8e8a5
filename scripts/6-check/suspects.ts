import { halfUnit, type Printed, signedAmount } from '../../src/model/fact.ts';
import {
  around,
  exactly,
  halfWidth,
  isBounded,
  meets,
  printedQuantity,
  type Quantity,
} from '../../src/model/quantity.ts';
import type { Derivation } from '../5-derive/derive.ts';
import type { Relation } from '../5-derive/relation.ts';
import { SAME } from './accuse.ts';
import type { Judged } from './judge.ts';

/** The numbers of a relation that does not hold, the likeliest to be wrong first. */
export interface Suspects {
  readonly facts: readonly Printed[];
  /** The first stands out: the others are borne out by more relations than it is, and fail in no more. */
  readonly isSure: boolean;
  /** What the first should be by this relation; undefined where the relation does not tell. */
  readonly shouldBe: number | undefined;
}

/**
 * Ranks the numbers of a failed relation by how many relations speak for and against each. One that holds speaks for a
 * number where it adds up as it is printed, or would not hold with the amount that mends the failed one.
 */
export function suspectsIn(
  judged: readonly Judged[],
  holdsWith: Derivation['holdsWith'],
): (failed: Judged) => Suspects {
  const holding = new Map<string, Judged[]>();
  const failing = new Map<string, Judged[]>();
  for (const one of judged) {
    for (const { id } of new Set([one.relation.target, ...one.relation.inputs])) {
      const those = one.verdict === 'error' ? failing : holding;
      those.set(id, [...(those.get(id) ?? []), one]);
    }
  }
  return (failed) => {
    const { target, inputs } = failed.relation;
    const told = (fact: Printed): boolean => isToldElsewhere(failed, fact, failing.get(fact.id) ?? []);
    const facts = [...new Set([target, ...inputs])];
    const shares = new Map(facts.map((fact) => [fact, disputedShare(failed, fact)]));
    const share = (fact: Printed): number => shares.get(fact) ?? 0;
    facts.sort(
      (a, b) =>
        Number(told(b)) - Number(told(a)) ||
        share(b) - share(a) ||
        countHolding(a.id) - countHolding(b.id) ||
        countFailing(b.id) - countFailing(a.id),
    );
    const [first = target, second] = facts;
    const isWorse =
      second && share(first) > share(second) && countFailing(first.id) >= countFailing(second.id);
    const isSure = !second || isWorse || (told(first) && !told(second));
    return { facts, isSure, shouldBe: findNeeded(failed, first)?.value };
  };

  function countFailing(id: string): number {
    return failing.get(id)?.length ?? 0;
  }

  function countHolding(id: string): number {
    return holding.get(id)?.length ?? 0;
  }

  /** Of the relations that tell a number from what it would have to be, how many speak against it. */
  function disputedShare(failed: Judged, fact: Printed): number {
    const bad = countFailing(fact.id);
    const needed = findNeeded(failed, fact);
    const own = holding.get(fact.id) ?? [];
    const good =
      needed === undefined
        ? own
        : own.filter(
            ({ relation, verdict }) =>
              (relation.asPrinted && verdict === 'exact') || holdsWith(relation, fact, needed) === false,
          );
    return bad / (good.length + bad || 1);
  }
}

/** Another relation that fails wants just the amount for it that would make this one hold. */
function isToldElsewhere(failed: Judged, fact: Printed, others: readonly Judged[]): boolean {
  const needed = findNeeded(failed, fact);
  return others.some((other) => {
    const instead = other === failed ? undefined : findNeeded(other, fact);
    return needed && instead && meets(needed, instead);
  });
}

/** The amount that makes a relation hold, as far as rounding tells it. */
function findNeeded({ relation, expected }: Judged, fact: Printed): Quantity | undefined {
  const { rule, target, inputs, weights } = relation;
  const open = isBounded(relation.expected) ? halfWidth(relation.expected) + halfUnit(target) : 0;
  if (fact === target) return around(expected, Math.max(open, halfUnit(fact)));
  const isSame = SAME.has(rule) && inputs.length === 1;
  const slope = isSame ? 1 : (weights?.[inputs.indexOf(fact)] ?? findSlope(relation, fact));
  if (!slope) return undefined;
  const amount = isSame
    ? signedAmount(target)
    : signedAmount(fact) + (signedAmount(target) - expected) / slope;
  return around(amount, Math.max(open / Math.abs(slope), halfUnit(fact)));
}

/** A step by which a formula shows how it follows one of its figures. */
const STEP = 1 / 1024;

/** By how much the result of a formula that no weights tell changes with one of its figures. */
function findSlope({ again }: Relation, fact: Printed): number | undefined {
  const step = signedAmount(fact) * STEP;
  const [now, then] = [0, step].map(
    (by) => again?.((one) => (one === fact ? exactly(signedAmount(fact) + by) : printedQuantity(one)))?.value,
  );
  return now === undefined || then === undefined || step === 0 ? undefined : (then - now) / step;
}

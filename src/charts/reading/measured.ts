import type { Fact } from '../../model/fact.ts';
import {
  certainSign,
  growthRate,
  minus,
  negate,
  printedQuantity,
  type Quantity,
  weightedSum,
} from '../../model/quantity.ts';
import type { Settled } from '../../model/settled.ts';
import { soundGrowth } from '../../view/printed-growth.ts';

/** A number that a chart draws: how much, how well it is known, and the statements that it rests on. */
export interface MeasuredAmount extends Quantity {
  readonly facts: readonly Fact[];
  /** The one fact that states it; undefined where the chart worked it out. */
  readonly fact: Fact | undefined;
  /** Worked out, by the chart or before it: then it is drawn hatched or hollow and bears the word. */
  readonly derived: boolean;
  readonly unit: string;
  /** The growth from an earlier fact as a document prints it. */
  readonly printedGrowth?: (before: Fact) => Fact | undefined;
}

/** A number that grew or shrank, and the fact that says by how much where a document does. */
export interface Growth extends Quantity {
  readonly rate?: Fact;
}

export const measured = (fact: Fact, facts: Settled): MeasuredAmount => ({
  ...printedQuantity(fact),
  printedGrowth: (before) => soundGrowth(facts, fact, before),
  facts: [fact],
  fact,
  derived: fact.origin === 'derived',
  unit: fact.unit,
});

export type Addend = readonly [measured: MeasuredAmount, weight: 1 | -1];

/** A sum that no document states. One term with weight 1 is that term. */
export function added(addends: readonly Addend[]): MeasuredAmount {
  const [first] = addends;
  if (first && addends.length === 1 && first[1] === 1) return first[0];
  return {
    ...weightedSum(addends),
    facts: addends.flatMap(([{ facts }]) => facts),
    fact: undefined,
    derived: true,
    unit: first?.[0].unit ?? '',
  };
}

export const total = (amounts: readonly MeasuredAmount[]): MeasuredAmount =>
  added(amounts.map((amount) => [amount, 1]));

export const changeFrom = (now: MeasuredAmount, before: MeasuredAmount): MeasuredAmount => ({
  ...minus(now, before),
  facts: [...now.facts, ...before.facts],
  fact: undefined,
  derived: true,
  unit: now.unit,
});

/** What some amounts leave of their whole; none where the digits leave open whether that is anything. */
export function findRest(whole: MeasuredAmount, told: readonly MeasuredAmount[]): MeasuredAmount | undefined {
  const rest = changeFrom(whole, total(told));
  return certainSign(rest) === 0 ? undefined : rest;
}

/** The number as an effect on a total: what is taken away is negative, in picture and table alike. */
export const weighted = (of: MeasuredAmount, weight: 1 | -1): MeasuredAmount =>
  weight === 1 ? of : { ...of, ...negate(of), fact: of.fact && turnedFact(of.fact) };

/** Growth in percent as a document prints it, else as it follows from the two: one number wherever a page tells it. */
export function growthFrom(now: MeasuredAmount, before: MeasuredAmount): Growth | undefined {
  const rate = before.fact && now.printedGrowth?.(before.fact);
  return rate ? { ...printedQuantity(rate), rate } : growthRate(now, before);
}

const turnedFact = (fact: Fact): Fact => ({ ...fact, polarity: fact.polarity === 1 ? -1 : 1 });

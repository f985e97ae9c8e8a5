import type { Fact } from '../../model/fact.ts';
import { minus, negate, printedQuantity, type Quantity, weightedSum } from '../../model/quantity.ts';

/** A number that a chart draws: how much, how well it is known, and the statements that it rests on. */
export interface MeasuredAmount extends Quantity {
  readonly facts: readonly Fact[];
  /** The one fact that states it; undefined where the chart worked it out. */
  readonly fact: Fact | undefined;
  /** Worked out, by the chart or before it: then it is drawn hatched or hollow and bears the word. */
  readonly derived: boolean;
  readonly unit: string;
}

export const measured = (fact: Fact): MeasuredAmount => ({
  ...printedQuantity(fact),
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

/** The number as an effect on a total: what is taken away is negative, in picture and table alike. */
export const weighted = (of: MeasuredAmount, weight: 1 | -1): MeasuredAmount =>
  weight === 1 ? of : { ...of, ...negate(of), fact: of.fact && turnedFact(of.fact) };

const turnedFact = (fact: Fact): Fact => ({ ...fact, polarity: fact.polarity === 1 ? -1 : 1 });

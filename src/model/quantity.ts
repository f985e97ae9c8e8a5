import { amountOf, type Fact, halfUnit } from './fact.ts';
import { around, decimalsKnown, halfWidth, intervalOf, isBounded, middle } from './interval.ts';

/**
 * A number with what its digits leave open: the true value lies within `half` of `value`, in base units. An interval
 * that a page or a sentence tells as one number.
 */
export interface Quantity {
  readonly value: number;
  readonly half: number;
}

/** A fact in its concept's own sense; nil is an exact zero. Of `over 100` it is the number told, open as its digits are. */
export function quantityOf(fact: Fact): Quantity {
  const interval = intervalOf(fact);
  if (!isBounded(interval)) return { value: amountOf(fact), half: halfUnit(fact) };
  return { value: middle(interval), half: halfWidth(interval) };
}

/** One of several that are added up, with its sign. */
export type Term = readonly [quantity: Quantity, weight: 1 | -1];

export function sumOf(terms: readonly Term[]): Quantity {
  return terms.reduce(
    (sum, [{ value, half }, weight]) => ({ value: sum.value + weight * value, half: sum.half + half }),
    { value: 0, half: 0 },
  );
}

export const difference = (now: Quantity, before: Quantity): Quantity =>
  sumOf([
    [now, 1],
    [before, -1],
  ]);

/** How many times `to` goes into `of`; undefined where `to` may be zero. */
export function ratioOf(of: Quantity, to: Quantity): Quantity | undefined {
  if (signOf(to) === 0) return undefined;
  const value = of.value / to.value;
  const nearest = Math.abs(to.value) - to.half;
  return { value, half: (of.half + Math.abs(value) * to.half) / nearest };
}

export function percentOf(of: Quantity, to: Quantity): Quantity | undefined {
  const ratio = ratioOf(of, to);
  return ratio && { value: 100 * ratio.value, half: 100 * ratio.half };
}

/** Growth in percent; undefined where the earlier number is not surely above zero: no rate can be told then. */
export const growthOf = (now: Quantity, before: Quantity): Quantity | undefined =>
  signOf(before) === 1 ? percentOf(difference(now, before), before) : undefined;

/** 1 or -1 where the sign is sure, 0 where the number may be zero. */
export function signOf({ value, half }: Quantity): 1 | 0 | -1 {
  return value > half ? 1 : value < -half ? -1 : 0;
}

/** Whether two numbers can be the same. */
export const agree = (a: Quantity, b: Quantity): boolean => signOf(difference(a, b)) === 0;

/** Decimal places to which a number is known, at most `most`; negative where not even its units are. */
export const placesKnown = ({ value, half }: Quantity, most: number): number =>
  decimalsKnown(around(value, half), most);

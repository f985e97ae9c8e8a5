import type { Rule } from '../../src/model/check-rules.ts';
import type { Printed } from '../../src/model/fact.ts';
import type { Quantity } from '../../src/model/quantity.ts';

/**
 * One independent relation between printed numbers: what others make of a statement. Whether it holds is for the
 * check to say; here stands only what is compared with what.
 */
export interface Relation {
  readonly rule: Rule;
  /** The printed statement that is recomputed. */
  readonly target: Printed;
  /** What the inputs make of it, in its concept's own sense. */
  readonly expected: Quantity;
  /** Printed statements that it was computed from, without the target. */
  readonly inputs: readonly Printed[];
  /** Weights of the inputs where they are added up. */
  readonly weights?: readonly number[];
  /** The formula, to follow `that is`: `network services and systems integration added up`. */
  readonly words: string;
  /** The numbers stand in one printed column or row, so that a reader can add them up as they stand. */
  readonly asPrinted: boolean;
  /** The same formula with other intervals for the inputs, where a moved last digit of one may explain a difference. */
  readonly again?: (intervalOf: (fact: Printed) => Quantity) => Quantity | undefined;
  /** Both sides are right but speak of different things, and this is the difference. */
  readonly basis?: string;
  /** Another way of working the target out that is right too. It holds where `expected` does not. */
  readonly otherwise?: { readonly expected: Quantity; readonly basis: string };
}

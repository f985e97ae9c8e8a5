import { widened } from './best-statement.ts';
import { type Fact, halfUnit, signedAmount } from './fact.ts';
import { meets, printedQuantity } from './quantity.ts';

/**
 * Whether two facts may state one number: what the digits of each leave open meets, a last digit that was moved so that
 * a column adds up included. Where it says no, one of them is wrong.
 */
export const mayBeOneNumber = (a: Fact, b: Fact): boolean =>
  meets(widened(printedQuantity(a), a), widened(printedQuantity(b), b));

/**
 * Whether two facts print one figure: the finer of them rounds to the coarser. Neighbours such as 52,813 and 52,814 may
 * be one number and are two figures. Where it says yes, it is no accident.
 */
export const isSameFigure = (a: Fact, b: Fact): boolean =>
  Math.abs(signedAmount(a) - signedAmount(b)) <= Math.max(halfUnit(a), halfUnit(b)) * SLACK;

/** For sums of floating point. */
const SLACK = 1.000001;

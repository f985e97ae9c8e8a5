import type { Fact } from '../../src/model/fact.ts';
import { certainSign, minus, printedQuantity } from '../../src/model/quantity.ts';

/** What became of an amount from one period to another; rising and falling are of amounts above zero. */
export type Course =
  | 'up'
  | 'down'
  | 'flat'
  | 'toProfit'
  | 'toLoss'
  | 'widerLoss'
  | 'narrowerLoss'
  | 'sameLoss';

/** Share of the earlier amount below which a change is not worth a verb. */
const STILL = 0.005;

export function readCourse(now: Fact, before: Fact): Course {
  const [to, from] = [printedQuantity(now), printedQuantity(before)];
  if (to.value < 0) {
    if (from.value >= 0) return 'toLoss';
    if (isStill(now, before)) return 'sameLoss';
    return to.value < from.value ? 'widerLoss' : 'narrowerLoss';
  }
  if (from.value < 0) return 'toProfit';
  if (isStill(now, before)) return 'flat';
  return to.value > from.value ? 'up' : 'down';
}

/** The two may be the same, or differ by next to nothing. */
function isStill(now: Fact, before: Fact): boolean {
  const change = minus(printedQuantity(now), printedQuantity(before));
  return (
    certainSign(change) === 0 || Math.abs(change.value) < STILL * Math.abs(printedQuantity(before).value)
  );
}

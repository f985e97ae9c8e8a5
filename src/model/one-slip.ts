import { type Fact, signedAmount } from './fact.ts';

/** Whether two numbers, whatever their signs, are one slip of the pen apart at the last place of the coarser. */
export function isOneSlip(a: Fact, b: Fact): boolean {
  const unit = 10 ** -Math.min(a.decimals ?? 0, b.decimals ?? 0);
  const whole = ({ value }: Fact): number => Math.round(Math.abs(Number(value)) / unit);
  return isSlipBetween(whole(a), whole(b));
}

/** Whether one slip of the pen in the printed digits of a fact explains that it is not what it should be. */
export function couldBeSlip(fact: Fact, should: number): boolean {
  const unit = 10 ** -(fact.decimals ?? 0);
  return isSlipBetween(Math.round(signedAmount(fact) / unit), Math.round(should / unit));
}

/** Whether two whole numbers differ in one digit, in two that changed places, or in nothing but the sign. */
export function isSlipBetween(a: number, b: number): boolean {
  const [x, y] = [String(Math.abs(a)), String(Math.abs(b))];
  if (x.length !== y.length || x.length < 2) return false;
  const off = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
  const [i = 0, j = 0] = off;
  if (off.length === 0) return true;
  if (a < 0 !== b < 0) return false;
  return off.length === 1 || (off.length === 2 && j === i + 1 && x[i] === y[j] && x[j] === y[i]);
}

import type { Fact } from './fact.ts';

/**
 * Whether two numbers are one slip of the pen apart: at the last place of the coarser they have as many digits, and one of
 * them differs, two that stand together have changed places, or only the sign is another.
 */
export function isOneSlip(a: Fact, b: Fact): boolean {
  const [x, y] = digitsAlike(a, b);
  if (x.length !== y.length || x.length < 2) return false;
  const off = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
  const [i = 0, j = 0] = off;
  return off.length <= 1 || (off.length === 2 && j === i + 1 && x[i] === y[j] && x[j] === y[i]);
}

/** Both to the last place of the coarser. */
function digitsAlike(a: Fact, b: Fact): readonly [string, string] {
  const unit = 10 ** -Math.min(a.decimals ?? 0, b.decimals ?? 0);
  const digits = ({ value }: Fact): string => String(Math.round(Math.abs(Number(value)) / unit));
  return [digits(a), digits(b)];
}

import { formatPlain, roundDecimal, toDecimal } from './decimal.ts';
import type { Derived } from './fact.ts';
import { decimalsKnown, halfWidth, isBounded, type Quantity } from './quantity.ts';

/** Rates and ratios are told to one place, as issuers tell them. */
const RATE_PLACES = 1;
/** A quotient is published so many places finer than it is told. */
const FINER = 2;

/**
 * A number that was worked out as a fact gives it: exact where it is a sum or difference, a little finer than it is known
 * where it is a quotient. `finest` is the last place of what it was worked out from. Undefined where no digit is known.
 */
export function derivedNumber(
  number: Quantity,
  unit: string,
  finest: number,
): Required<Pick<Derived, 'value' | 'decimals' | 'tolerance'>> | undefined {
  const isRate = unit === 'percent' || unit === 'points';
  const decimals = decimalsKnown(number, isRate ? RATE_PLACES : finest);
  if (!isBounded(number) || !Number.isFinite(decimals) || (isRate && decimals < 0)) return undefined;
  const exact = unit === 'percent' ? roundDecimal(number.exact, decimals + FINER) : number.exact;
  return { value: formatPlain(exact), decimals, tolerance: formatHalf(halfWidth(number)) };
}

/** A plain decimal, to six digits where it is no whole number. */
export const formatHalf = (half: number): string =>
  formatPlain(toDecimal(Number.isInteger(half) ? half : Number(half.toPrecision(6))));

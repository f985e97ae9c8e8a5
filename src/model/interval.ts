import type { Fact } from './fact.ts';

/** Where a number can lie, both ends included; an end may be infinite. What the digits of a statement leave open. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How an issuer shortens its numbers. Truncated ones are told towards zero, so the true number lies further out. */
export type Shortening = 'rounded' | 'truncated';

export const exactly = (value: number): Interval => ({ low: value, high: value });
export const around = (value: number, half: number): Interval => ({ low: value - half, high: value + half });

/** Units whose numbers are whole, so that one printed to the unit is exact; money and measures go on behind the point. */
const MEASURED = /^(?!ADS$)[A-Z]{3}$|\/|^(?:percent|points|pure|Gbps|Mbps|times)$/;

/** The interval of a fact in its concept's own sense, in base units. */
export function intervalOf(fact: Fact, shortening: Shortening = 'rounded'): Interval {
  const printed = printedInterval(fact, shortening);
  return fact.polarity === 1 ? printed : negate(printed);
}

function printedInterval(fact: Fact, shortening: Shortening): Interval {
  const { value, decimals, unit, qualifier } = fact;
  const number = Number(value);
  if (decimals === null || value === '') return exactly(0);
  const unitOfPlace = 10 ** -decimals;
  const half = decimals === 0 && !MEASURED.test(unit) && qualifier === 'exact' ? 0 : unitOfPlace / 2;
  if (qualifier === 'approximate') return around(number, unitOfPlace);
  if (qualifier === 'over' || qualifier === 'from')
    return { low: number - half, high: Number.POSITIVE_INFINITY };
  if (qualifier === 'under' || qualifier === 'to')
    return { low: Number.NEGATIVE_INFINITY, high: number + half };
  if (shortening === 'rounded' || half === 0) return around(number, half);
  return number < 0 || value.startsWith('-')
    ? { low: number - unitOfPlace, high: number }
    : { low: number, high: number + unitOfPlace };
}

export const middle = ({ low, high }: Interval): number => (low + high) / 2;
export const halfWidth = ({ low, high }: Interval): number => (high - low) / 2;
export const isBounded = ({ low, high }: Interval): boolean => Number.isFinite(low) && Number.isFinite(high);

export const negate = ({ low, high }: Interval): Interval => ({ low: -high, high: -low });
export const plus = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });
export const minus = (a: Interval, b: Interval): Interval => plus(a, negate(b));
export const scaled = ({ low, high }: Interval, by: number): Interval =>
  by < 0 ? { low: high * by, high: low * by } : { low: low * by, high: high * by };

export const sum = (terms: readonly Interval[]): Interval => terms.reduce(plus, exactly(0));

export function times(a: Interval, b: Interval): Interval {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

/** Undefined where the divisor may be zero. */
export function over(a: Interval, b: Interval): Interval | undefined {
  if (b.low <= 0 && b.high >= 0) return undefined;
  return times(a, { low: 1 / b.high, high: 1 / b.low });
}

/** The common part of two intervals, undefined where they do not meet. Floating point may part ends that touch. */
export function common(a: Interval, b: Interval): Interval | undefined {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  if (low > high + slack(a, b)) return undefined;
  return { low: Math.min(low, high), high: Math.max(low, high) };
}

/** The one line by which the project decides whether two numbers agree. */
export const meets = (a: Interval, b: Interval): boolean => common(a, b) !== undefined;

/** What floating point may have moved the ends by. */
const slack = (a: Interval, b: Interval): number =>
  1e-9 + 1e-12 * Math.max(...[a.low, a.high, b.low, b.high].map(Math.abs).filter(Number.isFinite), 0);

/**
 * Decimal places to which an interval is known, as XBRL counts them: a digit is known where the true value lies
 * within one unit of it. At most `most`.
 */
export function decimalsKnown(interval: Interval, most: number): number {
  const half = halfWidth(interval);
  return half === 0 ? most : Math.min(most, Math.floor(-Math.log10(half) + 1e-9));
}

/** A plain decimal of a number at so many decimal places (negative: tens, hundreds …), without exponent. */
export function formatDecimal(value: number, decimals: number): string {
  const unit = 10 ** -decimals;
  const text =
    decimals > 0 ? value.toFixed(decimals) : (BigInt(Math.round(value / unit)) * BigInt(unit)).toString();
  return /^-[0.]*$/.test(text) ? text.slice(1) : text;
}

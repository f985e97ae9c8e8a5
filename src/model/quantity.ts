import {
  type Decimal,
  overDecimal,
  parseDecimal,
  plusDecimal,
  timesDecimal,
  toDecimal,
  toNumber,
  ZERO,
} from './decimal.ts';
import { type Fact, halfUnit } from './fact.ts';
import { ownValue } from './format.ts';
import { rememberEach } from './remember.ts';

/**
 * A number as far as it is known, in base units: the exact arithmetic of what is printed, and the ends, both included,
 * between which the true number lies. An end may be infinite.
 */
export interface Quantity {
  readonly exact: Decimal;
  /** `exact` to the digits of floating point, for drawing and comparing. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How an issuer shortens its numbers. Truncated ones are told towards zero, so the true number lies further out. */
export type Shortening = 'rounded' | 'truncated';

const quantity = (exact: Decimal, low: number, high: number, value = toNumber(exact)): Quantity => ({
  exact,
  value,
  low,
  high,
});

export const exactly = (value: number): Quantity => around(value, 0);
export const around = (value: number, half: number): Quantity =>
  quantity(toDecimal(value), value - half, value + half, value);
/** What lies between two ends. */
export const between = (low: number, high: number): Quantity =>
  quantity(toDecimal((low + high) / 2), low, high);

/** The same number, left open by so much more at both ends. */
export const loosened = ({ low, high, ...rest }: Quantity, by: number): Quantity => ({
  ...rest,
  low: low - by,
  high: high + by,
});

/** Where the number would lie if it were so much more; its digits stay those that are known. */
export const moved = (a: Quantity, by: number): Quantity => ({ ...a, low: a.low + by, high: a.high + by });

/** Units whose numbers go on behind the point: money and measures. Of others one printed to the unit is exact. */
const MEASURED = /^(?!ADS$)[A-Z]{3}$|\/|^(?:percent|points|pure|Gbps|Mbps|times)$/;
/** A measure that is an average of things counted. */
const AVERAGE = /Average/;
/** What averages are told of to the unit. */
const SHARES = /^(?:shares|ADS)$/;

/** A fact in its concept's own sense; nil is an exact zero. */
export const printedQuantity = (fact: Fact, shortening: Shortening = 'rounded'): Quantity =>
  shortening === 'rounded' ? rounded(fact) : readQuantity(fact, shortening);

const rounded = rememberEach((fact: Fact) => readQuantity(fact, 'rounded'));

function readQuantity(fact: Fact, shortening: Shortening): Quantity {
  const { low, high } = printedEnds(fact, shortening);
  const exact = parseDecimal(ownValue(fact));
  return fact.polarity === 1 ? quantity(exact, low, high) : quantity(exact, -high, -low);
}

function printedEnds(fact: Fact, shortening: Shortening): Pick<Quantity, 'low' | 'high'> {
  const { value, qualifier } = fact;
  const number = Number(value);
  if (value === '') return { low: 0, high: 0 };
  const half = halfOfDigits(fact);
  if (qualifier === 'over' || qualifier === 'from') return { low: number - half, high: Infinity };
  if (qualifier === 'under' || qualifier === 'to') return { low: -Infinity, high: number + half };
  if (shortening === 'rounded' || half === 0 || qualifier === 'approximate')
    return { low: number - half, high: number + half };
  return number < 0 || value.startsWith('-')
    ? { low: number - 2 * half, high: number }
    : { low: number, high: number + 2 * half };
}

/** Half the width of what the digits of a fact stand for, as far as they do; more where it is only approximate. */
export function halfOfDigits(fact: Fact): number {
  if (fact.origin === 'derived') return Number(fact.tolerance);
  const isWhole = SHARES.test(fact.unit) || !(MEASURED.test(fact.unit) || AVERAGE.test(fact.concept));
  if (fact.decimals === 0 && isWhole && fact.qualifier === 'exact') return 0;
  return fact.qualifier === 'approximate' ? 2 * halfUnit(fact) : halfUnit(fact);
}

export const middle = ({ low, high }: Quantity): number => (low + high) / 2;
export const halfWidth = ({ low, high }: Quantity): number => (high - low) / 2;
export const isBounded = ({ low, high }: Quantity): boolean => Number.isFinite(low) && Number.isFinite(high);

export const negate = (a: Quantity): Quantity => scaled(a, -1);
export const plus = (a: Quantity, b: Quantity): Quantity =>
  quantity(plusDecimal(a.exact, b.exact), a.low + b.low, a.high + b.high, a.value + b.value);
export const minus = (a: Quantity, b: Quantity): Quantity => plus(a, negate(b));

export function scaled(a: Quantity, by: number): Quantity {
  if (by === 1) return a;
  const { exact, value, low, high } = a;
  const ends = by < 0 ? ([high * by, low * by] as const) : ([low * by, high * by] as const);
  return quantity(timesDecimal(exact, toDecimal(by)), ...ends, value * by);
}

/** One of several that are added up, with its sign. */
export type WeightedQuantity = readonly [quantity: Quantity, weight: number];

export const sum = (terms: readonly Quantity[]): Quantity => terms.reduce(plus, exactly(0));
export const weightedSum = (terms: readonly WeightedQuantity[]): Quantity =>
  sum(terms.map(([term, weight]) => scaled(term, weight)));

export function times(a: Quantity, b: Quantity): Quantity {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return quantity(timesDecimal(a.exact, b.exact), Math.min(...corners), Math.max(...corners));
}

/** Undefined where the divisor may be zero. */
export function over(a: Quantity, b: Quantity): Quantity | undefined {
  if (b.low <= 0 && b.high >= 0) return undefined;
  const corners = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  const exact = overDecimal(a.exact, b.exact) ?? ZERO;
  return quantity(exact, Math.min(...corners), Math.max(...corners));
}

export function percentage(of: Quantity, to: Quantity): Quantity | undefined {
  const ratio = over(of, to);
  return ratio && scaled(ratio, 100);
}

/** In percent, of numbers known independently of each other; undefined where the earlier is not surely above zero. */
export function growthRate(now: Quantity, before: Quantity): Quantity | undefined {
  const ratio = before.low > 0 ? over(now, before) : undefined;
  return ratio && scaled(minus(ratio, exactly(1)), 100);
}

/** 1 or -1 where the sign is sure, 0 where the number may be zero. */
export const certainSign = ({ low, high }: Quantity): 1 | 0 | -1 => (low > 0 ? 1 : high < 0 ? -1 : 0);

/** The size of a number, whatever its sign. */
export const magnitude = (a: Quantity): Quantity => (a.value < 0 ? negate(a) : a);

/** The common part of two intervals, undefined where they do not meet. Floating point may part ends that touch. */
export function common(a: Quantity, b: Quantity): Quantity | undefined {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  if (low > high + slack(a, b)) return undefined;
  return between(Math.min(low, high), Math.max(low, high));
}

/** The one line by which the project decides whether two numbers agree. */
export const meets = (a: Quantity, b: Quantity): boolean =>
  Math.max(a.low, b.low) <= Math.min(a.high, b.high) + slack(a, b);

/** What floating point may have moved the ends by. */
const slack = (a: Quantity, b: Quantity): number =>
  1e-9 + 1e-12 * Math.max(sizeOf(a.low), sizeOf(a.high), sizeOf(b.low), sizeOf(b.high));

const sizeOf = (end: number): number => (Number.isFinite(end) ? Math.abs(end) : 0);

/**
 * Decimal places to which a number is known, as XBRL counts them: a digit is known where the true value lies within one
 * unit of it. At most `most`; negative where not even its units are.
 */
export function decimalsKnown(of: Quantity, most: number): number {
  const half = halfWidth(of);
  return half === 0 ? most : Math.min(most, Math.floor(-Math.log10(half) + 1e-9));
}

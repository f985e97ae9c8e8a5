/** An exact decimal number: `digits` times ten to the minus `places`. Never taken through floating point. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

export const ZERO: Decimal = { digits: 0n, places: 0 };

/** Of a plain decimal, `-106248000000` or `9.2`; nil, which is written empty, is zero. */
export function parseDecimal(text: string): Decimal {
  if (text === '') return ZERO;
  const [whole = '0', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

/** A number of floating point as it is written; none that is not finite has a decimal. */
export function toDecimal(value: number): Decimal {
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), places: 0 };
  if (!Number.isFinite(value)) return ZERO;
  const [digits = '', exponent = '0'] = String(value).split('e');
  const { digits: all, places } = parseDecimal(digits);
  const shifted = places - Number(exponent);
  return shifted >= 0
    ? { digits: all, places: shifted }
    : { digits: all * 10n ** BigInt(-shifted), places: 0 };
}

/** Places behind the point at which quotients are cut: far beyond what any document prints. */
const PLACES = 30;

export function plusDecimal(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { digits: scaledTo(a, places) + scaledTo(b, places), places };
}

export const timesDecimal = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  places: a.places + b.places,
});

export const timesWhole = (a: Decimal, by: number): Decimal => ({ ...a, digits: a.digits * BigInt(by) });

export const sumDecimals = (terms: readonly (readonly [number: Decimal, weight: number])[]): Decimal =>
  terms.reduce((all, [number, weight]) => plusDecimal(all, timesWhole(number, weight)), ZERO);

/** Undefined where the divisor is zero. */
export function overDecimal(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.digits === 0n) return undefined;
  const digits = scaledTo(a, PLACES + a.places + b.places) / b.digits;
  return roundDecimal({ digits, places: PLACES + a.places }, PLACES);
}

/** Half away from zero, to so many places behind the point; negative places are tens, hundreds, thousands. */
export function roundDecimal({ digits, places }: Decimal, to: number): Decimal {
  if (to >= places) return { digits, places };
  const unit = 10n ** BigInt(places - to);
  const size = digits < 0n ? -digits : digits;
  const rounded = (2n * size + unit) / (2n * unit);
  const signed = digits < 0n ? -rounded : rounded;
  return to >= 0 ? { digits: signed, places: to } : { digits: signed * 10n ** BigInt(-to), places: 0 };
}

/** A plain decimal without exponent and without noughts at its end behind the point. */
export function formatPlain({ digits, places }: Decimal): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const fraction = places > 0 ? text.slice(-places).replace(/0+$/, '') : '';
  return `${digits < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

export const toNumber = (number: Decimal): number => Number(formatPlain(number));

/** A plain decimal of a number at so many decimal places (negative: tens, hundreds …), with its noughts. */
export function formatDecimal(value: Decimal | number, decimals: number): string {
  const { digits, places } = roundDecimal(typeof value === 'number' ? toDecimal(value) : value, decimals);
  const most = Math.max(0, decimals);
  const text = formatPlain({ digits, places });
  const [whole = '', fraction = ''] = text.split('.');
  return most === 0 ? whole : `${whole}.${fraction.padEnd(most, '0')}`;
}

const scaledTo = ({ digits, places }: Decimal, to: number): bigint =>
  to === places ? digits : digits * 10n ** BigInt(to - places);

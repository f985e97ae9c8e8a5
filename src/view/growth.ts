import { type Fact, halfUnit } from '../model/fact.ts';
import { formatAmount, ownValue } from '../model/format.ts';

/** A figure worked out for a page from two facts: shown only to the digits that they allow. */
export interface Derived {
  readonly text: string;
  readonly value: string;
  readonly unit: 'percent' | 'points' | 'amount';
}

/**
 * Growth in percent from `before` to `now`. None where it has no meaning (nil, or across or from zero or below)
 * or where the printed digits do not even fix the whole percent. In the concept's own sense unless another is
 * asked for.
 */
export function growth(now: Fact, before: Fact, sense = ownValue): Derived | undefined {
  const [from, to] = [Number(sense(before)), Number(sense(now))];
  if (now.value === '' || before.value === '' || from <= 0 || to <= 0) return undefined;
  const halfWidth = (100 * (halfUnit(now) + halfUnit(before) * (to / from))) / from;
  const places = placesWithin(halfWidth);
  if (places === undefined) return undefined;
  const value = (100 * (to / from - 1)).toFixed(places);
  return { text: formatAmount(value, 0, places), value, unit: 'percent' };
}

/**
 * The difference of two facts of one unit, to the last digit that both print; nil counts as nought. In the
 * concept's own sense unless another is asked for; to no more than so many places.
 */
export function difference(
  now: Fact,
  before: Fact,
  scale: number,
  sense = ownValue,
  most = Infinity,
): Derived | undefined {
  const decimals = Math.min(now.decimals ?? Infinity, before.decimals ?? Infinity);
  if (decimals === Infinity || now.polarity !== before.polarity) return undefined;
  const value = (Number(sense(now)) - Number(sense(before))).toFixed(Math.max(0, decimals));
  const unit = now.unit === 'percent' ? 'points' : 'amount';
  return { text: formatAmount(value, scale, Math.min(most, Math.max(0, decimals + scale))), value, unit };
}

/** A digit is told where the true value lies within one unit of it: one decimal, none, or nothing at all. */
function placesWithin(halfWidth: number): number | undefined {
  if (halfWidth <= 0.1) return 1;
  return halfWidth <= 1 ? 0 : undefined;
}

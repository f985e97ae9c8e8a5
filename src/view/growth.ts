import { formatDecimal, formatPlain } from '../model/decimal.ts';
import type { Fact } from '../model/fact.ts';
import { formatAmount, formatUnit } from '../model/format.ts';
import { inUsualDigits } from '../model/house-style.ts';
import {
  decimalsKnown,
  growthRate,
  minus,
  negate,
  printedQuantity,
  type Quantity,
} from '../model/quantity.ts';

/** A figure worked out for a page from two facts: shown only to the digits that they allow. */
export interface WorkedFigure {
  readonly text: string;
  readonly value: string;
  readonly unit: 'percent' | 'points' | 'amount';
  /** The same in words: `%`, `points`, `JPY millions`. */
  readonly toldIn: string;
  /** The two facts it follows from. */
  readonly now: Fact;
  readonly before: Fact;
}

/** In the concept's own sense, or with the sign that is printed; beside what is printed a number is written as usual. */
export type Sense = 'own' | 'printed';

/**
 * Growth in percent from `before` to `now`, to a tenth at most. None where it has no meaning (nil, or across or from
 * zero or below) or where the digits do not even fix the whole percent.
 */
export function deriveGrowth(now: Fact, before: Fact, sense: Sense = 'own'): WorkedFigure | undefined {
  if (now.value === '' || before.value === '') return undefined;
  const [to, from] = [quantityIn(now, sense), quantityIn(before, sense)];
  const rate = to.value > 0 ? growthRate(to, from) : undefined;
  const places = rate && decimalsKnown(rate, 1);
  if (!rate || places === undefined || places < 0) return undefined;
  const value = formatDecimal(rate.exact, places);
  return {
    text: written(formatAmount(value, 0, places), sense),
    value,
    unit: 'percent',
    toldIn: '%',
    now,
    before,
  };
}

/**
 * The difference of two facts of one unit, to the last digit that both print, and to no more than so many places; nil
 * counts as nought.
 */
export function deriveDifference(
  now: Fact,
  before: Fact,
  scale: number,
  sense: Sense = 'own',
  most = Infinity,
): WorkedFigure | undefined {
  const decimals = Math.min(now.decimals ?? Infinity, before.decimals ?? Infinity);
  if (decimals === Infinity || now.polarity !== before.polarity) return undefined;
  const { exact } = minus(quantityIn(now, sense), quantityIn(before, sense));
  const value = decimals > 0 ? formatDecimal(exact, decimals) : formatPlain(exact);
  const unit = now.unit === 'percent' ? 'points' : 'amount';
  const toldIn = unit === 'points' ? unit : formatUnit(now.unit, scale);
  const text = formatAmount(value, scale, Math.min(most, Math.max(0, decimals + scale)));
  return { text: written(text, sense), value, unit, toldIn, now, before };
}

const written = (text: string, sense: Sense): string => (sense === 'printed' ? inUsualDigits(text) : text);

function quantityIn(fact: Fact, sense: Sense): Quantity {
  const own = printedQuantity(fact);
  return sense === 'printed' && fact.polarity === -1 ? negate(own) : own;
}

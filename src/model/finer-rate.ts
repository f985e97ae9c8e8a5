import type { Fact } from './fact.ts';
import { shift } from './period.ts';
import { meets, printedQuantity } from './quantity.ts';
import type { Settled } from './settled.ts';

/** Digits that two amounts must share to be taken for one. */
const FEWEST_DIGITS = 3;

/**
 * Growth that is printed, or worked out, to more decimal places than so many, of another measure that is the same amounts:
 * the revenue of a line of business and of the segment that is nothing else. One thing grows by one number on a page.
 */
export function findFinerRate(
  facts: Settled,
  [now, before]: readonly [Fact, Fact],
  decimals: number,
): Fact | undefined {
  if (![now, before].every(({ basis, value }) => basis === 'reported' && countDigits(value) >= FEWEST_DIGITS))
    return undefined;
  return facts.ofPeriod(now.period).find((rate) => {
    if (rate.aspect !== 'changePercent' || rate.value === '') return false;
    if ((rate.decimals ?? 0) <= decimals || facts.findSettled(rate)?.grade === 'disputed') return false;
    if (!['', before.period, shift(now.period, -12)].includes(rate.compared)) return false;
    const { concept, dimensions } = rate;
    const isSame = (one: Fact): boolean => {
      const other = facts.find({ concept, dimensions, period: one.period, unit: one.unit });
      return other !== undefined && sharesWord(one, other) && areOne(one, other);
    };
    return isSame(now) && isSame(before);
  });
}

const areOne = (one: Fact, other: Fact): boolean =>
  countDigits(other.value) >= FEWEST_DIGITS && meets(printedQuantity(one), printedQuantity(other));

/** Two labels that name one thing have a word of it in common; two amounts may be alike by chance. */
const sharesWord = (one: Fact, other: Fact): boolean => {
  const words = wordsOf(other);
  return wordsOf(one).some((word) => words.includes(word));
};

/** What is worked out has the name of its measure, and its part beside it. */
const wordsOf = ({ label, dimensions }: Fact): readonly string[] =>
  `${label} ${dimensions.replaceAll(/\w+=/g, ' ')}`.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

const countDigits = (value: string): number => value.replaceAll(/\D|^[-0.]+|0+$/g, '').length;

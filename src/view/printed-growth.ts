import type { Fact } from '../model/fact.ts';
import { findFinerRate } from '../model/finer-rate.ts';
import { type Period, shift } from '../model/period.ts';
import { decimalsKnown, growthRate, printedQuantity } from '../model/quantity.ts';
import type { Settled } from '../model/settled.ts';

/** What a document prints as the growth of a figure from an earlier period, right or wrong. */
export const printedGrowth = (
  facts: Settled,
  { concept, period, dimensions }: Fact,
  earlier: Period,
): Fact | undefined =>
  facts
    .findAll({ concept, period, dimensions, aspect: 'changePercent' })
    .find(
      ({ value, origin, compared }) =>
        value !== '' &&
        origin !== 'derived' &&
        (compared === '' || compared === earlier || compared === shift(period, -12)),
    );

/**
 * The same where no check holds it wrong: the one number that all pages tell. Where it is printed to the whole percent or
 * would be known no better, that of the same amounts by another name.
 */
export function soundGrowth(facts: Settled, now: Fact, before: Fact): Fact | undefined {
  const isSame =
    now.basis === 'reported' &&
    before.basis === 'reported' &&
    now.unit === before.unit &&
    now.dimensions === before.dimensions;
  if (!isSame) return undefined;
  const printed = printedGrowth(facts, now, before.period);
  const sound = printed && facts.findSettled(printed)?.grade !== 'disputed' ? printed : undefined;
  const places = sound ? (sound.decimals ?? 0) : knownPlaces(now, before);
  return places < TENTHS ? (findFinerRate(facts, [now, before], places) ?? sound) : sound;
}

/** Decimal places of the growth of two figures that their digits allow. */
function knownPlaces(now: Fact, before: Fact): number {
  if (now.value === '' || before.value === '') return TENTHS;
  const rate = growthRate(printedQuantity(now), printedQuantity(before));
  return rate ? (decimalsKnown(rate, TENTHS) ?? -1) : TENTHS;
}

/** Growth is told to a tenth of a percent at most. */
const TENTHS = 1;

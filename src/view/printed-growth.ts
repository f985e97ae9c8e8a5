import type { Fact } from '../model/fact.ts';
import { type Period, shift } from '../model/period.ts';
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

/** The same where no check holds it wrong: the one number that all pages tell. */
export function soundGrowth(facts: Settled, now: Fact, before: Fact): Fact | undefined {
  const isSame =
    now.basis === 'reported' &&
    before.basis === 'reported' &&
    now.unit === before.unit &&
    now.dimensions === before.dimensions;
  const printed = isSame ? printedGrowth(facts, now, before.period) : undefined;
  return printed && facts.findSettled(printed)?.grade !== 'disputed' ? printed : undefined;
}

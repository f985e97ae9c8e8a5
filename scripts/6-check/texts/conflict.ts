import type { Printed } from '../../../src/model/fact.ts';
import { isDuration, monthsIn, type Period } from '../../../src/model/period.ts';

/** A figure that a column or sentence gives, and another place for another period. */
export interface Conflict {
  readonly here: Printed;
  readonly there: Printed;
}

/** Amounts as reported, which say by their digits what they are; numbers of shares stay as they are. */
export const isTelling = ({ aspect, unit, value, basis, qualifier }: Printed): boolean =>
  aspect === 'amount' && basis === 'reported' && unit !== 'shares' && value !== '' && qualifier === 'exact';

/** Digits that are not nought at the end. */
export const tellingDigits = ({ value }: Printed): number =>
  value.replace(/\D/g, '').replace(/0+$/, '').length;

/** What a figure measures, whatever its period. */
export const figureMeasure = ({ concept, dimensions, unit }: Printed): string =>
  [concept, dimensions, unit].join('|');

export const isAsLong = (a: Period, b: Period): boolean =>
  isDuration(a) === isDuration(b) && (!isDuration(a) || monthsIn(a) === monthsIn(b));

import { addMonths, firstDay, type IsoDate, lastDay, type Period } from '../../src/model/period.ts';

export type ShareBasis = 'pre-split' | 'post-split' | 'mixed';

/** Quarters after the start of the fiscal year at whose end each payment is recorded. */
const QUARTERS: Readonly<Record<string, number>> = { '1Q-end': 1, '2Q-end': 2, '3Q-end': 3, 'Year-end': 4 };

/**
 * Which shares a dividend per share is counted on, where the document speaks of a split. Unless the text says that the
 * figures were adjusted, each payment is on the shares of its record date; a year that the split divides is `mixed`.
 */
export function decideShareBasis(
  year: Period,
  payment: string | undefined,
  splitDate: IsoDate,
  isAdjusted: boolean,
): ShareBasis {
  if (isAdjusted) return 'post-split';
  if (payment) return recordDate(year, payment) < splitDate ? 'pre-split' : 'post-split';
  if (lastDay(year) < splitDate) return 'pre-split';
  return firstDay(year) < splitDate ? 'mixed' : 'post-split';
}

const recordDate = (year: Period, payment: string): IsoDate =>
  addMonths(lastDay(year), 3 * (QUARTERS[payment] ?? 4) - 12);

import { addMonths, endOf, type IsoDate, type Period, startOf } from '../../../src/model/period.ts';

/** Quarters after the start of the fiscal year at whose end each payment is recorded. */
const QUARTERS: Readonly<Record<string, number>> = { '1Q-end': 1, '2Q-end': 2, '3Q-end': 3, 'Year-end': 4 };

/**
 * Which shares a dividend per share is told on, where the document speaks of a split: those after it if the text around
 * says so, else those of the record date; a year that the split divides is `mixed`.
 */
export function splitBasisOf(
  year: Period,
  payment: string | undefined,
  splitDate: IsoDate,
  isAdjusted: boolean,
): 'pre-split' | 'post-split' | 'mixed' {
  if (isAdjusted) return 'post-split';
  if (payment)
    return addMonths(endOf(year), 3 * (QUARTERS[payment] ?? 4) - 12) < splitDate ? 'pre-split' : 'post-split';
  if (endOf(year) < splitDate) return 'pre-split';
  return startOf(year) < splitDate ? 'mixed' : 'post-split';
}

/** Whether a text says that amounts per share around it were adjusted for a split. */
export const saysAdjusted = (text: string): boolean =>
  /\bsplit\b|\badjusted for it\b/i.test(text) &&
  /retroactiv|\brestated\b|as if the (?:stock )?split/i.test(text);

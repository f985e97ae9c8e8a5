import type { Concept } from '../../src/model/concept.ts';
import { addMonths, endOf, isInstant, type Period, startOf } from '../../src/model/period.ts';
import type { ReadColumn } from '../3-context/columns.ts';
import type { DocumentContext } from '../3-context/document-context.ts';
import type { ReadTable } from '../3-context/read-table.ts';

/**
 * Which shares a dividend per share is counted on, where the document speaks of a split. Unless the text says that the
 * figures were adjusted, each payment is on the shares of its record date; a year whose payments fall on both sides of
 * the split is `mixed`. Nothing where no split is spoken of or the figure is not per share.
 */
export function shareBasisOf(
  concept: Concept,
  column: ReadColumn,
  period: Period,
  table: ReadTable,
  { splitDate }: DocumentContext,
): { readonly shareBasis?: 'pre-split' | 'post-split' | 'mixed' } {
  if (splitDate === '' || concept.kind !== 'perShare') return {};
  if (table.captions.isSplitAdjusted || isInstant(period)) return { shareBasis: 'post-split' };
  const payment = column.dimensions['payment'];
  if (payment !== undefined)
    return { shareBasis: recordDate(period, payment) < splitDate ? 'pre-split' : 'post-split' };
  if (endOf(period) < splitDate) return { shareBasis: 'pre-split' };
  return { shareBasis: startOf(period) < splitDate ? 'mixed' : 'post-split' };
}

/** Quarters after the start of the fiscal year at whose end each payment is recorded. */
const QUARTERS: Readonly<Record<string, number>> = { '1Q-end': 1, '2Q-end': 2, '3Q-end': 3, 'Year-end': 4 };

const recordDate = (year: Period, payment: string): string =>
  addMonths(endOf(year), 3 * (QUARTERS[payment] ?? 4) - 12);

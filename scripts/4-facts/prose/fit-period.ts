import { fiscalYearStart } from '../../../src/model/calendar.ts';
import { closing, isInstant, monthsIn, type Period } from '../../../src/model/period.ts';
import type { DocumentContext } from '../../3-context/document-context.ts';
import type { Measure } from './measures.ts';
import { isNameOfBalance } from './names-measure.ts';
import { yearOf } from './relative-times.ts';

const AT_END = /\b(?:ended|end of|closed|grew|rose|fell|increased|decreased|declined|totall?ed)\b/i;

/**
 * The period that a measure can have: balances and counts are instants, an undated count that of the release; a
 * dividend carries its fiscal year; what is measured over a span keeps one though a day is named.
 */
export function fitPeriod(
  period: Period,
  measure: Measure,
  document: DocumentContext,
  sentence: string,
): Period {
  const { concept, counts } = measure;
  const isUndated = period === document.period;
  if (concept === undefined) {
    if (counts === 'stock' && isUndated) return AT_END.test(sentence) ? closing(period) : document.released;
    return !counts && isNameOfBalance(measure.label) ? closing(period) : period;
  }
  if (concept.statement === 'dividends' && concept.kind === 'perShare')
    return monthsIn(period) === 12 ? period : yearOf(period, document.calendar, 0);
  if (concept.periodType === 'duration') return isInstant(period) ? spanTo(period, document) : period;
  if (isInstant(period)) return period;
  const isCount = concept.kind === 'count' || concept.kind === 'rate';
  return isCount && isUndated && !AT_END.test(sentence) ? document.released : closing(period);
}

/** The reported period that a day closes, else the fiscal year to that day. */
const spanTo = (day: Period, { period, calendar }: DocumentContext): Period =>
  closing(period) === day ? period : `${fiscalYearStart(calendar, day)}/${day}`;

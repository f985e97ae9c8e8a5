import { fiscalYearStart } from '../../../src/model/calendar.ts';
import { closing, isInstant, monthsIn, type Period } from '../../../src/model/period.ts';
import type { DocumentContext } from '../../3-context/document-context.ts';
import { isRatioOfBalances } from '../../grammar/balance-ratios.ts';
import type { Clock } from './clock.ts';
import type { Figure } from './figure.ts';
import type { Measure } from './measures.ts';
import { isNameOfBalance } from './names-measure.ts';
import { fiscalYearAround } from './relative-times.ts';

const AT_END = /\b(?:ended|end of|closed|grew|rose|fell|increased|decreased|declined|totall?ed)\b/i;

/**
 * The period that a measure can have: balances and counts are instants, a count that its sentence does not date that of
 * the release; a dividend carries its fiscal year; what is measured over a span keeps one though a day is named.
 */
export function fitPeriod(
  period: Period,
  measure: Measure,
  document: DocumentContext,
  { text, times, figure }: Pick<Clock, 'text' | 'times'> & { readonly figure: Figure },
): Period {
  const { concept, counts } = measure;
  const isReported = period === document.period;
  const isUndated = isReported && !isDatedHere(period, figure, text, times);
  if (concept === undefined) {
    if (counts === 'stock' && isReported) return isUndated ? document.released : closing(period);
    const isBalance = isNameOfBalance(measure.label) || isRatioOfBalances(measure.label);
    return !counts && isBalance ? closing(period) : period;
  }
  if (concept.statement === 'dividends' && concept.kind === 'perShare')
    return monthsIn(period) === 12 ? period : fiscalYearAround(period, document.calendar, 0);
  if (concept.periodType === 'duration') return isInstant(period) ? spanTo(period, document) : period;
  if (isInstant(period)) return period;
  const isCount = concept.kind === 'count' || concept.kind === 'rate';
  return isCount && isUndated ? document.released : closing(period);
}

/** Whether a number's own clause tells that it is of a period, or of its end, and not that it is so now. */
function isDatedHere(period: Period, { start, end }: Figure, text: string, times: Clock['times']): boolean {
  const from = text.lastIndexOf(';', start) + 1;
  const until = text.indexOf(';', end) < 0 ? text.length : text.indexOf(';', end);
  const clause = text.slice(from, until);
  if (/\b(?:now|today|currently|to date)\b/i.test(clause)) return false;
  return (
    AT_END.test(clause) ||
    times.some(
      (time) =>
        time.role !== 'event' && time.start >= from && time.end <= until && time.periods.includes(period),
    )
  );
}

/** The reported period that a day closes, else the fiscal year to that day. */
const spanTo = (day: Period, { period, calendar }: DocumentContext): Period =>
  closing(period) === day ? period : `${fiscalYearStart(calendar, day)}/${day}`;

import { partOf } from '../../src/model/calendar.ts';
import { addDays, endOf, isDuration, type Period, startOf } from '../../src/model/period.ts';
import type { Grid } from '../2-tables/grid.ts';
import { findPeriods } from '../grammar/periods.ts';
import { periodInHeader } from './column-periods.ts';
import type { DocumentContext } from './document-context.ts';

/**
 * Fiscal years of 52 and 53 weeks end on no fixed day: where a document prints the days of a quarter or year, its codes
 * (`Q2 2024`, `fiscal 2024`) mean those days.
 */
export function withPrintedPeriods(
  context: DocumentContext,
  lines: readonly string[],
  grids: readonly Grid[],
): DocumentContext {
  if (!lines.some((line) => /\bweeks?\b/i.test(line))) return context;
  const { calendar } = context;
  const printed: Record<string, Period> = {};
  for (const period of [...inHeads(grids, context), ...inLines(lines, context)]) {
    const part = isDuration(period) && !isWholeMonths(period) ? partOf(calendar, period) : undefined;
    if (part) printed[`${part.part}${part.year}`] = period;
  }
  const main = partOf(calendar, context.period);
  return {
    ...context,
    calendar: { ...calendar, printed },
    period: (main && printed[`${main.part}${main.year}`]) ?? context.period,
  };
}

const isWholeMonths = (period: Period): boolean =>
  startOf(period).endsWith('-01') && addDays(endOf(period), 1).endsWith('-01');

function* inHeads(grids: readonly Grid[], { calendar, period }: DocumentContext): Generator<Period> {
  for (const { columns, frame } of grids) {
    for (const { header } of columns) {
      if (header.length === 0) continue;
      const found = periodInHeader(header, { beside: frame, around: [], calendar, main: period });
      if (found) yield found;
    }
  }
}

function* inLines(lines: readonly string[], { calendar }: DocumentContext): Generator<Period> {
  for (const line of lines)
    if (/\bweeks?\b/i.test(line))
      for (const { period, form } of findPeriods(line, calendar)) if (form === 'span') yield period;
}

import { type Calendar, fiscalPart } from '../../src/model/calendar.ts';
import { isDuration, lastDay, monthsIn } from '../../src/model/period.ts';
import type { Grid, GridColumn } from '../2-tables/grid.ts';
import { hasSize } from '../grammar/read-times.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { headTime } from './head-times.ts';
import type { ReadColumn } from './read-column.ts';

/**
 * Heads that span columns are out of step with them in some copied tables: `Nine months ended` reaches over 31 December and
 * 31 March, and `Year ended` stands right of all figures. Each head is of a column at least, so that the last columns are
 * those of the heads over nothing; and so is one whose span is no part of the fiscal year, as its neighbour's of that
 * length is, which ends on another day. Where that makes no part of a year either, or the day is that of a column so
 * moved, the span is open.
 */
export function withSpansInStep(
  columns: readonly ReadColumn[],
  grid: Grid,
  calendar: Calendar,
  read: (column: GridColumn) => ReadColumn,
): ReadColumn[] {
  const isPart = ({ period }: ReadColumn): boolean =>
    period !== undefined && fiscalPart(calendar, period) !== undefined;
  const under = (column: GridColumn, span: string): ReadColumn =>
    read({ ...column, header: column.header.map((text) => (isSpan(text) ? span : text)) });
  const parts = Map.groupBy(columns.filter(isPart), lengthOf);
  const daysOfParts = new Map([...parts].map(([length, own]) => [length, new Set(own.map(dayOf))]));
  const idle = idleSpans(grid);
  const filled = grid.columns.filter(({ hasFigures, header }) => hasFigures && header.some(isSpan));
  const last = new Map(filled.slice(filled.length - idle.length).map(({ cell }, i) => [cell, idle[i] ?? '']));
  const days = new Set<string>();
  const moved = columns.map((column): ReadColumn => {
    const own = grid.columns[column.cell - 1];
    if (!own?.hasFigures || !column.period) return column;
    const alike = daysOfParts.get(lengthOf(column));
    const isApart = alike !== undefined && !alike.has(dayOf(column));
    const isAmid = lengthOf(column) > QUARTER && isApart && !isPart(column);
    const spans = last.get(column.cell) ?? (isAmid ? idle : []);
    const found = [spans]
      .flat()
      .map((span) => under(own, span))
      .filter(isPart);
    if (found.length !== 1 || !found[0]) return isAmid || last.has(column.cell) ? open(column) : column;
    days.add(dayOf(column));
    return found[0];
  });
  return moved.map((column, i) => (column === columns[i] && days.has(dayOf(column)) ? open(column) : column));
}

const open = (column: ReadColumn): ReadColumn => ({ ...column, timeDoubt: OUT_OF_STEP });

const OUT_OF_STEP = 'The heads over the columns are out of step: which span its figures are of is open.';
const QUARTER = 3;

/** In months: of a part of a year, 0 for all else. */
const lengthOf = ({ period }: ReadColumn): number => {
  const months = period !== undefined && isDuration(period) ? monthsIn(period) : 0;
  return months < 12 ? months : 0;
};

/** Month and day of its end. */
const dayOf = ({ period }: ReadColumn): string => (period ? lastDay(period).slice(5) : '');

/** Heads of spans right of all figures, where tabs and bars alone tell what stands over what. */
function idleSpans({ columns, isSpanned }: Grid): string[] {
  if (isSpanned) return [];
  const last = columns.findLast(({ hasFigures }) => hasFigures)?.cell ?? 0;
  const idle = columns.filter(({ cell, header }) => cell > last && header.every(isSpan));
  return [...new Set(idle.flatMap(({ header }) => header))];
}

/** `Nine months ended`, `Year ended`. */
function isSpan(text: string): boolean {
  const time = isTimeOnly(text) ? headTime([text]) : undefined;
  return time !== undefined && hasSize(time) && time.days.length === 0 && time.labels.length === 0;
}

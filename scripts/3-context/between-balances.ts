import type { Concept } from '../../src/model/concept.ts';
import { addDays, duration, isInstant, type Period } from '../../src/model/period.ts';
import type { GridCell } from '../2-tables/grid.ts';
import { hasSize, readTimes } from '../grammar/read-times.ts';
import type { ReadRow } from './read-row.ts';

/**
 * Rows between an opening and a closing balance tell what happened in between; those between two statements of one
 * balance, and those behind the last that add up to it, tell whose or what it is.
 */
export function betweenBalances(found: readonly ReadRow[]): ReadRow[] {
  const rows = betweenMoments(found);
  if (rows.filter(isBalance).length < 2) return rows;
  const last = rows.findLastIndex(isBalance);
  const behind = rows.slice(last + 1).filter(isOpenItem);
  const isSplitBehind = addUpTo(rows[last], behind);
  return rows.map((row, i) => {
    if (row.period || row.role === 'header' || row.role === 'unit') return row;
    const opening = rows.slice(0, i).findLast(isBalance)?.period;
    if (i > last && isSplitBehind && behind.includes(row)) return splitRow(row, opening);
    const closing = rows.slice(i + 1).find(isBalance)?.period;
    if (!opening || !closing) return row;
    return opening < closing
      ? { ...row, period: between(opening, closing), isBetween: true }
      : splitRow(row, closing);
  });
}

/** `Provision` between `Balance at start of period` and `Balance at close of period` is what was added to it. */
function betweenMoments(rows: readonly ReadRow[]): ReadRow[] {
  let closing = -1;
  let balance: Concept | undefined;
  return rows.map((row, i) => {
    if (row.moment === 'opening') {
      closing = rows.findIndex((other, at) => at > i && other.moment !== '' && other.row.role === 'item');
      if (rows[closing]?.moment !== 'closing') closing = -1;
      balance = row.concept;
    } else if (i > closing && tellsDay(row)) {
      closing = rows.findIndex((other, at) => at > i && other.concept === row.concept && tellsDay(other));
      balance = row.concept;
    }
    const isMovement = i < closing && row.moment === '' && !tellsDay(row);
    if (!isMovement || row.period || row.row.role !== 'item') return row;
    return {
      ...row,
      isBetween: true,
      ...(balance && { like: balance }),
      ...(row.concept?.periodType === 'instant' && { concept: undefined }),
    };
  });
}

/** `Equity as of April 1`: a balance on a day of each column's year. */
const tellsDay = ({ concept, moment, period, row }: ReadRow): boolean => {
  if (moment !== '' || period || row.role !== 'item' || concept?.periodType !== 'instant') return false;
  const [mark, ...others] = readTimes(row.label);
  return (
    mark !== undefined &&
    others.length === 0 &&
    !hasSize(mark) &&
    mark.days.some(({ year }) => year === undefined)
  );
};

const isBalance = ({ row, period, role }: ReadRow): boolean =>
  role !== 'group' && period !== undefined && isInstant(period) && /\bbalances?\b/i.test(row.label);

const isOpenItem = ({ row, period }: ReadRow): boolean => row.role === 'item' && period === undefined;

const splitRow = (row: ReadRow, period: Period | undefined): ReadRow => ({ ...row, period, isSplit: true });

const between = (opening: Period, closing: Period): Period => duration(addDays(opening, 1), closing);

/** In every column, to the last digit. */
function addUpTo(balance: ReadRow | undefined, parts: readonly ReadRow[]): boolean {
  if (!balance || parts.length < 2) return false;
  const columns = balance.row.cells.slice(1).filter(({ kind }) => kind === 'figure');
  return (
    columns.length > 0 &&
    columns.every((whole) => {
      const sum = parts.reduce(
        (all, { row }) => all + amountIn(row.cells.find((cell) => cell.column === whole.column)),
        0,
      );
      return Math.abs(sum - amountIn(whole)) < 1e-6;
    })
  );
}

/** The printed number of a cell; nil and an empty cell are 0. */
function amountIn(cell: GridCell | undefined): number {
  const figure = cell?.figures[0];
  return Number(figure?.token?.digits ?? 0) * (figure?.isNegative ? -1 : 1);
}

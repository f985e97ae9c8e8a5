import { makeMemberId } from '../../src/concepts/vocabulary.ts';
import { isDuration, lastDay } from '../../src/model/period.ts';
import type { Grid } from '../2-tables/grid.ts';
import { isChange } from './changes.ts';
import type { ReadColumn } from './read-column.ts';

/** Columns of amounts without a period get it from the dated ones that they stand in order or add up with. */
export function withPeriodsBeside(columns: readonly ReadColumn[], grid: Grid): ReadColumn[] {
  const amounts = columns.filter(
    ({ cell, aspect, isNote, header }) =>
      grid.columns[cell - 1]?.hasFigures &&
      header.length > 0 &&
      !isNote &&
      !isChange(aspect) &&
      aspect !== 'ratio',
  );
  const undated = amounts.filter(({ period }) => period === undefined);
  const dated = new Set(amounts.flatMap(({ period }) => period ?? []));
  if (undated.length === 0 || dated.size < 2) return [...columns];
  const told = inGroups(amounts) ?? betweenPeriods(amounts, grid);
  return columns.map((column) => told?.get(column) ?? column);
}

type Told = ReadonlyMap<ReadColumn, ReadColumn>;

/** `Adjusted`, `Adjustments`, `2025`, `Adjusted`, `Adjustments`, `2024`: the same heads in order around each period. */
function inGroups(columns: readonly ReadColumn[]): Told | undefined {
  const dated = columns.filter(({ period }) => period !== undefined);
  const size = columns.length / dated.length;
  if (!Number.isInteger(size) || size < 2) return undefined;
  const told = new Map<ReadColumn, ReadColumn>();
  for (const [i, own] of dated.entries()) {
    const group = columns.slice(i * size, (i + 1) * size);
    const isAlike = group.every((column, at) =>
      column === own
        ? columns[at]?.period !== undefined
        : column.header.join() === columns[at]?.header.join(),
    );
    if (!isAlike) return undefined;
    for (const column of group) if (column !== own) told.set(column, { ...column, period: own.period });
  }
  return told;
}

/** `2024`, `Currency`, `Volume`, `2025`: what leads from one period to another, where the figures add up so. */
function betweenPeriods(columns: readonly ReadColumn[], grid: Grid): Told | undefined {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first?.period || !last?.period || columns.slice(1, -1).some(({ period }) => period)) return undefined;
  if (!isDuration(first.period) || !isDuration(last.period) || !addUp(columns, grid)) return undefined;
  const [period, compared] = [first.period, last.period].sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1));
  return new Map(
    columns.slice(1, -1).map((column) => {
      const ways = Object.keys(column.ways).length > 0 ? column.ways : adjustmentMember(column);
      return [column, { ...column, period, compared, aspect: 'change', unknownMeasure: '', part: {}, ways }];
    }),
  );
}

const adjustmentMember = ({ header }: ReadColumn) => ({ adjustment: makeMemberId(header.at(-1) ?? '') });

const FEWEST_ROWS = 3;

/** Whether the first column and those after it come to the last, in nearly all rows. */
function addUp(columns: readonly ReadColumn[], { rows }: Grid): boolean {
  const sums = rows.flatMap(({ role, cells }) => {
    if (role !== 'item') return [];
    const values = columns.map(({ cell }) => valueAt(cells, cell));
    const places = Math.max(0, ...columns.map(({ cell }) => placesAt(cells, cell)));
    if (values.some(Number.isNaN)) return [];
    const rest = values.slice(0, -1).reduce((sum, value) => sum + value, 0) - (values.at(-1) ?? 0);
    return [Math.abs(rest) <= (columns.length / 2) * 10 ** -places];
  });
  return sums.length >= FEWEST_ROWS && sums.filter(Boolean).length >= 0.7 * sums.length;
}

const figureAt = (cells: Grid['rows'][number]['cells'], column: number) =>
  cells.find((cell) => cell.column === column)?.figures[0];

/** Of a dash 0, of an empty cell no number. */
function valueAt(cells: Grid['rows'][number]['cells'], column: number): number {
  const figure = figureAt(cells, column);
  if (!figure) return Number.NaN;
  return figure.token ? Number(figure.token.digits) * (figure.isNegative ? -1 : 1) : 0;
}

const placesAt = (cells: Grid['rows'][number]['cells'], column: number): number =>
  figureAt(cells, column)?.token?.places ?? 0;

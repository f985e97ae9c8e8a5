import type { Grid, GridRow } from '../2-tables/grid.ts';
import type { CellFigure } from '../grammar/cells.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { HIGHEST_RATE } from '../grammar/units.ts';
import type { ReadColumn } from './read-column.ts';

/**
 * What the figures of a column print themselves: a currency in some of them makes it one of money. Where the first and
 * another print a percent sign, none a currency, and all are told to one decimal place as rates are, the signs between
 * are left out, and the column is one of rates; not where a row of money has none: `Operating profit` below `Operating
 * margin`.
 */
export function withPrintedUnits(columns: readonly ReadColumn[], grid: Grid): readonly ReadColumn[] {
  const items = grid.rows.filter(({ role }) => role === 'item');
  return columns.map((column) => {
    const figures = items.flatMap(({ cells }) =>
      cells.filter((cell) => cell.column === column.cell).flatMap((cell) => cell.figures),
    );
    const isMoney = figures.some(({ unit }) => unit?.currency !== undefined);
    const isRate =
      !isMoney &&
      column.unit === undefined &&
      column.aspect === undefined &&
      areRates(figures, column) &&
      !items.some((row) => isBareAmount(row, column));
    const aspect =
      isRate && isBesideMeasure(column, columns, items) ? ('changePercent' as const) : ('ratio' as const);
    return { ...column, isMoney, ...(isRate && { unit: { measure: 'percent' }, aspect }) };
  });
}

/** Rates right behind the amounts that one head spans, over rows of times, are by how much these have changed. */
function isBesideMeasure(
  { cell, header, concept }: ReadColumn,
  columns: readonly ReadColumn[],
  items: readonly GridRow[],
): boolean {
  const left = columns.find((other) => other.cell === cell - 1);
  return (
    concept?.kind === 'monetary' &&
    left?.concept === concept &&
    left.header.join() === header.join() &&
    items.every(({ label }) => isTimeOnly(label))
  );
}

/** A row of money whose figure has no sign: what its column tells are not all rates. */
const isBareAmount = ({ label, cells }: GridRow, { cell: field }: ReadColumn): boolean =>
  OF_MONEY.test(label) &&
  !OF_RATES.test(label) &&
  cells.some(
    ({ column, figures }) => column === field && figures.some(({ token }) => token?.percent === false),
  );

/** Labels of amounts. */
const OF_MONEY =
  /\b(?:revenues?|sales|turnover|profits?|income|earnings|ebitd?a?|cash flows?|debt|backlog)\b/i;

/** `Rate`, `Yield`: the first figure's sign holds for all of them. */
const OF_RATES = /\b(?:rates?|yields?|margins?)\b/i;

function areRates(figures: readonly CellFigure[], { header }: ReadColumn): boolean {
  const numbers = figures.flatMap(({ token }) => token ?? []);
  const signs = numbers.filter(({ percent }) => percent).length;
  const places = new Set(numbers.map((token) => token.places));
  return (
    numbers[0]?.percent === true &&
    (signs > 1 || OF_RATES.test(header.at(-1) ?? '')) &&
    places.size === 1 &&
    !places.has(0) &&
    numbers.every(({ digits }) => Number(digits) < HIGHEST_RATE)
  );
}

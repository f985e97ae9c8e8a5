import { lastDay } from '../../src/model/period.ts';
import type { Grid, GridCell } from '../2-tables/grid.ts';
import type { ReadColumn } from './read-column.ts';

/** Rows that must fit before a column is taken for a translation. */
const LEAST_ROWS = 4;

/** Wider tables have a head over each column. */
const MOST_COLUMNS = 60;

/**
 * A column in a second currency carries the period of the column it translates: the one to which its figures stand at
 * one rate, row by row. Only columns whose head spans them are moved; a column with a head of its own keeps it.
 */
export function matchTranslations(
  grid: Grid,
  columns: readonly ReadColumn[],
  currency: string,
): ReadColumn[] {
  if (columns.length > MOST_COLUMNS) return [...columns];
  return columns.map((column) => {
    const named = grid.columns[column.cell - 1]?.isNamed ?? false;
    if (named || column.unit?.currency === undefined || column.unit.currency === currency) return column;
    const originals = columns.filter(
      ({ unit, period }) => unit?.currency === currency && period !== undefined,
    );
    const fits = originals.map((original) => ({
      original,
      spread: rateSpread(grid, original.cell, column.cell),
    }));
    const best = fits.filter(({ spread }) => spread !== undefined).sort(byFit)[0];
    return best && best.original.period !== undefined ? { ...column, period: best.original.period } : column;
  });
}

type Fit = { readonly original: ReadColumn; readonly spread: number | undefined };

/** The steadier rate wins, the later period where two are equal. */
const byFit = (a: Fit, b: Fit): number =>
  (a.spread ?? 0) - (b.spread ?? 0) ||
  (lastDay(a.original.period ?? '') < lastDay(b.original.period ?? '') ? 1 : -1);

/** Share of rows whose rate is more than 1 % off the middle rate; undefined with too few rows to tell. */
function rateSpread(grid: Grid, original: number, translated: number): number | undefined {
  const rates = grid.rows
    .map(({ cells }) => figureIn(cells[original]) / figureIn(cells[translated]))
    .filter((rate) => Number.isFinite(rate) && rate > 0)
    .sort((a, b) => a - b);
  if (rates.length < LEAST_ROWS) return undefined;
  const middle = rates[Math.floor(rates.length / 2)] ?? 0;
  return rates.filter((rate) => Math.abs(rate / middle - 1) > 0.01).length / rates.length;
}

const figureIn = (cell: GridCell | undefined): number =>
  Number(cell?.figures[0]?.token?.digits ?? Number.NaN);

import { conceptById, concepts } from '../concepts/index.ts';
import type { Issuer } from '../data/index.ts';
import { formatDate, formatUnit } from '../model/format.ts';
import { isInstant, type Period } from '../model/period.ts';
import { pageScale } from './key-figures.ts';
import { type TrendRow, trendRow } from './trend.ts';

/** The balance sheets of an issuer side by side, oldest first. */
export interface Balances {
  readonly unit: string;
  readonly dates: readonly { readonly period: Period; readonly name: string }[];
  readonly rows: readonly BalanceRow[];
}

export interface BalanceRow extends TrendRow {
  /** A printed total of rows above it. */
  readonly isSum: boolean;
}

/** What every balance sheet tells: a date without it has none. */
const TOTAL = 'Assets';

/** The amounts of all balance sheets, as far as more than one date has them; none where there is but one. */
export function balancesOf(issuer: Issuer): Balances | undefined {
  const stated = issuer.facts
    .ofConcept(TOTAL)
    .filter(
      ({ basis, dimensions, period }) => basis === 'reported' && dimensions === '' && isInstant(period),
    );
  const dates = [...new Set(stated.map(({ period }) => period))].sort();
  if (dates.length < 2) return undefined;
  const scale = Math.max(...issuer.record.periods.map(({ period }) => pageScale(issuer, period)));
  return {
    unit: formatUnit(issuer.record.reportingCurrency, scale),
    dates: dates.map((period) => ({ period, name: formatDate(period) })),
    rows: withSums(
      concepts
        .filter(({ statement, kind }) => statement === 'balanceSheet' && kind === 'monetary')
        .flatMap(({ id }) => trendRow(issuer, id, dates, scale) ?? [])
        .filter(({ cells }) => cells.filter(Boolean).length > 1),
    ),
  };
}

/** Rows are totals where they are printed and all that they add up stands above them. */
function withSums(rows: readonly TrendRow[]): BalanceRow[] {
  const places = new Map(rows.map(({ concept }, index) => [concept, index]));
  return rows.map((row, index) => {
    const closes = (conceptById.get(row.concept)?.sums ?? []).some((sum) => {
      const parts = Object.keys(sum).flatMap((id) => places.get(id) ?? []);
      return parts.length > 1 && parts.every((part) => part < index);
    });
    return { ...row, isSum: closes && row.cells.every((cell) => cell?.fact.origin !== 'derived') };
  });
}

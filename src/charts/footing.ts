import {
  type Decimal,
  formatPlain,
  parseDecimal,
  plusDecimal,
  sumDecimals,
  timesWhole,
} from '../model/decimal.ts';
import type { Fact } from '../model/fact.ts';
import { formatAmount, formatFact, knownPlaces } from '../model/format.ts';
import { inUsualDigits } from '../model/house-style.ts';
import { isMoney } from '../model/page-form.ts';
import type { ChartCell, ChartTable, TableSum } from './chart.ts';
import { isFact } from './figures-csv.ts';

const ROUNDING = 'Rounding';

/**
 * A table whose parts add up to their totals at the digits that are shown: where rounding keeps them from doing so, a row
 * before the total tells by how much. Sums are given from the top down.
 */
export function footed(table: Omit<ChartTable, 'sums'>, sums: readonly TableSum[]): ChartTable {
  return sums.reduceRight<ChartTable>((whole, sum) => withRounding(whole, sum), { ...table, sums: [] });
}

function withRounding(table: ChartTable, sum: TableSum): ChartTable {
  const left = sum.columns.map((column) => leftOver(table, sum, column));
  if (left.every((text) => text === '')) return { ...table, sums: [sum, ...(table.sums ?? [])] };
  const cells = (table.rows[sum.total]?.cells ?? []).map(
    (_, column) => left[sum.columns.indexOf(column)] ?? '',
  );
  const at = sum.total;
  const rows = table.rows.toSpliced(at, 0, { label: ROUNDING, cells });
  const parts = [...sum.parts, [at, 1] as const];
  const own: TableSum = { ...sum, parts, total: at + 1 };
  return { ...table, rows, sums: [own, ...(table.sums ?? []).map((other) => shifted(other, at))] };
}

/** Rows from `at` on stand one further down. */
const shifted = ({ total, parts, columns }: TableSum, at: number): TableSum => ({
  total: total >= at ? total + 1 : total,
  parts: parts.map(([row, weight]) => [row >= at ? row + 1 : row, weight] as const),
  columns,
});

/** What the shown parts leave of the shown total; empty where that is nothing, or not told by all of them. */
function leftOver(table: ChartTable, { total, parts }: TableSum, column: number): string {
  const whole = parseShown(shownText(table.rows[total]?.cells[column] ?? '', table));
  if (!whole) return '';
  const shown = parts.map(([row, weight]) => {
    const text = shownText(table.rows[row]?.cells[column] ?? '', table);
    return [parseShown(text) ?? parseDecimal(''), weight] as const;
  });
  const rest = plusDecimal(whole, timesWhole(sumDecimals(shown), -1));
  if (rest.digits === 0n) return '';
  return formatAmount(formatPlain(rest), 0, rest.places);
}

/** What a table prints in a cell. */
export function shownText(cell: ChartCell, { scale, places }: Pick<ChartTable, 'scale' | 'places'>): string {
  if (typeof cell === 'string') return cell;
  if (!isFact(cell)) return cell.text;
  return isMoney(cell) ? formatFact(cell, scale, placesIn(cell, { scale, places })) : formatFact(cell);
}

/** The places that a fact of money is told with in a table: none that is not known. */
export const placesIn = (fact: Fact, { scale, places }: Pick<ChartTable, 'scale' | 'places'>): number =>
  Math.min(places, knownPlaces(fact, scale));

/** The number that a text shows; undefined for words and dashes. */
export function parseShown(text: string): Decimal | undefined {
  const match = /^(\(?)([+-]?)([\d,]+(?:\.\d+)?)%?\)?$/.exec(inUsualDigits(text.trim()));
  if (!match) return undefined;
  const number = parseDecimal((match[3] ?? '').replaceAll(',', ''));
  return match[1] === '(' || match[2] === '-' ? timesWhole(number, -1) : number;
}

import { type Decimal, formatPlain, parseDecimal, sumDecimals, timesWhole, ZERO } from '../model/decimal.ts';
import type { Fact } from '../model/fact.ts';
import { formatAmount, formatFact, knownPlaces } from '../model/format.ts';
import { inUsualDigits } from '../model/house-style.ts';
import { isMoney } from '../model/page-form.ts';
import type { ChartCell, ChartRow, ChartTable, TableSum } from './chart.ts';
import { isFact } from './figures-csv.ts';

const ROUNDING = 'Rounding';

/** The columns in which each strong row is the sum of those above it, from the last strong one on: with it where totals go on from each other. */
export interface Footing {
  readonly columns: readonly number[];
  readonly isRunning?: true;
}

/**
 * A table whose rows add up to their totals at the digits that are shown: where rounding keeps them from doing so, a row
 * before the total tells by how much.
 */
export function footed(table: ChartTable, { columns, isRunning }: Footing): ChartTable {
  const rows: ChartRow[] = [];
  const sums: TableSum[] = [];
  let first = 0;
  for (const row of table.rows) {
    if (row.strong && rows.length > first) {
      const rest = row.cells.map((cell, column) =>
        columns.includes(column) ? leftOver(table, cell, rows.slice(first), column) : '',
      );
      if (rest.some((text) => text !== '')) rows.push({ label: ROUNDING, cells: rest });
      sums.push({ first, total: rows.length, columns });
      first = isRunning ? rows.length : rows.length + 1;
    }
    rows.push(row);
  }
  return { ...table, rows, sums };
}

/** What the shown parts leave of the shown total; empty where that is nothing, or not told by all of them. */
function leftOver(table: ChartTable, total: ChartCell, parts: readonly ChartRow[], column: number): string {
  const whole = parseShown(shownText(total, table));
  if (!whole) return '';
  const shown = parts.map(({ cells }) => parseShown(shownText(cells[column] ?? '', table)) ?? ZERO);
  const rest = sumDecimals([[whole, 1], ...shown.map((part) => [part, -1] as const)]);
  return rest.digits === 0n ? '' : formatAmount(formatPlain(rest), 0, rest.places);
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

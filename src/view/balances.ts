import type { Issuer } from '../data/index.ts';
import { formatPlain, parseDecimal, plusDecimal, timesWhole } from '../model/decimal.ts';
import type { TableRow } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import {
  formatAmount,
  formatDate,
  formatFact,
  formatUnit,
  knownValue,
  placesBeside,
} from '../model/format.ts';
import { isInstant, type Period } from '../model/period.ts';
import { amountAt, pageScale, scaleFor } from './key-figures.ts';
import { conceptLabel } from './names.ts';
import { printedStatements } from './printed-statements.ts';
import { isBody } from './table-columns.ts';
import type { TrendCell } from './trend.ts';

/** The balance sheets of an issuer side by side, oldest first, in the rows of the newest that is printed. */
export interface Balances {
  readonly unit: string;
  readonly dates: readonly { readonly period: Period; readonly name: string }[];
  readonly rows: readonly BalanceRow[];
}

export interface BalanceRow {
  readonly concept: string;
  readonly name: string;
  readonly cells: readonly (TrendCell | undefined)[];
  /** A total of rows above it. */
  readonly isSum: boolean;
  /** What rounding leaves between the rows above and the total below, by date; then there are no figures. */
  readonly rounding?: readonly string[];
}

/** What every balance sheet tells: a date without it has none. */
const TOTAL = 'Assets';

/** The amounts of all balance sheets; none where there is but one, or where no document prints one in full. */
export function balancesOf(issuer: Issuer): Balances | undefined {
  const stated = issuer.facts
    .ofConcept(TOTAL)
    .filter(
      ({ basis, dimensions, period, aspect }) =>
        basis === 'reported' && aspect === 'amount' && dimensions === '' && isInstant(period),
    );
  const dates = [...new Set(stated.map(({ period }) => period))].sort();
  const scale = Math.max(0, ...issuer.record.periods.map(({ period }) => pageScale(issuer, period)));
  const rows =
    dates.length < 2 ? [] : lines(issuer).flatMap((line) => rowOf(issuer, line, dates, scale) ?? []);
  if (!rows.some(({ concept }) => concept === TOTAL)) return undefined;
  return {
    unit: formatUnit(issuer.record.reportingCurrency, scale),
    dates: dates.map((period) => ({ period, name: formatDate(period) })),
    rows: withRounding(rows),
  };
}

/** A row of a balance sheet: what it tells, with the sign that is printed. */
interface Line {
  readonly fact: Fact;
  readonly role: TableRow['role'];
}

/** The rows of the newest sheet, and of older ones those that it has no more, behind the row that they follow there. */
function lines(issuer: Issuer): Line[] {
  const [newest, ...older] = printedStatements(issuer, 'balanceSheet').map(({ blocks }) =>
    blocks.flatMap(({ rows }) => rows.filter(isBody)).flatMap((row) => lineOf(issuer, row) ?? []),
  );
  const all = [...(newest ?? [])];
  for (const sheet of older) {
    let at = 0;
    for (const line of sheet) {
      const known = all.findIndex((other) => keyOf(other) === keyOf(line));
      if (known < 0) all.splice(at, 0, line);
      at = (known < 0 ? at : known) + 1;
    }
  }
  return all.filter((line, index) => all.findIndex((other) => keyOf(other) === keyOf(line)) === index);
}

const keyOf = ({ fact: { concept, dimensions } }: Line): string => `${concept}|${dimensions}`;

function lineOf({ facts, record }: Issuer, { cells, role }: TableRow): Line | undefined {
  const fact = cells
    .flatMap((cell) => cell.facts)
    .flatMap((id) => facts.byId(id) ?? [])
    .find(
      ({ aspect, unit, period }) =>
        aspect === 'amount' && unit === record.reportingCurrency && isInstant(period),
    );
  return fact && { fact, role };
}

function rowOf(
  issuer: Issuer,
  { fact: printed, role }: Line,
  dates: readonly Period[],
  scale: number,
): BalanceRow | undefined {
  const cells = dates.map((date) => {
    const found = amountAt(issuer, printed.concept, date, [printed.dimensions]);
    return found && cellOf({ ...found, polarity: found.polarity === printed.polarity ? 1 : -1 }, scale);
  });
  if (!cells.some(Boolean)) return undefined;
  const name = conceptLabel(printed.concept, printed.label);
  return { concept: printed.concept, name, cells, isSum: role === 'sum' || role === 'total' };
}

function cellOf(fact: Fact, page: number): TrendCell {
  const scale = scaleFor(fact, page);
  const places = placesBeside(fact, scale);
  return { fact, scale, places, hanging: formatFact(fact, scale, places).endsWith(')') };
}

/**
 * Where the shown rows do not make up a shown total, by no more than rounding explains, a row says by how much. What a
 * total closes, its place tells: the rows above it that nothing has closed yet, with earlier totals for theirs.
 */
function withRounding(rows: readonly BalanceRow[]): BalanceRow[] {
  const result: BalanceRow[] = [];
  let open: BalanceRow[] = [];
  for (const row of rows) {
    const parts = row.isSum ? partsOf(row, open) : undefined;
    if (parts) {
      const rounding = row.cells.map((_, date) => restOf(row, parts, date));
      if (rounding.some(Boolean))
        result.push({ concept: '', name: 'Rounding', cells: [], isSum: false, rounding });
      open = open.slice(0, open.length - parts.length);
    }
    result.push(row);
    open.push(row);
  }
  return result;
}

/** The fewest of the last open rows, two or more, that come to a total on every date but for rounding. */
function partsOf(total: BalanceRow, open: readonly BalanceRow[]): readonly BalanceRow[] | undefined {
  for (let count = 2; count <= open.length; count++) {
    const parts = open.slice(-count);
    const isClose = total.cells.every(
      (cell, date) => !cell || Math.abs(exactRest(total, parts, date)) <= slack(parts, date),
    );
    if (isClose) return parts;
  }
  return undefined;
}

/** What the digits of some rows leave open together, in base units. */
const slack = (parts: readonly BalanceRow[], date: number): number =>
  parts.reduce((sum, { cells }) => sum + 10 ** -(cells[date]?.fact.decimals ?? 0), 1);

const exactRest = (total: BalanceRow, parts: readonly BalanceRow[], date: number): number =>
  valueAt(total, date) - parts.reduce((sum, part) => sum + valueAt(part, date), 0);

const valueAt = ({ cells }: BalanceRow, date: number): number => {
  const fact = cells[date]?.fact;
  return fact ? Number(fact.value) * fact.polarity : 0;
};

/** A total less its parts as they are shown; empty where that is nothing. */
function restOf(total: BalanceRow, parts: readonly BalanceRow[], date: number): string {
  const cell = total.cells[date];
  if (!cell) return '';
  const shown = (row: BalanceRow): ReturnType<typeof parseDecimal> => {
    const own = row.cells[date];
    return own ? parseDecimal(knownValue(own.fact, cell.scale, cell.places)) : parseDecimal('');
  };
  const rest = parts.reduce((left, part) => plusDecimal(left, timesWhole(shown(part), -1)), shown(total));
  return rest.digits === 0n ? '' : formatAmount(formatPlain(rest), cell.scale, cell.places);
}

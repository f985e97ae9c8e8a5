import type { ConceptId } from '../concepts/index.ts';
import type { Issuer } from '../data/index.ts';
import { formatPlain, parseDecimal, plusDecimal, timesWhole } from '../model/decimal.ts';
import type { TableRow } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatAmount, formatDate, formatUnit, knownValue } from '../model/format.ts';
import type { PageForm } from '../model/page-form.ts';
import { isInstant, type Period } from '../model/period.ts';
import { amountAt, issuerForm } from './key-figures.ts';
import { measureLabel } from './names.ts';
import { printedStatements } from './printed-statements.ts';
import { isBody } from './table-columns.ts';
import { MOST_COLUMNS, type TrendCell, trendCell } from './trend.ts';

/** The balance sheets of an issuer side by side, oldest first, in the rows of the newest that is printed. */
export interface Balances {
  readonly unit: string;
  /** The newest of them. */
  readonly dates: readonly { readonly period: Period; readonly name: string }[];
  /** How many there are. */
  readonly count: number;
  readonly rows: readonly BalanceRow[];
}

export interface BalanceRow {
  readonly concept: string;
  readonly name: string;
  readonly cells: readonly (TrendCell | undefined)[];
  /** A total of rows above it. */
  readonly isSum: boolean;
  /** What the rows above leave of the total below, by date; then there are no figures. */
  readonly rest?: readonly string[];
}

/** What every balance sheet tells: a date without it has none. */
const TOTAL: ConceptId = 'Assets';

/** The amounts of all balance sheets; none where there is but one, or where no document prints one in full. */
export function findBalances(issuer: Issuer): Balances | undefined {
  const stated = issuer.facts
    .ofConcept(TOTAL)
    .filter(
      ({ basis, dimensions, period, aspect }) =>
        basis === 'reported' && aspect === 'amount' && dimensions === '' && isInstant(period),
    );
  const all = [...new Set(stated.map(({ period }) => period))].sort();
  const dates = all.slice(-MOST_COLUMNS);
  const form = issuerForm(issuer);
  const rows =
    dates.length < 2 ? [] : lines(issuer).flatMap((line) => findRow(issuer, line, dates, form) ?? []);
  if (!rows.some(({ concept }) => concept === TOTAL)) return undefined;
  return {
    unit: formatUnit(issuer.record.reportingCurrency, form.scale),
    dates: dates.map((period) => ({ period, name: formatDate(period) })),
    count: all.length,
    rows: withRests(rows),
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
    blocks.flatMap(({ rows }) => rows.filter(isBody)).flatMap((row) => findLine(issuer, row) ?? []),
  );
  const all = [...(newest ?? [])];
  for (const sheet of older) {
    let at = 0;
    for (const line of sheet) {
      const known = all.findIndex((other) => lineKey(other) === lineKey(line));
      if (known < 0) all.splice(at, 0, line);
      at = (known < 0 ? at : known) + 1;
    }
  }
  return all.filter((line, index) => all.findIndex((other) => lineKey(other) === lineKey(line)) === index);
}

const lineKey = ({ fact: { concept, dimensions } }: Line): string => `${concept}|${dimensions}`;

function findLine({ facts, record }: Issuer, { cells, role }: TableRow): Line | undefined {
  const fact = cells
    .flatMap((cell) => cell.facts)
    .flatMap((id) => facts.byId(id) ?? [])
    .find(
      ({ aspect, unit, period }) =>
        aspect === 'amount' && unit === record.reportingCurrency && isInstant(period),
    );
  return fact && { fact, role };
}

function findRow(
  issuer: Issuer,
  { fact: printed, role }: Line,
  dates: readonly Period[],
  form: PageForm,
): BalanceRow | undefined {
  const cells = dates.map((date) => {
    const found = amountAt(issuer, printed.concept, date, [printed.dimensions]);
    return found && trendCell({ ...found, polarity: found.polarity === printed.polarity ? 1 : -1 }, form);
  });
  if (!cells.some(Boolean)) return undefined;
  const name = measureLabel(printed);
  return { concept: printed.concept, name, cells, isSum: role === 'sum' || role === 'total' };
}

const ROUNDING = 'Rounding';
const UNTOLD = 'Not in the lines above';

/**
 * Where the shown rows do not make up a shown total, a row says by how much: by rounding, or by lines that the sheet
 * leaves out. What a total closes, its place tells: the last rows above it that come to it, else all since the total
 * before, else, right below that, the most of the last rows that are within it and of which not all are totals.
 */
export function withRests(rows: readonly BalanceRow[]): BalanceRow[] {
  const result: BalanceRow[] = [];
  let open: BalanceRow[] = [];
  for (const read of rows) {
    const row = { ...read, isSum: read.isSum || isExactSum(read, open) };
    const parts = row.isSum ? findParts(row, open) : undefined;
    const closed = parts ?? (row.isSum ? findUntold(row, open) : []);
    const rest = closed.length > 0 ? row.cells.map((_, date) => formatRest(row, closed, date)) : [];
    if (rest.some(Boolean))
      result.push({ concept: '', name: parts ? ROUNDING : UNTOLD, cells: [], isSum: false, rest });
    open = [...open.slice(0, open.length - closed.length), row];
    result.push(row);
  }
  return result;
}

/** A total that its name does not tell, such as `Noncurrent assets`: two rows above it or more come to it on every date. */
const isExactSum = (row: BalanceRow, open: readonly BalanceRow[]): boolean =>
  row.cells.every((cell, date) => cell && valueAt(row, date) !== 0) &&
  open.some((_, index) => {
    const parts = open.slice(-index - 2);
    return parts.length > 1 && row.cells.every((_cell, date) => exactRest(row, parts, date) === 0);
  });

/** The fewest of the last open rows that come to a total on every date, exactly or else but for rounding. */
function findParts(total: BalanceRow, open: readonly BalanceRow[]): readonly BalanceRow[] | undefined {
  const runs = open.map((_, index) => open.slice(-index - 1));
  const isWithin = (allowed: (parts: readonly BalanceRow[], date: number) => number) =>
    runs.find((parts) =>
      total.cells.every(
        (cell, date) => !cell || Math.abs(exactRest(total, parts, date)) <= allowed(parts, date),
      ),
    );
  return isWithin(() => 0) ?? isWithin(slack);
}

function findUntold(total: BalanceRow, open: readonly BalanceRow[]): readonly BalanceRow[] {
  const items = open.slice(open.findLastIndex(({ isSum }) => isSum) + 1);
  if (items.length > 0) return items;
  const isWithin = (parts: readonly BalanceRow[]) =>
    total.cells.every((cell, date) => !cell || exactRest(total, parts, date) > -slack(parts, date));
  const within = open.map((_, index) => open.slice(-index - 1)).findLast(isWithin) ?? [];
  return within.every(({ isSum }) => isSum) ? [] : within;
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
function formatRest(total: BalanceRow, parts: readonly BalanceRow[], date: number): string {
  const cell = total.cells[date];
  if (!cell) return '';
  const shown = (row: BalanceRow): ReturnType<typeof parseDecimal> => {
    const own = row.cells[date];
    return own ? parseDecimal(knownValue(own.fact, cell.scale, cell.places)) : parseDecimal('');
  };
  const rest = parts.reduce((left, part) => plusDecimal(left, timesWhole(shown(part), -1)), shown(total));
  return rest.digits === 0n ? '' : formatAmount(formatPlain(rest), cell.scale, cell.places);
}

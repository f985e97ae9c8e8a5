import type { Issuer } from '../data/index.ts';
import type { TableBlock, TableColumn, TableRow } from '../model/document.ts';
import { isInstant, lastDay, monthsIn, type Period } from '../model/period.ts';
import { periodBefore } from '../model/year-before.ts';

/** How a column is set: the page's period strong, a translation quiet, what was worked out marked. */
export type Tone = '' | 'strong' | 'quiet' | 'derived';

/** A column to show: one of the document, or one worked out from two of them. */
export type ShownColumn = PrintedTableColumn | WorkedColumn;

interface Shown {
  /** Cell that it is in the document's rows. */
  readonly index: number;
  readonly column: TableColumn;
}

export interface PrintedTableColumn extends Shown {
  readonly kind: 'printed';
  readonly tone: Tone;
  /** Holds no number, so that nobody knows what it is told in. */
  readonly isNil?: boolean;
}

export interface WorkedColumn {
  readonly kind: 'change' | 'growth';
  readonly now: Shown;
  readonly before: Shown;
  readonly tone: 'derived';
}

/** Statements whose columns are two states of one thing, so that a change column says something. */
const COMPARABLE = new Set([
  'income',
  'comprehensiveIncome',
  'balanceSheet',
  'cashFlow',
  'segments',
  'operating',
]);

const ASPECT_ORDER = ['amount', 'ratio', 'change', 'changePercent'];

/**
 * The columns of a table that hold anything. Where each has a period, unit or aspect of its own they stand in the
 * order now, before, change, translation, with the change worked out if it is not printed; else as printed.
 */
export function chooseColumns(issuer: Issuer, block: TableBlock, period: Period): ShownColumn[] {
  const currency = issuer.record.reportingCurrency;
  const shown = block.columns
    .map((column, index) => ({ column, index }))
    .filter(
      ({ index }) => index > 0 && block.rows.some((row) => isBody(row) && row.cells[index]?.text.trim()),
    );
  const printed = shown.map(
    ({ column, index }): PrintedTableColumn => ({
      kind: 'printed',
      index,
      column,
      tone: chooseTone(column, block.statement === 'equity' ? [] : shown, period, currency),
      isNil: !block.rows.some((row) => isBody(row) && /\d/.test(row.cells[index]?.text ?? '')),
    }),
  );
  return isComparison(printed) ? withChange(issuer, block, printed.sort(byLength(printed))) : printed;
}

/** All rows but those that are headings of the columns. */
export const isBody = ({ role }: TableRow): boolean => role !== 'header' && role !== 'unit';

/** True where the columns tell of several periods, so that one of them can be the page's own. */
export const comparesPeriods = (columns: readonly { readonly column: TableColumn }[]): boolean =>
  new Set(columns.map(({ column }) => lastDay(column.period)).filter(Boolean)).size > 1;

function chooseTone(column: TableColumn, all: readonly Shown[], period: Period, currency: string): Tone {
  const isMoney = /^[A-Z]{3}$/.test(column.unit);
  if (isMoney && column.unit !== currency && all.some((other) => other.column.unit === currency))
    return 'quiet';
  const isOwn = column.period === period || column.period === lastDay(period);
  return isOwn && column.aspect === 'amount' && comparesPeriods(all) ? 'strong' : '';
}

function isComparison(columns: readonly PrintedTableColumn[]): boolean {
  const keys = columns.map(
    ({ column }) => `${column.period}|${column.unit}|${column.aspect}|${column.basis}`,
  );
  return columns.length > 1 && new Set(keys).size === keys.length && !keys.some((key) => key.startsWith('|'));
}

/** Periods of one length stand together, in the order in which the document first prints them. */
function byLength(
  printed: readonly PrintedTableColumn[],
): (a: PrintedTableColumn, b: PrintedTableColumn) => number {
  const lengths = [...new Set(printed.map(({ column }) => monthsIn(column.period)))];
  const columnPlace = ({ column }: PrintedTableColumn): number => lengths.indexOf(monthsIn(column.period));
  return (a, b) => columnPlace(a) - columnPlace(b) || nowBeforeChange(a, b);
}

function nowBeforeChange(a: PrintedTableColumn, b: PrintedTableColumn): number {
  const rank = ({ column, tone }: PrintedTableColumn) =>
    (tone === 'quiet' ? ASPECT_ORDER.length : 0) + ASPECT_ORDER.indexOf(column.aspect);
  return rank(a) - rank(b) || (lastDay(a.column.period) > lastDay(b.column.period) ? -1 : 1);
}

/** Adds change and growth where two amounts face each other and the document prints neither. */
function withChange(
  issuer: Issuer,
  block: TableBlock,
  columns: readonly PrintedTableColumn[],
): ShownColumn[] {
  const amounts = columns.filter(({ column, tone }) => tone !== 'quiet' && column.aspect === 'amount');
  const [now, before, more] = amounts;
  const printsChange = columns.some(({ column }) => column.aspect !== 'amount');
  if (!before || !now || more || printsChange || !COMPARABLE.has(block.statement)) return [...columns];
  if (before.column.unit !== now.column.unit || !areComparable(issuer, before.column, now.column))
    return [...columns];
  const derived = (['change', 'growth'] as const).map(
    (kind): WorkedColumn => ({ kind, now, before, tone: 'derived' }),
  );
  return [...amounts, ...derived, ...columns.filter(({ tone }) => tone === 'quiet')];
}

/** Two dates of a balance, or one stretch of two years. */
const areComparable = ({ record }: Issuer, before: TableColumn, now: TableColumn): boolean =>
  (isInstant(before.period) && isInstant(now.period)) || periodBefore(record, now.period) === before.period;

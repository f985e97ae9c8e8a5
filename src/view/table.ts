import type { Issuer } from '../data/index.ts';
import type { DocumentRecord, RowRole, TableBlock, TableColumn, TableRow } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatUnit } from '../model/format.ts';
import { endOf, type Period, shift } from '../model/period.ts';
import { type Derived, difference, growth } from './growth.ts';
import { cellPieces, type Piece } from './pieces.ts';

/** A heading cell of a table on a page. */
export interface Heading {
  readonly text: string;
  readonly span: number;
  readonly tone: Tone;
}

/** How a column is set: the page's period strong, a translation quiet, what was worked out marked. */
export type Tone = '' | 'strong' | 'quiet' | 'derived';

export interface Cell {
  readonly pieces: readonly Piece[];
  readonly tone: Tone;
  /** Worked out from the row's own two figures. */
  readonly derived?: Derived;
  /** Closes with a parenthesis, which hangs out so that digits align. */
  readonly hanging: boolean;
}

export interface Row {
  readonly line: number;
  readonly role: RowRole;
  readonly depth: number;
  readonly label: readonly Piece[];
  readonly marks: readonly string[];
  readonly cells: readonly Cell[];
}

/** A table of a document as a page shows it: every row, the columns in the order before, now, change. */
export interface TableView {
  readonly id: string;
  readonly document: DocumentRecord;
  readonly block: TableBlock;
  readonly title: string;
  /** What all amounts are told in, where they share it. */
  readonly unit: string;
  readonly headings: readonly (readonly Heading[])[];
  readonly rows: readonly Row[];
  readonly hasDerived: boolean;
}

/** A column to show: one of the document, or one worked out from two of them. */
type Column = Printed | Worked;

interface Shown {
  readonly index: number;
  readonly column: TableColumn;
}

interface Printed extends Shown {
  readonly kind: 'printed';
  readonly tone: Tone;
}

interface Worked {
  readonly kind: 'change' | 'growth';
  readonly now: Shown;
  readonly before: Shown;
  readonly tone: 'derived';
}

const BODY_ROLES = new Set<RowRole>(['group', 'item', 'sum', 'total', 'note']);
/** Statements whose columns are two states of one thing, so that a change column says something. */
const COMPARABLE = new Set([
  'income',
  'comprehensiveIncome',
  'balanceSheet',
  'cashFlow',
  'segments',
  'operating',
]);

export function tableView(
  issuer: Issuer,
  document: DocumentRecord,
  block: TableBlock,
  period: Period,
): TableView {
  const columns = columnsOf(issuer, block, period);
  const unit = sharedUnit(columns);
  return {
    id: `t-${document.id}-${block.lines[0]}`,
    document,
    block,
    title: block.title || block.section.at(-1) || 'Table',
    unit,
    headings: headingsOf(columns, unit === ''),
    rows: block.rows
      .filter(({ role }) => BODY_ROLES.has(role))
      .map((row) => rowView(issuer, document, row, columns)),
    hasDerived: columns.some(({ kind }) => kind !== 'printed'),
  };
}

function columnsOf(issuer: Issuer, block: TableBlock, period: Period): Column[] {
  const currency = issuer.record.reportingCurrency;
  const shown = block.columns
    .map((column, index) => ({ column, index }))
    .filter(({ index }) => index > 0 && block.rows.some((row) => isBody(row) && holds(row, index)));
  const printed = shown.map(
    ({ column, index }): Printed => ({
      kind: 'printed',
      index,
      column,
      tone: toneOf(column, shown, period, currency),
    }),
  );
  if (!isComparison(printed)) return printed;
  return withChange(block, printed.sort(beforeNowChange));
}

const isBody = ({ role }: TableRow): boolean => BODY_ROLES.has(role);
const holds = (row: TableRow, index: number): boolean => (row.cells[index]?.text.trim() ?? '') !== '';

function toneOf(column: TableColumn, all: readonly Shown[], period: Period, currency: string): Tone {
  const isMoney = /^[A-Z]{3}$/.test(column.unit);
  const hasOwn = all.some((other) => other.column.unit === currency);
  if (isMoney && hasOwn && column.unit !== currency) return 'quiet';
  const ofPeriod = column.period === period || column.period === endOf(period);
  return ofPeriod && column.aspect === 'amount' ? 'strong' : '';
}

/** Columns that each hold another period, unit or aspect can be put into one order; others stay as printed. */
function isComparison(columns: readonly Printed[]): boolean {
  const keys = columns.map(
    ({ column }) => `${column.period}|${column.unit}|${column.aspect}|${column.basis}`,
  );
  return (
    columns.length > 1 &&
    new Set(keys).size === keys.length &&
    columns.every(({ column }) => column.period !== '')
  );
}

const ASPECT_ORDER = ['amount', 'ratio', 'change', 'changePercent'];

function beforeNowChange(a: Printed, b: Printed): number {
  const rank = ({ column, tone }: Printed) =>
    (tone === 'quiet' ? 10 : 0) + ASPECT_ORDER.indexOf(column.aspect);
  return rank(a) - rank(b) || (endOf(a.column.period) < endOf(b.column.period) ? -1 : 1);
}

/** Adds change and growth on the year where two amounts face each other and the document prints neither. */
function withChange(block: TableBlock, columns: Printed[]): Column[] {
  const amounts = columns.filter(({ column, tone }) => tone !== 'quiet' && column.aspect === 'amount');
  const [before, now, more] = amounts;
  const printsChange = columns.some(({ column }) => column.aspect !== 'amount');
  if (!before || !now || more || printsChange || !COMPARABLE.has(block.statement)) return columns;
  if (before.column.unit !== now.column.unit || shift(now.column.period, -12) !== before.column.period)
    return columns;
  const derived = (['change', 'growth'] as const).map(
    (kind): Worked => ({ kind, now, before, tone: 'derived' }),
  );
  const quiet = columns.filter(({ tone }) => tone === 'quiet');
  return [...amounts, ...derived, ...quiet];
}

const amountUnit = ({ unit, scale }: TableColumn): string => formatUnit(unit, scale);

function sharedUnit(columns: readonly Column[]): string {
  const units = columns.flatMap((column) =>
    column.kind === 'printed' && column.column.aspect === 'amount' ? [amountUnit(column.column)] : [],
  );
  return new Set(units).size === 1 ? (units[0] ?? '') : '';
}

// Headings

/** Rows of headings, the outermost first; neighbours with one text become one cell. */
function headingsOf(columns: readonly Column[], withUnits: boolean): Heading[][] {
  const paths = columns.map((column) => headingPath(column, withUnits));
  const depth = Math.max(1, ...paths.map((path) => path.length));
  const padded = paths.map((path) => [...Array<string>(depth - path.length).fill(''), ...path]);
  return Array.from({ length: depth }, (_, level) => merge(columns, padded, level, depth));
}

function headingPath(column: Column, withUnits: boolean): string[] {
  if (column.kind !== 'printed') return [column.kind === 'change' ? 'Change' : '%'];
  const { header } = column.column;
  return withUnits ? [...header, amountUnit(column.column)] : [...header];
}

function merge(
  columns: readonly Column[],
  paths: readonly string[][],
  level: number,
  depth: number,
): Heading[] {
  const headings: { text: string; span: number; tone: Tone }[] = [];
  columns.forEach((column, index) => {
    const text = paths[index]?.[level] ?? '';
    const last = headings.at(-1);
    const sameAbove = paths[index]?.slice(0, level).join('|') === paths[index - 1]?.slice(0, level).join('|');
    if (last && last.text === text && sameAbove && level < depth - 1) last.span += 1;
    else headings.push({ text, span: 1, tone: level === depth - 1 || depth === 1 ? column.tone : '' });
  });
  return headings;
}

// Rows

function rowView(issuer: Issuer, document: DocumentRecord, row: TableRow, columns: readonly Column[]): Row {
  const inLabel = issuer.factsAt(document.id, row.line).filter(({ cell }) => cell === null);
  return {
    line: row.line,
    role: row.role,
    depth: Math.min(row.depth, 3),
    label: cellPieces(row.label, inLabel),
    marks: row.marks,
    cells: columns.map((column) => cellView(issuer, row, column)),
  };
}

function cellView(issuer: Issuer, row: TableRow, column: Column): Cell {
  if (column.kind !== 'printed') return derivedCell(issuer, row, column);
  const { text = '', facts = [] } = row.cells[column.index] ?? {};
  const stated = facts.map((id) => issuer.facts.byId(id)).filter((fact) => fact !== undefined);
  return {
    pieces: cellPieces(text.trim(), stated),
    tone: column.tone,
    hanging: text.trimEnd().endsWith(')'),
  };
}

function derivedCell(issuer: Issuer, row: TableRow, column: Worked): Cell {
  const now = onlyFact(issuer, row, column.now.index);
  const before = onlyFact(issuer, row, column.before.index);
  const make = column.kind === 'growth' ? growth : difference;
  const derived = now && before && make(now, before, column.now.column.scale);
  const shown = derived && /[1-9]/.test(derived.text) ? derived : undefined;
  return {
    pieces: [],
    tone: 'derived',
    hanging: shown?.text.endsWith(')') ?? false,
    ...(shown && { derived: shown }),
  };
}

/** The fact of a cell that states just one. */
function onlyFact(issuer: Issuer, row: TableRow, index: number): Fact | undefined {
  const [id, more] = row.cells[index]?.facts ?? [];
  return id !== undefined && more === undefined ? issuer.facts.byId(id) : undefined;
}

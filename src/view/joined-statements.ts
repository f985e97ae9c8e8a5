import type { Issuer } from '../data/index.ts';
import type { StatementKind } from '../model/concept.ts';
import type { PeriodRecord } from '../model/document.ts';
import { formatDate, formatUnit, printedScale } from '../model/format.ts';
import { isInstant, type Period } from '../model/period.ts';
import { derivedStatement } from './derived-statements.ts';
import { type ComparedStatement, findStatement, type StatementPart } from './find-statement.ts';
import { shortPeriodName } from './periods.ts';
import { withoutPrintedUnit } from './printed-units.ts';
import { shortLabel } from './short-label.ts';
import type { TableView } from './table.ts';
import type { ShownColumn } from './table-columns.ts';
import { sharedUnit } from './table-headings.ts';
import { isMinorUnit, makeRows, rowFacts, type ShownRow } from './table-rows.ts';

/** The statements of a period, in the order of their pages, under names of their own. */
const STATEMENTS: readonly { id: string; title: string; statement: StatementKind }[] = [
  { id: 'income', title: 'Income statement', statement: 'income' },
  { id: 'balance-sheet', title: 'Balance sheet', statement: 'balanceSheet' },
  { id: 'cash-flows', title: 'Cash flows', statement: 'cashFlow' },
];

/**
 * The statements of a period, each once and in one piece: as its release prints it, or worked out in the rows of another
 * where none prints it.
 */
export const joinedStatements = (issuer: Issuer, period: PeriodRecord): TableView[] =>
  STATEMENTS.flatMap(({ id, title, statement }) => {
    const printed = findStatement(issuer, statement, period);
    if (printed) return joinTables(issuer, printed, period, { id, title });
    return derivedStatement(issuer, period, { id, title, statement }) ?? [];
  });

/** Tables as one: current beside comparative beside change, labels short and in sentence case. */
export function joinTables(
  issuer: Issuer,
  { document, parts }: ComparedStatement,
  { period }: PeriodRecord,
  { id, title }: { readonly id: string; readonly title: string },
): TableView {
  const columns = parts.map(listColumns);
  const [first = []] = columns;
  const unit = sharedUnit(first);
  const rows = parts.flatMap(({ block }, index) =>
    makeRows(issuer, document, block.rows, columns[index] ?? [], period),
  );
  return {
    id,
    kind: 'joined',
    document,
    blocks: parts.map(({ block }) => block),
    title,
    unit,
    headings: [first.map((column) => ({ text: columnHead(issuer, column), span: 1, tone: column.tone }))],
    rows: rows.map((row) => ({ ...row, label: [withUnit(shortLabel(row, document), row, unit)] })),
    hasDerived: first.some(({ kind }) => kind !== 'printed'),
    reasons: [],
  };
}

/** A line in another unit than the table says so, once: not in brackets as well. */
function withUnit(label: string, row: ShownRow, unit: string): string {
  const [fact] = rowFacts(row);
  const own = fact && formatUnit(fact.unit, printedScale(fact));
  if (!own || fact.value === '' || label === '' || isMinorUnit(fact)) return label;
  const name = withoutPrintedUnit(label);
  if (own === unit || name.includes(own) || (fact.unit === 'percent' && name === label)) return name;
  return `${name}, ${own}`;
}

function listColumns({ block, columns }: StatementPart): ShownColumn[] {
  const at = (index: number) => ({ index, column: block.columns[index] as (typeof block.columns)[number] });
  const now = { kind: 'printed', ...at(columns.now), tone: 'strong' } as const;
  if (columns.before === undefined) return [now];
  const before = at(columns.before);
  const worked = { now, before, tone: 'derived' } as const;
  return [
    now,
    { kind: 'printed', ...before, tone: '' },
    columns.change === undefined
      ? { kind: 'change', ...worked }
      : { kind: 'printed', ...at(columns.change), tone: '' },
    columns.growth === undefined
      ? { kind: 'growth', ...worked }
      : { kind: 'printed', ...at(columns.growth), tone: '' },
  ];
}

function columnHead({ record }: Issuer, column: ShownColumn): string {
  if (column.kind !== 'printed') return column.kind === 'change' ? 'Change' : '%';
  const { aspect, period } = column.column;
  if (aspect !== 'amount') return aspect === 'change' ? 'Change' : '%';
  return columnPeriodName(record, period);
}

const columnPeriodName = (record: Issuer['record'], period: Period): string =>
  isInstant(period) ? formatDate(period) : shortPeriodName(record, period);

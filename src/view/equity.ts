import type { Issuer } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { closing, opening } from '../model/period.ts';
import { isForeignUnit } from './key-figures.ts';
import { type Placed, placedTables } from './period-tables.ts';
import { sentenceCase } from './sentence-case.ts';
import { shortLabel } from './short-label.ts';
import { type TableView, tableView } from './table.ts';
import { rowFacts, type ShownRow } from './table-rows.ts';

/** Rows that make a statement of movements: from one balance to the next. */
const FEWEST = 3;

/** The movements of equity in a period, from the fullest table of them in the reporting currency; its parts are columns. */
export function findEquity(issuer: Issuer, period: PeriodRecord): TableView | undefined {
  const found = placedTables(issuer, period)
    .filter(({ block }) => block.statement === 'equity')
    .flatMap((placed) => movementsIn(issuer, placed, period) ?? []);
  return found.reduce<TableView | undefined>(
    (fullest, table) => (fullest && fullest.rows.length >= table.rows.length ? fullest : table),
    undefined,
  );
}

function movementsIn(
  issuer: Issuer,
  { document, block }: Placed,
  period: PeriodRecord,
): TableView | undefined {
  const table = tableView(issuer, document, block, period.period);
  const moments = [opening(period.period), period.period, closing(period.period)];
  const isOwn = (fact: Fact) =>
    moments.includes(fact.period) && !isForeignUnit(fact.unit, issuer.record.reportingCurrency);
  const rows = table.rows.filter((row, index) =>
    row.role === 'group' ? factsAfter(table.rows, index).some(isOwn) : rowFacts(row).some(isOwn),
  );
  const moved = rows.filter((row) => rowFacts(row).some((fact) => fact.period === period.period));
  if (moved.length < FEWEST) return undefined;
  return {
    ...table,
    id: 'equity',
    kind: 'joined',
    title: 'Equity',
    headings: table.headings.map((row) =>
      row.map((head) => ({ ...head, text: sentenceCase(head.text, document) })),
    ),
    rows: rows.map((row) => ({ ...row, label: [shortLabel(row, document)] })),
  };
}

/** Figures of the first row below a heading. */
const factsAfter = (rows: readonly ShownRow[], index: number): Fact[] => {
  const next = rows.slice(index + 1).find(({ role }) => role !== 'group');
  return next ? rowFacts(next) : [];
};

import type { Issuer } from '../data/index.ts';
import type { StatementKind } from '../model/concept.ts';
import type { DocumentRecord, PeriodRecord, TableBlock } from '../model/document.ts';
import { isDuration, lastDay, type Period } from '../model/period.ts';
import { type TableView, tableView } from './table.ts';

/** Tables that answer one kind of question. */
export interface TableGroup {
  readonly id: string;
  readonly title: string;
  readonly tables: readonly TableView[];
}

/** The order in which a page shows statements, and what it calls them. */
const GROUPS: readonly { id: string; title: string; statements: readonly (StatementKind | '')[] }[] = [
  { id: 'income', title: 'Income', statements: ['income', 'comprehensiveIncome'] },
  { id: 'segments', title: 'Segments', statements: ['segments'] },
  { id: 'operations', title: 'Operations', statements: ['operating'] },
  { id: 'balance-sheet', title: 'Balance sheet', statements: ['balanceSheet'] },
  { id: 'cash-flows', title: 'Cash flows', statements: ['cashFlow'] },
  { id: 'equity', title: 'Equity', statements: ['equity'] },
  { id: 'per-share', title: 'Per share', statements: ['perShare', 'dividends'] },
  { id: 'ratios', title: 'Ratios', statements: ['ratios'] },
  { id: 'targets', title: 'Targets', statements: [] },
  { id: 'ownership', title: 'Ownership', statements: ['ownership'] },
  { id: 'more-tables', title: 'More tables', statements: [''] },
];

/** Every table that concerns a period, in full, from whichever document prints it; the newest document first. */
export function listPeriodTables(issuer: Issuer, period: PeriodRecord): TableGroup[] {
  const views = placedTables(issuer, period).map(({ document, block }) =>
    tableView(issuer, document, block, period.period),
  );
  return GROUPS.map(({ id, title, statements }) => ({
    id,
    title,
    tables: views.filter(
      ({ blocks: [block] }) =>
        block && (isTarget(block) ? id === 'targets' : statements.includes(block.statement)),
    ),
  })).filter(({ tables }) => tables.length > 0);
}

/** A table that tells of nothing but what is aimed at. */
export const isTarget = ({ columns }: TableBlock): boolean => {
  const bases = columns.map(({ basis }) => basis).filter(Boolean);
  return bases.length > 0 && bases.every((basis) => basis === 'target');
};

export type Placed = { readonly document: DocumentRecord; readonly block: TableBlock };

/** The tables that concern a period; the newest document first. */
export const placedTables = (issuer: Issuer, { slug }: PeriodRecord): readonly Placed[] =>
  tablesByPeriod(issuer).get(slug) ?? [];

const assigned = new WeakMap<Issuer, Map<string, Placed[]>>();

/** The tables of all documents by the periods that they concern, found once for all pages of an issuer. */
function tablesByPeriod(issuer: Issuer): Map<string, Placed[]> {
  const known = assigned.get(issuer) ?? new Map<string, Placed[]>();
  if (assigned.has(issuer)) return known;
  assigned.set(issuer, known);
  for (const document of [...issuer.documents].reverse()) {
    for (const block of document.blocks) {
      if (block.kind !== 'table' || !holdsFacts(block)) continue;
      for (const slug of blockPeriods(issuer, document, block)) {
        known.set(slug, [...(known.get(slug) ?? []), { document, block }]);
      }
    }
  }
  return known;
}

/** A list of dates and names, such as a financial calendar, is for the document's own page. */
const holdsFacts = ({ rows }: TableBlock): boolean =>
  rows.some(({ cells }) => cells.some(({ facts }) => facts.length > 0));

/**
 * A table of flows concerns the periods it tells of; one that holds nothing but balances, those that close on its
 * dates. What tells of no period that has a page (targets, counts of the release day) goes with its document's own.
 */
function blockPeriods(issuer: Issuer, document: DocumentRecord, block: TableBlock): string[] {
  const told = toldIn(issuer, block);
  const onlyBalances = ![...told].some(isDuration);
  const slugs = issuer.record.periods
    .filter(({ period }) => told.has(period) || (onlyBalances && told.has(lastDay(period))))
    .map(({ slug }) => slug);
  return slugs.length > 0 ? slugs : [document.periodSlug];
}

/** Periods of all that a table states as having been so. */
function toldIn(issuer: Issuer, block: TableBlock): Set<Period> {
  const facts = block.rows
    .flatMap(({ cells }) => cells.flatMap((cell) => cell.facts))
    .map((id) => issuer.facts.byId(id));
  return new Set(facts.flatMap((fact) => (fact?.basis === 'reported' ? [fact.period] : [])));
}

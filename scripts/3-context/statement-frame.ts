import { sectionsAround } from '../../src/concepts/vocabulary.ts';
import type { ReadRow } from './read-row.ts';

const STATEMENTS: ReadonlySet<string> = new Set([
  'IncomeStatement',
  'ComprehensiveIncomeStatement',
  'BalanceSheet',
  'CashFlowStatement',
  'EquityStatement',
]);

export const isStatement = (id: string | undefined): boolean => STATEMENTS.has(id ?? '');

/** So many rows of one statement tell what a table is. */
const FEWEST = 5;
/** Share of the known rows that must be of one statement. */
const SHARE = 0.75;

const BY_ROWS: Readonly<Record<string, string>> = {
  income: 'IncomeStatement',
  balanceSheet: 'BalanceSheet',
  cashFlow: 'CashFlowStatement',
};

/** What encloses a table when its titles are left out that name a statement. */
export const withoutStatements = (enclosing: readonly string[]): string[] =>
  enclosing.filter((id) => !STATEMENTS.has(id));

/**
 * What encloses a table: the statement that its rows show, whatever an older heading above it says; the one of its titles
 * where they show none.
 */
export function withStatement(enclosing: readonly string[], rows: readonly ReadRow[]): readonly string[] {
  const shown = statementShown(rows);
  return shown === undefined ? enclosing : [...withoutStatements(enclosing), shown];
}

function statementShown(rows: readonly ReadRow[]): string | undefined {
  const known = new Map(
    rows.flatMap(({ concept }) => (concept?.kind === 'monetary' ? [[concept.id, concept.statement]] : [])),
  );
  const headed = rows.flatMap(({ enclosing }) => enclosing.slice(0, 1).flatMap(sectionsAround));
  if (headed.filter((id) => id === 'CashFlowStatement').length >= FEWEST) return 'CashFlowStatement';
  for (const [statement, id] of Object.entries(BY_ROWS)) {
    const own = [...known.values()].filter((one) => one === statement).length;
    if (own >= FEWEST && own >= SHARE * known.size) return id;
  }
  return undefined;
}

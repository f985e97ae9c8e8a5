import { plainLabel } from '../../src/concepts/fold-label.ts';
import { findConcept } from '../../src/concepts/vocabulary.ts';
import type { Grid } from '../2-tables/grid.ts';

/** Lines that only the statements of a bank have. */
const OF_BANKS: ReadonlySet<string> = new Set([
  'InterestAndFeeIncomeLoansAndLeases',
  'InterestExpenseDeposits',
  'InterestIncomeExpenseNet',
  'InterestIncomeExpenseAfterProvisionForLoanLoss',
  'NoninterestIncome',
  'NoninterestExpense',
  'FeesAndCommissionsDepositorAccounts',
  'Deposits',
  'LoansAndLeasesReceivableNetReportedAmount',
]);
/** So many different ones make the issuer a bank. */
const FEWEST = 3;

/** Ids of the sections that stand around all tables of an issuer: words such as `Leverage ratio` mean another thing in a bank. */
export function readKindOfIssuer(
  grids: readonly (readonly Grid[])[],
  issuerNames: readonly string[],
  text: string,
): readonly string[] {
  const labels = new Set(grids.flat().flatMap(({ rows }) => rows.map(({ label }) => plainLabel(label))));
  const found = [...labels].map((label) => findConcept(label, { enclosing: [], issuerNames }));
  const known = new Set(found.flatMap((one) => (one?.spelling === 'alias' ? one.concept.id : [])));
  const isBank = [...OF_BANKS].filter((id) => known.has(id)).length >= FEWEST;
  const tellsRevenue = ORDINARY_REVENUE.every((words) => words.test(text)) && !OF_SALES.test(text);
  return [...(isBank ? ['BankTables'] : []), ...(tellsRevenue ? ['OrdinaryRevenueTables'] : [])];
}

/** A Japanese bank's or insurer's `Ordinary income` is what it earned: beside it, it tells `Ordinary profit` or `Ordinary expenses`. */
const ORDINARY_REVENUE = [/\bordinary income\b/i, /\bordinary (?:profit|expenses?)\b/i];
/** Others tell what they sold, and an operating profit. */
const OF_SALES = /\bnet sales\b|(?<!\b(?:other|net) )\boperating (?:income|profit|loss)\b/i;

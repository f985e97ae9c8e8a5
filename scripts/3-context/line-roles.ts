import { conceptById } from '../../src/concepts/index.ts';
import type { ReadRow } from './rows.ts';

/** What a name means where a balance sheet tells nothing by how long it stays, as those of banks and insurers do. */
const UNCLASSIFIED: ReadonlyMap<string, string> = new Map([
  ['OtherAssetsNoncurrent', 'OtherAssets'],
  ['OtherLiabilitiesNoncurrent', 'OtherLiabilities'],
]);

/** Names that mean another line by the rows that stand around them. */
export const withLineRoles = (rows: readonly ReadRow[]): ReadRow[] =>
  rows.map((row, i) => {
    const id = row.concept?.id ?? '';
    const meant =
      id === 'NonoperatingIncomeExpense' && (isBesideInterest(rows, row, i) || isAboveItsTotal(rows, row, i))
        ? 'OtherNonoperatingIncomeExpense'
        : id === 'StockholdersEquity' && isBelowOthers(rows, i)
          ? 'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest'
          : id === 'AllowanceForDoubtfulAccountsReceivableCurrent' && isLoans(rows[i - 1])
            ? 'LoansAndLeasesReceivableAllowance'
            : UNCLASSIFIED.has(id) && isUnclassified(rows)
              ? (UNCLASSIFIED.get(id) ?? id)
              : id;
    return meant === id ? row : { ...row, concept: conceptById.get(meant) };
  });

const isLoans = (row: ReadRow | undefined): boolean => /^Loans/.test(row?.concept?.id ?? '');

/** The second total of equity, below what belongs to others, is that of all owners, whatever its label. */
function isBelowOthers(rows: readonly ReadRow[], at: number): boolean {
  const others = rows.findLastIndex(({ concept }, i) => i < at && concept?.id === 'MinorityInterest');
  const owners = rows.findLastIndex(({ concept }, i) => i < at && concept?.id === 'StockholdersEquity');
  return owners >= 0 && owners < others && at - owners <= NEAR;
}

/** A balance sheet that says of no row whether it is current. */
const isUnclassified = (rows: readonly ReadRow[]): boolean =>
  rows.some(({ concept }) => concept?.id === 'Assets') &&
  rows.some(
    ({ concept }) => concept?.id === 'Liabilities' || concept?.id === 'LiabilitiesAndStockholdersEquity',
  ) &&
  !rows.some(({ label }) => /\b(?:non-?)?current\b|\blong[- ]term\b/i.test(label));

const INTEREST: ReadonlySet<string> = new Set([
  'InterestExpense',
  'InterestExpenseNet',
  'InterestIncomeExpenseNet',
  'InvestmentIncomeInterest',
]);

/** `Other income, net` above `Total other income, net` is a part of it. */
const isAboveItsTotal = (rows: readonly ReadRow[], { label, concept }: ReadRow, at: number): boolean =>
  !/^total\b/i.test(label) &&
  rows
    .slice(at + 1, at + 1 + NEAR)
    .some((row) => row.row.role === 'item' && row.concept === concept && /^total\b/i.test(row.label));

const NEAR = 3;

/** `Other income, net` next to `Interest expense, net` does not hold it. */
function isBesideInterest(rows: readonly ReadRow[], { label, row, parents }: ReadRow, at: number): boolean {
  const beside = rows[at - 1];
  return (
    row.role === 'item' &&
    !/^total\b/i.test(label) &&
    beside?.row.role === 'item' &&
    INTEREST.has(beside.concept?.id ?? '') &&
    beside.parents.join() === parents.join() &&
    !INTEREST.has(rows[at - 2]?.concept?.id ?? '')
  );
}

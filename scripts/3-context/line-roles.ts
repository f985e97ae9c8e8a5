import { conceptById } from '../../src/concepts/index.ts';
import type { ReadRow } from './rows.ts';

/** A name that means another line by the rows that stand around it. */
interface LineRole {
  readonly named: string;
  readonly means: string;
  readonly isMeant: (rows: readonly ReadRow[], row: ReadRow, at: number) => boolean;
}

const LINE_ROLES: readonly LineRole[] = [
  {
    named: 'NonoperatingIncomeExpense',
    means: 'OtherNonoperatingIncomeExpense',
    isMeant: (rows, row, at) => isBesideInterest(rows, row, at) || isAboveItsTotal(rows, row, at),
  },
  {
    named: 'StockholdersEquity',
    means: 'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
    isMeant: (rows, _, at) => isBelowOthers(rows, at),
  },
  {
    named: 'EarningsPerShareBasic',
    means: 'EarningsPerShareBasicAndDiluted',
    isMeant: (rows, row) => isLossOfAllShares(rows, row),
  },
  {
    named: 'AllowanceForDoubtfulAccountsReceivableCurrent',
    means: 'LoansAndLeasesReceivableAllowance',
    isMeant: (rows, _, at) => isLoans(rows[at - 1]),
  },
  {
    named: 'OtherAssetsNoncurrent',
    means: 'OtherAssets',
    isMeant: (rows) => isUnclassified(rows),
  },
  {
    named: 'OtherLiabilitiesNoncurrent',
    means: 'OtherLiabilities',
    isMeant: (rows) => isUnclassified(rows),
  },
];

/** The rows with what each means among its neighbours. */
export const withLineRoles = (rows: readonly ReadRow[]): ReadRow[] =>
  rows.map((row, i) => {
    const role = LINE_ROLES.find(({ named, isMeant }) => row.concept?.id === named && isMeant(rows, row, i));
    return role ? { ...row, concept: conceptById.get(role.means) } : row;
  });

/** `Net loss per share` alone: options make no loss smaller, so that it is basic and diluted. */
const isLossOfAllShares = (rows: readonly ReadRow[], { label, parents, row }: ReadRow): boolean =>
  !/\b(?:basic|undiluted)\b/i.test([label, ...parents].join(' ')) &&
  /\bloss\b(?!\))/i.test(label) &&
  row.cells.some(({ figures }) => figures.some(({ token }) => token !== undefined)) &&
  row.cells.every(({ figures }) => figures.every(({ token, isNegative }) => !token || isNegative)) &&
  !rows.some(({ concept }) => /^EarningsPerShare.*Diluted/.test(concept?.id ?? ''));

const isLoans = (row: ReadRow | undefined): boolean => /^Loans/.test(row?.concept?.id ?? '');

/** The second total of equity, below what belongs to others, is that of all owners, whatever its label. */
function isBelowOthers(rows: readonly ReadRow[], at: number): boolean {
  const others = rows.findLastIndex(({ concept }, i) => i < at && concept?.id === 'MinorityInterest');
  const owners = rows.findLastIndex(({ concept }, i) => i < at && concept?.id === 'StockholdersEquity');
  return owners >= 0 && owners < others && at - owners <= NEAR;
}

/** A balance sheet that says of no row whether it is current, as those of banks and insurers. */
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

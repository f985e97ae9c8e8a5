import { conceptById } from '../../src/concepts/index.ts';
import { addUp, isOutOfReach } from './printed-sums.ts';
import type { ReadRow } from './read-row.ts';

/** A name that means another line by the rows that stand around it. */
interface LineRole {
  /** Undefined for a row without a label. */
  readonly named: string | undefined;
  readonly means: string;
  readonly isMeant: (rows: readonly ReadRow[], row: ReadRow, at: number) => boolean;
}

const PRETAX =
  'IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments';

const LINE_ROLES: readonly LineRole[] = [
  { named: 'Revenues', means: 'SalesRevenueNet', isMeant: isBesideOtherRevenue },
  { named: 'OperatingExpenses', means: 'CostOfRevenue', isMeant: isAboveGrossProfit },
  { named: 'IncomeLossFromContinuingOperations', means: 'OperatingIncomeLoss', isMeant: isBeforeInterest },
  ...[
    'CashAndCashEquivalentsPeriodIncreaseDecrease',
    'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect',
  ].map((named) => ({
    named,
    means:
      'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseExcludingExchangeRateEffect',
    isMeant: isAboveExchange,
  })),
  {
    named: 'NonoperatingIncomeExpense',
    means: 'OtherNonoperatingIncomeExpense',
    isMeant: (rows, row, at) =>
      isAmongOthers(rows, at) || isBesideInterest(rows, row, at) || isAboveItsTotal(rows, row, at),
  },
  {
    named: 'StockholdersEquity',
    means: 'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
    isMeant: (rows, _, at) => isBelowOthers(rows, at),
  },
  { named: 'ProfitLoss', means: 'NetIncomeLoss', isMeant: isAfterOthersPart },
  { named: 'EarningsPerShareBasic', means: 'EarningsPerShareBasicAndDiluted', isMeant: isLossOfAllShares },
  {
    named: 'AllowanceForDoubtfulAccountsReceivableCurrent',
    means: 'LoansAndLeasesReceivableAllowance',
    isMeant: (rows, _, at) => isLoans(rows[at - 1]),
  },
  {
    named: 'RestrictedCashCurrent',
    means: 'RestrictedCashNoncurrent',
    isMeant: (rows, { label }, at) =>
      rows.slice(0, at).some(({ concept }) => concept?.id === 'AssetsCurrent') && !/\bcurrent\b/i.test(label),
  },
  { named: 'OtherAssetsNoncurrent', means: 'OtherAssets', isMeant: isUnclassified },
  { named: 'OtherLiabilitiesNoncurrent', means: 'OtherLiabilities', isMeant: isUnclassified },
  ...[
    ['LongTermDebtNoncurrent', 'LongTermDebt'],
    ['OperatingLeaseLiabilityNoncurrent', 'OperatingLeaseLiability'],
    ['InterestPayableCurrent', 'InterestPayableCurrentAndNoncurrent'],
    ['DividendsPayableCurrent', 'DividendsPayableCurrentAndNoncurrent'],
    ['AccountsPayableCurrent', 'AccountsPayableCurrentAndNoncurrent'],
    ['AccruedLiabilitiesCurrent', 'AccruedLiabilitiesCurrentAndNoncurrent'],
    [
      'AccountsPayableAndAccruedLiabilitiesCurrent',
      'AccountsPayableAndAccruedLiabilitiesCurrentAndNoncurrent',
    ],
  ].map(([named = '', means = '']) => ({
    named,
    means,
    isMeant: (rows: readonly ReadRow[], { label }: ReadRow) =>
      isUnclassified(rows) && isWholeSheet(rows) && !/\bcurrent\b/i.test(label),
  })),
  {
    named: 'ShortTermBorrowings',
    means: 'NotesPayable',
    isMeant: (rows, { label }) =>
      isUnclassified(rows) && isWholeSheet(rows) && /^notes payable\b/i.test(label),
  },
  { named: 'InvestmentIncomeInterest', means: 'InterestAndDividendIncomeOperating', isMeant: isOfLending },
  {
    named: 'LongTermInvestments',
    means: 'ShortTermInvestments',
    isMeant: (_, { enclosing, label }) =>
      enclosing.includes('AssetsCurrentSection') && !/\blong[- ]term\b/i.test(label),
  },
  {
    named: 'PropertyPlantAndEquipmentNet',
    means: 'PropertyPlantAndEquipmentGross',
    isMeant: (rows, _, at) => isNetOfUse(rows, at + 2),
  },
  { named: undefined, means: 'PropertyPlantAndEquipmentNet', isMeant: (rows, _, at) => isNetOfUse(rows, at) },
];

/** The rows with what each means among its neighbours. */
export const withLineRoles = (rows: readonly ReadRow[]): ReadRow[] =>
  rows.map((row, i) => {
    const role = LINE_ROLES.find(({ named, isMeant }) => row.concept?.id === named && isMeant(rows, row, i));
    return role ? { ...row, concept: conceptById.get(role.means) } : row;
  });

/** `Net sales`, `Membership fees`, `Total revenue`: sales that other revenue is added to are not the revenue. */
function isBesideOtherRevenue(rows: readonly ReadRow[], row: ReadRow, at: number): boolean {
  const isSales = (one: ReadRow): boolean =>
    isRevenue(one) && !TOTAL.test(one.label) && /\bsales\b/i.test(one.label);
  const total = rows.findIndex((one) => isRevenue(one) && TOTAL.test(one.label));
  if (rows.findIndex(isSales) !== at || total < at + 2) return false;
  const between = rows.slice(at + 1, total).filter(({ row: { cells } }) => cells.length > 0);
  return (
    between.length <= MOST_PARTS &&
    between.every((one) => one.concept === undefined || isOfRevenue(one)) &&
    !isSame(row, rows[total] as ReadRow)
  );
}

const TOTAL = /^(?:total|consolidated)\b/i;
const MOST_PARTS = 5;

const isRevenue = ({ concept, dimensions, partOf, row }: ReadRow): boolean =>
  concept?.id === 'Revenues' &&
  partOf === undefined &&
  Object.keys(dimensions).length === 0 &&
  row.cells.length > 0;

const isOfRevenue = ({ concept }: ReadRow): boolean => /Revenues?(?:$|[A-Z])/.test(concept?.id ?? '');

const isSame = (a: ReadRow, b: ReadRow): boolean =>
  a.row.cells.some(
    ({ text }, i) => /\d/.test(text) && text.replace(/\D/g, '') === b.row.cells[i]?.text.replace(/\D/g, ''),
  );

/** `Operating costs` between revenues and gross profit are the cost of the one. */
function isAboveGrossProfit(rows: readonly ReadRow[], _: ReadRow, at: number): boolean {
  const [before, after] = [rows.slice(0, at).findLast(isFigured), rows.slice(at + 1).find(isFigured)];
  return before !== undefined && isRevenue(before) && after?.concept?.id === 'GrossProfit';
}

/** The first `Net change in cash`, then what exchange rates did to it: the change above is the one before exchange rates. */
function isAboveExchange(rows: readonly ReadRow[], { concept }: ReadRow, at: number): boolean {
  const exchange = rows.findIndex((row) => /^EffectOfExchangeRate/.test(row.concept?.id ?? ''));
  return exchange > at && rows.findIndex((row) => row.concept === concept) === at;
}

/**
 * `Other income, net` that makes up income before taxes together with the lines beside it is one of them, not what all
 * that lies outside the business comes to.
 */
function isAmongOthers(rows: readonly ReadRow[], at: number): boolean {
  const first = (id: string): number =>
    rows.findIndex(({ concept, row }) => concept?.id === id && row.cells.length > 0);
  const [from, to] = [first('OperatingIncomeLoss'), first(PRETAX)];
  const [above, below] = [rows[from], rows[to]];
  if (!above || !below || first('NonoperatingIncomeExpense') !== at || at < from || to < at) return false;
  const between = rows.slice(from + 1, to).filter(({ row }) => row.role === 'item' && row.cells.length > 0);
  return between.length > 1 && addUp([above, ...between], below);
}

/** `Property and equipment`, `Less accumulated depreciation`, and what is left of it in a row without a label. */
function isNetOfUse(rows: readonly ReadRow[], at: number): boolean {
  const [cost, used, net] = rows.slice(at - 2, at + 1);
  return (
    cost?.concept?.id === 'PropertyPlantAndEquipmentNet' &&
    /accumulated/i.test(used?.label ?? '') &&
    net?.label === '' &&
    used !== undefined &&
    addUp([cost, used], net)
  );
}

/** `Net loss per share` alone: options make no loss smaller, so that it is basic and diluted. */
function isLossOfAllShares(rows: readonly ReadRow[], { label, parents, row }: ReadRow): boolean {
  const figures = row.cells.flatMap((cell) => cell.figures).filter(({ token }) => token !== undefined);
  return (
    !/\b(?:basic|undiluted)\b/i.test([label, ...parents].join(' ')) &&
    /\bloss\b(?!\))/i.test(label) &&
    figures.length > 0 &&
    figures.every(({ isNegative }) => isNegative) &&
    !rows.some(({ concept }) => /^EarningsPerShare.*Diluted/.test(concept?.id ?? ''))
  );
}

const isLoans = (row: ReadRow | undefined): boolean => /^Loans/.test(row?.concept?.id ?? '');

/** The second total of equity, below what belongs to others, is that of all owners, whatever its label. */
function isBelowOthers(rows: readonly ReadRow[], at: number): boolean {
  const others = rows.findLastIndex(({ concept }, i) => i < at && concept?.id === 'MinorityInterest');
  const owners = rows.findLastIndex(({ concept }, i) => i < at && concept?.id === 'StockholdersEquity');
  return owners >= 0 && owners < others && at - owners <= NEAR;
}

/** `Net income` from which the lines above have taken what belongs to others, with no result of all owners before. */
function isAfterOthersPart(rows: readonly ReadRow[], own: ReadRow, at: number): boolean {
  const isOf =
    (...ids: string[]) =>
    (row: ReadRow) =>
      ids.includes(row.concept?.id ?? '');
  const others = rows.findLastIndex(
    (row, i) => i < at && isOf('NetIncomeLossAttributableToNoncontrollingInterest', 'MinorityInterest')(row),
  );
  const before = rows.findLastIndex((row, i) => i < others && isOf(PRETAX)(row));
  if (before < 0 || at - others > NEAR || rows.slice(before, at).some(isOf('ProfitLoss'))) return false;
  const between = rows.slice(before, at).filter(isFigured);
  return between.some((_, i) => comesFrom(between.slice(i), own)) && !/\binclud/i.test(own.label);
}

/** A balance sheet that says of no row whether it is current, as those of banks and insurers. */
function isUnclassified(rows: readonly ReadRow[]): boolean {
  const has = (...ids: string[]): boolean => rows.some(({ concept }) => ids.includes(concept?.id ?? ''));
  return (
    has('Assets') &&
    has('Liabilities', 'LiabilitiesAndStockholdersEquity') &&
    !rows.some(({ label }) => /\b(?:non-?)?current\b|\blong[- ]term (?:assets|liabilities)\b/i.test(label))
  );
}

/** Both sides of it, and no selection of its lines. */
const isWholeSheet = (rows: readonly ReadRow[]): boolean =>
  rows.some(({ concept }) => concept?.id === 'LiabilitiesAndStockholdersEquity');

/** `Interest income`, `Interest expense`, `Net interest income`, and what was set aside for losses on loans. */
function isOfLending(rows: readonly ReadRow[], _: ReadRow, at: number): boolean {
  const below = rows.slice(at + 1).map(({ concept }) => concept?.id ?? '');
  const lines = [/^InterestExpense$/, /^InterestIncomeExpenseNet$/, /Provision.*(?:Loan|Credit)/];
  return lines.every((line) => below.some((id) => line.test(id)));
}

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
    .slice(at + 1, at + 1 + LONGEST_LIST)
    .some((row) => row.row.role === 'item' && row.concept === concept && /^total\b/i.test(row.label));

/** So many lines make up what all outside the business comes to. */
const LONGEST_LIST = 10;

const NEAR = 3;

/** `Other income, net` next to `Interest expense` does not hold it, unless the lines above or below come to it. */
function isBesideInterest(rows: readonly ReadRow[], own: ReadRow, at: number): boolean {
  const { label, row, parents } = own;
  const isInterest = (beside: ReadRow | undefined): boolean =>
    beside?.row.role === 'item' &&
    INTEREST.has(beside.concept?.id ?? '') &&
    [parents, [...parents, label]].some((above) => above.join() === beside.parents.join());
  const above = rows.slice(Math.max(0, at - NEAR), at).filter(isFigured);
  const below = rows.slice(at + 1, at + 1 + NEAR).filter(isFigured);
  return (
    row.role === 'item' &&
    !/^total\b/i.test(label) &&
    (isInterest(rows[at - 1]) || isInterest(rows[at + 1])) &&
    !comesFrom(above, own) &&
    !comesFrom(below.reverse(), own)
  );
}

/** `Total operating expenses`, `Loss from continuing operations`, `Interest income`: what interest follows is not the end. */
function isBeforeInterest(rows: readonly ReadRow[], _: ReadRow, at: number): boolean {
  return (
    INTEREST.has(rows[at + 1]?.concept?.id ?? '') &&
    ['OperatingExpenses', 'CostsAndExpenses'].includes(rows[at - 1]?.concept?.id ?? '')
  );
}

const isFigured = ({ row }: ReadRow): boolean => row.role === 'item' && row.cells.length > 1;

/** Whether a row is made of two or more rows, the last of which is next to it. */
const comesFrom = (above: readonly ReadRow[], row: ReadRow): boolean =>
  above.some((first, i) => i < above.length - 1 && !isOutOfReach(first, above.slice(i + 1), row));

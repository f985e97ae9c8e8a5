import { conceptById } from '../../src/concepts/index.ts';

/**
 * Elements in which others tell a measure of ours, whose own element is another. Same sense, same sign, same days: a
 * part of a measure, or a change that counts the other way round, is none of them.
 */
const OTHERS: Readonly<Record<string, string>> = {
  Revenues:
    'us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax us-gaap:RevenueFromContractWithCustomerIncludingAssessedTax ifrs-full:Revenue',
  CostOfRevenue: 'us-gaap:CostOfGoodsAndServicesSold ifrs-full:CostOfSales',
  GrossProfit: 'ifrs-full:GrossProfit',
  GeneralAndAdministrativeExpense: 'ifrs-full:AdministrativeExpense',
  SellingGeneralAndAdministrativeExpense: 'ifrs-full:SellingGeneralAndAdministrativeExpense',
  ResearchAndDevelopmentExpense: 'ifrs-full:ResearchAndDevelopmentExpense',
  LaborAndRelatedExpense: 'ifrs-full:EmployeeBenefitsExpense',
  OperatingIncomeLoss: 'ifrs-full:ProfitLossFromOperatingActivities',
  IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest:
    'ifrs-full:ProfitLossBeforeTax',
  IncomeTaxExpenseBenefit: 'ifrs-full:IncomeTaxExpenseContinuingOperations',
  CurrentIncomeTaxExpenseBenefit: 'ifrs-full:CurrentTaxExpenseIncome',
  DeferredIncomeTaxExpenseBenefit: 'ifrs-full:DeferredTaxExpenseIncome',
  IncomeLossFromEquityMethodInvestments:
    'ifrs-full:ShareOfProfitLossOfAssociatesAndJointVenturesAccountedForUsingEquityMethod',
  IncomeLossFromContinuingOperations: 'ifrs-full:ProfitLossFromContinuingOperations',
  IncomeLossFromDiscontinuedOperationsNetOfTax: 'ifrs-full:ProfitLossFromDiscontinuedOperations',
  ProfitLoss: 'ifrs-full:ProfitLoss',
  NetIncomeLoss: 'ifrs-full:ProfitLossAttributableToOwnersOfParent',
  NetIncomeLossAttributableToNoncontrollingInterest:
    'ifrs-full:ProfitLossAttributableToNoncontrollingInterests',
  EarningsPerShareBasic: 'ifrs-full:BasicEarningsLossPerShare',
  EarningsPerShareDiluted: 'ifrs-full:DilutedEarningsLossPerShare',
  WeightedAverageNumberOfSharesOutstandingBasic: 'ifrs-full:WeightedAverageShares',
  WeightedAverageNumberOfDilutedSharesOutstanding: 'ifrs-full:AdjustedWeightedAverageShares',
  OtherComprehensiveIncomeLossNetOfTax: 'ifrs-full:OtherComprehensiveIncome',
  ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest:
    'ifrs-full:ComprehensiveIncome',
  ComprehensiveIncomeNetOfTax: 'ifrs-full:ComprehensiveIncomeAttributableToOwnersOfParent',
  ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest:
    'ifrs-full:ComprehensiveIncomeAttributableToNoncontrollingInterests',
  CashAndCashEquivalentsAtCarryingValue: 'ifrs-full:CashAndCashEquivalents',
  ShortTermInvestments: 'us-gaap:MarketableSecuritiesCurrent',
  InventoryNet: 'ifrs-full:Inventories',
  IncomeTaxesReceivable: 'ifrs-full:CurrentTaxAssetsCurrent',
  OtherAssetsCurrent: 'ifrs-full:OtherCurrentAssets',
  AssetsCurrent: 'ifrs-full:CurrentAssets',
  PropertyPlantAndEquipmentNet:
    'us-gaap:PropertyPlantAndEquipmentAndFinanceLeaseRightOfUseAssetAfterAccumulatedDepreciationAndAmortization ifrs-full:PropertyPlantAndEquipment',
  Goodwill: 'ifrs-full:Goodwill',
  IntangibleAssetsNetExcludingGoodwill: 'ifrs-full:IntangibleAssetsOtherThanGoodwill',
  EquityMethodInvestments: 'ifrs-full:InvestmentAccountedForUsingEquityMethod',
  DeferredTaxAssetsNetNoncurrent: 'us-gaap:DeferredIncomeTaxAssetsNet ifrs-full:DeferredTaxAssets',
  OtherAssetsNoncurrent: 'ifrs-full:OtherNoncurrentAssets',
  AssetsNoncurrent: 'ifrs-full:NoncurrentAssets',
  Assets: 'ifrs-full:Assets',
  DeferredRevenueCurrent: 'us-gaap:ContractWithCustomerLiabilityCurrent',
  DeferredRevenueNoncurrent: 'us-gaap:ContractWithCustomerLiabilityNoncurrent',
  AccruedIncomeTaxesCurrent: 'ifrs-full:CurrentTaxLiabilitiesCurrent',
  OtherLiabilitiesCurrent: 'ifrs-full:OtherCurrentLiabilities',
  LiabilitiesCurrent: 'ifrs-full:CurrentLiabilities',
  DeferredTaxLiabilitiesNoncurrent:
    'us-gaap:DeferredIncomeTaxLiabilitiesNet ifrs-full:DeferredTaxLiabilities',
  OtherLiabilitiesNoncurrent: 'ifrs-full:OtherNoncurrentLiabilities',
  LiabilitiesNoncurrent: 'ifrs-full:NoncurrentLiabilities',
  Liabilities: 'ifrs-full:Liabilities',
  CommonStockValue: 'ifrs-full:IssuedCapital',
  AdditionalPaidInCapital: 'us-gaap:AdditionalPaidInCapitalCommonStock ifrs-full:SharePremium',
  RetainedEarningsAccumulatedDeficit: 'ifrs-full:RetainedEarnings',
  TreasuryStockValue: 'ifrs-full:TreasuryShares',
  StockholdersEquity: 'ifrs-full:EquityAttributableToOwnersOfParent',
  MinorityInterest: 'ifrs-full:NoncontrollingInterests',
  StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest: 'ifrs-full:Equity',
  LiabilitiesAndStockholdersEquity: 'ifrs-full:EquityAndLiabilities',
  NetCashProvidedByUsedInOperatingActivities: 'ifrs-full:CashFlowsFromUsedInOperatingActivities',
  PaymentsToAcquirePropertyPlantAndEquipment:
    'ifrs-full:PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities',
  PaymentsToAcquireIntangibleAssets: 'ifrs-full:PurchaseOfIntangibleAssetsClassifiedAsInvestingActivities',
  NetCashProvidedByUsedInInvestingActivities: 'ifrs-full:CashFlowsFromUsedInInvestingActivities',
  ProceedsFromIssuanceOfDebt:
    'us-gaap:ProceedsFromDebtNetOfIssuanceCosts ifrs-full:ProceedsFromBorrowingsClassifiedAsFinancingActivities',
  RepaymentsOfDebt:
    'us-gaap:RepaymentsOfDebtAndCapitalLeaseObligations ifrs-full:RepaymentsOfBorrowingsClassifiedAsFinancingActivities',
  ProceedsFromIssuanceOfLongTermDebt: 'us-gaap:ProceedsFromIssuanceOfLongTermDebtAndCapitalSecuritiesNet',
  RepaymentsOfLongTermDebt: 'us-gaap:RepaymentsOfLongTermDebtAndCapitalSecurities',
  PaymentsOfDividends: 'ifrs-full:DividendsPaidClassifiedAsFinancingActivities',
  PaymentsForRepurchaseOfCommonStock: 'ifrs-full:PaymentsToAcquireOrRedeemEntitysShares',
  NetCashProvidedByUsedInFinancingActivities: 'ifrs-full:CashFlowsFromUsedInFinancingActivities',
  EffectOfExchangeRateOnCashAndCashEquivalents:
    'ifrs-full:EffectOfExchangeRateChangesOnCashAndCashEquivalents',
  CashAndCashEquivalentsPeriodIncreaseDecrease: 'ifrs-full:IncreaseDecreaseInCashAndCashEquivalents',
};

/** Where data tell one of these too, the revenue from contracts in them is but a part: banks', insurers', landlords'. */
const WHOLES = [
  'us-gaap:RevenuesNetOfInterestExpense',
  'us-gaap:InterestAndDividendIncomeOperating',
  'us-gaap:PremiumsEarnedNet',
  'us-gaap:OperatingLeaseLeaseIncome',
];

/** The measures in `OTHERS` by the elements of others. */
export const byOtherElement: ReadonlyMap<string, string> = new Map(
  Object.entries(OTHERS).flatMap(([id, elements]) =>
    elements.split(' ').map((element) => [element, id] as const),
  ),
);

/**
 * The measure that data tell by an element that is another's: only where they do not have ours. An issuer who uses both
 * means two things by them.
 */
export function findOther(element: string, told: ReadonlySet<string>): string | undefined {
  const id = byOtherElement.get(element);
  if (id === undefined) return undefined;
  const others = (OTHERS[id] ?? '').split(' ');
  const before = [conceptById.get(id)?.element ?? '', ...others.slice(0, others.indexOf(element))];
  const wholes = id === 'Revenues' ? WHOLES : [];
  return [...before, ...wholes].some((one) => told.has(one)) ? undefined : id;
}

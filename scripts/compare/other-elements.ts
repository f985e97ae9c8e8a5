import { conceptById } from '../../src/concepts/index.ts';

/**
 * Elements in which others tell a measure of ours, whose own element is another: of US GAAP, of IFRS, of statements in Japan
 * (`jppfs_cor`) and of the summaries that Tokyo's exchange asks for (`tse-ed-t`). Same sense, same sign, same days: a part of a
 * measure, or a change that counts the other way round, is none of them.
 */
const OTHERS: Readonly<Record<string, string>> = {
  Revenues:
    'us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax us-gaap:RevenueFromContractWithCustomerIncludingAssessedTax ifrs-full:Revenue jppfs_cor:NetSales tse-ed-t:NetSales tse-ed-t:OperatingRevenues',
  CostOfRevenue: 'us-gaap:CostOfGoodsAndServicesSold ifrs-full:CostOfSales jppfs_cor:CostOfSales',
  GrossProfit: 'ifrs-full:GrossProfit jppfs_cor:GrossProfit',
  GeneralAndAdministrativeExpense: 'ifrs-full:AdministrativeExpense',
  SellingGeneralAndAdministrativeExpense:
    'ifrs-full:SellingGeneralAndAdministrativeExpense jppfs_cor:SellingGeneralAndAdministrativeExpenses',
  ResearchAndDevelopmentExpense: 'ifrs-full:ResearchAndDevelopmentExpense',
  LaborAndRelatedExpense: 'ifrs-full:EmployeeBenefitsExpense',
  OperatingIncomeLoss:
    'ifrs-full:ProfitLossFromOperatingActivities jppfs_cor:OperatingIncome tse-ed-t:OperatingIncome',
  IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest:
    'ifrs-full:ProfitLossBeforeTax',
  IncomeTaxExpenseBenefit: 'ifrs-full:IncomeTaxExpenseContinuingOperations',
  CurrentIncomeTaxExpenseBenefit: 'ifrs-full:CurrentTaxExpenseIncome',
  DeferredIncomeTaxExpenseBenefit: 'ifrs-full:DeferredTaxExpenseIncome',
  IncomeLossFromEquityMethodInvestments:
    'ifrs-full:ShareOfProfitLossOfAssociatesAndJointVenturesAccountedForUsingEquityMethod',
  IncomeLossFromContinuingOperations: 'ifrs-full:ProfitLossFromContinuingOperations',
  IncomeLossFromDiscontinuedOperationsNetOfTax: 'ifrs-full:ProfitLossFromDiscontinuedOperations',
  ProfitLoss: 'ifrs-full:ProfitLoss jppfs_cor:ProfitLoss',
  NetIncomeLoss:
    'ifrs-full:ProfitLossAttributableToOwnersOfParent jppfs_cor:ProfitLossAttributableToOwnersOfParent tse-ed-t:ProfitAttributableToOwnersOfParent',
  NetIncomeLossAttributableToNoncontrollingInterest:
    'ifrs-full:ProfitLossAttributableToNoncontrollingInterests',
  EarningsPerShareBasic: 'ifrs-full:BasicEarningsLossPerShare tse-ed-t:NetIncomePerShare',
  EarningsPerShareDiluted: 'ifrs-full:DilutedEarningsLossPerShare tse-ed-t:DilutedNetIncomePerShare',
  WeightedAverageNumberOfSharesOutstandingBasic: 'ifrs-full:WeightedAverageShares',
  WeightedAverageNumberOfDilutedSharesOutstanding: 'ifrs-full:AdjustedWeightedAverageShares',
  OtherComprehensiveIncomeLossNetOfTax: 'ifrs-full:OtherComprehensiveIncome',
  ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest:
    'ifrs-full:ComprehensiveIncome jppfs_cor:ComprehensiveIncome tse-ed-t:ComprehensiveIncome',
  ComprehensiveIncomeNetOfTax: 'ifrs-full:ComprehensiveIncomeAttributableToOwnersOfParent',
  ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest:
    'ifrs-full:ComprehensiveIncomeAttributableToNoncontrollingInterests',
  CashAndCashEquivalentsAtCarryingValue:
    'ifrs-full:CashAndCashEquivalents jppfs_cor:CashAndCashEquivalents tse-ed-t:CashAndEquivalentsEndOfPeriod',
  ShortTermInvestments: 'us-gaap:MarketableSecuritiesCurrent',
  InventoryNet: 'ifrs-full:Inventories',
  IncomeTaxesReceivable: 'ifrs-full:CurrentTaxAssetsCurrent',
  OtherAssetsCurrent: 'ifrs-full:OtherCurrentAssets',
  AssetsCurrent: 'ifrs-full:CurrentAssets jppfs_cor:CurrentAssets',
  PropertyPlantAndEquipmentNet:
    'us-gaap:PropertyPlantAndEquipmentAndFinanceLeaseRightOfUseAssetAfterAccumulatedDepreciationAndAmortization ifrs-full:PropertyPlantAndEquipment',
  Goodwill: 'ifrs-full:Goodwill',
  IntangibleAssetsNetExcludingGoodwill: 'ifrs-full:IntangibleAssetsOtherThanGoodwill',
  EquityMethodInvestments: 'ifrs-full:InvestmentAccountedForUsingEquityMethod',
  DeferredTaxAssetsNetNoncurrent: 'us-gaap:DeferredIncomeTaxAssetsNet ifrs-full:DeferredTaxAssets',
  OtherAssetsNoncurrent: 'ifrs-full:OtherNoncurrentAssets',
  AssetsNoncurrent: 'ifrs-full:NoncurrentAssets jppfs_cor:NoncurrentAssets',
  Assets: 'ifrs-full:Assets jppfs_cor:Assets tse-ed-t:TotalAssets',
  DeferredRevenueCurrent: 'us-gaap:ContractWithCustomerLiabilityCurrent',
  DeferredRevenueNoncurrent: 'us-gaap:ContractWithCustomerLiabilityNoncurrent',
  AccruedIncomeTaxesCurrent: 'ifrs-full:CurrentTaxLiabilitiesCurrent',
  OtherLiabilitiesCurrent: 'ifrs-full:OtherCurrentLiabilities',
  LiabilitiesCurrent: 'ifrs-full:CurrentLiabilities jppfs_cor:CurrentLiabilities',
  DeferredTaxLiabilitiesNoncurrent:
    'us-gaap:DeferredIncomeTaxLiabilitiesNet ifrs-full:DeferredTaxLiabilities',
  OtherLiabilitiesNoncurrent: 'ifrs-full:OtherNoncurrentLiabilities',
  LiabilitiesNoncurrent: 'ifrs-full:NoncurrentLiabilities jppfs_cor:NoncurrentLiabilities',
  Liabilities: 'ifrs-full:Liabilities jppfs_cor:Liabilities',
  CommonStockValue: 'ifrs-full:IssuedCapital',
  AdditionalPaidInCapital: 'us-gaap:AdditionalPaidInCapitalCommonStock ifrs-full:SharePremium',
  RetainedEarningsAccumulatedDeficit: 'ifrs-full:RetainedEarnings',
  TreasuryStockValue: 'ifrs-full:TreasuryShares',
  StockholdersEquity: 'ifrs-full:EquityAttributableToOwnersOfParent',
  MinorityInterest: 'ifrs-full:NoncontrollingInterests',
  StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest:
    'ifrs-full:Equity jppfs_cor:NetAssets tse-ed-t:NetAssets',
  LiabilitiesAndStockholdersEquity: 'ifrs-full:EquityAndLiabilities jppfs_cor:LiabilitiesAndNetAssets',
  NetCashProvidedByUsedInOperatingActivities:
    'ifrs-full:CashFlowsFromUsedInOperatingActivities jppfs_cor:NetCashProvidedByUsedInOperatingActivities tse-ed-t:CashFlowsFromOperatingActivities',
  PaymentsToAcquirePropertyPlantAndEquipment:
    'ifrs-full:PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities',
  PaymentsToAcquireIntangibleAssets: 'ifrs-full:PurchaseOfIntangibleAssetsClassifiedAsInvestingActivities',
  NetCashProvidedByUsedInInvestingActivities:
    'ifrs-full:CashFlowsFromUsedInInvestingActivities jppfs_cor:NetCashProvidedByUsedInInvestmentActivities tse-ed-t:CashFlowsFromInvestingActivities',
  ProceedsFromIssuanceOfDebt:
    'us-gaap:ProceedsFromDebtNetOfIssuanceCosts ifrs-full:ProceedsFromBorrowingsClassifiedAsFinancingActivities',
  RepaymentsOfDebt:
    'us-gaap:RepaymentsOfDebtAndCapitalLeaseObligations ifrs-full:RepaymentsOfBorrowingsClassifiedAsFinancingActivities',
  ProceedsFromIssuanceOfLongTermDebt: 'us-gaap:ProceedsFromIssuanceOfLongTermDebtAndCapitalSecuritiesNet',
  RepaymentsOfLongTermDebt: 'us-gaap:RepaymentsOfLongTermDebtAndCapitalSecurities',
  PaymentsOfDividends: 'ifrs-full:DividendsPaidClassifiedAsFinancingActivities',
  PaymentsForRepurchaseOfCommonStock: 'ifrs-full:PaymentsToAcquireOrRedeemEntitysShares',
  NetCashProvidedByUsedInFinancingActivities:
    'ifrs-full:CashFlowsFromUsedInFinancingActivities jppfs_cor:NetCashProvidedByUsedInFinancingActivities tse-ed-t:CashFlowsFromFinancingActivities',
  EffectOfExchangeRateOnCashAndCashEquivalents:
    'ifrs-full:EffectOfExchangeRateChangesOnCashAndCashEquivalents',
  CashAndCashEquivalentsPeriodIncreaseDecrease: 'ifrs-full:IncreaseDecreaseInCashAndCashEquivalents',
  OrdinaryIncomeLoss: 'jppfs_cor:OrdinaryIncome tse-ed-t:OrdinaryIncome',
  IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments:
    'jppfs_cor:IncomeBeforeIncomeTaxes',
  EquityRatio: 'tse-ed-t:CapitalAdequacyRatio',
  CommonStockDividendsPerShareDeclared: 'tse-ed-t:DividendPerShare',
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
 * The measure that data tell by an element that is another's: only where they do not have ours. An issuer who uses both, or
 * two of one taxonomy, means two things by them.
 */
export function findOther(element: string, told: ReadonlySet<string>): string | undefined {
  const id = byOtherElement.get(element);
  if (id === undefined) return undefined;
  const others = (OTHERS[id] ?? '').split(' ');
  const isOfSame = (one: string): boolean => one.split(':')[0] === element.split(':')[0];
  const before = [
    conceptById.get(id)?.element ?? '',
    ...others.slice(0, others.indexOf(element)).filter(isOfSame),
  ];
  const wholes = id === 'Revenues' ? WHOLES : [];
  return [...before, ...wholes].some((one) => told.has(one)) ? undefined : id;
}

/** A measure that has another element in the accounts of those who have nothing of something to tell it from. */
export interface FiledName {
  readonly id: string;
  readonly instead: string;
  /** Concepts of which none is stated. */
  readonly without: readonly string[];
}

/** What is stated where others hold shares in subsidiaries. */
const OUTSIDERS = [
  'NetIncomeLoss',
  'NetIncomeLossAttributableToNoncontrollingInterest',
  'MinorityInterest',
  'RedeemableNoncontrollingInterestEquityCarryingAmount',
  'ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest',
];

/** `Net income` of a company without outside shareholders is its own shareholders', and filed as that. */
export const FILED_NAMES: readonly FiledName[] = [
  { id: 'ProfitLoss', instead: 'NetIncomeLoss', without: OUTSIDERS },
  {
    id: 'ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest',
    instead: 'ComprehensiveIncomeNetOfTax',
    without: OUTSIDERS,
  },
  {
    id: 'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
    instead: 'StockholdersEquity',
    without: OUTSIDERS,
  },
  {
    id: 'IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments',
    instead: 'IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest',
    without: ['IncomeLossFromEquityMethodInvestments'],
  },
];

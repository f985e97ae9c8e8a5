import { withCommon } from './concepts-of.ts';

/** What moves equity in a period beside net income. Cash dividends are those of the cash flow statement. */
export const equity = withCommon({ statement: 'equity', kind: 'monetary', periodType: 'duration' }, [
  {
    id: 'PurchaseOfNoncontrollingInterests',
    label: 'Purchase of noncontrolling interests',
    definition: 'What buying outside shareholders’ parts of subsidiaries did to equity.',
    aliases: [
      'purchase of noncontrolling interests of consolidated subsidiaries',
      'purchase of noncontrolling interests',
      'acquisition of noncontrolling interests',
      'changes in ownership interests in subsidiaries',
      'equity transactions with noncontrolling interests',
    ],
  },
  {
    id: 'SubsidiaryStockIssuance',
    label: 'Subsidiary stock issuance',
    definition: 'What shares issued by subsidiaries did to equity.',
    aliases: [
      'subsidiary stock issuance',
      'issuance of subsidiary stock',
      'issuance of stock by subsidiaries',
    ],
  },
  {
    id: 'EstablishmentOfNewConsolidatedSubsidiaries',
    label: 'New consolidated subsidiaries',
    definition: 'Outside shareholders’ part of subsidiaries founded or bought in the period.',
    aliases: [
      'establishment of new consolidated subsidiaries',
      'establishment of a new consolidated subsidiary',
      'acquisition of new consolidated subsidiaries',
      'establishment of new subsidiaries',
    ],
  },
  {
    id: 'AdjustmentsToAdditionalPaidInCapitalSharebasedCompensationRequisiteServicePeriodRecognitionValue',
    label: 'Stock-based compensation in equity',
    definition: 'Pay in shares and options, credited to equity.',
    element:
      'us-gaap:AdjustmentsToAdditionalPaidInCapitalSharebasedCompensationRequisiteServicePeriodRecognitionValue',
    aliases: [],
    within: ['EquityStatement'],
    aliasesWithin: [
      'stock-based compensation',
      'share-based compensation',
      'share-based payments',
      'stock-based compensation expense',
      'equity-settled share-based payments',
      'share-based payment transactions',
    ],
  },
  {
    id: 'Dividends',
    label: 'Dividends declared',
    definition: 'Dividends that shareholders were promised in the period.',
    element: 'us-gaap:Dividends',
    nonNegative: true,
    aliases: ['dividends declared', 'cash dividends declared', 'dividends to shareholders'],
  },
  {
    id: 'TreasuryStockValueAcquiredCostMethod',
    label: 'Own shares bought',
    definition: 'What own shares bought in the period cost.',
    element: 'us-gaap:TreasuryStockValueAcquiredCostMethod',
    nonNegative: true,
    aliases: [],
    within: ['EquityStatement'],
    aliasesWithin: [
      'purchase of treasury stock',
      'acquisition of treasury stock',
      'repurchase of common stock',
      'purchase of treasury shares',
      'acquisition of treasury shares',
    ],
  },
  {
    id: 'StockIssuedDuringPeriodValueNewIssues',
    label: 'Shares issued',
    definition: 'What was paid in for new shares in the period.',
    element: 'us-gaap:StockIssuedDuringPeriodValueNewIssues',
    aliases: [],
    within: ['EquityStatement'],
    aliasesWithin: [
      'issuance of common stock',
      'issuance of shares',
      'issuance of new shares',
      'issue of share capital',
      'issue of new shares',
    ],
  },
]);

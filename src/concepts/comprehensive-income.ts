import { withCommon } from './concepts-of.ts';

/** Gains and losses that go to equity without passing through net income. */
export const comprehensiveIncome = withCommon(
  { statement: 'comprehensiveIncome', kind: 'monetary', periodType: 'duration' },
  [
    {
      id: 'OtherComprehensiveIncomeLossForeignCurrencyTransactionAndTranslationAdjustmentNetOfTax',
      label: 'Foreign currency translation adjustments',
      definition: 'What changes in exchange rates did to the value of foreign subsidiaries.',
      element:
        'us-gaap:OtherComprehensiveIncomeLossForeignCurrencyTransactionAndTranslationAdjustmentNetOfTax',
      aliases: [
        'foreign currency translation adjustments',
        'foreign currency translation adjustments, net of tax',
        'currency translation adjustments',
        'foreign currency translation',
        'exchange differences on translation of foreign operations',
        'exchange differences on translating foreign operations',
        'change in foreign currency translation adjustments',
      ],
    },
    {
      id: 'OtherComprehensiveIncomeLossAvailableForSaleSecuritiesAdjustmentNetOfTax',
      label: 'Unrealized holding gains and losses on securities',
      definition: 'What securities gained or lost in market value without being sold.',
      element: 'us-gaap:OtherComprehensiveIncomeLossAvailableForSaleSecuritiesAdjustmentNetOfTax',
      aliases: [
        'unrealized holding gain on securities',
        'unrealized gain on securities',
        'unrealized gain (loss) on available-for-sale securities',
        'unrealized holding gain (loss) on available-for-sale securities',
        'net unrealized gains (losses) on securities',
      ],
    },
    {
      id: 'OtherComprehensiveIncomeLossPensionAndOtherPostretirementBenefitPlansAdjustmentNetOfTax',
      label: 'Defined benefit pension plans',
      definition: 'Changes in pension obligations and assets that net income does not take up.',
      element:
        'us-gaap:OtherComprehensiveIncomeLossPensionAndOtherPostretirementBenefitPlansAdjustmentNetOfTax',
      aliases: [
        'defined benefit pension plans',
        'pension liability adjustments',
        'pension adjustments',
        'defined benefit plans',
        'remeasurements of defined benefit plans',
        'pension and other postretirement benefit plans',
      ],
    },
    {
      id: 'OtherComprehensiveIncomeLossCashFlowHedgeGainLossAfterReclassificationAndTax',
      label: 'Cash flow hedges',
      definition: 'What hedges of future cash flows gained or lost in value.',
      element: 'us-gaap:OtherComprehensiveIncomeLossCashFlowHedgeGainLossAfterReclassificationAndTax',
      aliases: [
        'cash flow hedges',
        'unrealized gain (loss) on derivatives',
        'unrealized gains (losses) on cash flow hedges',
        'net change in cash flow hedges',
      ],
    },
    {
      id: 'OtherComprehensiveIncomeLossNetOfTax',
      label: 'Other comprehensive income',
      definition: 'All gains and losses of the period that go to equity without passing through net income.',
      element: 'us-gaap:OtherComprehensiveIncomeLossNetOfTax',
      aliases: [
        'other comprehensive income, net of tax',
        'other comprehensive income',
        'total other comprehensive income',
        'total other comprehensive income, net of tax',
        'other comprehensive income for the period',
        'other comprehensive income for the year',
        'other comprehensive income for the period, net of tax',
        'other comprehensive income for the year, net of tax',
        'total other comprehensive income after tax',
        'other comprehensive income after tax',
      ],
      sums: [
        {
          OtherComprehensiveIncomeLossForeignCurrencyTransactionAndTranslationAdjustmentNetOfTax: 1,
          OtherComprehensiveIncomeLossAvailableForSaleSecuritiesAdjustmentNetOfTax: 1,
          OtherComprehensiveIncomeLossPensionAndOtherPostretirementBenefitPlansAdjustmentNetOfTax: 1,
        },
      ],
    },
    {
      id: 'ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest',
      label: 'Total comprehensive income',
      definition: 'Net income and other comprehensive income together, outside shareholders’ part included.',
      element: 'us-gaap:ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest',
      aliases: [
        'total comprehensive income',
        'comprehensive income',
        'total comprehensive income for the period',
        'total comprehensive income for the year',
        'comprehensive income for the period',
        'comprehensive income for the year',
        'comprehensive income including noncontrolling interests',
      ],
      sums: [
        { ProfitLoss: 1, OtherComprehensiveIncomeLossNetOfTax: 1 },
        {
          ProfitLoss: 1,
          OtherComprehensiveIncomeLossForeignCurrencyTransactionAndTranslationAdjustmentNetOfTax: 1,
          OtherComprehensiveIncomeLossAvailableForSaleSecuritiesAdjustmentNetOfTax: 1,
          OtherComprehensiveIncomeLossPensionAndOtherPostretirementBenefitPlansAdjustmentNetOfTax: 1,
        },
      ],
    },
    {
      id: 'ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest',
      label: 'Comprehensive income attributable to noncontrolling interests',
      definition: 'Outside shareholders’ part of comprehensive income.',
      element: 'us-gaap:ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest',
      aliases: [
        'comprehensive income attributable to noncontrolling interests',
        'total comprehensive income attributable to noncontrolling interests',
        'total comprehensive income for the period attributable to noncontrolling interests',
      ],
      within: [
        'ComprehensiveIncomeAttributableSection',
        'ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest',
      ],
      aliasesWithin: ['noncontrolling interests', 'minority interests'],
    },
    {
      id: 'ComprehensiveIncomeNetOfTax',
      label: 'Comprehensive income attributable to the company',
      definition: 'Comprehensive income that belongs to the shareholders of the reporting company.',
      element: 'us-gaap:ComprehensiveIncomeNetOfTax',
      aliases: [
        'comprehensive income attributable to {issuer}',
        'total comprehensive income attributable to {issuer}',
        'total comprehensive income for the period attributable to {issuer}',
      ],
      within: [
        'ComprehensiveIncomeAttributableSection',
        'ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest',
      ],
      aliasesWithin: [
        '{issuer}',
        'owners of the parent',
        'owners of the company',
        'owners of {issuer}',
        'equity holders',
        'equity holders of the parent',
        'equity holders of the parent company',
        'owners of the parent company',
        'shareholders of the parent company',
        'parent company shareholders',
        'equity holders of the company',
        'equity holders of {issuer}',
        'equity shareholders',
        "shareholders' equity",
        'shareholders of the company',
        'shareholders of the parent',
        'shareholders of {issuer}',
      ],
      sums: [
        {
          ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest: 1,
          ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest: -1,
        },
      ],
    },
  ],
);

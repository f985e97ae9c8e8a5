import type { Member } from '../model/concept.ts';
import { FILED_NAMES } from './filed-names.ts';

/** Parts of the business that report by themselves. */
const segments: readonly Member[] = [
  {
    id: 'network-services-and-systems-integration',
    axis: 'segment',
    label: 'Network services and systems integration',
    aliases: [
      'network services and si business',
      'network services and systems integration business',
      'network services and systems integration (si) business',
    ],
  },
  {
    id: 'atm-operation',
    axis: 'segment',
    label: 'ATM operation',
    aliases: ['atm operation business', 'atm operation'],
  },
  {
    id: 'elimination',
    axis: 'segment',
    label: 'Elimination',
    aliases: [
      'elimination',
      'intersegment eliminations',
      'elimination of intersegment transactions',
      'adjustments and eliminations',
      'eliminations and adjustments',
      'eliminations and other',
      'consolidation adjustments',
      'consolidation',
    ],
  },
  {
    id: 'corporate',
    axis: 'segment',
    label: 'Corporate',
    aliases: [
      'corporate',
      'corporate and other',
      'corporate and unallocated',
      'unallocated',
      'unallocated corporate expenses',
      'corporate expenses',
      'corporate and eliminations',
      'reconciling items',
    ],
  },
  {
    id: 'other',
    axis: 'segment',
    label: 'Other',
    aliases: ['other', 'all other', 'other businesses', 'other segments'],
  },
];

/** Parts of equity, the columns of a statement of changes in equity. */
const equity: readonly Member[] = [
  {
    id: 'accumulated-deficit',
    axis: 'equity',
    label: 'Accumulated deficit',
    aliases: [
      'accumulated deficit',
      'retained earnings',
      'retained earnings (accumulated deficit)',
      'accumulated earnings (deficit)',
      'retained earnings (deficit)',
      'retained profits',
      'accumulated profits',
      'accumulated losses',
      'accumulated profits (losses)',
      'retained income',
      'revenue reserves',
      'profit and loss account',
    ],
    states: {
      StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest: {
        RetainedEarningsAccumulatedDeficit: 1,
      },
      ProfitLoss: { NetIncomeLoss: 1 },
    },
  },
  {
    id: 'accumulated-other-comprehensive-income',
    axis: 'equity',
    label: 'Accumulated other comprehensive income',
    aliases: [
      'accumulated other comprehensive income',
      'accumulated other comprehensive loss',
      'other components of equity',
      'other reserves',
    ],
    states: {
      StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest: {
        AccumulatedOtherComprehensiveIncomeLossNetOfTax: 1,
      },
    },
  },
  {
    id: 'common-stock',
    axis: 'equity',
    label: 'Common stock',
    aliases: [
      'common stock',
      'share capital',
      'capital stock',
      'common shares',
      'ordinary shares',
      'issued capital',
      'common stock amount',
      'issued share capital',
      'called up share capital',
      'ordinary share capital',
      'equity share capital',
      'common stock issued',
    ],
    states: {
      StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest: { CommonStockValue: 1 },
    },
  },
  {
    id: 'treasury-stock',
    axis: 'equity',
    label: 'Treasury stock',
    aliases: [
      'treasury stock',
      'treasury shares',
      'own shares',
      'treasury stock, at cost',
      'treasury stock, common',
      'treasury shares reserve',
      'own shares reserve',
    ],
    states: {
      StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest: { TreasuryStockValue: -1 },
    },
  },
  {
    id: 'additional-paid-in-capital',
    axis: 'equity',
    label: 'Additional paid-in capital',
    aliases: [
      'additional paid-in capital',
      'capital surplus',
      'share premium',
      'paid-in capital',
      'capital reserves',
      'capital in excess of par value',
      'share premium account',
      'capital in excess of par',
      'contributed surplus',
    ],
    states: {
      StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest: { AdditionalPaidInCapital: 1 },
    },
  },
  {
    id: 'noncontrolling-interests',
    axis: 'equity',
    label: 'Noncontrolling interests',
    aliases: ['noncontrolling interests', 'minority interests'],
    states: {
      StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest: { MinorityInterest: 1 },
      ProfitLoss: { NetIncomeLossAttributableToNoncontrollingInterest: 1 },
    },
  },
  {
    id: 'parent',
    axis: 'equity',
    label: 'Shareholders of the company',
    aliases: [
      '{issuer} shareholders equity',
      'total {issuer} shareholders equity',
      'total shareholders equity',
      'equity attributable to owners of the parent',
      'attributable to owners of the parent',
      'total attributable to owners of the parent',
      'attributable to owners of the company',
      'equity attributable to owners of the company',
      'total attributable to owners of the company',
      'attributable to equity holders of the parent',
      'total attributable to equity holders of the parent',
      'equity attributable to shareholders of the company',
      'attributable to shareholders of the company',
      'total shareholders equity attributable to {issuer}',
      'equity attributable to {issuer}',
    ],
    states: {
      StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest: { StockholdersEquity: 1 },
      ProfitLoss: { NetIncomeLoss: 1 },
    },
  },
];

/** Parts of the world. */
const regions: readonly Member[] = [
  {
    id: 'united-states',
    axis: 'region',
    label: 'United States',
    aliases: ['united states', 'u.s.', 'us', 'usa', 'united states of america', 'u.s.a.', 'domestic u.s.'],
  },
  {
    id: 'north-america',
    axis: 'region',
    label: 'North America',
    aliases: ['north america', 'north american'],
  },
  {
    id: 'americas',
    axis: 'region',
    label: 'Americas',
    aliases: ['americas'],
  },
  {
    id: 'latin-america',
    axis: 'region',
    label: 'Latin America',
    aliases: ['latin america', 'south america', 'latam', 'central and south america'],
  },
  {
    id: 'europe',
    axis: 'region',
    label: 'Europe',
    aliases: ['europe', 'total europe'],
  },
  {
    id: 'emea',
    axis: 'region',
    label: 'Europe, Middle East and Africa',
    aliases: ['emea', 'europe, middle east and africa', 'europe, middle east, and africa (emea)'],
  },
  {
    id: 'asia-pacific',
    axis: 'region',
    label: 'Asia Pacific',
    aliases: ['asia pacific', 'apac', 'asia pacific (apac)'],
  },
  {
    id: 'asia',
    axis: 'region',
    label: 'Asia',
    aliases: ['asia', 'asia excluding japan', 'rest of asia'],
  },
  {
    id: 'greater-china',
    axis: 'region',
    label: 'Greater China',
    aliases: ['greater china', 'china including hong kong'],
  },
  {
    id: 'china',
    axis: 'region',
    label: 'China',
    aliases: ['china', 'mainland china'],
  },
  {
    id: 'japan',
    axis: 'region',
    label: 'Japan',
    aliases: ['japan'],
  },
  {
    id: 'united-kingdom',
    axis: 'region',
    label: 'United Kingdom',
    aliases: ['united kingdom', 'uk', 'u.k.', 'great britain'],
  },
  {
    id: 'germany',
    axis: 'region',
    label: 'Germany',
    aliases: ['germany'],
  },
  {
    id: 'france',
    axis: 'region',
    label: 'France',
    aliases: ['france'],
  },
  {
    id: 'canada',
    axis: 'region',
    label: 'Canada',
    aliases: ['canada'],
  },
  {
    id: 'rest-of-world',
    axis: 'region',
    label: 'Rest of world',
    aliases: [
      'rest of world',
      'other countries',
      'all other countries',
      'other regions',
      'all other regions',
      'row',
      'other international',
      'other geographies',
    ],
  },
];

/** Parts in which the dividends of a fiscal year are paid; their total has no member. */
const payments: readonly Member[] = [
  {
    id: '1Q-end',
    axis: 'payment',
    label: 'First quarter',
    aliases: [
      '1q-end',
      'end of 1q',
      'first quarter-end',
      'first quarter',
      'end of first quarter',
      '1st quarter-end',
      'end of 1st quarter',
    ],
  },
  {
    id: '2Q-end',
    axis: 'payment',
    label: 'Interim',
    aliases: [
      '2q-end',
      'end of 2q',
      'interim',
      'interim dividend',
      'second quarter-end',
      'second quarter',
      'end of second quarter',
      'half-year',
      'half-year-end',
      '2nd quarter-end',
      'end of 2nd quarter',
    ],
  },
  {
    id: '3Q-end',
    axis: 'payment',
    label: 'Third quarter',
    aliases: [
      '3q-end',
      'end of 3q',
      'third quarter-end',
      'third quarter',
      'end of third quarter',
      '3rd quarter-end',
      'end of 3rd quarter',
    ],
  },
  {
    id: 'Year-end',
    axis: 'payment',
    label: 'Year-end',
    aliases: [
      'year-end',
      'end of year',
      'year-end dividend',
      'final',
      'final dividend',
      'fiscal year-end',
      'end of fiscal year',
      '4q-end',
    ],
  },
];

/** Which shares an amount per share is told of, around a stock split. */
const shareBases: readonly Member[] = [
  {
    id: 'pre-split',
    axis: 'shareBasis',
    label: 'Shares before the split',
    aliases: ['pre-split', 'before the stock split'],
  },
  {
    id: 'post-split',
    axis: 'shareBasis',
    label: 'Shares after the split',
    aliases: ['post-split', 'after the stock split'],
  },
  { id: 'mixed', axis: 'shareBasis', label: 'Shares before and after the split', aliases: ['mixed'] },
];

/** What a target was before it was revised, and by how much it was. */
const forecasts: readonly Member[] = [
  { id: 'previous', axis: 'forecast', label: 'Before the revision', aliases: ['previous'] },
  { id: 'revision', axis: 'forecast', label: 'Revision', aliases: ['revision'] },
];

/** What a part of equity states of total equity it states of it under its other name too. */
const underBothNames = (member: Member): Member => {
  const states = Object.entries(member.states ?? {}).flatMap(([id, stated]) => {
    const other = FILED_NAMES.find((name) => name.id === id)?.instead;
    return other === undefined ? [[id, stated] as const] : [[id, stated] as const, [other, stated] as const];
  });
  return states.length === 0 ? member : { ...member, states: Object.fromEntries(states) };
};

export const members: readonly Member[] = [
  ...segments,
  ...regions,
  ...equity.map(underBothNames),
  ...payments,
  ...shareBases,
  ...forecasts,
];

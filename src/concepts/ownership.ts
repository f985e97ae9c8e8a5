import { withCommon } from './concepts-of.ts';

/** Who holds the issuer's shares, and in what units they are traded. */
export const ownership = withCommon({ statement: 'ownership', kind: 'percent', periodType: 'instant' }, [
  {
    id: 'OwnershipPercentage',
    label: 'Largest shareholder’s stake',
    definition:
      'The part of the issuer, in percent, that its largest shareholder holds, directly and through others.',
    inParentheses: 'IndirectOwnershipPercentage',
    aliases: [
      'its ownership percentage (%)',
      'ownership percentage',
      'percentage of ownership',
      'shareholding ratio',
      'percentage of voting rights',
      'ownership ratio',
      'stake',
    ],
  },
  {
    id: 'IndirectOwnershipPercentage',
    label: 'Largest shareholder’s indirect stake',
    definition: 'The part of the stake, in percent of the issuer, that is held through others.',
    aliases: [
      'indirect ownership',
      'indirect ownership percentage',
      'indirectly held',
      'indirect shareholding',
    ],
  },
  {
    id: 'ShareTradingUnit',
    label: 'Trading unit',
    definition: 'How many shares make one unit of trading.',
    kind: 'shares',
    aliases: ['share-trading unit', 'trading unit', 'number of shares per unit', 'unit share'],
  },
  {
    id: 'SharePrice',
    label: 'Share price',
    definition: 'What one share costs on the market.',
    kind: 'perShare',
    aliases: ['share price', 'stock price', 'closing share price', 'closing stock price'],
  },
]);

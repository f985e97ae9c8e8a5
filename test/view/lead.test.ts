import { expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import type { KeyFigure } from '../../src/view/key-figures.ts';
import { leadSentence } from '../../src/view/lead.ts';

const inHundredThousands = (amount: number): Fact =>
  ({ value: `${amount}00000`, unit: 'USD', decimals: -5, polarity: 1 }) as Fact;

const figure = (label: string, now: number, before: number | undefined): KeyFigure =>
  ({
    label,
    fact: inHundredThousands(now),
    ...(before !== undefined && { before: inHundredThousands(before) }),
    scale: 6,
    places: 1,
    unit: '',
  }) as KeyFigure;

/** Hundred thousands of dollars now and a year before, and the sentence. */
const LEADS: readonly (readonly [number, number | undefined, string])[] = [
  [-233, -247, 'Operating loss narrowed to USD 23.3 million from 24.7 million.'],
  [-247, -233, 'Operating loss widened to USD 24.7 million from 23.3 million.'],
  [-233, 247, 'Operating income turned into a loss of USD 23.3 million after a profit of 24.7 million.'],
  [233, -247, 'Operating income came to USD 23.3 million after a loss of 24.7 million.'],
  [-233, undefined, 'Operating loss came to USD 23.3 million.'],
  [-233, -233, 'Operating loss stayed at USD 23.3 million.'],
];

test.each(LEADS)('%d after %d', (now, before, words) => {
  expect(textOf([figure('Operating income', now, before)])).toBe(words);
});

const perShare = (label: string, value: string): KeyFigure =>
  ({
    label,
    fact: { value, unit: 'USD/share', decimals: 2, polarity: 1 },
    scale: 0,
    places: 2,
    unit: 'USD',
  }) as unknown as KeyFigure;

test.each([
  [
    'Net income per share, basic and diluted',
    '0.30',
    'Basic and diluted net income per share came to USD 0.30.',
  ],
  ['Diluted net income per share', '-0.25', 'Diluted net loss per share came to USD 0.25.'],
])('%s of %s', (label, value, words) => {
  expect(textOf([perShare(label, value)])).toBe(words);
});

test('equity below nil is no loss', () => {
  expect(textOf([figure('Net income', 233, undefined), figure('Shareholders’ equity', -17, undefined)])).toBe(
    'Net income came to USD 23.3 million and shareholders’ equity came to minus 1.7 million.',
  );
});

test('the first amount of money tells the currency, whatever stands before it', () => {
  const ratio = {
    label: 'Equity ratio',
    fact: { value: '34.9', unit: 'percent', decimals: 1, polarity: 1 },
    scale: 0,
    places: 1,
    unit: '%',
  } as unknown as KeyFigure;
  const figures = [ratio, figure('Cash', 139, undefined), figure('Debt', 233, undefined)];
  expect(textOf(figures)).toBe(
    'Equity ratio came to 34.9%, cash came to USD 13.9 million and debt came to 23.3 million.',
  );
});

test('what is not known to its last digit is told so', () => {
  const worked = figure('Net income', 171_100, undefined);
  const { fact } = worked;
  const rough = { ...worked, places: 0, fact: { ...fact, decimals: -7, origin: 'derived' } as Fact };
  expect(textOf([rough])).toBe('Net income came to roughly USD 17,110 million.');
});

const textOf = (large: readonly KeyFigure[]): string =>
  leadSentence({ large })
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('');

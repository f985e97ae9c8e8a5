import { expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import type { KeyFigure } from '../../src/view/key-figures.ts';
import { leadSentence } from '../../src/view/lead.ts';

const inHundredThousands = (amount: number): Fact =>
  ({ value: `${amount}00000`, unit: 'USD', decimals: -5, polarity: 1 }) as Fact;

const figure = (label: string, now: number, before: number): KeyFigure =>
  ({
    label,
    fact: inHundredThousands(now),
    before: inHundredThousands(before),
    scale: 6,
    places: 1,
    unit: '',
  }) as KeyFigure;

/** Hundred thousands of dollars now and a year before, and the sentence. */
const LEADS: readonly (readonly [number, number, string])[] = [
  [-233, -247, 'Operating loss narrowed to USD 23.3 million from 24.7.'],
  [-247, -233, 'Operating loss widened to USD 24.7 million from 23.3.'],
  [-233, 247, 'Operating income turned into a loss of USD 23.3 million after 24.7.'],
  [233, -247, 'Operating income came to USD 23.3 million after a loss of 24.7.'],
  [-233, -233, 'Operating loss stayed at USD 23.3 million.'],
];

test.each(LEADS)('%d after %d', (now, before, words) => {
  const parts = leadSentence({
    large: [figure('Operating income', now, before)],
    small: [],
    unit: 'USD millions',
  });
  const text = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  expect(text).toBe(words);
});

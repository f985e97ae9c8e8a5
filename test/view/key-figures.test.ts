import { expect, test } from 'vitest';
import type { Issuer } from '../../src/data/index.ts';
import type { Fact } from '../../src/model/fact.ts';
import { findChange } from '../../src/view/key-figures.ts';

const amount = (value: string, period: string): Fact =>
  ({ concept: 'GrossProfit', aspect: 'amount', unit: 'USD', decimals: -3, qualifier: 'exact', polarity: 1, dimensions: '', origin: 'table', value, period }) as unknown as Fact; // biome-ignore format: a row reads better than a column
const printed = {
  ...amount('52', '2024-01-01/2024-12-31'),
  aspect: 'changePercent',
  compared: '2023-01-01/2023-12-31',
};

/** An issuer that prints a growth of 52% for 1,500 after 1,200, with what checking holds of it. */
const issuerOf = (grade: string): Issuer =>
  ({ facts: { findAll: () => [printed], findSettled: () => ({ grade }) } }) as unknown as Issuer;

test.each([
  ['as printed where it stands', 'supported', { printed }],
  [
    'of the two figures where a check holds the printed one wrong',
    'disputed',
    { id: 'x', how: 'page#x', derived: expect.objectContaining({ value: '25.0' }) },
  ],
] as const)('a growth is told %s', (_, grade, told) => {
  const [now, before] = [
    amount('1500000', '2024-01-01/2024-12-31'),
    amount('1200000', '2023-01-01/2023-12-31'),
  ];
  const change = findChange(issuerOf(grade), now, before, before.period, { page: 'page', id: 'x' });
  expect(change).toEqual(told);
});

import { expect, test } from 'vitest';
import type { Issuer } from '../../src/data/index.ts';
import type { Fact } from '../../src/model/fact.ts';
import { findChange } from '../../src/view/key-figures.ts';

const amount = (value: string, period: string): Fact =>
  ({ concept: 'GrossProfit', label: 'Gross profit', basis: 'reported', aspect: 'amount', unit: 'USD', decimals: -3, qualifier: 'exact', polarity: 1, dimensions: '', origin: 'table', value, period }) as unknown as Fact; // biome-ignore format: a row reads better than a column
const printed = {
  ...amount('52', '2024-01-01/2024-12-31'),
  aspect: 'changePercent',
  decimals: 0,
  compared: '2023-01-01/2023-12-31',
};

/** An issuer that prints a growth of 52% for 1,500 after 1,200, with what checking holds of it. */
const issuerOf = (grade: string, others: readonly Fact[] = []): Issuer =>
  ({
    facts: {
      findAll: () => [printed],
      findSettled: ({ label }: Fact) => ({ grade: label === 'Other' ? 'single' : grade }),
      ofPeriod: () => others,
      find: ({ concept, period }: Fact) =>
        others.find((one) => one.concept === concept && one.period === period),
    },
  }) as unknown as Issuer;

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

test('a growth that is printed to the whole percent is told as all pages tell it: finer, of the same amounts by another name', () => {
  const [now, before] = [
    amount('1525000', '2024-01-01/2024-12-31'),
    amount('1220000', '2023-01-01/2023-12-31'),
  ] as const;
  const other = { concept: 'SegmentProfit', label: 'Gross profit of the group' };
  const finer = { ...printed, ...other, value: '25.0', decimals: 1 } as Fact;
  const others = [{ ...now, ...other }, { ...before, ...other }, finer];
  const change = findChange(issuerOf('supported', others), now, before, before.period, {
    page: 'page',
    id: 'x',
  });
  expect(change).toEqual({ printed: finer });
});

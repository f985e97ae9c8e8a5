import { expect, test } from 'vitest';
import { convertText, textSource } from '../text-source.ts';

const HEAD =
  'Acme AG reports its first half of 2024\n\nConsolidated income statement\n\n€ million\tH1 2024\n';
/** Costs without a name of the vocabulary, so that no sum tells the sign of the tax. */
const read = (rows: string): ReadonlyMap<string, number> => {
  const { facts } = convertText(textSource('acme', '2024-07-31-h1-2024.txt', `${HEAD}${rows}\n`));
  return new Map(facts.filter(({ cell }) => cell === 1).map(({ label, polarity }) => [label, polarity]));
};

test.each([
  [
    'a tax among costs printed negative',
    'Staff costs\t-60.0\t-58.0\nDepreciation\t-9.0\t-8.0\nIncome tax\t-5.0\t-4.0',
    -1,
  ],
  ['a benefit among them', 'Staff costs\t-60.0\t-58.0\nDepreciation\t-9.0\t-8.0\nIncome tax\t2.0\t-4.0', -1],
  [
    'a tax among costs printed positive',
    'Staff costs\t60.0\t58.0\nDepreciation\t9.0\t8.0\nIncome tax\t5.0\t4.0',
    1,
  ],
  ['a benefit among those', 'Staff costs\t60.0\t58.0\nDepreciation\t9.0\t8.0\nIncome tax\t-2.0\t4.0', 1],
  [
    'a tax that is added back',
    'Staff costs\t-60.0\t-58.0\nDepreciation\t-9.0\t-8.0\nIncome tax\t5.0\t4.0',
    1,
  ],
  ['one cost shows no rule', 'Revenue\t80.0\t70.0\nStaff costs\t-60.0\t-58.0\nIncome tax\t-5.0\t-4.0', 1],
])('%s', (_, rows, polarity) => {
  expect(read(rows).get('Income tax')).toBe(polarity);
});

import { expect, test } from 'vitest';
import { convertText, textSource } from '../text-source.ts';

const HEAD =
  'Acme, Inc. reports results for the quarter ended June 30, 2026\n\nBalance sheets ($ in millions)\n\n\tJune 30, 2026\n';
const doubtsOf = (rows: string) => {
  const { facts } = convertText(textSource('acme', '2026-07-22-q2.txt', `${HEAD}${rows}\n`));
  return facts.filter(({ origin }) => origin === 'table').map(({ doubt }) => doubt);
};

const LOST = 'Its table has lost its columns: rows without a name follow each other.';
const LABELS = [
  'Cash',
  'Inventories',
  'Prepaid expenses',
  'Goodwill',
  'Accounts payable',
  'Accrued expenses',
];

test('a table whose second column became rows without names is doubted as a whole', () => {
  const doubts = doubtsOf(
    LABELS.map((label, i) => `${label}\t${1241 + 17 * i}\n\t${1107 + 29 * i}`).join('\n'),
  );
  expect(doubts.length).toBe(12);
  expect(new Set(doubts)).toEqual(new Set([LOST]));
});

test('a list with a total without a name is not', () => {
  const doubts = doubtsOf([...LABELS.map((label, i) => `${label}\t${1241 + 17 * i}`), '\t7701'].join('\n'));
  expect(doubts).not.toContain(LOST);
});

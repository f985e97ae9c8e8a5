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

const CHANGES =
  'Acme, Inc. reports results for the year ended December 31, 2025\n\nSTATEMENTS OF OPERATIONS\n(In thousands)\n\n\tYear Ended December 31,\t\tChange\n\t2025\t2024\t$\t%\nRevenue\t$4,120\t$3,010\t$1,110\t37%\n';

/** The change of a loss in amounts goes with the amounts; in percent it is of the loss's size. */
test.each([
  ['a loss printed in parentheses', 'Net loss\t$(68,786)\t$(73,600)\t$4,814\t(7)%', 1, -1],
  ['a loss printed as a number', 'Net loss\t$68,786\t$73,600\t$(4,814)\t(7)%', -1, -1],
  ['a profit', 'Net income\t$68,786\t$73,600\t$(4,814)\t(7)%', 1, 1],
])('%s that changes', (_, row, change, percent) => {
  const { facts } = convertText(textSource('acme', '2026-02-20-fy2025.txt', `${CHANGES}${row}\n`));
  const polarities = new Map(
    facts.filter(({ line }) => line === 9).map(({ cell, polarity }) => [cell, polarity]),
  );
  expect([polarities.get(3), polarities.get(4)]).toEqual([change, percent]);
});

test('changes in assets under a heading of their own are effects on cash', () => {
  const { facts } = convertText(
    textSource(
      'acme',
      '2025-07-31-q2.txt',
      'Acme, Inc. reports its second quarter of 2025\n\nStatements of cash flows\n(In thousands)\n\n\tThree months ended June 30, 2025\tThree months ended June 30, 2024\nCash flows from operating activities:\nNet income\t$900\t$800\nChanges in operating assets and liabilities:\nAccounts receivable\t(252)\t90\nAccounts payable\t40\t(30)\nNet cash provided by operating activities\t688\t860\n',
    ),
  );
  const polarities = (label: string) =>
    facts.filter((fact) => fact.label === label).map(({ polarity }) => polarity);
  expect(polarities('Accounts receivable')).toEqual([-1, -1]);
  expect(polarities('Accounts payable')).toEqual([1, 1]);
});

const STATEMENT =
  'Acme, Inc. reports its second quarter of 2026\n\nConsolidated statements of operations\n(in thousands of U.S. dollars)\n\n\tThree months ended June 30, 2026\tThree months ended June 30, 2025\n';
const polaritiesOf = (label: string, rows: string): number[] =>
  convertText(textSource('acme', '2026-07-31-q2.txt', `${STATEMENT}${rows}\n`))
    .facts.filter((fact) => fact.label.startsWith(label))
    .map(({ polarity }) => polarity);

/** Value times polarity is the measure's own sign: an income of 130 is an expense of -130. */
test.each([
  [
    'an expense whose positive figures are added to income',
    'Other expense',
    'Operating loss\t(31,410)\t(9,720)\nInterest income, net\t640\t910\nOther expense\t130\t(6,205)\nLoss before income taxes\t(30,640)\t(15,015)',
    [-1, -1],
  ],
  [
    'the same as net of income',
    'Other expense, net',
    'Operating loss\t(31,410)\t(9,720)\nInterest income, net\t640\t910\nOther expense, net 1\t130\t(6,205)\nLoss before income taxes\t(30,640)\t(15,015)',
    [1, 1],
  ],
  [
    'an expense whose positive figures are taken off',
    'Other expense',
    'Operating income\t31,410\t9,720\nInterest expense\t640\t910\nOther expense\t130\t(6,205)\nIncome before income taxes\t30,640\t15,015',
    [1, 1],
  ],
])('%s', (_, label, rows, polarities) => {
  expect(polaritiesOf(label, rows)).toEqual(polarities);
});

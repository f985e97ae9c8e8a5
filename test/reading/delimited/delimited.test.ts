import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isDelimited } from '../../../scripts/1-read/delimited/read-delimited.ts';
import { readSource } from '../../../scripts/1-read/read-source.ts';
import { convertRawDocument } from '../../../scripts/convert-document.ts';
import { textSource } from '../../text-source.ts';

const readCase = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

async function convert(name: string, text: string) {
  const source = textSource('acme', name, text);
  return convertRawDocument(source, await readSource(source), 'published');
}

const inTables = ({ facts }: Awaited<ReturnType<typeof convert>>) =>
  facts
    .filter(({ origin }) => origin === 'table')
    .map(({ concept, value, place }) => [concept, value, place]);

test('a row with a field too many is left unread as a whole; the others are read', async () => {
  const data = await convert('2024-08-01-q2.csv', readCase('a-number-without-quotes.csv'));
  expect(inTables(data).slice(0, 2)).toEqual([
    ['CostOfRevenue', '834000000', '11:18'],
    ['CostOfRevenue', '750000000', '11:22'],
  ]);
  expect(data.coverage.unread.map(({ text }) => text)).toEqual(['1,234,1,100']);
});

test('semicolons part fields, whatever the name of the file says', async () => {
  const data = await convert('2024-08-01-q2.txt', readCase('semicolons.txt'));
  expect(inTables(data).slice(0, 2)).toEqual([
    ['Revenues', '1234000000', '10:10'],
    ['Revenues', '1100000000', '10:15'],
  ]);
  expect(data.coverage.unread).toEqual([]);
});

const statement = (rows: readonly string[], head: readonly string[] = []): string =>
  [
    'Results for the fiscal year ended December 31 2024',
    'In thousands of U.S. dollars',
    ...head,
    ...rows,
  ].join('\n');

test('semicolons part grouped figures too, where a folder holds no more than a few of them', async () => {
  const rows = ['Cash;21,340;17,905', 'Inventories;24,902;23,310', 'Total assets;117,565;107,869'];
  const bytes = new TextEncoder().encode(statement([';December 31, 2024;December 31, 2023', ...rows]));
  const source = {
    ...textSource('acme', '2025-02-06-fy2024', ''),
    parts: [{ name: '1-balance-sheet.csv', bytes }],
  };
  const { lines } = await readSource(source);
  expect(lines.slice(-3)).toEqual(rows.map((row) => row.replaceAll(';', '\t')));
});

test('heads above figures are theirs, not those of the signs before the next ones', async () => {
  const rows = [
    'Net sales,$,"48,213",$,"44,902"',
    'Cost of sales,$,"29,877",$,"28,145"',
    'Gross profit,$,"18,336",$,"16,757"',
  ];
  const data = await convert('2025-02-06-fy2024.csv', statement(rows, [',,2024,,2023']));
  expect(
    data.facts
      .filter(({ origin }) => origin === 'table')
      .map(({ period, value }) => [period.slice(-10), value]),
  ).toEqual(
    ['48213000', '44902000', '29877000', '28145000', '18336000', '16757000'].map((value, i) => [
      i % 2 === 0 ? '2024-12-31' : '2023-12-31',
      value,
    ]),
  );
});

test.each([
  [
    'columns that spaces align',
    'Revenue   124,864   110,839\nCosts     84,864   70,839\nProfit    40,000   40,000\n',
  ],
  [
    'columns between bars',
    '| Revenue | 124,864 | 110,839 |\n| Costs | 84,864 | 70,839 |\n| Profit | 40,000 | 40,000 |\n',
  ],
  ['figures that one space parts', 'Revenue 124,864 110,839\nCosts 84,864 70,839\nProfit 40,000 40,000\n'],
  ['tabs', 'Revenue\t124,864\t110,839\nCosts\t84,864\t70,839\nProfit\t40,000\t40,000\n'],
])('%s are no fields between commas', (_, text) => {
  expect(isDelimited(new TextEncoder().encode(text))).toBe(false);
});

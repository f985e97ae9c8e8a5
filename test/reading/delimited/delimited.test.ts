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

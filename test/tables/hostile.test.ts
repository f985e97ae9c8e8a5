import { expect, test } from 'vitest';
import { type ConvertedDocument, convertDocument } from '../../scripts/convert-document.ts';
import { InputError } from '../../src/model/problem.ts';

const HEAD =
  'Acme Corp Reports Second Quarter 2024 Results\n\nResults for the quarter ended June 30, 2024.\n\n';

const convert = (text: string): ConvertedDocument =>
  convertDocument(
    { issuer: 'acme', id: '2024-08-01-q2', file: 'acme/q2.txt', name: 'q2.txt', text },
    'published',
  );

const tableFacts = (text: string) =>
  convert(text)
    .facts.filter(({ origin }) => origin === 'table')
    .map(({ line, column, raw, value }) => ({ line, column, raw, value }));

test('columns are code points, whatever stands before a number', () => {
  const text = `${HEAD}\tQ2 2024\n😀😀 Revenue 😀\t$ 1,234\n`;
  expect(tableFacts(text)).toEqual([{ line: 6, column: 14, raw: '$ 1,234', value: '1234' }]);
});

test('markup in a label is a label', () => {
  const text = `${HEAD}\tQ2 2024\n<script>alert(1)</script>\t12\n[x](javascript:alert(1))\t13\n`;
  expect(tableFacts(text).map(({ value }) => value)).toEqual(['12', '13']);
});

test('line ends of either kind give the same places', () => {
  const text = `${HEAD}\tQ2 2024\tQ2 2023\nRevenue\t$1,234\t$1,100\n`;
  expect(tableFacts(text.replaceAll('\n', '\r\n'))).toEqual(tableFacts(text));
});

test('addresses, telephone numbers and dates of events are no figures', () => {
  const text = `${HEAD}Contacts\n\nOffice\t14 Quay Street, Truro TR1 2AB\nTelephone\t01872 555 010\nOther\t+49 89 1234-0\n\nCalendar\n\nNovember 7, 2024\tQuarterly statement, call at 10:00 CET\nMarch 13, 2025\tAnnual Report 2024\n`;
  expect(tableFacts(text)).toEqual([]);
});

/** Texts that grow with a number. */
const GROWING: Readonly<Record<string, (size: number) => string>> = {
  'a line of digits': (n) => `Revenue\t${'1'.repeat(n)}\n`,
  'a line of commas': (n) => `\tQ2 2024\nRevenue\t${'1,'.repeat(n / 2)}\n`,
  'a line of letters': (n) => `Revenue\t${'h'.repeat(n)}\n`,
  'a line of tabs': (n) => `${'\t'.repeat(n)}\n`,
  'a line of brackets': (n) => `\tQ2 2024\nRevenue\t${'('.repeat(n)}\n`,
  'a line of backslashes': (n) => `\tQ2 2024\nRevenue\t${'\\$'.repeat(n / 2)}1\n`,
  'a line of capitals': (n) => `${'Abc & '.repeat(n / 6)}\n`,
  'a line of months': (n) => `${'January '.repeat(n / 8)}\n`,
  'a long label': (n) => `\tQ2 2024\n${'Revenue '.repeat(n / 8)}\t12\n`,
  'many columns': (n) => `\t${'Q2 2024\t'.repeat(n / 40)}\nRevenue\t${'1,234\t'.repeat(n / 40)}\n`,
  'columns without heads': (n) => `Revenue\t${'1,234\t'.repeat(n / 20)}\n`,
  'many rows': (n) => `\tQ2 2024\n${'Item\t1,234\n'.repeat(n / 40)}`,
  'many groups': (n) => `\tQ2 2024\n${'Group\t\nItem\t1,234\n'.repeat(n / 60)}`,
  'many heads': (n) => `${'\tQ2 2024\n'.repeat(n / 40)}Revenue\t12\n`,
  'rules of bars': (n) => '| --- |\n'.repeat(n / 60),
};

const SIZE = 25_000;

test.each(Object.entries(GROWING))(
  '%s: no crash, and four times the text costs about four times the work',
  (_, make) => {
    const cost = (size: number): number => {
      const before = process.cpuUsage().user;
      try {
        convert(HEAD + make(size));
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
      return (process.cpuUsage().user - before) / 1000;
    };
    cost(SIZE);
    const once = cost(SIZE);
    expect(cost(4 * SIZE)).toBeLessThan(10 * once + 600);
  },
);

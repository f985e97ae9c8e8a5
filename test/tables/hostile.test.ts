import { expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import type { ConvertedDocument } from '../../scripts/convert-document.ts';
import { InputError } from '../../src/model/problem.ts';
import { HEAD, HOSTILE_TEXTS } from '../hostile-texts.ts';
import { convertText, textSource } from '../text-source.ts';

const convert = (text: string): ConvertedDocument =>
  convertText(textSource('acme', '2024-08-01-q2.txt', text));

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

test.each(Object.entries(HOSTILE_TEXTS))('%s is read or refused, and never crashes', (_, make) => {
  try {
    expect(convert(make(50_000)).coverage.unknown).toBeGreaterThanOrEqual(0);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
  }
});

/** What is said over and over is derived, checked and told as often. */
test.each(['a fact over and over', 'a fact told anew', 'a sentence over and over'])(
  '%s is compared with as many others, not with all',
  async (name) => {
    const text = HOSTILE_TEXTS[name]?.(40_000) ?? '';
    const corpus = await convertCorpus([textSource('acme', '2024-08-01-q2.txt', text)], 'published');
    expect(corpus.leftOut).toEqual([]);
    expect(corpus.issuers[0]?.facts.length).toBeGreaterThan(600);
  },
);

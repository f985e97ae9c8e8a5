import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertText, textSource } from '../text-source.ts';

const HEAD = `Acme Corp Reports Second Quarter 2024 Results

Results for the quarter ended June 30, 2024.

Statements of Income

(Millions of US dollars)

	Q2 2024	Q2 2023
Revenues	1,234	1,100
Margin (%)	5.6	4.5
`;

/** What is read from cells of a table, one row each: values in the figure's own scale, or `unread`. */
function readCells(cells: readonly string[]): string[] {
  const rows = cells.map((cell, i) => `Item ${'abcdefghij'[i]}\t${cell}\t7\n`);
  const { facts, coverage } = convertText(textSource('acme', '2024-08-01-q2.txt', HEAD + rows.join('')));
  const first = HEAD.split('\n').length;
  return cells.map((cell, i) => {
    const own = facts.filter(({ line, cell: field }) => line === first + i && field === 1);
    const left = coverage.unread.filter(({ line }) => line === first + i);
    if (own.length === 0 && left.length > 0)
      return digitsIn(left.map(({ text }) => text).join('')) === digitsIn(cell) ? 'unread' : 'torn';
    return [
      ...own.map(({ value, decimals, raw }) => printedValue(value, decimals, raw)),
      ...left.map(() => 'unread'),
    ].join(' ');
  });
}

const digitsIn = (text: string): string => text.replace(/[^\p{Nd}]/gu, '');

/** The value without the power of ten of its unit. */
const printedValue = (value: string, decimals: number | null, raw: string): string => {
  const places = /[.．٫](\p{Nd}+)/u.exec(raw)?.[1]?.length ?? 0;
  return String(Number(value) / 10 ** (places - (decimals ?? 0)));
};

const ROWS = readFileSync(new URL('cells.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#\t') && !line.startsWith('# '))
  .map((line) => line.split('\t') as [cell: string, value: string]);

test.each(ROWS)('%s is read as %s', (cell, value) => {
  expect(readCells([cell])).toEqual([value]);
});

/** No years: `1900.5.5` would be a day. */
const digits = fc.stringMatching(/^[1-9][0-9]{0,8}$/).filter((whole) => !/^(?:19|20)\d\d$/.test(whole));
const decimals = fc.stringMatching(/^(?:[0-9]{1,2})?$/);

const groupBy =
  (size: number) =>
  (whole: string): string => {
    const last = whole.slice(-3);
    const rest = whole.slice(0, -3);
    const groups = rest.match(new RegExp(`.{1,${size}}(?=(?:.{${size}})*$)`, 'g')) ?? [];
    return [...groups, last].join(',');
  };

const WIDTHS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/[\d.,()%-]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)),
  (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0966 + Number(digit))),
];

/** A spelling of a number, and whether it is negative in it. */
const SIGNS: readonly (readonly [spell: (number: string) => string, isNegative: boolean])[] = [
  [(number) => number, false],
  [(number) => `-${number}`, true],
  [(number) => `(${number})`, true],
  [(number) => `△${number}`, true],
  [(number) => `$${number}`, false],
  [(number) => `$(${number})`, true],
];

const SLIPS: readonly ((number: string) => string)[] = [
  (number) => `${number.slice(0, 1)},${number.slice(1)}1,2`,
  (number) => `${number}O`,
  (number) => `l,${number}`,
  (number) => `${number}E+3`,
  (number) => `--${number}`,
  (number) => `${number}.5.5`,
  (number) => `${number.slice(0, 1)} ${number}`,
];

describe('numbers in any spelling', () => {
  test('are read whole', () => {
    const spelled = fc
      .tuple(
        digits,
        decimals,
        fc.constantFrom(groupBy(3), groupBy(2), (whole: string) => whole),
        fc.constantFrom(...WIDTHS),
        fc.constantFrom(...SIGNS),
      )
      .map(([whole, part, group, widen, [sign, isNegative]]) => ({
        cell: widen(sign(`${group(whole)}${part && '.'}${part}`)),
        value: String(Number(`${isNegative ? '-' : ''}${whole}.${part}`)),
      }));
    fc.assert(
      fc.property(fc.array(spelled, { minLength: 1, maxLength: 10 }), (cells) => {
        expect(readCells(cells.map(({ cell }) => cell))).toEqual(cells.map(({ value }) => value));
      }),
      { numRuns: 60 },
    );
  });

  test('are unread where a slip makes them none', () => {
    const slipped = fc
      .tuple(digits, fc.constantFrom(...SLIPS), fc.constantFrom(...WIDTHS.slice(0, 2)))
      .map(([whole, slip, widen]) => ({ cell: slip(whole), widen }))
      .filter(({ cell }) => !/^\d \d{3}$/.test(cell)) // a blank before three digits is how some group
      .map(({ cell, widen }) => widen(cell));
    fc.assert(
      fc.property(fc.array(slipped, { minLength: 1, maxLength: 10 }), (cells) => {
        expect(readCells(cells)).toEqual(cells.map(() => 'unread'));
      }),
      { numRuns: 60 },
    );
  });
});

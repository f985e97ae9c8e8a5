import { expect, test } from 'vitest';
import type { Printed } from '../../src/model/fact.ts';
import { cellPieces, endsInWords, linePieces, type TextPiece } from '../../src/view/pieces.ts';

/** Pieces on one line: facts in braces, addresses in angle brackets. */
const told = (pieces: readonly TextPiece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return piece.kind === 'fact' ? `{${piece.text}}` : `<${piece.href}>`;
    })
    .join('');

const facts = (...places: readonly (readonly [column: number, raw: string])[]) =>
  places.map(([column, raw]) => ({ column, raw }) as Printed);

/** A line, the facts that start in its columns, and the line with them marked. */
const LINES: readonly (readonly [line: string, found: readonly Printed[], expected: string])[] = [
  ['up 9.2% to JPY5', facts([4, '9.2%'], [12, 'JPY5']), 'up {9.2%} to {JPY5}'],
  ['(\\$656 million)', facts([3, '$656']), '({$656} million)'],
  ['(\\$656 million)', facts([2, '$656']), '({$656} million)'],
  ['**Up 5** again', facts([6, '5']), 'Up {5} again'],
  ['𝒻ull 5', facts([6, '5']), '𝒻ull {5}'],
  ['a fact elsewhere 7', facts([3, '8']), 'a fact elsewhere 7'],
  ['URL: <http://a.example/b>', [], 'URL: <http://a.example/b>'],
  [
    'see https://a.example/b, and (mailto:a@b.example).',
    [],
    'see <https://a.example/b>, and (<mailto:a@b.example>).',
  ],
  ['[x](javascript:alert(1)) <data:text/html,1>', [], '[x](javascript:alert(1)) <data:text/html,1>'],
  ['* 2 \\* 3 \\a', [], '* 2 * 3 \\a'],
];

for (const [line, found, expected] of LINES)
  test(`line ${line}`, () => expect(told(linePieces(line, found))).toBe(expected));

/** A cell, the numbers stated in it, and the cell with them marked. */
const CELLS: readonly (readonly [cell: string, raws: readonly string[], expected: string])[] = [
  ['29.9 (5.0)', ['29.9', '(5.0)'], '{29.9} {(5.0)}'],
  ['JPY5 million (up 5%)', ['JPY5', '5%'], '{JPY5} million (up {5%})'],
  ['-', ['-'], '{-}'],
  ['**5**', ['5'], '**{5}**'],
  ['', [], ''],
];

for (const [cell, raws, expected] of CELLS)
  test(`cell ${cell}`, () => {
    expect(told(cellPieces(cell, facts(...raws.map((raw) => [0, raw] as const))))).toBe(expected);
  });

test('a line of a hundred thousand characters and as many addresses as fit', () => {
  const line = 'http://a.example/ '.repeat(5_556);
  expect(linePieces(line, []).filter((piece) => typeof piece !== 'string').length).toBe(5_556);
});

test('words behind the last figure of a cell are told from signs', () => {
  const ends = (text: string, column: number, raw: string) =>
    endsInWords(cellPieces(text, facts([column, raw])));
  expect(ends('(12.5) pts', 1, '(12.5)')).toBe(true);
  expect(ends('12.5%', 1, '12.5%')).toBe(false);
  expect(ends('12.5 )', 1, '12.5')).toBe(false);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCsv } from '../../scripts/output/csv.ts';
import { parseCsv } from './parse-csv.ts';

const NAMES = ['a', 'b', 'c'] as const;
type Row = readonly [string, string, string];
const COLUMNS = NAMES.map((name, index) => [name, (row: Row) => row[index] ?? ''] as const);

const format = (rows: readonly Row[]): string => [...formatCsv(COLUMNS, rows)].join('');

/** Any characters, those that matter in CSV more often than chance has it. */
const field = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', ',', '\r', '\n', '\t', ' ', '=', '-'),
    fc.string({ unit: 'grapheme', maxLength: 2 }),
  ),
});

describe('CSV', () => {
  test('reads back as what was written, whatever the fields hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field, field)), (rows) => {
        expect(parseCsv(format(rows))).toEqual([NAMES, ...rows]);
      }),
    );
  });

  const ROWS: readonly (readonly [Row, string])[] = [
    [['106,248', 'plain', ''], '"106,248",plain,'],
    [['say "no"', 'two\nlines', ' kept '], '"say ""no""","two\nlines", kept '],
    [['=1+1', '-5', '@x'], '=1+1,-5,@x'],
  ];
  test.each(ROWS)('%j', (row, line) => {
    expect(format([row])).toBe(`a,b,c\r\n${line}\r\n`);
  });

  test('numbers and nothing are fields too', () => {
    const columns = [
      ['n', (value: number | null) => value],
      ['m', (value: number | null) => value],
    ] as const;
    expect([...formatCsv(columns, [0, null])]).toEqual(['n,m\r\n', '0,0\r\n', ',\r\n']);
  });

  test('no dimensions are a text without letters, told from an empty field by its quotes', () => {
    const columns = [
      ['dimensions', (text: string) => text],
      ['note', (text: string) => text],
    ] as const;
    expect([...formatCsv(columns, ['', 'a'])]).toEqual(['dimensions,note\r\n', '"",\r\n', 'a,a\r\n']);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relationsIn } from '../../scripts/4-settle/relations/find-relations.ts';
import type { DigitRelation } from '../../scripts/4-settle/relations/relation.ts';
import { describe, printedTable } from './printed-table.ts';

const told = (relations: readonly DigitRelation[]): string[] => relations.map(describe).sort();

/** A table, and all that its digits show. */
const TABLES: readonly (readonly [name: string, rows: readonly string[], relations: readonly string[]])[] = [
  [
    'a subtotal takes the place of its parts',
    [
      'Cash | 412 | 388',
      'Receivables | 530 | 607',
      'Current | 942 | 995',
      'Plant | 1,310 | 1,288',
      'Total | 2,252 | 2,283',
    ],
    ['strong sum 3 = 1 +2', 'strong sum 5 = 3 +4'],
  ],
  [
    'one column is enough where rows only add',
    ['Alpha | 4,127', 'Beta | 3,055', 'Gamma | 1,940', 'Total | 9,122'],
    ['strong sum 4 = 1 +2 +3'],
  ],
  [
    'costs are taken off, in a column or two',
    ['Revenue | 8,410 | 7,950', 'Cost of sales | 5,233 | 5,017', 'Gross profit | 3,177 | 2,933'],
    ['strong difference 3 = 1 -2'],
  ],
  [
    'one column of a difference only supports',
    ['Revenue | 84,101', 'Cost of sales | 52,337', 'Gross profit | 31,764'],
    ['weak difference 3 = 1 -2'],
  ],
  [
    'both sides of a balance sheet',
    [
      'Cash | 4,120',
      'Plant | 13,105',
      'Total assets | 17,225',
      'Debt | 9,010',
      'Equity | 8,215',
      'Total | 17,225',
    ],
    ['strong equal 6 = 3', 'strong sum 3 = 1 +2', 'strong sum 6 = 4 +5'],
  ],
  [
    'one column of three does not add up',
    [
      'North | 4,127 | 3,988 | 3,701',
      'South | 3,055 | 3,105 | 2,950',
      'West | 1,940 | 1,877 | 1,760',
      'Total | 9,122 | 8,970 | 8,141',
    ],
    ['strong sum 4 = 1 +2 +3 broken 4.3'],
  ],
  [
    'a line that one column alone prints is part of its sum',
    ['North | 4,127 | 3,988', 'South | 3,055 | 3,105', 'Write-down | | (310)', 'Total | 7,182 | 6,783'],
    ['strong sum 4 = 1 +2'],
  ],
  [
    'a subtotal that a column leaves empty',
    [
      'Opening | 5,120 | 2,210',
      'Profit | 415 | 415',
      'Translation | 33 | ',
      'Comprehensive income | 448 | ',
      'Dividends | (120) | (120)',
      'Closing | 5,448 | 2,505',
    ],
    ['strong sum 4 = 2 +3', 'strong sum 6 = 1 +4 +5'],
  ],
  [
    'an average among counts that are added',
    ['May | 290 | 30.10', 'June | 296 | 31.55', 'July | 315 | 30.74', 'Total | 901 | 30.81'],
    ['strong sum 4 = 1 +2 +3'],
  ],
  [
    'rounding is believed where another column is exact',
    ['Alpha | 4,127 | 3,988', 'Beta | 3,055 | 3,105', 'Gamma | 1,940 | 1,877', 'Total | 9,122 | 8,971'],
    ['strong sum 4 = 1 +2 +3'],
  ],
  [
    'a column of rates of growth',
    [
      'Alpha | 4,127 | 3,988 | 3.5%',
      'Beta | 3,055 | 3,105 | (1.6)%',
      'Gamma | 1,940 | 1,877 | 3.4%',
      'Delta | 812 | 702 | 15.7%',
      'Epsilon | 633 | 690 | (8.3)%',
    ],
    ['strong growth .3 = .1 .2'],
  ],
  [
    'an adjustment between two columns',
    ['Alpha | 4,127 | (127) | 4,000', 'Beta | 3,055 | 35 | 3,090', 'Gamma | 1,940 | (13) | 1,927'],
    ['weak across .3 = .1 +.2'],
  ],
  [
    'earnings per share in three columns',
    [
      'Net income | 4,120 | 3,807 | 3,555',
      'Shares | 1,204 | 1,198 | 1,190',
      'Earnings per share | 3.42 | 3.18 | 2.99',
    ],
    ['strong ratio 3 = 1 2'],
  ],
];

test.each(TABLES)('%s', (_, rows, expected) => {
  expect(told(relationsIn([printedTable(rows)]))).toEqual([...expected].sort());
});

test('the same figure under the same label in two tables', () => {
  const statement = printedTable(['Net revenues | 41,275,310 | 39,882,104', 'Cost | 301 | 290']);
  const summary = printedTable(['Net revenues | 41,275 | 39,882', 'Staff | 301 | 290']);
  const relations = relationsIn([statement, summary]);
  expect(relations.map(({ kind, strength }) => `${strength} ${kind}`)).toEqual([
    'strong recurrence',
    'strong recurrence',
  ]);
});

const RUNS = { numRuns: 300, seed: 20260312 };
const amount = fc.integer({ min: 1000, max: 9_999_999 });

test('planted sums are found, whatever they are called', () => {
  const column = fc.array(amount, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(column, { minLength: 2, maxLength: 4 }), (columns) => {
      const part = (row: number) => columns.map((values) => values[row] ?? 0);
      const added = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value + (b[i] ?? 0));
      const sub = added(part(0), part(1));
      const all = added(added(sub, part(2)), part(3));
      const rows = [part(0), part(1), sub, part(2), part(3), all].map(
        (values, i) => `Row ${i} | ${values.join(' | ')}`,
      );
      expect(told(relationsIn([printedTable(rows)]))).toEqual([
        'strong sum 3 = 1 +2',
        'strong sum 6 = 3 +4 +5',
      ]);
    }),
    RUNS,
  );
});

test('random digits show nothing by chance', () => {
  const row = fc.array(amount, { minLength: 3, maxLength: 3 });
  let found = 0;
  fc.assert(
    fc.property(fc.array(row, { minLength: 12, maxLength: 12 }), (rows) => {
      const table = printedTable(rows.map((values, i) => `Row ${i} | ${values.join(' | ')}`));
      found += relationsIn([table]).length;
    }),
    RUNS,
  );
  expect(found).toBe(0);
});

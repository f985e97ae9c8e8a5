import { expect, test } from 'vitest';
import type { DocumentRecord, TableBlock } from '../../src/model/document.ts';
import { tableTitle } from '../../src/view/table.ts';

/** What stands above a table, the innermost last, and what a page calls it. */
const TITLES = [
  [['1. Consolidated results', '(1) Operating results', '(Percentages are changes on the year.)'], 'Operating results'],
  [['Balance sheets', '(Millions of yen)'], 'Balance sheets'],
  [['In thousands, except per share data'], 'Table'],
  [['(Statements of income)'], 'Statements of income'],
  [['d. Goodwill by segment'], 'Goodwill by segment'],
  [['b) dividends'], 'Dividends'],
  [['A. P. Holm Group'], 'A. P. Holm Group'],
  [['Per share'], 'Per share'],
] as const; // biome-ignore format: a title a line

for (const [above, expected] of TITLES)
  test(`the table below ${above.join(', ')} is called ${expected}`, () => {
    const block = {
      kind: 'table',
      lines: [1, 2],
      section: above.slice(0, -1),
      title: above.at(-1) ?? '',
    } as unknown as TableBlock;
    expect(tableTitle({ blocks: [block] } as unknown as DocumentRecord, block)).toBe(expected);
  });

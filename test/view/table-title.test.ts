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
  [['CONSOLIDATED STATEMENTS OF EARNINGS'], 'Consolidated statements of earnings'],
  [['Consolidated Statements of Earnings'], 'Consolidated Statements of Earnings'],
  [['ii. Net cash and conversion'], 'Net cash and conversion'],
] as const; // biome-ignore format: a title a line

for (const [above, expected] of TITLES)
  test(`the table below ${above.join(', ')} is called ${expected}`, () => {
    const block = {
      kind: 'table',
      lines: [1, 2],
      section: above.slice(0, -1),
      title: above.at(-1) ?? '',
    } as unknown as TableBlock;
    expect(tableTitle({ blocks: [block], lines: [] } as unknown as DocumentRecord, block)).toBe(expected);
  });

/** What stands right before a table whose heading is Hardware, and what a page calls it. */
test.each([
  [
    'The following table presents net sales by product line (and related services):',
    'Net sales by product line',
  ],
  ['The following tables summarize the fair values of our notes:', 'Fair values of our notes'],
  ['Revenues by region consisted of the following (in millions):', 'Revenues by region'],
  ['The breakdown of our revenue by sector was as follows:', 'Breakdown of our revenue by sector'],
  [
    'Unbilled amounts move with rates. The change in unearned revenue was as follows (in millions):',
    'Change in unearned revenue',
  ],
  ['Costs rose for the reasons that were as follows.', 'Hardware'],
  ['Hardware, indoor garden, outdoor garden, and tools', 'Hardware'],
  [
    'The following table presents what is measured at fair value, which changes with rates that markets set, on a recurring basis:',
    'Hardware',
  ],
])('a table introduced by "%s" is called %s', (sentence, expected) => {
  const block = { kind: 'table', lines: [3, 9], section: [], title: 'Hardware' } as unknown as TableBlock;
  const document = { blocks: [block], lines: [sentence, ''] } as unknown as DocumentRecord;
  expect(tableTitle(document, block)).toBe(expected);
});

import { expect, test } from 'vitest';
import { formatFact } from '../../src/model/format.ts';
import { periodView } from '../../src/view/period.ts';
import type { ShownCell } from '../../src/view/table-rows.ts';
import { printedIn } from '../printed-in.ts';
import { issuerFromText } from './issuer-from-text.ts';

const ADJUSTED = `# Acme Instruments plc

Half-year results for the six months ended 30 June 2025

Acme Instruments plc today announces its unaudited results for the six months ended 30 June 2025.

## Condensed consolidated income statement

For the six months ended 30 June 2025

£m	Adjusted	Adjustments	Six months ended 30 June 2025	Adjusted	Adjustments	Six months ended 30 June 2024
Revenue	120.9	-	120.9	137.1	-	137.1
Cost of sales	(65.0)	0.2	(64.8)	(75.5)	-	(75.5)
Gross profit	55.9	0.2	56.1	61.6	-	61.6
Administrative expenses	(41.1)	(2.4)	(43.5)	(38.1)	(4.4)	(42.5)
Operating profit	14.8	(2.2)	12.6	23.5	(4.4)	19.1
Tax expense	(2.6)	0.2	(2.4)	(4.7)	0.7	(4.0)
Profit for the period	12.2	(2.0)	10.2	18.8	(3.7)	15.1
Earnings per share (pence)						
Basic earnings per share	12.4	(2.1)	10.3	19.0	(3.8)	15.2
`;

const GROWTH = `# Acme Instruments, Inc. Reports Third Quarter 2024 Results

AUSTIN, Texas, October 24, 2024 – Acme Instruments, Inc. (NYSE: ACM) today announced results for the quarter ended September 30, 2024.

Revenue was $120,400 thousand, up 9% from the third quarter of 2023. Diluted earnings per share rose 7.9% to $4.65.

## Condensed Consolidated Statements of Operations

(in thousands, except per share data)

	Three months ended September 30, 2024	Three months ended September 30, 2023
Revenue	$120,400	$110,200
Cost of revenue	70,100	66,300
Gross profit	50,300	43,900
Operating expenses	30,100	28,800
Operating income	20,200	15,100
Income taxes	5,100	3,900
Net income	$15,100	$11,200
Diluted earnings per share	$4.65	$4.31
`;

const told = ({ pieces, told, derived }: ShownCell): string =>
  told
    ? formatFact(told.fact, told.scale, told.places)
    : derived
      ? `[${derived.text}]`
      : pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

/** The first statement of a period on one line a row, what is worked out in brackets. */
async function statement(name: string, text: string, slug: string): Promise<string[]> {
  const issuer = await issuerFromText(name, text);
  const record = issuer.record.periods.find((one) => one.slug === slug);
  if (!record) throw new Error(`no ${slug} among ${issuer.record.periods.map((one) => one.slug)}`);
  const [table] = periodView(issuer, record).tables.narrow;
  const heads = table?.headings.at(-1)?.map(({ text }) => text) ?? [];
  const rows = table?.rows.map(({ label, cells }) => [label.join(''), ...cells.map(told)]) ?? [];
  return [[table?.title, ...heads], ...rows].map((row) => row.join(' | '));
}

test('of adjusted figures, adjustments and totals a statement shows the totals', async () => {
  expect(await statement('2025-08-05-h1.md', ADJUSTED, '1h25')).toEqual([
    'Income statement | 1H25 | 1H24 | Change | %',
    'Revenue | 120.9 | 137.1 | [(16.2)] | [(11.8)]',
    'Cost of sales | (64.8) | (75.5) | [10.7] | –',
    'Gross profit | 56.1 | 61.6 | [(5.5)] | [(9)]',
    'Administrative expenses | (43.5) | (42.5) | [(1.0)] | –',
    'Operating profit | 12.6 | 19.1 | [(6.5)] | [(34)]',
    'Tax expense | (2.4) | (4.0) | [1.6] | –',
    'Profit for the period | 10.2 | 15.1 | [(4.9)] | [(32)]',
    'Earnings per share (pence) |  |  |  | ',
    'Basic earnings per share | 10.3 | 15.2 | [(4.9)] | [(32)]',
  ]);
});

test('growth is told as the release prints it, else worked out', async () => {
  expect(await statement('2024-10-24-3q24.md', GROWTH, '3q24')).toEqual([
    'Income statement | 3Q24 | 3Q23 | Change | %',
    'Revenue | $120,400 | $110,200 | [10,200] | 9',
    'Cost of revenue | 70,100 | 66,300 | [3,800] | [5.7]',
    'Gross profit | 50,300 | 43,900 | [6,400] | [14.6]',
    'Operating expenses | 30,100 | 28,800 | [1,300] | [4.5]',
    'Operating income | 20,200 | 15,100 | [5,100] | [33.8]',
    'Income taxes | 5,100 | 3,900 | [1,200] | [30.8]',
    'Net income | $15,100 | $11,200 | [3,900] | [34.8]',
    'Diluted earnings per share, USD a share | $4.65 | $4.31 | [0.34] | 7.9',
  ]);
});

test('from a figure that cannot be so no change is told', async () => {
  const misprinted = GROWTH.replace('30,100	28,800', '30,100	82,800');
  const issuer = await issuerFromText('2024-10-24-3q24.md', misprinted);
  const wrong = issuer.facts.statements.filter(
    ({ id }) => issuer.verification.facts[id]?.grade === 'disputed',
  );
  expect(wrong.map(printedIn)).toEqual(['82,800']);
  const rows = await statement('2024-10-24-3q24.md', misprinted, '3q24');
  expect(rows.filter((row) => row.startsWith('Operating expenses'))).toEqual([
    'Operating expenses | 30,100 | 82,800 | – | –',
  ]);
});

const SUMS = `# Acme Instruments, Inc. Reports Third Quarter 2024 Results

AUSTIN, Texas, October 24, 2024 – Acme Instruments, Inc. (NYSE: ACM) today announced results for the quarter ended September 30, 2024.

## Condensed Consolidated Statements of Operations

(in thousands)

	Three months ended September 30, 2024	Three months ended September 30, 2023
Revenue:		
Products	$100,100	$90,100
Services	20,300	20,000
Total revenue	120,400	110,200
Cost of revenue	70,100	66,300
Gross profit	50,300	43,900
Operating expenses	30,100	28,800
Operating income	20,200	15,100
Income taxes	5,100	3,900
Net income	$15,100	$11,200
`;

test('a row whose figures all add up exactly has a mark, and no other', async () => {
  const issuer = await issuerFromText('2024-10-24-q3.md', SUMS);
  const record = issuer.record.periods.find((one) => one.slug === '3q24');
  if (!record) throw new Error('no 3q24');
  const [income] = periodView(issuer, record).tables.narrow;
  const proven = (income?.rows ?? []).flatMap(({ label, isSum }) => (isSum ? [label.join('')] : []));
  expect(proven).toEqual(['Gross profit', 'Operating income', 'Net income']);
});

const TWINS = `# Acme Instruments, Inc. Reports Fiscal Year 2024 Results

AUSTIN, Texas, February 24, 2025 – Acme Instruments, Inc. (NYSE: ACM) today announced results for the fiscal year ended December 31, 2024.

Revenue of the pump operation business was $232,009 thousand, up 75.2% from $132,416 thousand in 2023.

## Consolidated Statements of Operations

(in thousands)

	Year ended December 31, 2024	Year ended December 31, 2023
Revenue:		
Instruments	$872,052	$841,031
Pump operation business	232,009	132,416
Total revenue	1,104,061	973,447
Cost of revenue	701,004	663,002
Operating income	$403,057	$310,445

## Segment Information

(in millions)

Revenue by segment	Year ended December 31, 2024	Year ended December 31, 2023
Instruments	$872	$841
Pump operation	232	132
Total revenue	$1,104	$973
`;

test('one thing that has two names grows by one number', async () => {
  const issuer = await issuerFromText('2025-02-24-fy2024.md', TWINS);
  const record = issuer.record.periods.find((one) => one.slug === 'fy2024');
  if (!record) throw new Error('no fy2024');
  const rates = periodView(issuer, record).tables.narrow.flatMap(({ rows }) =>
    rows.flatMap(({ label, cells }) =>
      label.join('').startsWith('Pump') && cells[3] ? [`${label.join('')} ${told(cells[3])}`] : [],
    ),
  );
  expect(rates).toEqual(['Pump operation business 75.2', 'Pump operation 75.2']);
});

const BALANCES = `# Acme Instruments, Inc. Reports Fiscal Year 2024 Results

AUSTIN, Texas, February 24, 2025 – Acme Instruments, Inc. (NYSE: ACM) today announced results for the fiscal year ended December 31, 2024.

## Consolidated Statements of Cash Flows

(in thousands)

	Year ended December 31, 2024	Six months ended June 30, 2024	Year ended December 31, 2023
Net income	$90,100	$40,300	$81,200
Depreciation	22,000	11,000	20,000
Net cash provided by operating activities	112,100	51,300	101,200
Purchases of equipment	(60,000)	(25,000)	(55,000)
Net cash used in investing activities	(60,000)	(25,000)	(55,000)
Net increase in cash	52,100	26,300	46,200
Cash and cash equivalents at beginning of year	116,200	116,200	70,000
Cash and cash equivalents at end of the year	$168,300	$142,500	$116,200
`;

test('a statement that nobody prints opens with the balance before it', async () => {
  const issuer = await issuerFromText('2025-02-24-fy2024.md', BALANCES);
  const record = issuer.record.periods.find((one) => one.slug === '2h24');
  if (!record) throw new Error('no 2h24');
  const rows = periodView(issuer, record).tables.narrow.flatMap((table) => table.rows);
  const balances = rows.flatMap(({ label, cells: [now] }) => {
    const name = label.join('');
    return /beginning|end/.test(name) && now ? [`${name} ${told(now)}`] : [];
  });
  expect(balances).toEqual([
    'Cash and cash equivalents at beginning of period 142,500',
    'Cash and cash equivalents at end of period 168,300',
  ]);
});

const MINUS = BALANCES.replaceAll(/\(([\d,]+)\)/g, '-$1');

test('a change is negative in the way in which the table prints it', async () => {
  const issuer = await issuerFromText('2025-02-24-fy2024.md', MINUS);
  const record = issuer.record.periods.find((one) => one.slug === 'fy2024');
  if (!record) throw new Error('no fy2024');
  const rows = periodView(issuer, record).tables.narrow.flatMap((table) => table.rows);
  const [, , change] = rows.find(({ label }) => label.join('') === 'Purchases of equipment')?.cells ?? [];
  expect(change && told(change)).toBe('[-5,000]');
});

const NOTED = `${GROWTH}
(1) Includes stock-based compensation, as follows:

	Three months ended September 30, 2024	Three months ended September 30, 2023
Cost of revenue	$1,200	$1,100
Operating expenses	2,300	2,000
`;

test('a note that takes lines of a statement apart is no more of it', async () => {
  const plain = await statement('2024-10-24-3q24.md', GROWTH, '3q24');
  expect(await statement('2024-10-24-3q24.md', NOTED, '3q24')).toEqual(plain);
});

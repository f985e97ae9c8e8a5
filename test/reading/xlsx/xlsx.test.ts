import { expect, test } from 'vitest';
import { displayNumber } from '../../../scripts/1-read/xlsx/display-number.ts';
import { isXlsx } from '../../../scripts/1-read/xlsx/open-workbook.ts';
import { readXlsx } from '../../../scripts/1-read/xlsx/read-xlsx.ts';
import { zip } from '../zip.ts';

const ACCOUNTING = '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)';

test.each([
  [1234.5, 'General', '1234.5'],
  [0.1 + 0.2, 'General', '0.3'],
  [-1234.4, '#,##0', '-1,234'],
  [-1234.4, '#,##0_);(#,##0)', '(1,234)'],
  [1234.4, '#,##0_);[Red](#,##0)', '1,234'],
  [-60100, ACCOUNTING, '(60,100)'],
  [0, ACCOUNTING, '-'],
  [0.305, '"$"0.00', '$0.31'],
  [1.005, '0.00', '1.01'],
  [0.0915, '0.0%', '9.2%'],
  [-0.05, '0%;(0%)', '(5%)'],
  [1234567, '#,##0,', '1,235'],
  [1240.5, '[$€-407] #,##0.0', '€ 1,240.5'],
  [2.5, '0.0"x"', '2.5x'],
  [0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', '-'],
  [7654321, '$#,##0.0,,"M"', '$7.7M'],
  [7654321, '#,##0,.00', '7,654.32'],
  [7654321, '[>=1000000]0.0,,"M";#,##0', '7.7M'],
  [4321, '[>=1000000]0.0,,"M";#,##0', '4,321'],
  [1234, '0.0E+00', '1234'],
  [1.25, '# ?/?', '1.25'],
  [45838, 'mmm\\ d,\\ yyyy', 'Jun 30, 2025'],
  [45838, '[$-409]mmmm yyyy', 'June 2025'],
  [45838, 'mmm-yy', 'Jun-25'],
  [45838, 'dd/mm/yyyy', '2025-06-30'],
  [45838, 'yyyy', '2025'],
  [1, 'yyyy-mm-dd', '1900-01-01'],
])('%d as %s is %s', (value, format, shown) => {
  expect(displayNumber(value, format, false)).toBe(shown);
});

test('a date may be counted from 1904', () => {
  expect(displayNumber(44376, 'mmm d, yyyy', true)).toBe('Jun 30, 2025');
});

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const shared = (at: string, index: number) => `<c r="${at}" t="s"><v>${index}</v></c>`;
const number = (at: string, value: number, style = 1) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const row = (n: number, cells: string, rest = '') => `<row r="${n}"${rest}>${cells}</row>`;

const book = (sheet: string, sheets = '<sheet name="Income" r:id="r1"/>') =>
  zip({
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="r"><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst ${MAIN}><si><t>Revenue</t></si><si><r><t>Costs</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si></sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts><font/></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="37"/><xf numFmtId="164"/><xf numFmtId="0"><alignment horizontal="centerContinuous"/></xf></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}>${sheet}</worksheet>`,
  });

const SHEET = `<cols><col min="5" max="5" hidden="1"/></cols><sheetData>${[
  row(1, text('B1', 'Three Months Ended June 30,') + text('D1', 'Change')),
  row(2, number('B2', 2025, 0) + number('C2', 2024, 0) + text('D2', '%')),
  row(3, shared('A3', 0) + number('B3', 1234.4) + number('C3', 1100) + number('D3', 0.122, 2)),
  row(4, shared('A4', 1) + number('B4', -834) + number('C4', -750) + number('E4', 9)),
  row(5, text('A5', 'Hidden') + number('B5', 1) + number('C5', 2), ' hidden="1"'),
].join('')}</sheetData><mergeCells><mergeCell ref="B1:C1"/></mergeCells>`;

test('cells are as they are shown, and know their place', () => {
  const bytes = book(SHEET);
  expect(isXlsx(bytes)).toBe(true);
  const { lines, places, nodes } = readXlsx({ file: 'acme.xlsx', bytes });
  expect(lines.filter((line) => line !== '')).toEqual([
    'Income',
    '\tThree Months Ended June 30,\t\tChange',
    '\t2025\t2024\t%',
    'Revenue\t1,234\t1,100\t12.2%',
    'Costs¹\t(834)\t(750)',
  ]);
  const table = nodes.find((node) => node.kind === 'table');
  expect(table?.kind === 'table' && table.rows[0]?.cells[1]?.span).toBe(2);
  expect(places?.at(-1)?.at(-1)?.place).toEqual({ kind: 'cell', sheet: 'Income', cell: 'C4' });
});

test('a head centred across the cells behind it stands over them', () => {
  const head = row(1, `${text('B1', 'FY 2025').replace('<c', '<c s="3"')}<c r="C1" s="3"/><c r="D1" s="0"/>`);
  const sheet = `<sheetData>${head}${row(2, shared('A2', 0) + number('B2', 1234) + number('C2', 1100) + number('D2', 5))}</sheetData>`;
  const { nodes } = readXlsx({ file: 'acme.xlsx', bytes: book(sheet) });
  const table = nodes.find((node) => node.kind === 'table');
  expect(table?.kind === 'table' && table.rows[0]?.cells[1]?.span).toBe(2);
});

test('what is hidden is told, and so are formulas without results', () => {
  const { notes } = readXlsx({
    file: 'acme.xlsx',
    bytes: book(SHEET.replace('<c r="C4"', '<c r="F4"><f>B4</f></c><c r="C4"')),
  });
  expect(notes).toEqual([
    'Left out 4 texts that the page does not show: “9”.',
    expect.stringContaining('1 formula has no result in the file'),
  ]);
});

test('a hidden sheet is left out', () => {
  const bytes = book(SHEET, '<sheet name="Income" state="hidden" r:id="r1"/>');
  expect(readXlsx({ file: 'acme.xlsx', bytes }).lines).toEqual([]);
});

test('a workbook that says that it unpacks to gigabytes is refused', () => {
  const bytes = zip({ 'xl/workbook.xml': '<workbook/>' }, 3_000_000_000);
  expect(() => readXlsx({ file: 'acme.xlsx', bytes })).toThrow('unpacks to more than 30 MB');
});

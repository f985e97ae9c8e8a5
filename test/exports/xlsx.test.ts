import { strFromU8, unzipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { joinContent } from '../../scripts/output/output-file.ts';
import { type Cell, columnLetters, sheetNames } from '../../scripts/output/xlsx/cells.ts';
import { formatIssuerWorkbook } from '../../scripts/output/xlsx/issuer-workbook.ts';
import { periodWorkbooks } from '../../scripts/output/xlsx/period-workbooks.ts';
import { formatWorkbook } from '../../scripts/output/xlsx/workbook.ts';
import { repositoryCorpus } from '../built/repository-corpus.ts';

/** Reads a workbook with a library that shares nothing with what writes it. */
const read = async (bytes: Uint8Array) =>
  new Map((await readSheets(Buffer.from(bytes))).map(({ sheet, data }) => [sheet, data]));

/** A workbook, its parts as text, and its sheets as the other library reads them. */
interface Read {
  readonly parts: Readonly<Record<string, string>>;
  readonly sheets: Awaited<ReturnType<typeof read>>;
}

const books = new Map<string, Read>();

beforeAll(async () => {
  const [data] = (await repositoryCorpus()).issuers;
  if (!data) throw new Error('no issuer');
  const made = (): [string, Uint8Array][] => [
    ['iij.xlsx', Buffer.concat([...formatIssuerWorkbook(data)])],
    ...periodWorkbooks(data)
      .filter(([path]) => /(?:fy2012|4q12)\.xlsx$/.test(path))
      .map((file): [string, Uint8Array] => [file[0], joinContent(file)]),
  ];
  const again = new Map(made());
  for (const [name, bytes] of made()) {
    expect(again.get(name)).toEqual(bytes);
    const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)] as const);
    books.set(name, { parts: Object.fromEntries(parts), sheets: await read(bytes) });
  }
}, 120_000);

const readBook = (name: string): Read => books.get(name) ?? { parts: {}, sheets: new Map() };

const sheetXml = (name: string): string[] =>
  Object.entries(readBook(name).parts).flatMap(([path, xml]) =>
    /worksheets\/sheet/.test(path) ? [xml] : [],
  );

/** A number or a day as it is shown: a column must have room for all of it. */
function shownText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? `(${value.toLocaleString('en-US', { maximumFractionDigits: 4 })})` : '';
}

/** The rows of a sheet, fields by the names of their columns. */
function records(book: string, sheet: string): Readonly<Record<string, unknown>>[] {
  const [header = [], ...rows] = readBook(book).sheets.get(sheet) ?? [];
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [String(name), row[i]])));
}

const revenue = (book: string) =>
  records(book, 'Series').filter(
    ({ measure, fiscal_part, dimensions, basis, unit }) =>
      measure === 'Revenues' &&
      /^\dQ$/.test(String(fiscal_part)) &&
      !dimensions &&
      basis === 'reported' &&
      unit === 'JPY',
  );

test('the workbook of the issuer gives revenue by quarter, with days as days', () => {
  const quarters = revenue('iij.xlsx');
  expect(quarters).toHaveLength(8);
  expect(quarters.at(-1)).toMatchObject({
    period: '4q12',
    fiscal_year: 2012,
    end: new Date('2013-03-31T00:00:00Z'),
    value: 29_558_396_000,
  });
});

test('the workbook of a period holds its figures and the balances at its end, nothing else', () => {
  expect(revenue('iij/iij-4q12.xlsx')).toMatchObject([{ period: '4q12', value: 29_558_396_000 }]);
  const periods = records('iij/iij-4q12.xlsx', 'Facts').map(({ period_start, period_end }) =>
    [period_start, period_end].map((day) => (day as Date | null)?.toISOString().slice(0, 10) ?? '').join('/'),
  );
  expect(new Set(periods)).toEqual(new Set(['2013-01-01/2013-03-31', '/2013-03-31']));
  expect(records('iij/iij-4q12.xlsx', 'Checks').length).toBeGreaterThan(50);
});

describe.each([
  ['iij.xlsx', ['Income', 'Balance sheet', 'Cash flows'], 3000, '../'],
  ['iij/iij-fy2012.xlsx', ['Income', 'Balance sheet', 'Cash flows'], 800, '../../'],
  ['iij/iij-4q12.xlsx', ['Income', 'Cash flows'], 400, '../../'],
])('%s', (name, statements, links, root) => {
  test('holds statements, series, facts, checks and notes', () => {
    const names = [...readBook(name).sheets.keys()];
    expect(names).toEqual(expect.arrayContaining(statements));
    expect(names.slice(-4)).toEqual(['Series', 'Facts', 'Checks', 'Notes']);
  });

  test('has heads that stay in sight, no merged cells, and links to files of the site', () => {
    for (const xml of sheetXml(name)) {
      expect(xml).toContain('state="frozen"');
      expect(xml).not.toContain('mergeCell');
    }
    const { parts } = readBook(name);
    const count = sheetXml(name).flatMap((xml) => [...xml.matchAll(/<hyperlink /g)]).length;
    expect(count).toBeGreaterThan(links);
    const targets = Object.values(parts).flatMap((xml) =>
      [...xml.matchAll(/Target="([^"]*)" TargetMode/g)].map(([, target = '']) => target),
    );
    const page = /^iij\/(?:documents|measures)\/[^:#]+\/index\.html$/;
    expect(targets.filter((to) => !to.startsWith(root) || !page.test(to.slice(root.length)))).toEqual([]);
  });

  test('has room for each number, day and head, and wraps heads and labels', () => {
    const { sheets, parts } = readBook(name);
    const [, cells = ''] = (parts['xl/styles.xml'] ?? '').split('<cellXfs');
    const wrapping = [...cells.matchAll(/<xf .*?(?=<xf|$)/gs)].flatMap(([style], index) =>
      style.includes('wrapText="1"') ? [String(index)] : [],
    );
    const narrow = [...sheets].flatMap(([sheet, [head = [], ...rows]], number) => {
      const xml = parts[`xl/worksheets/sheet${number + 1}.xml`] ?? '';
      const widths = [...xml.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
      const isStatement = statements.some((statement) => sheet.startsWith(statement));
      const wrapped = isStatement ? /<c r="(?:[A-Z]+1|A\d+)" s="(\d+)"/g : /<c r="[A-Z]+1" s="(\d+)"/g;
      expect([...xml.matchAll(wrapped)].filter(([, style = '']) => !wrapping.includes(style))).toEqual([]);
      return head.flatMap((title, column) => {
        const words = String(title ?? '').split(' ');
        const shown = rows.map((row) => shownText(row[column]));
        const needed = Math.max(...[...words, ...shown].map(({ length }) => length));
        return needed <= (widths[column] ?? 8) ? [] : [`${sheet}, ${title}: ${needed}`];
      });
    });
    expect(narrow).toEqual([]);
  });

  test('adds up what its formulas add up', () => {
    const wrong: string[] = [];
    let count = 0;
    for (const xml of sheetXml(name)) {
      const values = new Map([...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(?:<f>[^<]*<\/f>)?<v>([^<]*)<\/v>/g)].map(([, place, value]) => [place, Number(value)]));
      for (const [, place = '', formula = ''] of xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)<\/f>/g)) {
        count++;
        const sum = [...formula.matchAll(/([+-]?)([A-Z]+\d+)/g)].reduce((all, [, sign, of]) => all + (sign === '-' ? -1 : 1) * (values.get(of) ?? Number.NaN), 0);
        if (sum !== values.get(place)) wrong.push(`${place}=${formula}`);
      }
    } // biome-ignore format: expressions
    expect({ wrong, isSome: count > 10 }).toEqual({ wrong: [], isSome: true });
  });
});

test('a document’s text stays text', async () => {
  const hostile = ['=1+1', '<b>&"', '\u0000\u000b', '1:200', '–', '  two  ', '+SUM(A1)', '0012'];
  const sheet = { name: "a/b*'", header: ['x'], rows: hostile.map((text): Cell[] => [text]) };
  const [rows] = [...(await read(Buffer.concat([...formatWorkbook([sheet])]))).values()];
  expect((rows ?? []).slice(1).map(([text]) => text)).toEqual([
    '=1+1',
    '<b>&"',
    '\ufffd\ufffd',
    '1:200',
    '–',
    'two',
    '+SUM(A1)',
    '0012',
  ]);
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, letters) => expect(columnLetters(index)).toBe(letters));

test('sheets have names that Excel takes, each its own', () => {
  const names = sheetNames(['Income', 'income', "a[b]:c*?/\\'", '', 'x'.repeat(40), 'x'.repeat(40)]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(names.filter((name) => !/^[^[\]:*?/\\']{1,31}$/.test(name))).toEqual([]);
});

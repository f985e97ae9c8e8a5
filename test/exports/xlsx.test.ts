import { strFromU8, unzipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Cell, columnLetters, sheetNames } from '../../scripts/output/xlsx/cells.ts';
import { formatIssuerWorkbook } from '../../scripts/output/xlsx/issuer-workbook.ts';
import { formatWorkbook } from '../../scripts/output/xlsx/workbook.ts';
import { repositoryCorpus } from './repository-corpus.ts';

/** Reads a workbook with a library that shares nothing with what writes it. */
const read = async (bytes: Uint8Array) =>
  new Map((await readSheets(Buffer.from(bytes))).map(({ sheet, data }) => [sheet, data]));

let bytes: Uint8Array;
let parts: Record<string, string>;
let sheets: Awaited<ReturnType<typeof read>>;

beforeAll(async () => {
  const [data] = (await repositoryCorpus()).issuers;
  if (!data) throw new Error('no issuer');
  bytes = formatIssuerWorkbook(data);
  expect(formatIssuerWorkbook(data)).toEqual(bytes);
  parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
  sheets = await read(bytes);
}, 120_000);

const sheetXml = (): string[] =>
  Object.entries(parts).flatMap(([path, xml]) => (/worksheets\/sheet/.test(path) ? [xml] : []));

describe('the workbook of the repository’s issuer', () => {
  test('holds statements, series, facts, checks and notes', () => {
    const names = [...sheets.keys()];
    expect(names).toEqual(expect.arrayContaining(['Income', 'Balance sheet', 'Cash flows']));
    expect(names.slice(-4)).toEqual(['Series', 'Facts', 'Checks', 'Notes']);
  });

  test('gives revenue by quarter', () => {
    const [header = [], ...rows] = sheets.get('Series') ?? [];
    const field = (row: readonly unknown[], name: string) => row[header.indexOf(name)];
    const quarters = rows.filter(
      (row) =>
        field(row, 'measure') === 'Revenues' &&
        /^\dQ$/.test(String(field(row, 'fiscal_part'))) &&
        !field(row, 'dimensions') &&
        field(row, 'basis') === 'reported' &&
        field(row, 'unit') === 'JPY',
    );
    expect(quarters.map((row) => field(row, 'period'))).toHaveLength(8);
    expect(field(quarters.at(-1) ?? [], 'value')).toBe(29_558_396_000);
  });

  test('has heads that stay in sight, no merged cells, and links to files of the site', () => {
    for (const xml of sheetXml()) {
      expect(xml).toContain('state="frozen"');
      expect(xml).not.toContain('mergeCell');
    }
    const targets = Object.values(parts).flatMap((xml) => [...xml.matchAll(/Target="([^"]*)" TargetMode/g)]);
    expect(targets.length).toBeGreaterThan(500);
    expect(
      targets.filter(([, target = '']) => !/^\.\.\/iij\/[^:]*\/index\.html(?:#\S+)?$/.test(target)),
    ).toEqual([]);
  });

  test('adds up what its formulas add up', () => {
    const wrong: string[] = [];
    let count = 0;
    for (const xml of sheetXml()) {
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
  const [rows] = [
    ...(
      await read(
        formatWorkbook([{ name: "a/b*'", header: ['x'], rows: hostile.map((text): Cell[] => [text]) }]),
      )
    ).values(),
  ];
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

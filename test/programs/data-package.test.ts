import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { dataFiles, datapackageFile } from '../../scripts/output/data-files.ts';
import { joinContent } from '../../scripts/output/output-file.ts';
import { DOWNLOADS } from '../../src/model/downloads.ts';
import { parseCsv } from './parse-csv.ts';

/** The tables of the repository's own releases, rows as records. */
type Table = readonly Readonly<Record<string, string>>[];
const headers = new Map<string, readonly string[]>();
const tables = new Map<string, Table>();

beforeAll(async () => {
  const folder = new URL('../../documents/iij/', import.meta.url);
  const sources = ['2012-11-08-1h-fy2012', '2013-05-15-fy2012'].map((id) => ({
    issuer: 'iij', id, file: `iij/${id}.txt`, name: `${id}.txt`, bytes: readFileSync(new URL(`${id}.txt`, folder)),
  })); // biome-ignore format: one line
  const corpus = await convertCorpus(sources, 'transcription');
  for (const file of dataFiles(corpus)) {
    const [path] = file;
    if (!path.endsWith('.csv')) continue;
    const [header = [], ...rows] = parseCsv(String(joinContent(file)));
    headers.set(path, header);
    tables.set(
      path,
      rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? '']))),
    );
  }
}, 120_000);

const described = Object.entries(DOWNLOADS).filter(([name]) => name.endsWith('.csv'));

describe.each(described)('%s', (name, words) => {
  test('has the columns that are described', () => {
    expect(headers.get(name)).toEqual(words.columns.map(([column]) => column));
  });

  test('has one row for each key', () => {
    const keys = (tables.get(name) ?? []).map((row) =>
      (words.primaryKey ?? []).map((key) => row[key]).join('|'),
    );
    if (words.primaryKey) expect(new Set(keys).size).toBe(keys.length);
  });

  test('refers to rows that exist', () => {
    const lost = (words.foreignKeys ?? []).flatMap(([columns, table, keys]) => {
      const known = new Set((tables.get(table) ?? []).map((row) => keys.map((key) => row[key]).join('|')));
      return (tables.get(name) ?? [])
        .map((row) => columns.map((column) => row[column]).join('|'))
        .filter((key) => !known.has(key));
    });
    expect(lost).toEqual([]);
  });

  test('holds what its types say', () => {
    const wrong = words.columns.flatMap(([column, , type = 'string']) =>
      (tables.get(name) ?? [])
        .filter((row) => row[column] !== '' && !FITS[type].test(row[column] ?? ''))
        .map((row) => `${column}: ${row[column]}`),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

const FITS = {
  string: /^/,
  number: /^-?\d+(?:\.\d+)?$/,
  integer: /^-?\d+$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
} as const;

/** A path that stays in its folder, as Data Package has it: neither absolute nor upwards, without a backslash. */
const path = z.string().regex(/^(?=[^./~])(?!file:)(?!.*(?:\/\.\.\/|\\|:\/\/))/);
const names = z.array(z.string().min(1)).min(1);
/** What Data Package 2 and Table Schema 2 ask of the properties that are used, and no others. */
const DATA_PACKAGE = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[a-z0-9._-]+$/),
  title: z.string(),
  version: z.string(),
  resources: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z0-9._-]+$/),
        path,
        description: z.string(),
        type: z.literal('table').exactOptional(),
        format: z.string().exactOptional(),
        mediatype: z
          .string()
          .regex(/^[^/]+\/[^/]+$/)
          .exactOptional(),
        encoding: z.literal('utf-8').exactOptional(),
        dialect: z.strictObject({ lineTerminator: z.string() }).exactOptional(),
        schema: z
          .strictObject({
            fields: z
              .array(
                z.strictObject({
                  name: z.string().min(1),
                  type: z.enum(['string', 'number', 'integer', 'date']),
                  description: z.string(),
                }),
              )
              .min(1),
            missingValues: z.array(z.string()),
            primaryKey: names.exactOptional(),
            foreignKeys: z
              .array(
                z.strictObject({
                  fields: names,
                  reference: z.strictObject({ resource: z.string(), fields: names }),
                }),
              )
              .min(1)
              .exactOptional(),
          })
          .exactOptional(),
      }),
    )
    .min(1),
});

describe('datapackage.json', () => {
  const issuers = [
    { slug: 'acme', periods: [{ slug: 'fy2012' }] },
    { slug: 'b.c_d', periods: [] },
  ];
  const described = () =>
    DATA_PACKAGE.parse(JSON.parse(String(joinContent(datapackageFile(issuers as never)))));

  test('is a Data Package of version 2', () => {
    const { resources } = described();
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
    expect(resources.filter(({ schema }) => schema)).toHaveLength(tables.size);
  });

  test('has keys of columns that there are', () => {
    const { resources } = described();
    const columns = new Map(
      resources.map(({ name, schema }) => [name, schema?.fields.map((field) => field.name) ?? []]),
    );
    for (const { name, schema } of resources) {
      const own = columns.get(name) ?? [];
      expect(new Set(own).size, name).toBe(own.length);
      expect(own, name).toEqual(expect.arrayContaining(schema?.primaryKey ?? []));
      for (const { fields, reference } of schema?.foreignKeys ?? []) {
        expect(own, name).toEqual(expect.arrayContaining(fields));
        expect(columns.get(reference.resource), name).toEqual(expect.arrayContaining(reference.fields));
        expect(fields, name).toHaveLength(reference.fields.length);
      }
    }
  });
});

test('series.csv gives revenue by quarter', () => {
  const quarters = (tables.get('series.csv') ?? []).filter(
    (row) =>
      row['measure'] === 'Revenues' &&
      /^\dQ$/.test(row['fiscal_part'] ?? '') &&
      row['dimensions'] === '' &&
      row['basis'] === 'reported' &&
      row['unit'] === 'JPY',
  );
  expect(quarters.map(({ period }) => period)).toEqual([
    '1q11',
    '2q11',
    '3q11',
    '4q11',
    '1q12',
    '2q12',
    '3q12',
    '4q12',
  ]);
  expect(quarters.at(-1)?.['value']).toBe('29558396000');
});

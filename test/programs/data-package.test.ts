import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { dataFiles, datapackageFile } from '../../scripts/output/data-files.ts';
import { joinContent } from '../../scripts/output/output-file.ts';
import { DOWNLOADS } from '../../src/model/downloads.ts';
import { DATA_PACKAGE_PROFILE, KNOWN_PROPERTIES } from './data-package-profile.ts';
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

const isDataPackage = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
  DATA_PACKAGE_PROFILE,
);

/** Of the descriptors, the properties that no profile names. */
function unknownIn(descriptor: DataPackage): string[] {
  const { package: ofPackage, resource, dialect, schema, field } = KNOWN_PROPERTIES;
  const found: [descriptor: object, known: readonly string[]][] = [[descriptor, ofPackage]];
  for (const one of descriptor.resources) {
    found.push([one, resource], [one.dialect ?? {}, dialect], [one.schema ?? {}, schema]);
    for (const each of one.schema?.fields ?? []) found.push([each, field]);
  }
  return found.flatMap(([one, known]) => Object.keys(one).filter((name) => !known.includes(name)));
}

interface DataPackage {
  readonly $schema: string;
  readonly resources: readonly {
    readonly $schema: string;
    readonly name: string;
    readonly dialect?: { readonly $schema: string };
    readonly schema?: {
      readonly $schema: string;
      readonly fields: readonly { readonly name: string; readonly type: string }[];
      readonly primaryKey?: string[];
      readonly foreignKeys?: readonly {
        readonly fields: string[];
        readonly reference: { readonly resource: string; readonly fields: string[] };
      }[];
    };
  }[];
}

/** What a figure is of. */
const SUBJECT = ['issuer', 'measure', 'start', 'end', 'dimensions', 'basis', 'unit'];

test.each([
  ['series.csv', SUBJECT],
  ['vintages.csv', [...SUBJECT, 'aspect', 'compared_start', 'compared_end', 'document']],
])('%s has one row of a subject, with the name of its measure', (name, subject) => {
  const rows = tables.get(name) ?? [];
  expect(new Set(rows.map((row) => subject.map((column) => row[column]).join('|'))).size).toBe(rows.length);
  const names = new Map(tables.get('concepts.csv')?.map(({ id, label }) => [id, label]));
  expect(rows.filter((row) => row['measure_name'] !== names.get(row['measure']))).toEqual([]);
  expect([...names.values()].filter((label) => !label)).toEqual([]);
});

describe('datapackage.json', () => {
  const issuers = [
    { slug: 'acme', periods: [{ slug: 'fy2012' }] },
    { slug: 'b.c_d', periods: [] },
  ];
  const described = (): DataPackage => JSON.parse(String(joinContent(datapackageFile(issuers as never))));

  test('is a Data Package by the published JSON Schema', () => {
    const descriptor = described();
    isDataPackage(descriptor);
    expect(isDataPackage.errors).toBeNull();
    expect(unknownIn(descriptor)).toEqual([]);
  });

  /** Each is a descriptor at fault: what is changed in a good one. */
  const FAULTS: Readonly<Record<string, (resource: Record<string, unknown>) => void>> = {
    'no name': (resource) => delete resource['name'],
    'a path out of the folder': (resource) => (resource['path'] = '../facts.csv'),
    'no fields': (resource) => (resource['schema'] = { fields: [] }),
    'a type that there is not': (resource) =>
      (resource['schema'] = { fields: [{ name: 'a', type: 'text' }] }),
    'a key of nothing': (resource) =>
      (resource['schema'] = { fields: [{ name: 'a' }], foreignKeys: [{ fields: ['a'] }] }),
    'a date of numbers': (resource) =>
      (resource['schema'] = { fields: [{ name: 'a', type: 'date', constraints: { minimum: 3 } }] }),
    'no medium': (resource) => (resource['mediatype'] = 'csv'),
  };
  test.each(Object.entries(FAULTS))('is none with %s', (_, spoil) => {
    const descriptor = structuredClone(described());
    spoil(descriptor.resources[0] as unknown as Record<string, unknown>);
    expect(isDataPackage(descriptor)).toBe(false);
  });

  test('is of version 2 in all its parts, each resource with a name of its own', () => {
    const { $schema, resources } = described();
    const profiles = [
      $schema,
      ...resources.flatMap(({ $schema, dialect, schema }) => [$schema, dialect?.$schema, schema?.$schema]),
    ];
    expect(new Set(profiles.map((profile) => profile?.replace(/\w+\.json$/, '')))).toEqual(
      new Set(['https://datapackage.org/profiles/2.0/', undefined]),
    );
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

describe('concepts.csv', () => {
  const signsOf = (measure: string) => {
    const { minimum, cash_effect } = tables.get('concepts.csv')?.find(({ id }) => id === measure) ?? {};
    return [minimum, cash_effect];
  };

  test.each([
    ['Revenues', '', ''],
    ['CostOfRevenue', '0', ''],
    ['PaymentsToAcquirePropertyPlantAndEquipment', '0', '-1'],
    ['IncreaseDecreaseInAccountsReceivable', '', '-1'],
    ['IncreaseDecreaseInAccountsPayable', '', ''],
  ])('has the signs of %s', (measure, ...signs) => {
    expect(signsOf(measure)).toEqual(signs);
  });

  test('tells what is never below zero as it is in series.csv', () => {
    const below = (tables.get('series.csv') ?? []).filter(
      ({ measure = '', value, tolerance }) =>
        signsOf(measure)[0] === '0' && Number(value) + Number(tolerance) < 0,
    );
    expect(below.map(({ fact }) => fact)).toEqual([]);
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

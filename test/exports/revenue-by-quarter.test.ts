import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { effects } from '../../scripts/effects.ts';
import { replaceDataFolder, writeSiteData } from '../../scripts/output/write-files.ts';
import { repositoryCorpus } from '../built/repository-corpus.ts';
import { LOADERS, queryFolder } from './revenue-by-quarter.ts';

/** As the releases print it; lines 567 and following, and the quarters before. */
const REVENUE = [
  ['1q11', '2011-07-01', '23361777000'],
  ['2q11', '2011-10-01', '23844731000'],
  ['3q11', '2012-01-01', '23545084000'],
  ['4q11', '2012-04-01', '26563013000'],
  ['1q12', '2012-07-01', '24841263000'],
  ['2q12', '2012-10-01', '26267738000'],
  ['3q12', '2013-01-01', '25581089000'],
  ['4q12', '2013-04-01', '29558396000'],
] as const;

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tieout-'));
  const corpus = await repositoryCorpus();
  await replaceDataFolder(folder, effects, (data) => writeSiteData(data, corpus, effects));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.entries(LOADERS))('%s gives revenue by quarter to the digit', async (_, load) => {
  const named = REVENUE.map(([quarter, , revenue]) => [quarter, revenue]);
  const dated = REVENUE.map(([, end, revenue]) => [end, revenue]);
  expect([named, dated]).toContainEqual(await load(folder, 'iij'));
});

test.each(['facts.csv', 'series.csv', 'vintages.csv'])(
  '%s has no dimensions as a text that DuckDB can tell from nothing',
  async (file) => {
    const lost = `FROM read_csv('${file}', allow_quoted_nulls = false) WHERE dimensions IS NULL`;
    expect(await queryFolder(folder, lost)).toEqual([]);
  },
);

/** As the words on the data page say it, of any table that was loaded with the option. */
const OF_THE_WHOLE = `measure = 'Revenues' and fiscal_part in ('1Q', '2Q', '3Q', '4Q') and dimensions = ''
  and basis = 'reported' and unit = 'JPY'`;

test('revenue by quarter is one expression on series.csv', async () => {
  const sql = `FROM read_csv('series.csv', allow_quoted_nulls = false) WHERE ${OF_THE_WHOLE}`;
  expect(await queryFolder(folder, sql)).toHaveLength(REVENUE.length);
});

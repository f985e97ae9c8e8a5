import { describe, expect, test } from 'vitest';
import { CHECKS_CSV } from '../../scripts/output/checks-csv.ts';
import { COVERAGE_JSON } from '../../scripts/output/coverage-json.ts';
import { FACTS_CSV } from '../../scripts/output/facts-csv.ts';
import { formatJoined } from '../../scripts/output/joined-file.ts';
import { issuerSeries } from '../../scripts/output/series-csv.ts';
import { isPrinted } from '../../src/model/fact.ts';
import { textSource } from '../text-source.ts';
import { parseCsv } from './parse-csv.ts';
import { compileStub } from './stubs.ts';

const source = (issuer: string, id = '2013-05-15-fy2012') =>
  textSource(issuer, `${id}.txt`, 'Revenues\tMISTAKE\n');
const corpus = await compileStub([source('acme')], 'published');

const textOf = (...[file, of]: Parameters<typeof formatJoined>): string =>
  Buffer.concat([...formatJoined(file, of)].map((piece) => Buffer.from(piece))).toString();

/** The columns of the public formats, as data sets already out there rely on them. */
const FACTS =
  'id issuer document origin line column cell table section label header concept aspect basis dimensions ' +
  'period_start period_end compared_start compared_end unit value polarity qualifier decimals raw inputs grade tolerance place doubt';
const CHECKS =
  'id rule verdict issuer document line column cell expected actual difference tolerance message facts';

describe('facts.csv', () => {
  test('has its columns in their order', () => {
    expect(parseCsv(textOf(FACTS_CSV, corpus))[0]).toEqual(FACTS.split(' '));
  });

  test('splits periods, joins paths and leaves what there is none of empty', () => {
    const [data] = corpus.issuers;
    const [fact] = data?.facts ?? [];
    if (!data || !fact) throw new Error('the stub gives one fact');
    const facts = [
      {
        ...fact,
        section: ['Assets', 'Current'],
        header: ['FY2012', 'JPY'],
        period: '2013-03-31',
        compared: '2012-03-31',
      },
      { ...fact, origin: 'derived' as const, inputs: ['a', 'b'], tolerance: '0' },
    ];
    const [names = [], ...rows] = parseCsv(textOf(FACTS_CSV, { ...corpus, issuers: [{ ...data, facts }] }));
    const [printed, derived] = rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
    expect(printed).toMatchObject({
      section: 'Assets > Current',
      header: 'FY2012 > JPY',
      period_start: '',
      period_end: '2013-03-31',
      compared_start: '',
      compared_end: '2012-03-31',
    });
    expect(derived).toMatchObject({
      line: '',
      column: '',
      cell: '',
      period_start: '2012-04-01',
      period_end: '2013-03-31',
      compared_end: '',
      inputs: 'a b',
    });
  });
});

test('checks.csv has its columns in their order', () => {
  const [names, ...rows] = parseCsv(textOf(CHECKS_CSV, corpus));
  expect(names).toEqual(CHECKS.split(' '));
  expect(rows).toHaveLength(1);
});

describe('series.csv', () => {
  test('has one row for a multiple that a table and a sentence state, the table’s', () => {
    const [data] = corpus.issuers;
    const [fact] = data?.facts ?? [];
    if (!data || !fact || !isPrinted(fact)) throw new Error('the stub prints one fact');
    const multiple = { ...fact, concept: 'BookToBill', unit: 'times', value: '1.02' };
    const told = { ...multiple, id: 'a', origin: 'prose' as const, aspect: 'ratio' as const, value: '1' };
    const { period } = fact;
    const settled = [told, multiple].map(({ id }) => ({
      statements: [id],
      grade: 'single' as const,
      isOpen: false,
      given: '' as const,
    }));
    const known = { id: 'fy2012', name: 'Fiscal year 2012', fiscalYear: 2012, fiscalPart: 'FY', period };
    const rows = issuerSeries({ ...data, facts: [told, multiple], settled, periods: [known] });
    expect(rows.map((row) => row.fact.id)).toEqual([multiple.id]);
  });
});

describe('coverage.json', () => {
  const keys = async (...sources: ReturnType<typeof source>[]) =>
    Object.keys(JSON.parse(textOf(COVERAGE_JSON, await compileStub(sources, 'published'))));

  test('is by document id', async () => {
    expect(await keys(source('acme'), source('acme', '2014-05-15-fy2013'))).toEqual([
      '2013-05-15-fy2012',
      '2014-05-15-fy2013',
    ]);
  });

  test('names the issuer too where two have a document of one id', async () => {
    expect(await keys(source('acme'), source('beta'), source('beta', '2014-05-15-fy2013'))).toEqual([
      'acme/2013-05-15-fy2012',
      'beta/2013-05-15-fy2012',
      '2014-05-15-fy2013',
    ]);
  });
});

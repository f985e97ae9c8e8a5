import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkWith } from '../../scripts/commands/check.ts';
import { holdAgainst as holdFigures } from '../../scripts/compare/against.ts';
import { byOtherElement } from '../../scripts/compare/other-elements.ts';
import { parseGiven } from '../../scripts/compare/read-given.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { FACTS_CSV } from '../../scripts/output/facts-csv.ts';
import { formatJoined } from '../../scripts/output/joined-file.ts';
import { joinContent } from '../../scripts/output/output-file.ts';
import { makeReport } from '../../scripts/output/xbrl/report.ts';
import { formatXbrlJson } from '../../scripts/output/xbrl/report-json.ts';
import { conceptById } from '../../src/concepts/index.ts';
import type { Corpus } from '../../src/model/corpus.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/finding.ts';
import { repositoryCorpus } from '../built/repository-corpus.ts';
import { makeFolder, perform, putFiles } from '../programs/stage.ts';

const isNotable = ({ verdict }: Finding): boolean => verdict !== 'exact' && verdict !== 'rounding';
const check = checkWith(convertCorpus);
/** In millions of yen, but for what is said otherwise; costs are an expense, told without a sign. */
const RELEASE = `Acme Corp.
May 15, 2013
Consolidated Financial Results for the Fiscal Year Ended March 31, 2013

Consolidated Statements of Income (In millions of yen)
\tFY2012 (From April 1, 2012 to March 31, 2013)
Total revenues\t1,234
Total costs\t1,000
Operating income\t234
`;
const YEAR = '2012-04-01,2013-03-31';

async function holdAgainst(data: string, ...more: string[]) {
  const folder = makeFolder();
  putFiles(folder, { 'documents/acme/2013-05-15-fy2012.txt': RELEASE, data });
  const args = ['--documents', join(folder, 'documents'), '--against', join(folder, 'data'), ...more];
  return perform(check, args, { folder });
}

const table = (...rows: string[]): string =>
  ['concept,period_start,period_end,unit,value,decimals,dimension', ...rows].join('\n');

test('elements of others are those of measures that we have, and none of ours', () => {
  const own = new Set([...conceptById.values()].map(({ element }) => element));
  const wrong = [...byOtherElement].filter(([element, id]) => own.has(element) || !conceptById.has(id));
  expect(wrong).toEqual([]);
});

describe('figures from elsewhere', () => {
  test('agree where what their digits stand for meets what those of the release do', async () => {
    const data = table(
      `us-gaap:Revenues,${YEAR},JPY,1234000000,-6,`,
      `us-gaap:Revenues,${YEAR},JPY,1234400000,-5,`,
      `us-gaap:OperatingIncomeLoss,${YEAR},JPY,234000001,,`,
    );
    const { status, said } = await holdAgainst(data);
    expect({ status, said }).toEqual({
      status: 0,
      said: 'Read 1 document from documents\nChecked against data: 3 agree, 0 differ, 0 are missing here\n',
    });
  });

  test('differ where it does not, by value or by sign', async () => {
    const data = table(
      `us-gaap:Revenues,${YEAR},JPY,1243000000,-6,`,
      `us-gaap:OperatingIncomeLoss,${YEAR},JPY,-234000000,-6,`,
    );
    const { status, said } = await holdAgainst(data);
    expect(status).toBe(3);
    expect(said).toMatch(/^differs: .*\(us-gaap:Revenues\), 2012-04-01 to 2013-03-31, JPY: 1243000000, here 1,234,000,000 \(acme\/2013-05-15-fy2012#L7\.1:1\)$/m);
    expect(said).toContain('0 agree, 2 differ, 0 are missing here');
  }); // biome-ignore format: a line is a line

  test('are missing under another element, period or unit, and apart where parts are others’', async () => {
    const data = table(
      `own:Revenues,${YEAR},JPY,1234000000,-6,`,
      `us-gaap:Revenues,2011-04-01,2012-03-31,JPY,1234000000,-6,`,
      `us-gaap:Revenues,${YEAR},USD,1234000000,-6,`,
      `us-gaap:Revenues,${YEAR},JPY,1,-6,us-gaap:StatementBusinessSegmentsAxis=own:NorthMember`,
    );
    const { status, said } = await holdAgainst(data);
    expect(status).toBe(0);
    expect(said).toContain('missing: own:Revenues, 2012-04-01 to 2013-03-31, JPY: 1234000000\n');
    expect(said).toContain(
      '0 agree, 0 differ, 3 are missing here; 1 figure of parts that no release here tells of',
    );
  });

  test('may tell a measure in an element that others use for it, of IFRS too', async () => {
    const data = table(
      `us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax,${YEAR},JPY,1234000000,-6,`,
      `ifrs-full:ProfitLossFromOperatingActivities,${YEAR},JPY,243000000,-6,`,
    );
    const { status, said } = await holdAgainst(data);
    expect({ status, said }).toMatchObject({
      status: 3,
      said: expect.stringContaining('1 agree, 1 differ,'),
    });
    expect(said).toMatch(/^differs: Operating income.* \(ifrs-full:ProfitLossFromOperatingActivities\)/m);
  });

  test.each([
    ['us-gaap:Revenues,2011-04-01,2012-03-31,JPY,1,-6,'],
    ['us-gaap:RevenuesNetOfInterestExpense,2012-04-01,2013-03-31,JPY,1,-6,'],
  ])('mean something else by it where they have the element of the whole: %s', async (whole) => {
    const part = `us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax,${YEAR},JPY,900000000,-6,`;
    const { status, said } = await holdAgainst(table(whole, part));
    expect(status).toBe(0);
    expect(said).toContain('0 agree, 0 differ, 2 are missing here');
  });

  test('come as xBRL-JSON too, whose ends are the midnights after, and whose texts are no figures', async () => {
    const dimensions = { entity: 'cik:1', period: '2012-04-01T00:00:00/2013-04-01T00:00:00' };
    const data = JSON.stringify({
      documentInfo: { documentType: 'https://xbrl.org/2021/xbrl-json', namespaces: {}, taxonomy: ['a.xsd'] },
      facts: {
        a: { value: '1234000000', decimals: -6, dimensions: { ...dimensions, concept: 'us-gaap:Revenues', unit: 'iso4217:JPY' } },
        b: { value: '1234', dimensions: { ...dimensions, concept: 'dei:EntityCentralIndexKey' } },
        c: { value: null, dimensions: { ...dimensions, concept: 'us-gaap:Revenues', unit: 'iso4217:JPY' } },
      },
    }); // biome-ignore format: a fact a line
    expect((await holdAgainst(data)).said).toContain('1 agree, 0 differ, 0 are missing here\n');
  });

  test('tell the whole group and what was by members, as Tokyo’s taxonomy does', async () => {
    const axes = {
      'tse-ed-t:ConsolidatedNonconsolidatedAxis': 'tse-ed-t:ConsolidatedMember',
      'tse-ed-t:ResultForecastAxis': 'tse-ed-t:ResultMember',
    };
    const alone = { ...axes, 'tse-ed-t:ConsolidatedNonconsolidatedAxis': 'tse-ed-t:NonConsolidatedMember' };
    const forecast = { ...axes, 'tse-ed-t:ResultForecastAxis': 'tse-ed-t:ForecastMember' };
    const dimensions = {
      entity: 'tse:1',
      period: '2012-04-01T00:00:00/2013-04-01T00:00:00',
      unit: 'iso4217:JPY',
    };
    const data = JSON.stringify({
      facts: {
        a: { value: '1234000000', decimals: -6, dimensions: { ...dimensions, ...axes, concept: 'tse-ed-t:NetSales' } },
        b: { value: '243000000', decimals: -6, dimensions: { ...dimensions, ...axes, concept: 'tse-ed-t:OperatingIncome' } },
        c: { value: '234000000', decimals: -6, dimensions: { ...dimensions, concept: 'jppfs_cor:OperatingIncome' } },
        d: { value: '1000000000', decimals: -6, dimensions: { ...dimensions, ...alone, concept: 'tse-ed-t:NetSales' } },
        e: { value: '1300000000', decimals: -6, dimensions: { ...dimensions, ...forecast, concept: 'tse-ed-t:NetSales' } },
      },
    }); // biome-ignore format: a fact a line
    const { said } = await holdAgainst(data);
    expect(said).toMatch(/^differs: Operating income.* \(tse-ed-t:OperatingIncome\)/m);
    expect(said).toContain(
      '2 agree, 1 differ, 1 are missing here; 1 figure of parts that no release here tells of',
    );
  });

  test('are told to programs and in a comment', async () => {
    const data = table(`us-gaap:Revenues,${YEAR},JPY,1243000000,-6,`);
    const { counts, figures } = JSON.parse((await holdAgainst(data, '--json')).said);
    expect(counts).toEqual({ agrees: 0, differs: 1, missing: 0, apart: 0 });
    expect(figures[0]).toMatchObject({ outcome: 'differs', here: { value: '1234000000' } });
    const { said } = await holdAgainst(data, '--markdown');
    expect(said).toContain('0 agree, 1 differ, 0 are missing here.');
    expect(said).toContain('| 1243000000 | 1,234,000,000 |');
  });

  test.each([
    ['text that is no data', 'a\n1\n', [], /data is neither xBRL-JSON nor a table with the columns/],
    ['JSON that is none', '{"a": ', [], /data is neither xBRL-JSON nor a table/],
    ['a commit beside them', table(), ['--since', 'HEAD'], /--against takes neither --since nor --sarif/],
    ['SARIF', table(), ['--sarif'], /--against takes neither --since nor --sarif/],
  ] as const)('are refused as %s', async (_, data, more, complaint) => {
    const { status, complained } = await holdAgainst(data, ...more);
    expect(status).toBe(2);
    expect(complained).toMatch(complaint);
  });

  test('need one issuer where they name none', async () => {
    const folder = makeFolder();
    const documents = { 'documents/acme/2013-05-15-fy2012.txt': RELEASE, 'documents/beta/2013-05-15-fy2012.txt': RELEASE };
    putFiles(folder, { ...documents, data: table(`us-gaap:Revenues,${YEAR},JPY,1234000000,-6,`) });
    const paths = ['--documents', join(folder, 'documents'), '--against', join(folder, 'data')];
    const { status, complained } = await perform(check, paths, { folder });
    expect(status).toBe(2);
    expect(complained).toContain('the data do not say of which issuer they are, and there are several');
  }); // biome-ignore format: a line is a line
});

describe('the repository’s releases against their own data', () => {
  let corpus: Corpus;
  beforeAll(async () => {
    corpus = await repositoryCorpus();
  }, 120_000);

  async function hold(data: string) {
    const folder = makeFolder();
    putFiles(folder, { data });
    const args = ['--documents', 'documents', '--against', join(folder, 'data'), '--json'];
    const { said } = await perform(
      checkWith(async () => corpus),
      args,
      { folder },
    );
    return JSON.parse(said);
  }

  test('agree with all that xBRL-JSON tells', async () => {
    const [data] = corpus.issuers;
    if (!data) throw new Error('no issuer');
    const report = makeReport(data);
    const { counts } = await hold([...formatXbrlJson(report, 'iij.xbrl.xsd')].join(''));
    expect(counts).toMatchObject({ differs: 0, missing: 0, apart: 0 });
    expect(counts.agrees).toBeGreaterThan(2000);
  });

  test('agree with a measure told in two types, a part told by two axes, and a number told exactly', async () => {
    const [data] = corpus.issuers;
    const [first] = data?.facts.filter(({ concept, aspect }) => concept === 'Revenues' && aspect === 'amount') ?? [];
    if (!data || !first) throw new Error('no fact');
    const more = [
      { id: 'a', concept: 'OwnMeasure', unit: 'percent', value: '7', decimals: 0 },
      { id: 'b', concept: 'OwnMeasure', value: '70', decimals: null },
      { id: 'c', dimensions: 'product=data-center' },
      { id: 'd', dimensions: 'segment=data-center' },
    ].map((fields): Fact => ({ ...first, ...fields }));
    const settled = more.map(({ id }) => ({ statements: [id], grade: 'single', isOpen: false, given: '' }) as const);
    const extended = { ...data, facts: more, settled };
    const report = makeReport(extended);
    expect(report.facts.map(({ element, dimensions }) => [element, ...Object.entries(dimensions).flat()])).toEqual([
      ['ext:OwnMeasure_2'],
      ['ext:OwnMeasure'],
      ['us-gaap:Revenues', 'ext:ProductAxis', 'ext:DataCenterMember'],
      ['us-gaap:Revenues', 'ext:SegmentAxis', 'ext:DataCenterMember'],
    ]);
    const given = parseGiven([...formatXbrlJson(report, 'iij.xbrl.xsd')].join('')) ?? [];
    expect(holdFigures(extended, given).held.map(({ outcome }) => outcome)).toEqual(more.map(() => 'agrees'));
  }); // biome-ignore format: a line is a line

  test('agree with all of facts.csv but what checks find at odds', async () => {
    const rows = joinContent(['facts.csv', formatJoined(FACTS_CSV, corpus)]).toString();
    const { counts, figures } = await hold(rows);
    expect(counts.agrees).toBeGreaterThan(3000);
    const differing = figures.filter(({ outcome }: { outcome: string }) => outcome === 'differs');
    const told = new Set(
      corpus.issuers.flatMap(({ findings }) => findings.filter(isNotable)).flatMap(({ facts }) => facts),
    );
    expect(differing.length).toBeGreaterThan(20);
    // Dollars for the reader's convenience: the earlier release translates the same yen at another day's rate.
    expect(differing.filter(({ here }: { here: { fact: string } }) => !told.has(here.fact))).toMatchObject([
      { end: '2012-03-31', unit: 'USD', value: '173727000', here: { value: '143764000' } },
    ]);
    expect(figures.filter(({ outcome }: { outcome: string }) => outcome === 'missing')).toEqual([]);
  });
});

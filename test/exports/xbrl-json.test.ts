import { readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import { WITHDRAWN } from '../../scripts/output/xbrl/names.ts';
import { makeReport } from '../../scripts/output/xbrl/report.ts';
import { formatXbrlJson } from '../../scripts/output/xbrl/report-json.ts';
import { formatLabelsXml, formatSchemaXml } from '../../scripts/output/xbrl/taxonomy-xml.ts';
import { measuredIn } from '../../scripts/output/xbrl/units.ts';
import { repositoryCorpus } from '../built/repository-corpus.ts';
import {
  axesOf,
  CODES,
  CODES_OF_LOADER,
  type Published,
  readPublished,
  standard,
  WHOLE,
} from './loader-codes.ts';

let published: Published;

beforeAll(async () => {
  const [data] = (await repositoryCorpus()).issuers;
  if (!data) throw new Error('no issuer');
  const report = makeReport(data);
  published = readPublished(
    [...formatXbrlJson(report, 'iij.xbrl.xsd')].join(''),
    [...formatSchemaXml(report, 'iij.xbrl-labels.xml')].join(''),
    [...formatLabelsXml(report, 'iij.xbrl.xsd')].join(''),
  );
}, 120_000);

test('the codes below are all that Arelle’s loader has for xBRL-JSON', () => {
  const named = [...CODES, ...WHOLE].map(([code]) => code).join(' ');
  expect(CODES_OF_LOADER.filter((code) => !named.includes(code))).toEqual([]);
});

describe('standard elements', () => {
  test.each(rowsOf('filed-elements.tsv'))(
    'us-gaap:%s is of the vocabulary as it was filed: %s, %s',
    (name, periodType, kind) => {
      const element = `us-gaap:${name}`;
      expect(standard.get(element)).toMatchObject({ periodType, kind });
      expect(WITHDRAWN.has(element)).toBe(false);
    },
  );

  test.each(rowsOf('listed-elements.tsv'))(
    '%s is of the vocabulary as it is listed: %s, %s',
    (element, periodType, kind) => {
      expect(standard.get(element)).toMatchObject({ periodType, kind });
      expect(WITHDRAWN.has(element)).toBe(false);
    },
  );

  test('are named where somebody else was seen to name them', () => {
    const seen = new Set([
      ...rowsOf('filed-elements.tsv').map(([name]) => `us-gaap:${name}`),
      ...rowsOf('listed-elements.tsv').map(([element]) => element),
      ...WITHDRAWN,
    ]);
    expect([...standard.keys()].filter((element) => !seen.has(element))).toEqual([]);
  });

  test('that were withdrawn are of the vocabulary, for releases of their time', () => {
    expect([...WITHDRAWN].filter((element) => !standard.has(element))).toEqual([]);
  });

  test('are not named where the vocabulary counts the other way round, or what no taxonomy has', () => {
    const others = `FairValueAdjustmentOfWarrants ChangesInInventoriesOfFinishedGoodsAndWorkInProgress
      IncreaseDecreaseInUnearnedPremiums OtherComprehensiveIncomeLossTax StockholdersEquityNoteStockSplitConversionRatio1`;
    const invented = `RawMaterialsNet RefundLiabilityCurrent ConvertibleNotesPayableNoncurrent FiduciaryAndTrustRevenue
      ProceedsFromSaleMaturityAndCollectionsOfShorttermInvestments MinorityInterestDecreaseFromDeconsolidation
      CumulativeEffectOfNewAccountingPrinciplePeriodOfAdoption`;
    const named = `${others} ${invented}`.split(/\s+/);
    expect(
      named.filter((name) => standard.has(`us-gaap:${name}`) || standard.has(`ifrs-full:${name}`)),
    ).toEqual([]);
  });
});

/** Rows of a table beside this file, without its comments. */
function rowsOf(table: string): readonly [string, string, string][] {
  return readFileSync(new URL(table, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([name = '', periodType = '', kind = '']) => [name, periodType, kind]);
}

describe('xBRL-JSON of the repository’s releases', () => {
  test.each(CODES)('raises no %s', (_, raises) => {
    expect(published.facts.filter(([id, fact]) => raises(fact, id, published)).slice(0, 3)).toEqual([]);
  });

  test.each(WHOLE)('raises no %s', (_, found) => {
    expect(found(published)).toEqual([]);
  });

  // One condition of each kind, so that a code which can no longer be raised is seen.
  test.each<[code: string, was: RegExp, is: string]>([
    ['oime:unknownConcept', /us-gaap:Revenues/, 'us-gaap:RawMaterialsNet'],
    ['oime:unknownConcept', /us-gaap:Revenues/, 'us-gaap:SalesRevenueNet'],
    ['oime:invalidPeriodDimension', /"period":"[\dT:-]+\/[\dT:-]+"/, '"period":"2013-04-01T00:00:00"'],
    [
      'oimce:invalidPeriodRepresentation: no day of the calendar',
      /"period":"[\dT:-]+"/,
      '"period":"2013-02-30T00:00:00"',
    ],
    ['oimce:unboundPrefix', /iso4217:JPY"/, 'iso:JPY"'],
    ['oime:illegalPureUnit', /iso4217:JPY"/, 'xbrli:pure"'],
    ['oime:invalidXBRL, xbrl.4.8.2: units that do not fit their element', /iso4217:JPY"/, 'xbrli:shares"'],
    ['oime:invalidDimensionValue', /ext:ForecastMember/, 'ext:NobodyMember'],
    ['oime:unknownDimension', /"ext:ResultForecastAxis"/, '"ext:NoAxis"'],
    ['oimce:multipleAliasesForURI', /"xbrli": "[^"]+"/, '"xbrli": "https://xbrl.org/2021"'],
    ['xbrlje:invalidJSONStructure: a taxonomy whose address is none', /"iij.xbrl.xsd"/, '"of iij.xbrl.xsd"'],
  ])('%s is raised by %s turned into %s', (code, was, is) => {
    const { text, schema, labels } = published;
    const spoiled = readPublished(text.replace(was, is), schema, labels);
    const raised = [
      ...CODES.filter(([, raises]) => spoiled.facts.some(([id, fact]) => raises(fact, id, spoiled))),
      ...WHOLE.filter(([, found]) => found(spoiled).length > 0),
    ];
    expect(raised.map(([name]) => name)).toContain(code);
  });

  test('is of type 1.0, with reserved prefixes as they must be and one prefix for each namespace', () => {
    const { documentType, namespaces, taxonomy } = published.json.documentInfo;
    expect({ documentType, taxonomy }).toEqual({
      documentType: 'https://xbrl.org/2021/xbrl-json',
      taxonomy: ['iij.xbrl.xsd'],
    });
    expect(namespaces).toMatchObject({
      iso4217: 'http://www.xbrl.org/2003/iso4217', xbrl: 'https://xbrl.org/2021', xbrli: 'http://www.xbrl.org/2003/instance',
    }); // biome-ignore format: a row
    expect(new Set(Object.values(namespaces)).size).toBe(Object.keys(namespaces).length);
    expect(published.text.match(/^"[^"]+": \{"value"/gm)).toHaveLength(published.facts.length);
  });

  test('has only duplicates that agree', () => {
    const groups = Map.groupBy(published.facts, ([, { dimensions }]) =>
      JSON.stringify(Object.entries(dimensions).sort()),
    );
    const torn = [...groups.values()].filter((group) => {
      const ends = group.map(
        ([, { value, decimals = 15 }]) =>
          [Number(value) - 0.5 * 10 ** -decimals, Number(value) + 0.5 * 10 ** -decimals] as const,
      );
      return Math.max(...ends.map(([low]) => low)) > Math.min(...ends.map(([, high]) => high));
    });
    expect(torn).toEqual([]);
  });

  test('gives revenue by quarter in the standard element', () => {
    const quarters = published.facts.filter(
      ([, { dimensions }]) =>
        dimensions['concept'] === 'us-gaap:Revenues' &&
        dimensions['period'] === '2013-01-01T00:00:00/2013-04-01T00:00:00' &&
        dimensions['unit'] === 'iso4217:JPY' &&
        axesOf(dimensions).length === 0,
    );
    expect(quarters.map(([, { value, decimals }]) => [value, decimals])).toEqual([['29558396000', -3]]);
  });

  test('tells forecasts by an axis', () => {
    const forecasts = published.facts.filter(([, { dimensions }]) => dimensions['ext:ResultForecastAxis']);
    expect(forecasts.length).toBeGreaterThan(5);
    expect(new Set(forecasts.map(([, { dimensions }]) => dimensions['ext:ResultForecastAxis']))).toEqual(
      new Set(['ext:ForecastMember', 'ext:LowerMember']),
    );
  });

  test('has a label for each element of its own', () => {
    const labelled = [...published.labels.matchAll(/xsd#ext_([^"]+)"/g)].map(([, name]) => name);
    expect(labelled).toEqual([...published.declared.keys()]);
    expect(parse(published.labels).childNodes.length).toBeGreaterThan(0);
  });
});

test.each([
  ['JPY', 'xbrli:monetaryItemType', 'iso4217:JPY'],
  ['USD/share', 'num:perShareItemType', 'iso4217:USD/xbrli:shares'],
  ['JPY/ADS', 'xbrli:decimalItemType', 'iso4217:JPY/ext:ADS'],
  ['JPY/USD', 'xbrli:decimalItemType', 'iso4217:JPY/iso4217:USD'],
  ['shares', 'xbrli:sharesItemType', 'xbrli:shares'],
  ['percent', 'xbrli:pureItemType', ''],
  ['retail stores', 'xbrli:decimalItemType', 'ext:retail_stores'],
  ['5G lines', 'xbrli:decimalItemType', 'ext:_5G_lines'],
  ['a"/b', 'xbrli:decimalItemType', 'ext:a_/ext:b'],
])('the unit %s', (unit, type, told) => {
  expect(measuredIn(unit)).toMatchObject({ type, unit: told });
});

import { readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import { TAXONOMIES, WITHDRAWN } from '../../scripts/output/xbrl/names.ts';
import { makeReport } from '../../scripts/output/xbrl/report.ts';
import { formatXbrlJson } from '../../scripts/output/xbrl/report-json.ts';
import { formatLabelsXml, formatSchemaXml } from '../../scripts/output/xbrl/taxonomy-xml.ts';
import { measuredIn } from '../../scripts/output/xbrl/units.ts';
import { concepts } from '../../src/concepts/index.ts';
import { repositoryCorpus } from '../built/repository-corpus.ts';

interface XbrlFact {
  readonly value: string | null;
  readonly decimals?: number;
  readonly dimensions: Readonly<Record<string, string>>;
}

interface XbrlJson {
  readonly documentInfo: {
    readonly documentType: string;
    readonly namespaces: Readonly<Record<string, string>>;
    readonly taxonomy: readonly string[];
  };
  readonly facts: Readonly<Record<string, XbrlFact>>;
}

let text = '';
let json: XbrlJson;
let schema = '';
let labels = '';
let facts: [string, XbrlFact][] = [];
/** Attributes of the elements that the schema declares, by name. */
const declared = new Map<string, string>();

beforeAll(async () => {
  const [data] = (await repositoryCorpus()).issuers;
  if (!data) throw new Error('no issuer');
  const report = makeReport(data);
  text = [...formatXbrlJson(report, 'iij.xbrl.xsd')].join('');
  schema = [...formatSchemaXml(report, 'iij.xbrl-labels.xml')].join('');
  labels = [...formatLabelsXml(report, 'iij.xbrl.xsd')].join('');
  json = JSON.parse(text);
  facts = Object.entries(json.facts);
  for (const [, rest = ''] of schema.matchAll(/<xs:element ([^>]*)\/>/g))
    declared.set(/ name="([^"]*)"/.exec(rest)?.[1] ?? '', rest);
}, 120_000);

const CORE = new Set(['concept', 'entity', 'period', 'unit']);
const NC_NAME = String.raw`[\p{L}_][\p{L}\p{N}._-]*`;
const Q_NAME = new RegExp(`^${NC_NAME}:${NC_NAME}$`, 'u');
const own = (name: string): string | undefined => declared.get(name.replace('ext:', ''));
const isInstant = (period = ''): boolean => !period.includes('/');
const MIDNIGHT = String.raw`\d{4}-\d{2}-\d{2}T00:00:00`;

/** Item types of numbers that are none of another standard's data types. */
const COUNTED = new Set(['xbrli:monetaryItemType', 'xbrli:sharesItemType', 'xbrli:pureItemType', 'xbrli:decimalItemType', 'num:perShareItemType']); // biome-ignore format: a list
/** Types of elements as the standard taxonomies have them, by what the vocabulary says of their concepts. */
const TYPE_OF_KIND: Readonly<Record<string, string>> = {
  monetary: 'xbrli:monetaryItemType',
  perShare: 'num:perShareItemType',
  shares: 'xbrli:sharesItemType',
  percent: 'xbrli:pureItemType',
};
const standard = new Map(
  concepts.filter(({ element }) => element !== '').map((concept) => [concept.element, concept]),
);
/** The type of an element, of the issuer's own or of the standard. */
const typeOf = (name = ''): string =>
  / type="([^"]+)"/.exec(own(name) ?? '')?.[1] ?? TYPE_OF_KIND[standard.get(name)?.kind ?? ''] ?? '';

/** The conditions behind the codes that loaders of OIM 1.0 raise, each with the facts that would raise it. */
const CODES: readonly (readonly [code: string, raises: (fact: XbrlFact, id: string) => boolean])[] = [
  ['xbrlje:invalidJSONStructure', ({ value, dimensions, ...rest }) =>
    typeof value !== 'string' || typeof dimensions !== 'object' || Object.keys(rest).some((key) => key !== 'decimals')],
  ['xbrlje:invalidFactId', (_, id) => !new RegExp(`^${NC_NAME}$`, 'u').test(id)],
  ['xbrlje:invalidFactValue', ({ value }) => !/^-?\d+(?:\.\d*[1-9])?$/.test(value ?? '') || /^-?0\d|^-0$/.test(value ?? '')],
  ['oime:misplacedDecimalsProperty', ({ value, decimals }) => value === null && decimals !== undefined],
  ['xbrlje:invalidDecimals', ({ decimals = 0 }) => !Number.isInteger(decimals)],
  ['oime:missingConceptDimension', ({ dimensions }) => !dimensions['concept']],
  ['oimce:invalidQName', ({ dimensions }) => !Q_NAME.test(dimensions['concept'] ?? '')],
  ['oimce:unboundPrefix', ({ dimensions }) =>
    Object.entries(dimensions).some(([axis, value]) => axis !== 'period' && prefixesOf([axis, value].join(' ')).some((prefix) => !(prefix in json.documentInfo.namespaces)))],
  ['oime:unknownConcept', ({ dimensions }) => {
    const name = dimensions['concept'] ?? '';
    if (name.startsWith('ext:')) return !own(name)?.includes('substitutionGroup="xbrli:item"');
    return !standard.has(name) || !((name.split(':')[0] ?? '') in TAXONOMIES) || WITHDRAWN.has(name);
  }],
  ['oime:valueForAbstractConcept', ({ dimensions }) => own(dimensions['concept'] ?? '')?.includes('abstract') ?? false],
  ['oime:invalidPeriodDimension', ({ dimensions }) => {
    const name = dimensions['concept'] ?? '';
    const type = /periodType="(\w+)"/.exec(own(name) ?? '')?.[1] ?? standard.get(name)?.periodType;
    return (type === 'instant') !== isInstant(dimensions['period']);
  }],
  ['oimce:invalidPeriodRepresentation', ({ dimensions }) => {
    const [start = '', end] = (dimensions['period'] ?? '').split('/');
    return !new RegExp(`^${MIDNIGHT}(?:/${MIDNIGHT})?$`).test(dimensions['period'] ?? '') || (end !== undefined && end <= start);
  }],
  ['oime:illegalPureUnit', ({ dimensions }) => dimensions['unit'] === 'xbrli:pure'],
  ['oimce:invalidUnitStringRepresentation', ({ dimensions: { unit } }) =>
    unit !== undefined && !new RegExp(`^${NC_NAME}:${NC_NAME}(?:/${NC_NAME}:${NC_NAME})?$`, 'u').test(unit)],
  ['oimce:invalidSQName', ({ dimensions }) => !/^issuers:\S+$/.test(dimensions['entity'] ?? '')],
  ['oime:unknownDimension', ({ dimensions }) => axesOf(dimensions).some((axis) => !own(axis)?.includes('xbrldt:dimensionItem'))],
  ['oime:missingPeriodDimension', ({ dimensions }) => !dimensions['period']],
  ['oime:invalidUseOfReservedIdentifier', ({ dimensions }) => /:NA$/.test(dimensions['entity'] ?? '')],
  ['oime:unsupportedConceptDataType', ({ dimensions }) => !COUNTED.has(typeOf(dimensions['concept']))],
  ['oime:misplacedUnitDimension', ({ dimensions }) => dimensions['unit'] !== undefined && !COUNTED.has(typeOf(dimensions['concept']))],
  ['oime:misplacedLanguageDimension', ({ dimensions }) => 'language' in dimensions],
  ['xbrlje:invalidLanguageCodeCase', ({ dimensions }) => 'language' in dimensions],
  ['oime:misplacedNoteIDDimension', ({ dimensions }) => 'noteId' in dimensions],
  ['oime:invalidFactValue', ({ value, dimensions }) => value === null && !(own(dimensions['concept'] ?? '')?.includes('nillable="true"') ?? true)],
  ['oime:unsupportedDimensionDataType', ({ dimensions }) => axesOf(dimensions).some((axis) => own(axis)?.includes('typedDomainRef'))],
  ['oimce:invalidUnitStringRepresentation: measures out of order', ({ dimensions: { unit = '' } }) =>
    unit.split('/').some((side) => side !== side.replace(/[()]/g, '').split('*').sort().join('*'))],
  ['xbrlje:invalidJSONStructure: a dimension of the core without its name', ({ dimensions }) => axesOf(dimensions).some((axis) => !axis.includes(':') || axis.startsWith('xbrl:'))],
  ['xbrlje:invalidDimensionValue', ({ dimensions }) => axesOf(dimensions).some((axis) => !Q_NAME.test(dimensions[axis] ?? ''))],
  ['oime:invalidDimensionValue', ({ dimensions }) => axesOf(dimensions).some((axis) => !own(dimensions[axis] ?? '')?.includes('domainItemType'))],
]; // biome-ignore format: rows

/** Aliases that OIM reserves, and the URIs that it binds them to. */
const RESERVED: Readonly<Record<string, string>> = {
  enum2: 'http://xbrl.org/2020/extensible-enumerations-2.0',
  iso4217: 'http://www.xbrl.org/2003/iso4217',
  oimce: 'https://xbrl.org/2021/oim-common/error',
  oime: 'https://xbrl.org/2021/oim/error',
  utr: 'http://www.xbrl.org/2009/utr',
  xbrl: 'https://xbrl.org/2021',
  xbrli: 'http://www.xbrl.org/2003/instance',
  xbrlje: 'https://xbrl.org/2021/xbrl-json/error',
  xs: 'http://www.w3.org/2001/XMLSchema',
};
/** `https://host/…`, or a URN as RFC 8141 writes it. */
const ABSOLUTE =
  /^(?:https?:\/\/[^\s#%]+|urn:[a-z\d][a-z\d-]{0,30}[a-z\d]:(?:[\w.~!$&'()*+,;=:@/-]|%[\dA-F]{2})+)$/;

/** An element of an extension as XBRL 2.1 and Dimensions 1.0 have it, without its `id`. */
const ELEMENT =
  /^id="[^"]+" name="[^"]+" nillable="true"(?: abstract="true")? type="(?:xbrli:(?:monetary|shares|pure|decimal|string)ItemType|num:perShareItemType|nonnum:domainItemType)" substitutionGroup="(?:xbrli:item|xbrldt:dimensionItem)" xbrli:periodType="(?:instant|duration)"$/;

/** The conditions behind the codes that a document as a whole raises, each with what would raise it. */
const WHOLE: readonly (readonly [code: string, found: () => readonly string[]])[] = [
  ['oimce:unsupportedDocumentType', () => [json.documentInfo.documentType].filter((type) => type !== 'https://xbrl.org/2021/xbrl-json')],
  ['xbrlje:invalidJSON', () => {
    const ids = [...text.matchAll(/^("[^"]+"): \{"value"/gm)].map(([, id = '']) => id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  }],
  ['xbrlje:invalidJSONStructure', () => [
    ...Object.keys(json).filter((key) => key !== 'documentInfo' && key !== 'facts'),
    ...Object.keys(json.documentInfo).filter((key) => !['documentType', 'namespaces', 'taxonomy'].includes(key)),
    ...Object.keys(json.documentInfo.namespaces).filter((alias) => !new RegExp(`^${NC_NAME}$`, 'u').test(alias)),
  ]],
  ['oimce:invalidURI', () => Object.values(json.documentInfo.namespaces).filter((uri) => !ABSOLUTE.test(uri))],
  ['oimce:multipleAliasesForURI', () => {
    const uris = Object.values(json.documentInfo.namespaces);
    return uris.filter((uri, i) => uris.indexOf(uri) !== i);
  }],
  ['oimce:invalidURIForReservedAlias', () =>
    Object.entries(json.documentInfo.namespaces).flatMap(([alias, uri]) => (uri === (RESERVED[alias] ?? uri) ? [] : [alias]))],
  ['oimce:invalidAliasForReservedURI', () =>
    Object.entries(json.documentInfo.namespaces).flatMap(([alias, uri]) =>
      Object.entries(RESERVED).some(([known, reserved]) => uri === reserved && alias !== known) ? [alias] : [])],
  // Feet of notes, links between facts, features, an address of its own: codes on them cannot arise where there are none.
  ['oime:invalidBaseURL, oime:disallowedDuplicateFacts, xbrlje:nonCanonicalValue', () =>
    ['baseURL', 'features'].filter((key) => key in json.documentInfo)],
  ['xbrlje:unknownLinkType, xbrlje:unknownLinkGroup, xbrlje:unknownLinkTarget, xbrlje:unknownLinkSource, xbrlxe:nonStandardRoleDefinitionNotInDTS, oime:illegalStandardFootnoteTarget', () =>
    [...Object.keys(json.documentInfo).filter((key) => key.startsWith('link')), ...facts.flatMap(([id, fact]) => ('links' in fact ? [id] : []))]],
  ['oime:unusedNoteFact, oime:missingNoteIDDimension, oime:invalidNoteIDValue, oime:missingLanguageForNoteFact, oime:misplacedNoteFactDimension, oime:invalidXHTMLFragment, oime:xhtmlElementInNonDefaultNamespace', () =>
    facts.flatMap(([id, { dimensions }]) => (dimensions['concept'] === 'xbrl:note' ? [id] : []))],
  ['xbrlje:invalidDimensionValue: the default of its axis', () =>
    schema.includes('dimension-default') || labels.includes('dimension-default') ? ['a default'] : []],
  ['oime:invalidTaxonomy: two elements of one name, or id', () => {
    const found = [...schema.matchAll(/<xs:element id="([^"]+)" name="([^"]+)"/g)];
    return found.filter(([, id, name], at) => found.findIndex(([, other, like]) => other === id || like === name) !== at).map(([text]) => text);
  }],
  ['oime:invalidTaxonomy: attributes or types that the schemas it imports do not have', () =>
    [...declared.values()].filter((text) => !ELEMENT.test(text))],
  ['oime:noTaxonomy', () => (json.documentInfo.taxonomy.length === 0 ? ['none'] : [])],
  ['oime:invalidXBRL, xbrl.4.8.2: units that do not fit their element', () =>
    facts.flatMap(([id, { dimensions }]) => {
      const type = typeOf(dimensions['concept']);
      const fits = UNIT_OF[type]?.test(dimensions['unit'] ?? '') ?? true;
      return fits ? [] : [`${id}: ${type} in ${dimensions['unit']}`];
    })],
  ['xmlSchema: prefixes without a namespace in the schema', () =>
    [...new Set([...schema.matchAll(/(?:type|substitutionGroup)="([\w-]+):/g)].map(([, prefix = '']) => prefix))].filter(
      (prefix) => !schema.includes(`xmlns:${prefix}=`))],
]; // biome-ignore format: rows

/**
 * Every code that Arelle’s loader of OIM (arelle/oim/Load.py, with its check for duplicates) raises on the way through an
 * xBRL-JSON file; those of xBRL-CSV and of workbooks begin otherwise.
 */
const CODES_OF_LOADER =
  `oimce:invalidAliasForReservedURI oimce:invalidPeriodRepresentation oimce:invalidSQName oimce:invalidURI
  oimce:invalidURIForReservedAlias oimce:invalidUnitStringRepresentation oimce:multipleAliasesForURI oimce:unboundPrefix
  oimce:unsupportedDocumentType oime:disallowedDuplicateFacts oime:illegalPureUnit oime:illegalStandardFootnoteTarget
  oime:invalidBaseURL oime:invalidDimensionValue oime:invalidFactValue oime:invalidNoteIDValue oime:invalidPeriodDimension
  oime:invalidTaxonomy oime:invalidUseOfReservedIdentifier oime:invalidXBRL oime:invalidXHTMLFragment
  oime:misplacedDecimalsProperty oime:misplacedLanguageDimension oime:misplacedNoteFactDimension oime:misplacedNoteIDDimension
  oime:misplacedUnitDimension oime:missingConceptDimension oime:missingLanguageForNoteFact oime:missingNoteIDDimension
  oime:missingPeriodDimension oime:noTaxonomy oime:unknownConcept oime:unknownDimension oime:unsupportedConceptDataType
  oime:unsupportedDimensionDataType oime:unusedNoteFact oime:valueForAbstractConcept oime:xhtmlElementInNonDefaultNamespace
  xbrlje:invalidDimensionValue xbrlje:invalidFactValue xbrlje:invalidJSON xbrlje:invalidJSONStructure
  xbrlje:invalidLanguageCodeCase xbrlje:nonCanonicalValue xbrlje:unknownLinkGroup xbrlje:unknownLinkSource
  xbrlje:unknownLinkTarget xbrlje:unknownLinkType xbrlxe:nonStandardRoleDefinitionNotInDTS`.split(/\s+/);

test('the codes below are all that Arelle’s loader has for xBRL-JSON', () => {
  const named = [...CODES, ...WHOLE].map(([code]) => code).join(' ');
  expect(CODES_OF_LOADER.filter((code) => !named.includes(code))).toEqual([]);
});

/** XBRL 2.1, 4.8.2: what facts of a type are counted in. */
const UNIT_OF: Readonly<Record<string, RegExp>> = {
  'xbrli:monetaryItemType': /^iso4217:[A-Z]{3}$/,
  'xbrli:sharesItemType': /^xbrli:shares$/,
  'xbrli:pureItemType': /^$/,
  'num:perShareItemType': /^iso4217:[A-Z]{3}\/xbrli:shares$/,
};

const axesOf = (dimensions: XbrlFact['dimensions']): string[] =>
  Object.keys(dimensions).filter((name) => !CORE.has(name));
const prefixesOf = (names: string): string[] =>
  [...names.matchAll(/([\p{L}_][\p{L}\p{N}._-]*):/gu)].map(([, prefix = '']) => prefix);

describe('standard elements', () => {
  const filed = readFileSync(new URL('filed-elements.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

  test.each(filed)('us-gaap:%s is of the vocabulary as it was filed: %s, %s', (name, periodType, kind) => {
    const element = `us-gaap:${name}`;
    expect(standard.get(element)).toMatchObject({ periodType, kind });
    expect(WITHDRAWN.has(element)).toBe(false);
  });

  test('that were withdrawn are of the vocabulary, for releases of their time', () => {
    expect([...WITHDRAWN].filter((element) => !standard.has(element))).toEqual([]);
  });
});

describe('xBRL-JSON of the repository’s releases', () => {
  test.each(CODES)('raises no %s', (_, raises) => {
    expect(facts.filter(([id, fact]) => raises(fact, id)).slice(0, 3)).toEqual([]);
  });

  test.each(WHOLE)('raises no %s', (_, found) => {
    expect(found()).toEqual([]);
  });

  test('is of type 1.0, with reserved prefixes as they must be and one prefix for each namespace', () => {
    const { documentType, namespaces, taxonomy } = json.documentInfo;
    expect({ documentType, taxonomy }).toEqual({
      documentType: 'https://xbrl.org/2021/xbrl-json',
      taxonomy: ['iij.xbrl.xsd'],
    });
    expect(namespaces).toMatchObject({
      iso4217: 'http://www.xbrl.org/2003/iso4217', xbrl: 'https://xbrl.org/2021', xbrli: 'http://www.xbrl.org/2003/instance',
    }); // biome-ignore format: a row
    expect(new Set(Object.values(namespaces)).size).toBe(Object.keys(namespaces).length);
    expect(text.match(/^"[^"]+": \{"value"/gm)).toHaveLength(facts.length);
  });

  test('has only duplicates that agree', () => {
    const groups = Map.groupBy(facts, ([, { dimensions }]) =>
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
    const quarters = facts.filter(
      ([, { dimensions }]) =>
        dimensions['concept'] === 'us-gaap:Revenues' &&
        dimensions['period'] === '2013-01-01T00:00:00/2013-04-01T00:00:00' &&
        dimensions['unit'] === 'iso4217:JPY' &&
        axesOf(dimensions).length === 0,
    );
    expect(quarters.map(([, { value, decimals }]) => [value, decimals])).toEqual([['29558396000', -3]]);
  });

  test('tells forecasts by an axis', () => {
    const forecasts = facts.filter(([, { dimensions }]) => dimensions['ext:ResultForecastAxis']);
    expect(forecasts.length).toBeGreaterThan(5);
    expect(new Set(forecasts.map(([, { dimensions }]) => dimensions['ext:ResultForecastAxis']))).toEqual(
      new Set(['ext:ForecastMember', 'ext:LowerMember']),
    );
  });

  test('has a label for each element of its own', () => {
    const labelled = [...labels.matchAll(/xsd#ext_([^"]+)"/g)].map(([, name]) => name);
    expect(labelled).toEqual([...declared.keys()]);
    expect(parse(labels).childNodes.length).toBeGreaterThan(0);
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

import { TAXONOMIES, WITHDRAWN } from '../../scripts/output/xbrl/names.ts';
import { concepts } from '../../src/concepts/index.ts';

export interface XbrlFact {
  readonly value: string | null;
  readonly decimals?: number;
  readonly dimensions: Readonly<Record<string, string>>;
}

export interface XbrlJson {
  readonly documentInfo: {
    readonly documentType: string;
    readonly namespaces: Readonly<Record<string, string>>;
    readonly taxonomy: readonly string[];
  };
  readonly facts: Readonly<Record<string, XbrlFact>>;
}

/** What is published of an issuer: the report, and the schema and labels that it ships with. */
export interface Published {
  readonly text: string;
  readonly json: XbrlJson;
  readonly schema: string;
  readonly labels: string;
  readonly facts: readonly (readonly [id: string, fact: XbrlFact])[];
  /** Attributes of the elements that the schema declares, by name. */
  readonly declared: ReadonlyMap<string, string>;
}

export function readPublished(text: string, schema: string, labels: string): Published {
  const json: XbrlJson = JSON.parse(text);
  const declared = new Map<string, string>();
  for (const [, rest = ''] of schema.matchAll(/<xs:element ([^>]*)\/>/g))
    declared.set(/ name="([^"]*)"/.exec(rest)?.[1] ?? '', rest);
  return { text, json, schema, labels, facts: Object.entries(json.facts), declared };
}

const CORE = new Set(['concept', 'entity', 'period', 'unit']);
const NC_NAME = String.raw`[\p{L}_][\p{L}\p{N}._-]*`;
const Q_NAME = new RegExp(`^${NC_NAME}:${NC_NAME}$`, 'u');
const ownOf = ({ declared }: Published, name: string): string | undefined =>
  declared.get(name.replace('ext:', ''));
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
export const standard = new Map(
  concepts.filter(({ element }) => element !== '').map((concept) => [concept.element, concept]),
);
/** The type of an element, of the issuer's own or of the standard. */
const typeOf = (published: Published, name = ''): string =>
  / type="([^"]+)"/.exec(ownOf(published, name) ?? '')?.[1] ??
  TYPE_OF_KIND[standard.get(name)?.kind ?? ''] ??
  '';

/** XBRL 2.1, 4.8.2: what facts of a type are counted in. */
const UNIT_OF: Readonly<Record<string, RegExp>> = {
  'xbrli:monetaryItemType': /^iso4217:[A-Z]{3}$/,
  'xbrli:sharesItemType': /^xbrli:shares$/,
  'xbrli:pureItemType': /^$/,
  'num:perShareItemType': /^iso4217:[A-Z]{3}\/xbrli:shares$/,
};

export const axesOf = (dimensions: XbrlFact['dimensions']): string[] =>
  Object.keys(dimensions).filter((name) => !CORE.has(name));
const prefixesOf = (names: string): string[] =>
  [...names.matchAll(/([\p{L}_][\p{L}\p{N}._-]*):/gu)].map(([, prefix = '']) => prefix);

/** The conditions behind the codes that loaders of OIM 1.0 raise, each with the facts that would raise it. */
export const CODES: readonly (readonly [
  code: string,
  raises: (fact: XbrlFact, id: string, published: Published) => boolean,
])[] = [
  ['xbrlje:invalidJSONStructure', ({ value, dimensions, ...rest }) =>
    typeof value !== 'string' || typeof dimensions !== 'object' || Object.keys(rest).some((key) => key !== 'decimals')],
  ['xbrlje:invalidFactId', (_, id) => !new RegExp(`^${NC_NAME}$`, 'u').test(id)],
  ['xbrlje:invalidFactValue', ({ value }) => !/^-?\d+(?:\.\d*[1-9])?$/.test(value ?? '') || /^-?0\d|^-0$/.test(value ?? '')],
  ['oime:misplacedDecimalsProperty', ({ value, decimals }) => value === null && decimals !== undefined],
  ['xbrlje:invalidDecimals', ({ decimals = 0 }) => !Number.isInteger(decimals)],
  ['oime:missingConceptDimension', ({ dimensions }) => !dimensions['concept']],
  ['oimce:invalidQName', ({ dimensions }) => !Q_NAME.test(dimensions['concept'] ?? '')],
  ['oimce:unboundPrefix', ({ dimensions }, _, published) =>
    Object.entries(dimensions).some(([axis, value]) => axis !== 'period' && prefixesOf([axis, value].join(' ')).some((prefix) => !(prefix in published.json.documentInfo.namespaces)))],
  ['oime:unknownConcept', ({ dimensions }, _, published) => {
    const name = dimensions['concept'] ?? '';
    if (name.startsWith('ext:')) return !ownOf(published, name)?.includes('substitutionGroup="xbrli:item"');
    return !standard.has(name) || !((name.split(':')[0] ?? '') in TAXONOMIES) || WITHDRAWN.has(name);
  }],
  ['oime:valueForAbstractConcept', ({ dimensions }, _, published) => ownOf(published, dimensions['concept'] ?? '')?.includes('abstract') ?? false],
  ['oime:invalidPeriodDimension', ({ dimensions }, _, published) => {
    const name = dimensions['concept'] ?? '';
    const type = /periodType="(\w+)"/.exec(ownOf(published, name) ?? '')?.[1] ?? standard.get(name)?.periodType;
    return (type === 'instant') !== isInstant(dimensions['period']);
  }],
  ['oimce:invalidPeriodRepresentation', ({ dimensions }) => {
    const [start = '', end] = (dimensions['period'] ?? '').split('/');
    return !new RegExp(`^${MIDNIGHT}(?:/${MIDNIGHT})?$`).test(dimensions['period'] ?? '') || (end !== undefined && end <= start);
  }],
  ['oimce:invalidPeriodRepresentation: no day of the calendar', ({ dimensions }) =>
    (dimensions['period'] ?? '').split('/').some((time) => new Date(`${time}Z`).toISOString() !== `${time}.000Z`)],
  ['xbrlje:invalidJSONStructure: a dimension that is no text', ({ dimensions }) =>
    Object.values(dimensions).some((value) => typeof value !== 'string')],
  ['oime:unknownConcept: of a taxonomy that the schema does not import', ({ dimensions }, _, { json, schema }) => {
    const [prefix = ''] = (dimensions['concept'] ?? '').split(':');
    return prefix !== 'ext' && !schema.includes(`<xs:import namespace="${json.documentInfo.namespaces[prefix]}" schemaLocation="http`);
  }],
  ['oime:illegalPureUnit', ({ dimensions }) => dimensions['unit'] === 'xbrli:pure'],
  ['oimce:invalidUnitStringRepresentation', ({ dimensions: { unit } }) =>
    unit !== undefined && !new RegExp(`^${NC_NAME}:${NC_NAME}(?:/${NC_NAME}:${NC_NAME})?$`, 'u').test(unit)],
  ['oimce:invalidSQName', ({ dimensions }) => !/^issuers:\S+$/.test(dimensions['entity'] ?? '')],
  ['oime:unknownDimension', ({ dimensions }, _, published) => axesOf(dimensions).some((axis) => !ownOf(published, axis)?.includes('xbrldt:dimensionItem'))],
  ['oime:missingPeriodDimension', ({ dimensions }) => !dimensions['period']],
  ['oime:invalidUseOfReservedIdentifier', ({ dimensions }) => /:NA$/.test(dimensions['entity'] ?? '')],
  ['oime:unsupportedConceptDataType', ({ dimensions }, _, published) => !COUNTED.has(typeOf(published, dimensions['concept']))],
  ['oime:misplacedUnitDimension', ({ dimensions }, _, published) => dimensions['unit'] !== undefined && !COUNTED.has(typeOf(published, dimensions['concept']))],
  ['oime:misplacedLanguageDimension', ({ dimensions }) => 'language' in dimensions],
  ['xbrlje:invalidLanguageCodeCase', ({ dimensions }) => 'language' in dimensions],
  ['oime:misplacedNoteIDDimension', ({ dimensions }) => 'noteId' in dimensions],
  ['oime:invalidFactValue', ({ value, dimensions }, _, published) => value === null && !(ownOf(published, dimensions['concept'] ?? '')?.includes('nillable="true"') ?? true)],
  ['oime:unsupportedDimensionDataType', ({ dimensions }, _, published) => axesOf(dimensions).some((axis) => ownOf(published, axis)?.includes('typedDomainRef'))],
  ['oimce:invalidUnitStringRepresentation: measures out of order', ({ dimensions: { unit = '' } }) =>
    unit.split('/').some((side) => side !== side.replace(/[()]/g, '').split('*').sort().join('*'))],
  ['xbrlje:invalidJSONStructure: a dimension of the core without its name', ({ dimensions }) => axesOf(dimensions).some((axis) => !axis.includes(':') || axis.startsWith('xbrl:'))],
  ['xbrlje:invalidDimensionValue', ({ dimensions }) => axesOf(dimensions).some((axis) => !Q_NAME.test(dimensions[axis] ?? ''))],
  ['oime:invalidDimensionValue', ({ dimensions }, _, published) => axesOf(dimensions).some((axis) => !ownOf(published, dimensions[axis] ?? '')?.includes('domainItemType'))],
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
  /^id="ext_([\p{L}_][\p{L}\p{N}._-]*)" name="\1" nillable="true"(?: abstract="true")? type="(?:xbrli:(?:monetary|shares|pure|decimal|string)ItemType|num:perShareItemType|nonnum:domainItemType)" substitutionGroup="(?:xbrli:item|xbrldt:dimensionItem)" xbrli:periodType="(?:instant|duration)"$/u;

/** The conditions behind the codes that a document as a whole raises, each with what would raise it. */
export const WHOLE: readonly (readonly [code: string, found: (published: Published) => readonly string[]])[] = [
  ['oimce:unsupportedDocumentType', ({ json }) => [json.documentInfo.documentType].filter((type) => type !== 'https://xbrl.org/2021/xbrl-json')],
  ['xbrlje:invalidJSON', ({ text }) => {
    const ids = [...text.matchAll(/^("[^"]+"): \{"value"/gm)].map(([, id = '']) => id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  }],
  ['xbrlje:invalidJSONStructure', ({ json }) => [
    ...Object.keys(json).filter((key) => key !== 'documentInfo' && key !== 'facts'),
    ...Object.keys(json.documentInfo).filter((key) => !['documentType', 'namespaces', 'taxonomy'].includes(key)),
    ...Object.keys(json.documentInfo.namespaces).filter((alias) => !new RegExp(`^${NC_NAME}$`, 'u').test(alias)),
  ]],
  ['oimce:invalidURI', ({ json }) => Object.values(json.documentInfo.namespaces).filter((uri) => !ABSOLUTE.test(uri))],
  ['oimce:multipleAliasesForURI', ({ json }) => {
    const uris = Object.values(json.documentInfo.namespaces);
    return uris.filter((uri, i) => uris.indexOf(uri) !== i);
  }],
  ['oimce:invalidURIForReservedAlias', ({ json }) =>
    Object.entries(json.documentInfo.namespaces).flatMap(([alias, uri]) => (uri === (RESERVED[alias] ?? uri) ? [] : [alias]))],
  ['oimce:invalidAliasForReservedURI', ({ json }) =>
    Object.entries(json.documentInfo.namespaces).flatMap(([alias, uri]) =>
      Object.entries(RESERVED).some(([known, reserved]) => uri === reserved && alias !== known) ? [alias] : [])],
  // Feet of notes, links between facts, features, an address of its own: codes on them cannot arise where there are none.
  ['oime:invalidBaseURL, oime:disallowedDuplicateFacts, xbrlje:nonCanonicalValue', ({ json }) =>
    ['baseURL', 'features'].filter((key) => key in json.documentInfo)],
  ['xbrlje:unknownLinkType, xbrlje:unknownLinkGroup, xbrlje:unknownLinkTarget, xbrlje:unknownLinkSource, xbrlxe:nonStandardRoleDefinitionNotInDTS, oime:illegalStandardFootnoteTarget', ({ json, facts }) =>
    [...Object.keys(json.documentInfo).filter((key) => key.startsWith('link')), ...facts.flatMap(([id, fact]) => ('links' in fact ? [id] : []))]],
  ['oime:unusedNoteFact, oime:missingNoteIDDimension, oime:invalidNoteIDValue, oime:missingLanguageForNoteFact, oime:misplacedNoteFactDimension, oime:invalidXHTMLFragment, oime:xhtmlElementInNonDefaultNamespace', ({ facts }) =>
    facts.flatMap(([id, { dimensions }]) => (dimensions['concept'] === 'xbrl:note' ? [id] : []))],
  ['xbrlje:invalidDimensionValue: the default of its axis', ({ schema, labels }) =>
    schema.includes('dimension-default') || labels.includes('dimension-default') ? ['a default'] : []],
  ['oime:invalidTaxonomy: two elements of one name, or id', ({ schema }) => {
    const found = [...schema.matchAll(/<xs:element id="([^"]+)" name="([^"]+)"/g)];
    return found.filter(([, id, name], at) => found.findIndex(([, other, like]) => other === id || like === name) !== at).map(([text]) => text);
  }],
  ['oime:invalidTaxonomy: attributes or types that the schemas it imports do not have', ({ declared }) =>
    [...declared.values()].filter((text) => !ELEMENT.test(text))],
  ['xbrlje:invalidJSONStructure: a taxonomy whose address is none', ({ json }) =>
    json.documentInfo.taxonomy.filter((address) => !/^(?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-F]{2})+$/.test(address))],
  ['xbrlje:invalidJSON: halves of characters', ({ text, schema, labels }) =>
    [text, schema, labels].filter((file) => !file.isWellFormed()).map((file) => file.slice(0, 40))],
  ['oime:noTaxonomy', ({ json }) => (json.documentInfo.taxonomy.length === 0 ? ['none'] : [])],
  ['oime:invalidXBRL, xbrl.4.8.2: units that do not fit their element', (published) =>
    published.facts.flatMap(([id, { dimensions }]) => {
      const type = typeOf(published, dimensions['concept']);
      const fits = UNIT_OF[type]?.test(dimensions['unit'] ?? '') ?? true;
      return fits ? [] : [`${id}: ${type} in ${dimensions['unit']}`];
    })],
  ['xmlSchema: prefixes without a namespace in the schema', ({ schema }) =>
    [...new Set([...schema.matchAll(/(?:type|substitutionGroup)="([\w-]+):/g)].map(([, prefix = '']) => prefix))].filter(
      (prefix) => !schema.includes(`xmlns:${prefix}=`))],
]; // biome-ignore format: rows

/**
 * Every code that Arelle’s loader of OIM (arelle/oim/Load.py, with its check for duplicates) raises on the way through an
 * xBRL-JSON file; those of xBRL-CSV and of workbooks begin otherwise.
 */
export const CODES_OF_LOADER =
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

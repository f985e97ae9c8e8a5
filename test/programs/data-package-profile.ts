/**
 * What the published JSON Schema of a Data Package demands: datapackage.org/profiles/2.0/datapackage.json, and the schemas of
 * a resource, of a Table Schema and of a table dialect that it holds. Retold from the repository frictionlessdata/datapackage
 * (profiles/target/2.0) without titles, descriptions, examples and defaults, and with `$ref` where it repeats itself. It
 * forbids no property, so what the standard knows is listed beside it.
 */
type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const texts: Schema = { type: 'array', items: text };
const wholeNumbers: Schema = { type: 'array', items: { type: 'integer', minimum: 1 } };
const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
const listOf = (items: Schema, minItems = 1): Schema => ({ type: 'array', minItems, items });

/** A list of values, or of values with labels. */
const labelled = (value: Schema): Schema => ({
  anyOf: [
    { type: 'array', items: value },
    { type: 'array', items: { type: 'object', required: ['value'], properties: { value, label: text } } },
  ],
});

const choices = (type: string): Schema => ({
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { type },
});
/** A value as text, or as JSON has it. */
const asTextOr = (make: (type: string) => Schema, ...types: readonly string[]): Schema =>
  types.length === 0 ? make('string') : { oneOf: ['string', ...types].map(make) };
const LIMITS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];
const limits = (...types: readonly string[]): Record<string, Schema> =>
  Object.fromEntries(LIMITS.map((name) => [name, asTextOr((type) => ({ type }), ...types)]));
const lengths = { minLength: { type: 'integer' }, maxLength: { type: 'integer' } };
const unique = { unique: { type: 'boolean' } };
const onlyDefault = { format: { enum: ['default'] } };
const anyFormat = { format: {} };

interface FieldRules {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly constraints: Readonly<Record<string, Schema>>;
}

const moment: FieldRules = {
  properties: anyFormat,
  constraints: { ...unique, enum: choices('string'), ...limits() },
};
const json = (type: string, formats: Schema): FieldRules => ({
  properties: { format: formats },
  constraints: { ...unique, enum: asTextOr(choices, type), ...lengths, jsonSchema: { type: 'object' } },
});

const numbers = { bareNumber: { type: 'boolean' }, groupChar: text };

const FIELDS: Readonly<Record<string, FieldRules>> = {
  string: {
    properties: {
      format: { enum: ['default', 'email', 'uri', 'binary', 'uuid'] },
      categories: labelled(text),
      categoriesOrdered: { type: 'boolean' },
    },
    constraints: { ...unique, pattern: text, enum: choices('string'), ...lengths },
  },
  number: {
    properties: { ...onlyDefault, ...numbers, decimalChar: text },
    constraints: { ...unique, enum: asTextOr(choices, 'number'), ...limits('number') },
  },
  integer: {
    properties: {
      ...onlyDefault,
      ...numbers,
      categories: labelled({ type: 'integer' }),
      categoriesOrdered: { type: 'boolean' },
    },
    constraints: { ...unique, enum: asTextOr(choices, 'integer'), ...limits('integer') },
  },
  date: moment,
  time: moment,
  datetime: moment,
  year: {
    properties: onlyDefault,
    constraints: { ...unique, enum: asTextOr(choices, 'integer'), ...limits('integer') },
  },
  yearmonth: { ...moment, properties: onlyDefault },
  duration: { ...moment, properties: onlyDefault },
  boolean: {
    properties: { ...onlyDefault, trueValues: listOf(text), falseValues: listOf(text) },
    constraints: { enum: choices('boolean') },
  },
  object: json('object', { enum: ['default'] }),
  array: json('array', { enum: ['default'] }),
  geojson: json('object', { enum: ['default', 'topojson'] }),
  geopoint: {
    properties: { format: { enum: ['default', 'array', 'object'] } },
    constraints: { ...unique, enum: asTextOr(choices, 'array', 'object') },
  },
  list: {
    properties: {
      ...onlyDefault,
      delimiter: text,
      itemType: { enum: ['string', 'number', 'integer', 'boolean', 'datetime', 'date', 'time'] },
    },
    constraints: lengths,
  },
  any: {
    properties: {},
    constraints: { ...unique, enum: { type: 'array', minItems: 1, uniqueItems: true } },
  },
};

/** A field without a type is one of text. */
const fieldOf = ([type, { properties, constraints }]: readonly [string, FieldRules]): Schema => ({
  type: 'object',
  required: type === 'string' ? ['name'] : ['name', 'type'],
  properties: {
    ...{ name: text, title: text, description: text, example: text, rdfType: text },
    missingValues: labelled(text),
    type: { enum: [type] },
    ...properties,
    constraints: { type: 'object', properties: { required: { type: 'boolean' }, ...constraints } },
  },
});

const reference = (fields: Schema): Schema => ({
  properties: {
    fields,
    reference: { type: 'object', required: ['fields'], properties: { resource: text, fields } },
  },
});

const path: Schema = {
  type: 'string',
  pattern: String.raw`^((?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*|(http|ftp)s?:\/\/.*)$`,
};
const email: Schema = { type: 'string', format: 'email' };
const address: Schema = { type: 'string', format: 'uri' };

const tableSchema: Schema = {
  type: ['string', 'object'],
  required: ['fields'],
  properties: {
    $schema: text,
    fields: listOf({ type: 'object', oneOf: Object.entries(FIELDS).map(fieldOf) }),
    fieldsMatch: { type: 'string', enum: ['exact', 'equal', 'subset', 'superset', 'partial'] },
    primaryKey: { oneOf: [{ type: 'array', minItems: 1, uniqueItems: true, items: text }, text] },
    uniqueKeys: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'array', minItems: 1, uniqueItems: true, items: text } },
    foreignKeys: listOf({ type: 'object', required: ['fields', 'reference'], oneOf: [reference(texts), reference(text)] }),
    missingValues: labelled(text),
  },
}; // biome-ignore format: a key a line

const tableDialect: Schema = {
  type: 'object',
  properties: {
    ...{ $schema: text, header: { type: 'boolean' }, headerRows: wholeNumbers, headerJoin: text },
    ...{ commentRows: wholeNumbers, commentChar: text, delimiter: text, lineTerminator: text },
    ...{ quoteChar: text, doubleQuote: { type: 'boolean' }, escapeChar: text, nullSequence: text },
    ...{ skipInitialSpace: { type: 'boolean' }, property: text, itemType: { enum: ['array', 'object'] } },
    ...{ itemKeys: texts, sheetNumber: { type: 'integer', minimum: 1 }, sheetName: text, table: text },
  },
};

const common = {
  ...{ $schema: text, name: text, title: text, description: text, homepage: address },
  ...{ sources: listOf(ref('source'), 0), contributors: listOf(ref('contributor')) },
  licenses: listOf(ref('license')),
};

const dataResource: Schema = {
  type: 'object',
  oneOf: [{ required: ['name', 'data'] }, { required: ['name', 'path'] }],
  properties: {
    ...common,
    path: { oneOf: [path, listOf(path)] },
    data: {},
    type: { type: 'string', enum: ['table'] },
    format: text,
    mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
    encoding: text,
    bytes: { type: 'integer' },
    hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$' },
    dialect: tableDialect,
    schema: tableSchema,
  },
};

const packageProperties = {
  ...common,
  ...{ id: text, version: text, created: { type: 'string', format: 'date-time' }, image: text },
  ...{ keywords: listOf(text), resources: listOf(dataResource) },
};

export const DATA_PACKAGE_PROFILE: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['resources'],
  properties: packageProperties,
  definitions: {
    contributor: { type: 'object', minProperties: 1, properties: { title: text, path, email, givenName: text, familyName: text, organization: text, roles: listOf(text) } },
    license: { type: 'object', anyOf: [{ required: ['name'] }, { required: ['path'] }], properties: { name: { type: 'string', pattern: '^([-a-zA-Z0-9._])+$' }, path, title: text } },
    source: { type: 'object', minProperties: 1, properties: { title: text, path, email, version: text } },
  },
}; // biome-ignore format: a definition a line

const namesIn = (schema: Schema): string[] => Object.keys(schema['properties'] ?? {});

/** The properties that the profiles name, of each kind of descriptor. The standard lets others be, and so a misspelt one. */
export const KNOWN_PROPERTIES = {
  package: Object.keys(packageProperties),
  resource: namesIn(dataResource),
  dialect: namesIn(tableDialect),
  schema: namesIn(tableSchema),
  field: [...new Set(Object.entries(FIELDS).flatMap((entry) => namesIn(fieldOf(entry))))],
} as const;

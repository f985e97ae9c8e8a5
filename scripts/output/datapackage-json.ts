import {
  DATA_VERSION,
  DOWNLOADS,
  type DownloadWords,
  downloadNames,
  EMPTY_SAYS,
  type NamedIssuer,
} from '../../src/model/downloads.ts';

/** A descriptor without a profile is one of version 1. */
const profile = (name: string) => ({ $schema: `https://datapackage.org/profiles/2.0/${name}.json` });

/**
 * `datapackage.json`: Data Package v2 (datapackage.org/standard) with a Table Schema and keys for each CSV file, and the
 * version of all formats.
 */
export function formatDatapackageJson(issuers: readonly NamedIssuer[]): string {
  const resources = Object.entries(DOWNLOADS).flatMap(([name, words]) => {
    if (name === 'datapackage.json') return [];
    if (name.endsWith('.csv')) return [describeTable(name, words)];
    return downloadNames(name, issuers).map((path) => ({
      ...profile('dataresource'),
      name: resourceName(path),
      path,
      description: words.says,
    }));
  });
  const title = 'Figures and checks of earnings releases';
  const described = { ...profile('datapackage'), name: 'tieout', title, version: DATA_VERSION, resources };
  return `${JSON.stringify(described, null, 2)}\n`;
}

function describeTable(path: string, { says, columns, primaryKey, foreignKeys = [] }: DownloadWords): object {
  return {
    ...profile('dataresource'),
    name: resourceName(path),
    path,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    description: says,
    dialect: { ...profile('tabledialect'), lineTerminator: '\r\n' },
    schema: {
      ...profile('tableschema'),
      fields: columns.map(([name, description, type = 'string']) => ({
        ...{ name, type, description },
        ...(EMPTY_SAYS.has(name) && { missingValues: [] }),
      })),
      missingValues: [''],
      ...(primaryKey && { primaryKey }),
      ...(foreignKeys.length > 0 && {
        foreignKeys: foreignKeys.map(([fields, table, keys]) => ({
          fields,
          reference: { resource: resourceName(table), fields: keys },
        })),
      }),
    },
  };
}

/** Of letters, digits, dots, underscores and hyphens. */
const resourceName = (path: string): string =>
  path
    .replace(/\.csv$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-');

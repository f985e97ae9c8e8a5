import {
  DATA_VERSION,
  DOWNLOADS,
  type DownloadWords,
  downloadNames,
  type NamedIssuer,
} from '../../src/model/downloads.ts';

const SCHEMA = 'https://datapackage.org/profiles/2.0/datapackage.json';

/**
 * `datapackage.json`: Data Package v2 (datapackage.org/standard) with a Table Schema and keys for each CSV file, and the
 * version of all formats.
 */
export function formatDatapackageJson(issuers: readonly NamedIssuer[]): string {
  const resources = Object.entries(DOWNLOADS).flatMap(([name, words]) => {
    if (name === 'datapackage.json') return [];
    if (name.endsWith('.csv')) return [describeTable(name, words)];
    return downloadNames(name, issuers).map((path) => ({
      name: resourceName(path),
      path,
      description: words.says,
    }));
  });
  const title = 'Figures and checks of earnings releases';
  const described = { $schema: SCHEMA, name: 'tieout', title, version: DATA_VERSION, resources };
  return `${JSON.stringify(described, null, 2)}\n`;
}

function describeTable(path: string, { says, columns, primaryKey, foreignKeys = [] }: DownloadWords): object {
  return {
    name: resourceName(path),
    path,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    description: says,
    dialect: { lineTerminator: '\r\n' },
    schema: {
      fields: columns.map(([name, description, type = 'string']) => ({ name, type, description })),
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

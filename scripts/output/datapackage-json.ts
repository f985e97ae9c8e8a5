import { DOWNLOADS, type DownloadWords } from '../../src/model/downloads.ts';

const SCHEMA = 'https://datapackage.org/profiles/2.0/datapackage.json';

/** `datapackage.json`: Data Package v2 (datapackage.org/standard) with a Table Schema and keys for each CSV file. */
export function formatDatapackageJson(): string {
  const resources = Object.entries(DOWNLOADS)
    .filter(([name]) => name.endsWith('.csv'))
    .map(([name, words]) => resourceOf(name, words));
  return `${JSON.stringify({ $schema: SCHEMA, name: 'tieout', title: 'Figures and checks of earnings releases', resources }, null, 2)}\n`;
}

function resourceOf(path: string, { says, columns, primaryKey, foreignKeys = [] }: DownloadWords): object {
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

const resourceName = (path: string): string => path.replace(/\.csv$/, '');

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBConnection } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import readSheets from 'read-excel-file/node';
import { daysBetween } from '../../src/model/period.ts';
import { REVENUE_BY_QUARTER } from '../../src/view/data-examples.ts';
import { parseCsv } from '../programs/parse-csv.ts';

/** A quarter's slug or last day, and revenue in single units. */
export type Quarter = readonly [quarter: string, revenue: string];

type Row = Readonly<Record<string, unknown>>;
type Load = (folder: string, issuer: string) => Promise<Quarter[]> | Quarter[];

/** Revenue by quarter as each format of the data gives it, each loaded by another library or by hand. */
export const LOADERS: Readonly<Record<string, Load>> = {
  'series.csv': (folder, issuer) => quartersIn(readTable(folder, 'series.csv'), issuer),
  'series.csv, by DuckDB': (folder, issuer) => quartersBySql('DuckDB', folder, issuer),
  'facts.parquet, by DuckDB': (folder, issuer) =>
    quartersBySql('DuckDB, from the folder of Parquet', folder, issuer),
  'facts.csv': (folder, issuer) => throughFacts(folder, issuer, readTable(folder, 'facts.csv')),
  'facts.parquet': async (folder, issuer) => {
    const bytes = readFileSync(join(folder, `facts.parquet/issuer=${issuer}/facts.parquet`));
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    return throughFacts(folder, issuer, rows);
  },
  'datapackage.json': (folder, issuer) => {
    const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
    const { path, schema } = resources.find(({ name }: Row) => name === 'series');
    const names = schema.fields.map(({ name }: Row) => String(name));
    return quartersIn(
      readTable(folder, path).map((row) => Object.fromEntries(names.map((name: string) => [name, row[name]]))),
      issuer,
    );
  },
  'the workbook': async (folder, issuer) =>
    quartersIn(await readSheet(join(folder, `${issuer}.xlsx`)), issuer),
  'workbooks of periods': async (folder, issuer) => {
    const quarters = readTable(folder, 'periods.csv').filter((row) => row['issuer'] === issuer && isQuarter(row));
    const found: Quarter[] = [];
    for (const { id, start } of quarters) {
      if (start === '') continue;
      const rows = await readSheet(join(folder, issuer, `${issuer}-${id}.xlsx`));
      found.push(...quartersIn(rows, issuer).filter(([quarter]) => quarter === id));
    }
    return found;
  },
  'xBRL-JSON': (folder, issuer) => {
    const { facts } = JSON.parse(readFileSync(join(folder, `${issuer}.xbrl.json`), 'utf8'));
    return Object.values(facts as Record<string, XbrlFact>)
      .flatMap(({ value, dimensions: { concept, unit, period = '', entity: _, ...others } }): Quarter[] => {
        const [start = '', end = ''] = period.split('/').map((moment) => moment.slice(0, 10));
        const isPlain = concept === 'us-gaap:Revenues' && unit === 'iso4217:JPY' && Object.keys(others).length === 0;
        return isPlain && end !== '' && daysBetween(start, end) < 100 ? [[end, value]] : [];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1));
  },
}; // biome-ignore format: a format a paragraph

interface XbrlFact {
  readonly value: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

function readTable(folder: string, name: string): Row[] {
  const [header = [], ...rows] = parseCsv(readFileSync(join(folder, name), 'utf8'));
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ''])));
}

async function readSheet(file: string): Promise<Row[]> {
  const sheets = await readSheets(file);
  const [header = [], ...rows] = sheets.find(({ sheet }) => sheet === 'Series')?.data ?? [];
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [String(name), row[i] ?? ''])));
}

const isQuarter = ({ fiscal_part }: Row): boolean => /^[1-4]Q$/.test(String(fiscal_part));

const isRevenue = (row: Row): boolean =>
  row['measure'] === 'Revenues' &&
  row['dimensions'] === '' &&
  row['basis'] === 'reported' &&
  row['unit'] === 'JPY';

const quartersOf = (rows: readonly Row[], issuer: string): Row[] =>
  rows
    .filter((row) => row['issuer'] === issuer && isQuarter(row) && isRevenue(row))
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));

const dayOf = ({ end }: Row): string => (end instanceof Date ? end.toISOString().slice(0, 10) : String(end));

const quartersIn = (rows: readonly Row[], issuer: string): Quarter[] =>
  quartersOf(rows, issuer).map(({ period, value }) => [String(period), String(value)]);

/** Takes the statements that the series name from the facts; their values times their polarity. */
function throughFacts(folder: string, issuer: string, facts: readonly Row[]): Quarter[] {
  const byId = new Map(facts.map((fact) => [fact['id'], fact]));
  return quartersOf(readTable(folder, 'series.csv'), issuer).map(({ fact, period }) => {
    const { value, polarity } = byId.get(fact) ?? {};
    return [String(period), String(Number(value) * Number(polarity))];
  });
}

/** Runs an example of the data page as it is printed, in the folder it is meant for. */
async function quartersBySql(tool: string, folder: string, issuer: string): Promise<Quarter[]> {
  const example = REVENUE_BY_QUARTER.find((one) => one.tool === tool);
  if (example === undefined) throw new Error(`The data page has no example for ${tool}`);
  return (await queryFolder(folder, example.code))
    .filter((row) => row['issuer'] === issuer)
    .map(({ period, value }) => [String(period), String(value)]);
}

/** What DuckDB answers of the files in a folder. */
export async function queryFolder(folder: string, sql: string): Promise<Row[]> {
  const connection = await DuckDBConnection.create();
  await connection.run(`SET file_search_path = '${folder.replaceAll("'", "''")}'`);
  const found = await connection.runAndReadAll(sql);
  connection.closeSync();
  return found.getRowObjectsJS();
}

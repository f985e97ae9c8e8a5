import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer';
import type { IssuerData } from '../../src/model/corpus.ts';
import { type ColumnType, DATA_VERSION, DOWNLOADS } from '../../src/model/downloads.ts';
import { FACT_COLUMNS, gradedFacts } from './facts-csv.ts';

/** How the types of columns are kept; dates are days since 1970. */
const KEPT = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  integer: { type: 'INT32' },
  date: { type: 'INT32', converted_type: 'DATE' },
} as const;

/** `facts.parquet/issuer=<issuer>/facts.parquet`: the rows of `facts.csv`, a file an issuer; empty fields are null. */
export const factsParquetPath = (issuer: string): string => `facts.parquet/issuer=${issuer}/facts.parquet`;

/** Rows that are turned into columns together: few at first, for readers that want only a look. */
const GROUPS = { first: 1000, others: 100_000 };

export function formatFactsParquet(data: IssuerData): Uint8Array {
  const types = new Map(DOWNLOADS['facts.csv']?.columns.map(([name, , type = 'string']) => [name, type]));
  const columnType = (name: string): ColumnType => types.get(name) ?? 'string';
  const columns = FACT_COLUMNS.map(([name]) => ({
    name,
    repetition_type: 'OPTIONAL' as const,
    ...KEPT[columnType(name)],
  }));
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'facts', num_children: columns.length }, ...columns],
    createdBy: 'tieout',
    kvMetadata: [{ key: 'dataVersion', value: DATA_VERSION }],
    statistics: false,
  });
  for (const facts of inGroups(gradedFacts(data))) {
    const columnData = FACT_COLUMNS.map(([name, field]): ColumnSource => {
      const type = columnType(name);
      return { name, data: facts.map((fact) => parseField(field(fact) ?? '', type)) };
    });
    file.write({ columnData, rowGroupSize: facts.length });
  }
  file.finish();
  return bytes.getBytes();
}

function* inGroups<T>(records: Iterable<T>): Generator<T[]> {
  let [group, size]: [T[], number] = [[], GROUPS.first];
  for (const record of records) {
    group.push(record);
    if (group.length < size) continue;
    yield group;
    [group, size] = [[], GROUPS.others];
  }
  if (group.length > 0) yield group;
}

function parseField(field: string | number, type: ColumnType): string | number | Date | null {
  if (field === '') return null;
  if (type === 'date') return new Date(`${field}T00:00:00Z`);
  return type === 'string' ? String(field) : Number(field);
}

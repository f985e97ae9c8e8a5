import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
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

export function formatFactsParquet(data: IssuerData): Uint8Array {
  const types = new Map(DOWNLOADS['facts.csv']?.columns.map(([name, , type = 'string']) => [name, type]));
  const facts = [...gradedFacts(data)];
  const columnData = FACT_COLUMNS.map(([name, field]): ColumnSource => {
    const type = types.get(name) ?? 'string';
    return { name, data: facts.map((fact) => parseField(field(fact) ?? '', type)) };
  });
  const columns = FACT_COLUMNS.map(([name]) => ({
    name,
    repetition_type: 'OPTIONAL' as const,
    ...KEPT[types.get(name) ?? 'string'],
  }));
  const schema = [{ name: 'facts', num_children: columns.length }, ...columns];
  const kvMetadata = [{ key: 'dataVersion', value: DATA_VERSION }];
  return new Uint8Array(
    parquetWriteBuffer({ columnData, schema, createdBy: 'tieout', kvMetadata, statistics: false }),
  );
}

function parseField(field: string | number, type: ColumnType): string | number | Date | null {
  if (field === '') return null;
  if (type === 'date') return new Date(`${field}T00:00:00Z`);
  return type === 'string' ? String(field) : Number(field);
}

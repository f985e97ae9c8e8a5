import { EMPTY_SAYS } from '../../src/model/downloads.ts';

/** A column of a CSV file: its name in the header row and how a record fills it. */
export type CsvColumn<T> = readonly [name: string, field: (record: T) => string | number | null];

const LINE_END = '\r\n';
const NEEDS_QUOTES = /[",\r\n]/;
const EMPTY_TEXT = '""';

/**
 * RFC 4180: header row, CRLF after every record, quotes only where they are needed. Null is an empty field; an empty text
 * that says something is `""`. One string per record, so that a file of any length can be written without being held in
 * memory.
 */
export function* formatCsv<T>(columns: readonly CsvColumn<T>[], records: Iterable<T>): Generator<string> {
  yield formatHeader(columns);
  yield* formatRows(columns, records);
}

/** The header row of a CSV file by itself. */
export const formatHeader = <T>(columns: readonly CsvColumn<T>[]): string =>
  formatRecord(columns.map(([name]) => formatField(name)));

/** Rows of a CSV file whose header is elsewhere. */
export function* formatRows<T>(columns: readonly CsvColumn<T>[], records: Iterable<T>): Generator<string> {
  const read = columns.map(([name, field]) => ({ field, empty: EMPTY_SAYS.has(name) ? EMPTY_TEXT : '' }));
  for (const record of records)
    yield formatRecord(read.map(({ field, empty }) => formatField(String(field(record) ?? '')) || empty));
}

const formatRecord = (fields: readonly string[]): string => fields.join(',') + LINE_END;

const formatField = (text: string): string =>
  NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

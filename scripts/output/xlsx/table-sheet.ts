import { type ColumnType, DOWNLOADS } from '../../../src/model/downloads.ts';
import type { CsvColumn } from '../csv.ts';
import { type Cell, dateCell, type XlsxSheet } from './cells.ts';

/** A table with the columns of its CSV file. */
interface Table<T> {
  readonly name: string;
  /** The CSV file. */
  readonly file: string;
  readonly columns: readonly CsvColumn<T>[];
  readonly records: Iterable<T>;
  /** Where the first column of a row leads to, below the site; nowhere where it is empty. */
  readonly linkOf: (record: T) => string;
}

/** A sheet in which numbers are numbers, days are days, and the first column leads to what its row tells of. */
export function tableSheet<T>(root: string, { name, file, columns, records, linkOf }: Table<T>): XlsxSheet {
  const types = new Map(DOWNLOADS[file]?.columns.map(([column, , type = 'string']) => [column, type]));
  const typeOf = (column: string): ColumnType => types.get(column) ?? 'string';
  const read = columns.map(([column, field]) => ({ field, format: FORMATS[typeOf(column)] }));
  return {
    name,
    header: columns.map(([column]) => column),
    widths: columns.map(([column]) => Math.max(ROOM[typeOf(column)], column.length + 2)),
    rows: Iterator.from(records).map((record) => {
      const cells = read.map(({ field, format }) => format(field(record) ?? ''));
      const link = linkOf(record);
      if (link !== '' && typeof cells[0] === 'string')
        cells[0] = { value: cells[0], link: root + withIndex(link) };
      return cells;
    }),
  };
}

type Format = (field: string | number) => Cell;

const text: Format = (field) => (field === '' ? null : String(field));

const numeric =
  (format: (value: number) => Cell): Format =>
  (field) => {
    const value = field === '' ? Number.NaN : Number(field);
    return Number.isFinite(value) ? format(value) : text(field);
  };

/** How the fields of a column come to be cells. */
const FORMATS: Readonly<Record<ColumnType, Format>> = {
  string: text,
  number: numeric((value) => value),
  integer: numeric((value) => ({ value, as: 'number' })),
  date: (field) => (field === '' ? null : dateCell(String(field))),
};

/** Widths that show each field: a column too narrow for a number or a day shows hash signs instead. */
const ROOM: Readonly<Record<ColumnType, number>> = { string: 16, number: 22, integer: 8, date: 12 };

/** A page as a file, so that a link works from a copy of the site on disk too. */
const withIndex = (url: string): string => url.replace(/\/(?=#|$)/, '/index.html');

import type { IssuerData } from '../../../src/model/corpus.ts';
import { DATA_VERSION, DOWNLOADS } from '../../../src/model/downloads.ts';
import { CHECK_COLUMNS } from '../checks-csv.ts';
import type { Column } from '../csv.ts';
import { FACT_COLUMNS, gradedFacts } from '../facts-csv.ts';
import { SERIES_COLUMNS, seriesOf } from '../series-csv.ts';
import type { Cell, Sheet } from './cells.ts';
import { statementSheets } from './statement-sheets.ts';
import { formatWorkbook } from './workbook.ts';

/** `<issuer>.xlsx`: statements as shown, then series, facts, checks and notes. */
export const formatIssuerWorkbook = (data: IssuerData): Uint8Array =>
  formatWorkbook([
    ...statementSheets(data),
    tableSheet('Series', 'series.csv', SERIES_COLUMNS, seriesOf(data)),
    tableSheet('Facts', 'facts.csv', FACT_COLUMNS, gradedFacts(data)),
    tableSheet('Checks', 'checks.csv', CHECK_COLUMNS, data.findings),
    notes(data),
  ]);

/** A table with the columns of its CSV; numbers are numbers, an address a link. */
function tableSheet<T>(
  name: string,
  file: string,
  columns: readonly Column<T>[],
  records: Iterable<T>,
): Sheet {
  const types = new Map(DOWNLOADS[file]?.columns.map(([column, , type = 'string']) => [column, type]));
  const cell = ([column, field]: Column<T>, record: T): Cell => {
    const value = field(record) ?? '';
    if (value === '') return null;
    if (column === 'url') return { value: 'source', link: `..${withIndex(String(value))}` };
    const isNumber = types.get(column) === 'number' || types.get(column) === 'integer';
    return isNumber && Number.isFinite(Number(value)) ? Number(value) : String(value);
  };
  return {
    name,
    header: columns.map(([column]) => column),
    rows: Iterator.from(records).map((record) => columns.map((column) => cell(column, record))),
  };
}

/** A page as a file, so that a link works from a copy of the site on disk too. */
const withIndex = (url: string): string => url.replace(/\/(?=#|$)/, '/index.html');

function notes({ issuer, documents }: IssuerData): Sheet {
  const rows: Cell[][] = [
    ['Issuer', issuer.name],
    ['Version of the formats', DATA_VERSION],
    ...documents.map(({ id, title, released }): Cell[] => [
      `Release of ${released}`,
      { value: title || id, link: `../${issuer.slug}/documents/${id}/index.html` },
    ]),
    [
      'Statements',
      'As printed, with the printed signs, in single units; a formula is a sum that the release prints and that ties to the last digit',
    ],
    ...['series.csv', 'facts.csv', 'checks.csv'].flatMap((file) =>
      (DOWNLOADS[file]?.columns ?? []).map(([column, meaning]): Cell[] => [
        `${file.replace('.csv', '')}: ${column}`,
        meaning,
      ]),
    ),
  ];
  return { name: 'Notes', header: ['about', 'note'], rows, widths: [32, 100] };
}

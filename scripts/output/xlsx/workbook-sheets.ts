import type { IssuerData } from '../../../src/model/corpus.ts';
import { DATA_VERSION, DOWNLOADS } from '../../../src/model/downloads.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { linkToFact, linkToLine } from '../../../src/model/links.ts';
import { CHECK_COLUMNS } from '../checks-csv.ts';
import { FACT_COLUMNS, type Graded } from '../facts-csv.ts';
import { SERIES_COLUMNS, type SeriesRow } from '../series-csv.ts';
import type { Cell, XlsxSheet } from './cells.ts';
import { tableSheet } from './table-sheet.ts';

/** What a workbook holds beside statements. */
export interface Tables {
  readonly series: Iterable<SeriesRow>;
  readonly facts: Iterable<Graded>;
  readonly findings: readonly Finding[];
}

/** Series, facts, checks and notes; `root` is the folder of the site, seen from that of the workbook. */
export const workbookSheets = (
  data: IssuerData,
  { series, facts, findings }: Tables,
  { root, of }: { readonly root: string; readonly of: string },
): XlsxSheet[] => [
  tableSheet(root, {
    name: 'Series',
    file: 'series.csv',
    columns: SERIES_SHEET,
    records: series,
    linkOf: ({ fact }) => linkToFact(fact),
  }),
  tableSheet(root, {
    name: 'Facts',
    file: 'facts.csv',
    columns: FACT_COLUMNS,
    records: facts,
    linkOf: ({ fact }) => linkToFact(fact),
  }),
  tableSheet(root, {
    name: 'Checks',
    file: 'checks.csv',
    columns: CHECK_COLUMNS,
    records: findings,
    linkOf: ({ issuer, document, line }) => (line > 0 ? linkToLine(issuer, document, line) : ''),
  }),
  notes(data, of, root),
];

/** An address is where the fact leads to. */
const SERIES_SHEET = SERIES_COLUMNS.filter(([name]) => name !== 'url');

function notes({ issuer, documents }: IssuerData, of: string, root: string): XlsxSheet {
  const rows: Cell[][] = [
    ['Issuer', issuer.name],
    ['Shown', of],
    ['Version of the formats', DATA_VERSION],
    ...documents.map(({ id, title, released }): Cell[] => [
      `Release of ${released}`,
      { value: title || id, link: `${root}/${issuer.slug}/documents/${id}/index.html` },
    ]),
    [
      'Statements',
      'As printed, with the printed signs, in single units; a formula is a sum that the release prints and that ties to the last digit',
    ],
    ['Links', 'The first column of a row, and each figure of a statement, lead to the page that prints it'],
    ...['series.csv', 'facts.csv', 'checks.csv'].flatMap((file) =>
      (DOWNLOADS[file]?.columns ?? [])
        .filter(([column]) => column !== 'url')
        .map(([column, meaning]): Cell[] => [`${file.replace('.csv', '')}: ${column}`, meaning]),
    ),
  ];
  return { name: 'Notes', header: ['about', 'note'], rows, widths: [32, 100] };
}

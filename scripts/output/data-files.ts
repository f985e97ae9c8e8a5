import type { Corpus, IssuerData } from '../../src/model/corpus.ts';
import { formatChecksCsv } from './checks-csv.ts';
import { formatChecksSarif } from './checks-sarif.ts';
import { formatCoverageJson } from './coverage-json.ts';
import { formatDatapackageJson } from './datapackage-json.ts';
import { formatFactsCsv } from './facts-csv.ts';
import { factsParquetPath, formatFactsParquet } from './facts-parquet.ts';
import { formatSeriesCsv } from './series-csv.ts';
import { formatVintagesCsv } from './vintages-csv.ts';
import { formatConceptsCsv, formatMembersCsv, formatPeriodsCsv } from './vocabulary-csv.ts';
import { reportOf } from './xbrl/report.ts';
import { formatXbrlJson } from './xbrl/report-json.ts';
import { formatLabelsXml, formatSchemaXml } from './xbrl/taxonomy-xml.ts';
import { formatIssuerWorkbook } from './xlsx/issuer-workbook.ts';
import { periodWorkbooks } from './xlsx/period-workbooks.ts';

/**
 * A file to be written: its path below the output folder, and its text in pieces or its bytes, made only when they are
 * asked for.
 */
export type OutputFile = readonly [path: string, content: Iterable<string> | (() => Uint8Array)];

/** What a file holds, whole. */
export const contentOf = ([, content]: OutputFile): string | Uint8Array =>
  typeof content === 'function' ? content() : [...content].join('');

/** The downloads: what `convert` makes and what the site offers under `/data/`. */
export function dataFiles(corpus: Corpus): OutputFile[] {
  return [
    ['facts.csv', formatFactsCsv(corpus)],
    ['series.csv', formatSeriesCsv(corpus)],
    ['vintages.csv', formatVintagesCsv(corpus)],
    ['concepts.csv', formatConceptsCsv(corpus)],
    ['periods.csv', formatPeriodsCsv(corpus)],
    ['members.csv', formatMembersCsv(corpus)],
    ['checks.csv', formatChecksCsv(corpus)],
    ['checks.sarif', formatChecksSarif(corpus)],
    ['datapackage.json', [formatDatapackageJson(corpus.issuers.map(({ issuer }) => issuer))]],
    ['coverage.json', [formatCoverageJson(corpus)]],
    ...corpus.issuers.flatMap(issuerFiles),
  ];
}

function issuerFiles(data: IssuerData): OutputFile[] {
  const { slug } = data.issuer;
  const [schema, labels] = [`${slug}.xbrl.xsd`, `${slug}.xbrl-labels.xml`];
  const report = reportOf(data);
  return [
    [factsParquetPath(slug), () => formatFactsParquet(data)],
    [`${slug}.xlsx`, () => formatIssuerWorkbook(data)],
    ...periodWorkbooks(data),
    [`${slug}.xbrl.json`, formatXbrlJson(report, schema)],
    [schema, formatSchemaXml(report, labels)],
    [labels, formatLabelsXml(report, schema)],
  ];
}

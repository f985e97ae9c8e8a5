import type { Corpus, IssuerData } from '../../src/model/corpus.ts';
import { pageMeasures } from '../../src/model/measure-pages.ts';
import { formatChecksCsv } from './checks-csv.ts';
import { formatChecksSarif } from './checks-sarif.ts';
import { formatCoverageJson } from './coverage-json.ts';
import { formatDatapackageJson } from './datapackage-json.ts';
import { formatFactsCsv } from './facts-csv.ts';
import { factsParquetPath, formatFactsParquet } from './facts-parquet.ts';
import type { OutputFile } from './output-file.ts';
import { formatSeriesCsv } from './series-csv.ts';
import { formatVintagesCsv } from './vintages-csv.ts';
import { formatConceptsCsv, formatMembersCsv, formatPeriodsCsv } from './vocabulary-csv.ts';
import { makeReport } from './xbrl/report.ts';
import { formatXbrlJson } from './xbrl/report-json.ts';
import { formatLabelsXml, formatSchemaXml } from './xbrl/taxonomy-xml.ts';
import { formatIssuerWorkbook } from './xlsx/issuer-workbook.ts';
import { periodWorkbooks } from './xlsx/period-workbooks.ts';

/**
 * The downloads: what `convert` makes and what the site offers under `/data/`. One at a time: what a file is made from is
 * not held while the next one is.
 */
export function* dataFiles(corpus: Corpus): Generator<OutputFile> {
  for (const { facts } of corpus.issuers) pageMeasures(facts);
  yield ['facts.csv', formatFactsCsv(corpus)];
  yield ['series.csv', formatSeriesCsv(corpus)];
  yield ['vintages.csv', formatVintagesCsv(corpus)];
  yield ['concepts.csv', formatConceptsCsv(corpus)];
  yield ['periods.csv', formatPeriodsCsv(corpus)];
  yield ['members.csv', formatMembersCsv(corpus)];
  yield ['checks.csv', formatChecksCsv(corpus)];
  yield ['checks.sarif', formatChecksSarif(corpus)];
  yield ['datapackage.json', [formatDatapackageJson(corpus.issuers.map(({ issuer }) => issuer))]];
  yield ['coverage.json', [formatCoverageJson(corpus)]];
  for (const data of corpus.issuers) yield* issuerFiles(data);
}

function* issuerFiles(data: IssuerData): Generator<OutputFile> {
  const { slug } = data.issuer;
  yield [factsParquetPath(slug), () => formatFactsParquet(data)];
  yield [`${slug}.xlsx`, () => formatIssuerWorkbook(data)];
  yield* periodWorkbooks(data);
  const [schema, labels] = [`${slug}.xbrl.xsd`, `${slug}.xbrl-labels.xml`];
  const report = makeReport(data);
  yield [`${slug}.xbrl.json`, formatXbrlJson(report, schema)];
  yield [schema, formatSchemaXml(report, labels)];
  yield [labels, formatLabelsXml(report, schema)];
}

import type { Corpus, IssuerData } from '../../src/model/corpus.ts';
import type { IssuerRecord } from '../../src/model/document.ts';
import { CHECKS_CSV } from './checks-csv.ts';
import { CHECKS_SARIF } from './checks-sarif.ts';
import { CONCEPTS_CSV } from './concepts-csv.ts';
import { COVERAGE_JSON } from './coverage-json.ts';
import { formatDatapackageJson } from './datapackage-json.ts';
import { FACTS_CSV } from './facts-csv.ts';
import { factsParquetPath, formatFactsParquet } from './facts-parquet.ts';
import { formatJoined, type JoinedFile } from './joined-file.ts';
import { MEMBERS_CSV } from './members-csv.ts';
import { joinContent, type OutputFile } from './output-file.ts';
import { PERIODS_CSV } from './periods-csv.ts';
import { SERIES_CSV } from './series-csv.ts';
import { VINTAGES_CSV } from './vintages-csv.ts';
import { makeReport } from './xbrl/report.ts';
import { formatXbrlJson } from './xbrl/report-json.ts';
import { formatLabelsXml, formatSchemaXml } from './xbrl/taxonomy-xml.ts';
import { formatIssuerWorkbook } from './xlsx/issuer-workbook.ts';
import { periodWorkbooks } from './xlsx/period-workbooks.ts';

/** The downloads that are of all issuers. */
export const JOINED_FILES: readonly JoinedFile[] = [
  FACTS_CSV,
  SERIES_CSV,
  VINTAGES_CSV,
  CONCEPTS_CSV,
  PERIODS_CSV,
  MEMBERS_CSV,
  CHECKS_CSV,
  CHECKS_SARIF,
  COVERAGE_JSON,
];

/** The downloads of one issuer. One at a time: what a file is made from is not held while the next one is. */
export function* issuerDownloads(data: IssuerData): Generator<OutputFile> {
  const { slug } = data.issuer;
  yield [factsParquetPath(slug), () => formatFactsParquet(data)];
  yield [`${slug}.xlsx`, formatIssuerWorkbook(data)];
  yield* periodWorkbooks(data);
  const [schema, labels] = [`${slug}.xbrl.xsd`, `${slug}.xbrl-labels.xml`];
  const report = makeReport(data);
  yield [`${slug}.xbrl.json`, formatXbrlJson(report, schema)];
  yield [schema, formatSchemaXml(report, labels)];
  yield [labels, formatLabelsXml(report, schema)];
}

/** One of the downloads of an issuer, if it is one. */
export function findDownload(data: IssuerData, path: string): Uint8Array | undefined {
  for (const file of issuerDownloads(data)) if (file[0] === path) return joinContent(file);
  return undefined;
}

export const datapackageFile = (issuers: readonly IssuerRecord[]): OutputFile => [
  'datapackage.json',
  [formatDatapackageJson(issuers)],
];

/** All downloads of a corpus that is in memory: what `convert` makes and what the site offers under `/data/`. */
export function* dataFiles(corpus: Corpus): Generator<OutputFile> {
  for (const file of JOINED_FILES) yield [file.name, formatJoined(file, corpus)];
  yield datapackageFile(corpus.issuers.map(({ issuer }) => issuer));
  for (const data of corpus.issuers) yield* issuerDownloads(data);
}

import type { IssuerData } from '../../../src/model/corpus.ts';
import { gradedFacts } from '../facts-csv.ts';
import { issuerSeries } from '../series-csv.ts';
import { StatementSheets } from './statement-sheets.ts';
import { formatWorkbook } from './workbook.ts';
import { workbookSheets } from './workbook-sheets.ts';

/** The site, seen from the downloads. */
const ROOT = '..';

/** `<issuer>.xlsx`: statements as shown, then series, facts, checks and notes. */
export function* formatIssuerWorkbook(data: IssuerData): Generator<Uint8Array> {
  yield* formatWorkbook([
    ...new StatementSheets(data).sheets({ root: ROOT }),
    ...workbookSheets(
      data,
      { series: issuerSeries(data), facts: gradedFacts(data), findings: data.findings },
      { root: ROOT, of: 'All periods' },
    ),
  ]);
}

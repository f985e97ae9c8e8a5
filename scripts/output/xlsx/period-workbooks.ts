import type { IssuerData } from '../../../src/model/corpus.ts';
import type { PeriodRecord } from '../../../src/model/document.ts';
import { workbookOfPeriod } from '../../../src/model/downloads.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { formatPeriod } from '../../../src/model/format.ts';
import { closing, type Period } from '../../../src/model/period.ts';
import { gradedFacts } from '../facts-csv.ts';
import type { OutputFile } from '../output-file.ts';
import { issuerSeries } from '../series-csv.ts';
import { StatementSheets } from './statement-sheets.ts';
import { formatWorkbook } from './workbook.ts';
import { type Tables, workbookSheets } from './workbook-sheets.ts';

/** The site, seen from an issuer's folder among the downloads. */
const ROOT = '../..';

/** `<issuer>/<issuer>-<period>.xlsx`: what `<issuer>.xlsx` holds, of each period that has a page. */
export function periodWorkbooks(data: IssuerData): OutputFile[] {
  const { issuer } = data;
  let sorted: { readonly sheets: StatementSheets; readonly tablesOf: (period: Period) => Tables } | undefined;
  return issuer.periods.map(
    ({ slug, name, period }: PeriodRecord): OutputFile => [
      workbookOfPeriod(issuer.slug, slug),
      () => {
        sorted ??= { sheets: new StatementSheets(data), tablesOf: sortByPeriod(data) };
        const of = `${name}, ${formatPeriod(period)}, and balances at its end`;
        const sheets = [
          ...sorted.sheets.sheets({ root: ROOT, period }),
          ...workbookSheets(data, sorted.tablesOf(period), { root: ROOT, of }),
        ];
        return Buffer.concat([...formatWorkbook(sheets)]);
      },
    ],
  );
}

/** Figures of a period and of its end, and the checks that concern one of them. */
function sortByPeriod(data: IssuerData): (period: Period) => Tables {
  const facts = Map.groupBy(gradedFacts(data), ({ fact }) => fact.period);
  const series = Map.groupBy(issuerSeries(data), ({ fact }) => fact.period);
  const findings = findingsByPeriod(data);
  return (period) => ({
    facts: withBalances(facts, period),
    series: withBalances(series, period),
    findings: [...new Set(withBalances(findings, period))],
  });
}

const withBalances = <T>(lists: ReadonlyMap<Period, readonly T[]>, period: Period): T[] =>
  [...new Set([period, closing(period)])].flatMap((one) => lists.get(one) ?? []);

function findingsByPeriod({ facts, findings }: IssuerData): Map<Period, Finding[]> {
  const periods = new Map(facts.map(({ id, period }) => [id, period]));
  const found = new Map<Period, Finding[]>();
  for (const finding of findings)
    for (const period of new Set(finding.facts.flatMap((id) => periods.get(id) ?? []))) {
      const list = found.get(period);
      if (list) list.push(finding);
      else found.set(period, [finding]);
    }
  return found;
}

import type { DocumentRecord, TableBlock, TextBlock } from '../../../src/model/document.ts';
import { formatSpan } from '../../../src/model/format.ts';
import { isDuration, lastDay, monthsIn, type Period } from '../../../src/model/period.ts';
import { findPeriods } from '../../grammar/periods.ts';
import { type FactsAt, shownWords, type TextCheck } from './text-finding.ts';

/** So many tables of quarters show what the part under a heading is of. */
const SHOWN = 2;

/** What a heading speaks of where all that follows it is of its quarter; an outlook has the past beside it. */
const OF_RESULTS = /\b(?:results?|statements?|figures)\b/i;

/** A heading over the results of one quarter does not stand over tables that are all of another. */
export const headingQuarters: TextCheck = {
  rule: 'caption-dates',
  *compare(document, { calendar }, { factsAt }) {
    for (const block of document.blocks) {
      if (block.kind !== 'heading') continue;
      const words = shownWords(document, block.lines);
      const [quarter, ...others] = findPeriods(words, calendar)
        .map(({ period }) => period)
        .filter(isQuarter);
      if (!quarter || others.length > 0 || lastDay(quarter) > document.released || !OF_RESULTS.test(words))
        continue;
      const tables = tablesUnder(document, block)
        .map((table) => tableQuarters(document, table, factsAt))
        .filter(({ size }) => size > 0);
      if (tables.length < SHOWN || tables.some((quarters) => quarters.has(quarter))) continue;
      const told = [...new Set(tables.flatMap((quarters) => [...quarters]))]
        .sort()
        .map(formatSpan)
        .join('; ');
      const line = block.lines[0];
      yield {
        line,
        expected: told,
        actual: formatSpan(quarter),
        message: `The heading in line ${line} speaks of the ${formatSpan(quarter)}; the tables under it are of the ${told}.`,
      };
    }
  },
  example: {
    text: `FY2020 Results

| | FY2019 | FY2020 |
| | JPY millions | JPY millions |
| Total revenues | 52,813 | 57,324 |

2nd Quarter FY2020 Consolidated Financial Results (3 months)

Operating Results Summary

| | 4Q19 | 4Q20 |
| | JPY millions | JPY millions |
| Total revenues | 12,800 | 13,770 |

CAPEX

| | 4Q19 | 4Q20 |
| | JPY millions | JPY millions |
| Purchase of Property and Equipment | 410 | 520 |`,
    finds:
      'The heading in line 15 speaks of the three months to 30 September 2020; the tables under it are of the three months to 31 March 2020; three months to 31 March 2021.',
  },
};

const isQuarter = (period: Period): boolean => isDuration(period) && monthsIn(period) === 3;

/** Tables below a heading, up to the next one of its depth. */
function tablesUnder({ blocks }: DocumentRecord, heading: TextBlock): TableBlock[] {
  const after = blocks.slice(blocks.indexOf(heading) + 1);
  const end = after.findIndex((block) => block.kind === 'heading' && block.depth <= heading.depth);
  return after.slice(0, end < 0 ? undefined : end).filter((block) => block.kind === 'table');
}

/** Quarters that the reported amounts of a table are of. */
function tableQuarters(
  document: DocumentRecord,
  { rows }: TableBlock,
  factsAt: FactsAt,
): ReadonlySet<Period> {
  const facts = rows.flatMap(({ line }) => factsAt(document.id, line));
  return new Set(
    facts
      .filter(({ origin, basis, period }) => origin === 'table' && basis === 'reported' && isQuarter(period))
      .map(({ period }) => period),
  );
}

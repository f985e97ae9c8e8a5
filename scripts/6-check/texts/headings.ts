import type { Block, TextBlock } from '../../../src/model/document.ts';
import { formatSpan } from '../../../src/model/format.ts';
import { isDuration, monthsIn, type Period } from '../../../src/model/period.ts';
import { findPeriods } from '../../grammar/periods.ts';
import { shownWords, type TextCheck } from './text-finding.ts';

const QUARTERLY = /\b(?:quarterly|interim)\b(?=[^.]*\b(?:statements?|reports?|reporting|accounting)\b)/i;

/**
 * A heading that speaks of quarterly statements does not stand among notes on a year, unless the three months come
 * below it: then it was left over from the form of a quarter.
 */
export const headings: TextCheck = {
  rule: 'heading-period',
  *compare(document, { calendar }) {
    for (const [index, block] of document.blocks.entries()) {
      if (block.kind !== 'heading') continue;
      const words = shownWords(document, block.lines);
      const year = QUARTERLY.test(words) ? yearAround(block) : undefined;
      if (!year || holdsTable(document.blocks, index) || findPeriods(words, calendar).length > 0) continue;
      const line = block.lines[0];
      yield {
        line,
        expected: formatSpan(year),
        actual: QUARTERLY.exec(words)?.[0] ?? '',
        message: `The heading in line ${line} speaks of quarterly statements; what it stands in is on the ${formatSpan(year)}, and no quarter is told below it.`,
      };
    }

    /** The year that the closest heading with a period around it names. */
    function yearAround({ section }: TextBlock): Period | undefined {
      for (const heading of section.toReversed()) {
        const [first] = findPeriods(heading, calendar).filter(({ period }) => isDuration(period));
        if (first) return monthsIn(first.period) === 12 ? first.period : undefined;
      }
      return undefined;
    }
  },
  example: {
    text: `Notes on the Fiscal Year Ended March 31, 2021

(1) Changes in Policies for the Quarterly Consolidated Financial Statements

None

(2) Quarterly Financial Statements

| | 4Q19 | 4Q20 |
| | JPY millions | JPY millions |
| Total revenues | 14,813 | 15,324 |`,
    finds:
      'The heading in line 11 speaks of quarterly statements; what it stands in is on the year to 31 March 2021, and no quarter is told below it.',
  },
};

/** A table comes before the next heading. */
function holdsTable(blocks: readonly Block[], index: number): boolean {
  const next = blocks.slice(index + 1).find(({ kind }) => kind === 'heading' || kind === 'table');
  return next?.kind === 'table';
}

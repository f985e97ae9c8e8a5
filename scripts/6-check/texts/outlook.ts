import type { TextBlock } from '../../../src/model/document.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { formatDate, formatSpan } from '../../../src/model/format.ts';
import { endOf } from '../../../src/model/period.ts';
import { findPeriods } from '../../grammar/periods.ts';
import { type TextCheck, textFinding, wordsOf } from './text-finding.ts';

/** What a passage says that its statements about the future are about: `such as statements regarding FY2012 revenues`. */
const ABOUT =
  /\bstatements?\b,?(?: (?:such as|for instance|for example|including|include|are)(?: those| statements)?)?,? (?:regarding|concerning|about|on|relating to|related to|as to|with respect to)\b([^.;]{1,90})/gi;
/** Another document is named by the period that it is of. */
const OTHER_DOCUMENT = /\b(?:form|report|filings?|filed|prospectus)\b/i;

/** Statements about the future speak of a period that was not over when the release came out. */
export const outlooks: TextCheck = function* (document, { calendar }) {
  for (const block of document.blocks) {
    if (block.kind === 'table') continue;
    const text = wordsOf(document, block.lines);
    if (/\bforward[- ]looking\b/i.test(text)) yield* findingsOf(block, text);
  }

  function* findingsOf({ lines: [line] }: TextBlock, text: string): Generator<Finding> {
    const about = [...text.matchAll(ABOUT)].map(([, words = '']) => words);
    const [mention] = about.flatMap((words) =>
      findPeriods(words, calendar).filter(
        ({ form, start }) => form !== 'date' && !OTHER_DOCUMENT.test(words.slice(0, start)),
      ),
    );
    if (!mention) return;
    const isOver = endOf(mention.period) < document.released;
    const speaks = `The passage on statements about the future in line ${line} speaks of the ${formatSpan(mention.period)}`;
    const rest = isOver
      ? `, which was over when the release came out on ${formatDate(document.released)}`
      : ', which was not over';
    yield textFinding(document, {
      rule: 'outlook-dates',
      verdict: isOver ? 'slip' : 'exact',
      line,
      expected: isOver ? 'a period that lies ahead' : formatSpan(mention.period),
      actual: formatSpan(mention.period),
      message: `${speaks}${rest}.`,
    });
  }
};

import type { TextBlock } from '../../../src/model/document.ts';
import type { Printed } from '../../../src/model/fact.ts';
import { formatDate, formatSpan } from '../../../src/model/format.ts';
import { addMonths, isDuration, lastDay } from '../../../src/model/period.ts';
import { findPeriods } from '../../grammar/periods.ts';
import { shownWords, type TextCheck, type WordComparison } from './text-finding.ts';

/** What a passage says that its statements about the future are about: `such as statements regarding FY2012 revenues`. */
const ABOUT =
  /\bstatements?\b,?(?: (?:such as|for instance|for example|including|include|are)(?: those| statements)?)?,? (?:regarding|concerning|about|on|relating to|related to|as to|with respect to)\b([^.;]{1,90})/gi;
/** Another document is named by the period that it is of. */
const OTHER_DOCUMENT = /\b(?:form|report|filings?|filed|prospectus)\b/i;

/** Results of the quarter that has just ended may still be expected. */
const MONTHS_OPEN = 3;
/** What is expected now, and in one period: not what had been, nor what is compared with it. */
const EXPECTED = /\b(?:expects?|anticipates?|forecasts?|projects?|estimates?)\b/i;
const BEFORE =
  /\b(?:had|previous(?:ly)?|prior|earlier|initial(?:ly)?|original(?:ly)?|compared|versus|was|were)\b/i;

/** A range counts as reported where its period is over. */
const isAimedAt = ({ origin, basis, qualifier }: Printed): boolean =>
  origin === 'prose' && (basis === 'target' || qualifier === 'from' || qualifier === 'to');

/** Statements about the future speak of a period that was not over when the release came out. */
export const outlooks: TextCheck = {
  rule: 'outlook-dates',
  *compare(document, { calendar, facts }) {
    const aims = facts.filter((fact) => fact.document === document.id && isAimedAt(fact));
    for (const [line, told] of Map.groupBy(aims, (fact) => fact.line)) yield* aimedAt(line, told);
    for (const block of document.blocks) {
      if (block.kind === 'table') continue;
      const text = shownWords(document, block.lines);
      if (/\bforward[- ]looking\b/i.test(text)) yield* aboutFuture(block, text);
    }

    /** `For the first quarter of 2024 the company expects …` in a release of 2025, which names no other period beside it. */
    function* aimedAt(line: number, aims: readonly Printed[]): Generator<WordComparison> {
      const text = shownWords(document, [line, line]);
      const named = new Set(findPeriods(text, calendar).map(({ period }) => period));
      const [aim] = aims;
      if (!aim || named.size !== 1 || !named.has(aim.period) || !isDuration(aim.period)) return;
      if (
        aims.some(({ period }) => period !== aim.period) ||
        lastDay(aim.period) >= addMonths(document.released, -MONTHS_OPEN)
      )
        return;
      if (!EXPECTED.test(text) || BEFORE.test(text)) return;
      yield {
        line,
        column: aim.column,
        expected: 'a period that lies ahead',
        actual: formatSpan(aim.period),
        message: `Line ${line} tells what is expected of the ${formatSpan(aim.period)}, which was over when the release came out on ${formatDate(document.released)}.`,
        facts: aims,
      };
    }

    function* aboutFuture({ lines: [line] }: TextBlock, text: string): Generator<WordComparison> {
      const about = [...text.matchAll(ABOUT)].map(([, words = '']) => words);
      const [mention] = about.flatMap((words) =>
        findPeriods(words, calendar).filter(
          ({ form, start }) => form !== 'date' && !OTHER_DOCUMENT.test(words.slice(0, start)),
        ),
      );
      if (!mention) return;
      const isOver = lastDay(mention.period) < document.released;
      const speaks = `The passage on statements about the future in line ${line} speaks of the ${formatSpan(mention.period)}`;
      const rest = isOver
        ? `, which was over when the release came out on ${formatDate(document.released)}`
        : ', which was not over';
      yield {
        line,
        expected: isOver ? 'a period that lies ahead' : formatSpan(mention.period),
        actual: formatSpan(mention.period),
        message: `${speaks}${rest}.`,
      };
    }
  },
  example: {
    text: `Forward-looking statements

This release holds forward-looking statements, such as statements regarding FY2020 revenues, and describes risks in our annual report on Form 20-F for the fiscal year ended March 31, 2020.`,
    finds:
      'The passage on statements about the future in line 11 speaks of the year to 31 March 2021, which was over when the release came out on 12 May 2021.',
  },
};

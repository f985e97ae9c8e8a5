import { foldLabel } from '../../../src/concepts/fold-label.ts';
import type { DocumentRecord, TextBlock } from '../../../src/model/document.ts';
import type { Printed } from '../../../src/model/fact.ts';
import { formatSpan } from '../../../src/model/format.ts';
import {
  duration,
  firstDay,
  isDuration,
  lastDay,
  monthsIn,
  type Period,
  shift,
} from '../../../src/model/period.ts';
import { findPeriods } from '../../grammar/periods.ts';
import { shownWords, type TextCheck, type WordComparison } from './text-finding.ts';

/** Words that set an amount equal to that of another period. */
const LEVEL =
  /\b(?:(?:the )?(?:same|similar) level|level|flat)\b(?: (?:as|with|to|of|from|in|at|that|the)\b)+/gi;
/** What is not added up over time may well be the same for a quarter and a half. */
const NO_AMOUNT =
  /\b(?:ratio|margin|rates?|percentage|headcount|employees|number of|balance|per share|dividends?)\b|%/i;

/**
 * An amount of six months is said to be level with one of six months. One of another length that ends on the same
 * day, in this year or another, is the wrong name for it.
 */
export const levels: TextCheck = {
  rule: 'level-dates',
  *compare(document, { calendar, facts }) {
    for (const block of document.blocks) {
      if (block.kind !== 'paragraph' && block.kind !== 'listItem') continue;
      yield* findingsIn(block);
    }

    function* findingsIn(block: TextBlock): Generator<WordComparison> {
      const text = shownWords(document, block.lines);
      for (const match of text.matchAll(LEVEL)) {
        const from = match.index + match[0].length;
        const mention = findPeriods(text.slice(from, from + 60), calendar).find(({ start }) => start <= 1);
        if (!mention || !isDuration(mention.period) || NO_AMOUNT.test(clauseBefore(text, match.index)))
          continue;
        const told = subjectPeriod(text.slice(0, match.index), block, document);
        const meant = told && sameEnd(told, mention.period);
        if (!told || !meant) continue;
        const amounts = findAmounts(clauseBefore(text, match.index), [told, mention.period, meant]);
        const line = findLine(block, match.index);
        yield makeComparison(line, { told, named: mention.period, meant }, amounts);
      }
    }

    /** The line that holds a character of a block's words. */
    function findLine({ lines: [first, last] }: TextBlock, index: number): number {
      let line = first;
      while (line < last && shownWords(document, [first, line]).length <= index) line++;
      return line;
    }

    /** What tables give for the subject of a clause in each of some periods, as far as they do. */
    function findAmounts(clause: string, periods: readonly Period[]): readonly Printed[] {
      const subject = foldLabel(clause.replace(STAYED, '')).text;
      return periods.flatMap(
        (period) =>
          facts.find(
            (fact) =>
              fact.document === document.id &&
              fact.origin === 'table' &&
              fact.period === period &&
              fact.aspect === 'amount' &&
              subject !== '' &&
              `${foldLabel(fact.label).text} `.startsWith(`${subject} `),
          ) ?? [],
      );
    }

    /** The period that the words before speak of, or the headings above, or the release. */
    function subjectPeriod(before: string, { section }: TextBlock, { period }: DocumentRecord): Period {
      const spans = [before, ...section.toReversed()].map((words) =>
        findPeriods(words, calendar).filter((one) => isDuration(one.period)),
      );
      return spans.find((found) => found.length > 0)?.at(-1)?.period ?? period;
    }

    function makeComparison(
      line: number,
      { told, named, meant }: Compared,
      amounts: readonly Printed[],
    ): WordComparison {
      const isRight = named === meant;
      const says = `Line ${line} says of the ${formatSpan(told)} that an amount is level with that of the ${formatSpan(named)}`;
      const printed = amounts.map(({ raw, line: at }) => `${raw} (line ${at})`).join(', ');
      const evidence = printed ? ` "${amounts[0]?.label}" are printed as ${printed}.` : '';
      return {
        line,
        expected: formatSpan(meant),
        actual: formatSpan(named),
        message: isRight
          ? `${says}, which is as long.`
          : `${says}, which is not as long: meant is the ${formatSpan(meant)}.${evidence}`,
        facts: amounts,
      };
    }
  },
  example: {
    text: `- 2H FY2020 selling expenses stayed around the same level as 4Q19.
- 2H FY2020 research expenses stayed around the same level as 2H19.
- The gross margin ratio of 2H FY2020 was level with 4Q19.`,
    finds:
      'Line 9 says of the six months to 31 March 2021 that an amount is level with that of the three months to 31 March 2020, which is not as long: meant is the six months to 31 March 2020.',
  },
};

interface Compared {
  readonly told: Period;
  readonly named: Period;
  readonly meant: Period;
}

/** The verb between the subject and the words of level. */
const STAYED =
  /\s*\b(?:stayed|stays|remained|remains|was|were|is|are|kept|held)\b(?:\s(?:around|about|at|almost|roughly|nearly))*\s*$/i;

const clauseBefore = (text: string, index: number): string =>
  text
    .slice(0, index)
    .split(/[,.;]\s|\b(?:while|and|but|as)\b/)
    .at(-1) ?? '';

/** The period as long as `told` that ends when `named` does, if both end on the same day of a year. */
function sameEnd(told: Period, named: Period): Period | undefined {
  const years = Number(lastDay(named).slice(0, 4)) - Number(lastDay(told).slice(0, 4));
  const meant = shift(told, 12 * years);
  const isAlike = lastDay(meant) === lastDay(named) && monthsIn(told) > 0 && firstDay(told) !== '';
  return isAlike ? duration(firstDay(meant) || lastDay(meant), lastDay(meant)) : undefined;
}

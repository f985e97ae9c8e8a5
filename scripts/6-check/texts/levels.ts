import type { DocumentRecord, TextBlock } from '../../../src/model/document.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { formatSpan } from '../../../src/model/format.ts';
import {
  duration,
  endOf,
  isDuration,
  monthsIn,
  type Period,
  shift,
  startOf,
} from '../../../src/model/period.ts';
import { findPeriods } from '../../grammar/periods.ts';
import { type TextCheck, textFinding } from './text-finding.ts';

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
export const levels: TextCheck = function* (document, { calendar }) {
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'listItem') continue;
    const [first, last] = block.lines;
    for (let line = first; line <= last; line++)
      yield* findingsIn(document.lines[line - 1] ?? '', line, block);
  }

  function* findingsIn(text: string, line: number, block: TextBlock): Generator<Finding> {
    for (const match of text.matchAll(LEVEL)) {
      const from = match.index + match[0].length;
      const mention = findPeriods(text.slice(from, from + 60), calendar).find(({ start }) => start <= 1);
      if (!mention || !isDuration(mention.period) || NO_AMOUNT.test(clauseBefore(text, match.index)))
        continue;
      const told = toldOf(text.slice(0, match.index), block, document);
      const meant = told && sameEnd(told, mention.period);
      if (meant) yield findingOf(line, told, mention.period, meant);
    }
  }

  /** The period that the words before speak of, or the headings above, or the release. */
  function toldOf(before: string, { section }: TextBlock, { period }: DocumentRecord): Period {
    const spans = [before, ...section.toReversed()].map((words) =>
      findPeriods(words, calendar).filter((one) => isDuration(one.period)),
    );
    return spans.find((found) => found.length > 0)?.at(-1)?.period ?? period;
  }

  function findingOf(line: number, told: Period, named: Period, meant: Period): Finding {
    const isRight = named === meant;
    const says = `Line ${line} says of the ${formatSpan(told)} that an amount is level with that of the ${formatSpan(named)}`;
    return textFinding(document, {
      rule: 'level-dates',
      verdict: isRight ? 'exact' : 'error',
      line,
      expected: formatSpan(meant),
      actual: formatSpan(named),
      message: isRight
        ? `${says}, which is as long.`
        : `${says}, which is not as long: meant is the ${formatSpan(meant)}.`,
    });
  }
};

const clauseBefore = (text: string, index: number): string =>
  text
    .slice(0, index)
    .split(/[,.;]\s|\b(?:while|and|but|as)\b/)
    .at(-1) ?? '';

/** The period as long as `told` that ends when `named` does, if both end on the same day of a year. */
function sameEnd(told: Period, named: Period): Period | undefined {
  const years = Number(endOf(named).slice(0, 4)) - Number(endOf(told).slice(0, 4));
  const meant = shift(told, 12 * years);
  const isAlike = endOf(meant) === endOf(named) && monthsIn(told) > 0 && startOf(told) !== '';
  return isAlike ? duration(startOf(meant) || endOf(meant), endOf(meant)) : undefined;
}

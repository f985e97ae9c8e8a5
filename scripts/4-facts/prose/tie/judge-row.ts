import type { Printed } from '../../../../src/model/fact.ts';
import type { Period } from '../../../../src/model/period.ts';
import type { Clause } from './clauses.ts';
import { type Explained, isRate, type TimedFigure } from './explain-by-row.ts';
import { countSignificant, type FactRow } from './fact-rows.ts';
import { isPartNamed, PER_SHARE, shareNamed } from './name-row.ts';
import { contentWords, variantOfFact, variantTold } from './row-words.ts';
import type { TiedText } from './tied-text.ts';
import { isSamePeriod } from './time-hint.ts';

/**
 * How sure a row is what a clause tells of. `joint`: the row has two of its numbers; `lone`: one amount of three digits
 * or more; `rate`: one printed percentage.
 */
export type Strength = 'joint' | 'lone' | 'rate';

export interface Candidate {
  readonly row: FactRow;
  readonly explained: readonly Explained[];
  readonly strength: Strength;
  /** Share of the label's words in the clause, 1 for the same measure under another name, more where it is named right before. */
  readonly words: number;
  /** How many of its statements are of the period that the text around speaks of. */
  readonly onTime: number;
}

/** The row as what a clause tells of, where its numbers and words are enough to say so. */
export function judgeRow(
  row: FactRow,
  explained: readonly Explained[],
  own: ReadonlyMap<number, TimedFigure>,
  clause: Clause,
  sentence: TiedText,
): Candidate | undefined {
  const region = claimedRegion(explained, own, clause, sentence.text);
  const text = sentence.text.slice(region.start, region.end);
  const fact = explained[0]?.fact;
  if (!fact || !isToldAlike(fact, text, sentence) || !isPartNamed(fact, text, sentence)) return undefined;
  const strength = judgeStrength(explained, own);
  const isNamed = explained.some(({ index }) => own.get(index)?.named?.id === fact.concept);
  if (!isNamed && explained.some(({ index }) => isOther(own.get(index), fact))) return undefined;
  const words = isNamed ? 1 : shareNamed(fact, text, sentence);
  const isEnough =
    strength === 'joint' ? words >= 1 / 2 : strength === 'lone' ? words >= 2 / 3 : strength && words >= 1;
  if (!strength || !isEnough) return undefined;
  const onTime = explained.filter(({ index, fact: { period } }) => isAround(own.get(index), period)).length;
  return { row, explained, strength, words: isNamed ? words + 1 : words, onTime };
}

/** The words before a figure name another measure than the row does. */
const isOther = (timed: TimedFigure | undefined, { label }: Printed): boolean =>
  [...contentWords(timed?.named?.label ?? '')].some((word) => !contentWords(label).has(word));

const isAround = (timed: TimedFigure | undefined, period: Period): boolean =>
  timed?.hint.around !== undefined && isSamePeriod(timed.hint.around, period);

/** From the last number of something else, or where the clause begins, to the next number. */
function claimedRegion(
  explained: readonly Explained[],
  own: ReadonlyMap<number, TimedFigure>,
  clause: Clause,
  text: string,
): Clause {
  const [first, last] = [explained[0]?.index ?? 0, explained.at(-1)?.index ?? 0];
  return {
    start: own.get(first - 1)?.figure.end ?? clause.start,
    end: endOfWords(text, own.get(last)?.figure.end ?? 0, own.get(last + 1)?.figure.start ?? clause.end),
  };
}

/** Words behind a number name it up to the next comma or conjunction. */
function endOfWords(text: string, from: number, until: number): number {
  const stop = text.slice(from, until).search(/,\s|;|\)\s|\b(?:and|or|but)\b/);
  return stop < 0 ? until : from + stop;
}

function judgeStrength(
  explained: readonly Explained[],
  own: ReadonlyMap<number, TimedFigure>,
): Strength | undefined {
  const amounts = explained.filter(({ how }) => how === 'amount');
  const columns = new Set(amounts.map(({ fact }) => fact.period));
  if (columns.size > 1 || (amounts.length > 0 && explained.length > amounts.length)) return 'joint';
  const rates = explained.filter(({ index }) => isRate((own.get(index) as TimedFigure).figure));
  if (rates.length > 0)
    return rates.every(({ index }) => own.get(index)?.role.name !== 'joined') ? 'rate' : undefined;
  if (amounts.some(({ fact }) => PER_SHARE.has(fact.concept))) return 'lone';
  const digits = amounts.map(({ index }) => countSignificant((own.get(index) as TimedFigure).figure));
  return Math.max(0, ...digits) >= FEWEST_DIGITS ? 'lone' : undefined;
}

const FEWEST_DIGITS = 3;

/** Adjusted figures are told with such a word, others without; aims are told as aims. */
function isToldAlike(fact: Printed, text: string, { isAimed }: TiedText): boolean {
  if ((fact.basis === 'target') !== isAimed) return false;
  const [told, printed] = [variantTold(text), variantOfFact(fact)];
  return told === printed || (ADJUSTED.has(told) && ADJUSTED.has(printed));
}

/** Two words for one thing. */
const ADJUSTED: ReadonlySet<string> = new Set(['adjusted', 'non-gaap']);

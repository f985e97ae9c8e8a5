import type { Printed } from '../../../../src/model/fact.ts';
import { contentWords, partWords, shareOfWords } from './row-words.ts';
import type { TiedText } from './tied-text.ts';

/** Whether words name the part of the business that a fact is of; the whole needs none. */
export function isPartNamed(fact: Printed, text: string, { around }: TiedText): boolean {
  const [words, before] = [contentWords(text), contentWords(around)];
  return partWords(fact).every((word) => words.has(word) || before.has(word));
}

/** How far words name a fact's measure: by the label's words, or by another name. */
export function shareNamed(fact: Printed, text: string, sentence: TiedText): number {
  const words = contentWords(text);
  const part = partWords(fact);
  const around = contentWords(sentence.around);
  const isNamed = namesIn(text, sentence).has(fact.concept) || isItsPerShare(fact, text, sentence) ? 1 : 0;
  const isLabelOfPart = [...contentWords(fact.label)].every((word) => part.includes(word));
  return isLabelOfPart && part.length > 0
    ? Math.max(isNamed, shareOfWords(fact.header.join(' '), words))
    : Math.max(isNamed, shareOfWords(fact.label, new Set([...words, ...(part.length > 0 ? around : [])])));
}

export const PER_SHARE: ReadonlySet<string> = new Set([
  'EarningsPerShareBasic',
  'EarningsPerShareDiluted',
  'EarningsPerShareBasicAndDiluted',
]);

/** `net income of $5 million, or $0.21 per share`: earnings per share go with the income told, and say what they are if they do. */
function isItsPerShare({ concept }: Printed, text: string, { text: sentence }: TiedText): boolean {
  if (!PER_SHARE.has(concept)) return false;
  if (!/\b(?:earnings|income|loss|profit|EPS)\b/i.test(sentence) || /\bdividends?\b/i.test(text))
    return false;
  const isDiluted = /\bdiluted\b/i.test(text);
  const isBasic = /\bbasic\b/i.test(text);
  return isDiluted === isBasic || !concept.endsWith(isDiluted ? 'Basic' : 'Diluted');
}

/** Ids of the measures that a text names, whatever kind of figure they are told with. */
function namesIn(text: string, { measures, enclosing }: TiedText): Set<string> {
  const ids = new Set<string>();
  for (const { start, end } of measures.namesIn(text))
    for (const needed of [undefined, 'percent', 'perShare'] as const) {
      const found = measures.find(text.slice(start, end), needed, enclosing);
      if (found) ids.add(found.id);
    }
  return ids;
}

import type { NumberToken } from './numbers.ts';

/** Words that may stand around the figures of a cell. */
const COMMON_WORDS =
  /^(?:up|down|approximately|approx|about|around|circa|roughly|ca|over|under|more|less|greater|fewer|than|at|least|most|above|below|exceed\w*|minimum|maximum|to|from|between|and|or|of|per|the|in|a|for|by|each|million|billion|thousand|trillion|hundred|crores?|lakhs?|mn|bn|mm|tn|times|bps|gbps|mbps|basis|points?|pp|ppts?|pts?|percent|percentage|cent|yoy|qoq|year|years|quarter|month|months|week|weeks|on|vs|versus|prior|previous|same|last|period|shares?|ads|adss|ordinary|common|yen|jpy|usd|eur|gbp|chf|sek|nok|dkk|cad|aud|cny|rmb|inr|hkd|sgd|euros?|dollars?|pence|cents?|pounds?|francs?|restated|unaudited|actual|forecast|target|result|increas\w*|decreas\w*|growth|declin\w*|higher|lower|range|low|mid|high|single|digit|not|applicable|meaningful|million\w*|first|second|third|fourth|half|h[12]|q[1-4]|fy|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;

const MOST_WORDS = 3;
const LONGEST = 200;

/**
 * Whether the numbers of a cell are what it states, and not part of a sentence, an address, a telephone number or an
 * identifier.
 */
export function isFigureText(text: string, tokens: readonly NumberToken[]): boolean {
  if (text.length > LONGEST) return false;
  if (!/[\p{L}@]|^\+?\(?0\d|\d \d|\d[-/]\d|:\d/u.test(text)) return true;
  if (isIdentifier(text)) return false;
  const before = unknownWords(text.slice(0, tokens[0]?.start ?? 0));
  const all = unknownWords(text);
  return all <= MOST_WORDS && (before === 0 || before === all);
}

/** No word of a text says what its numbers are of. */
export const namesNothing = (text: string): boolean => unknownWords(text) === 0;

const unknownWords = (text: string): number =>
  (text.toLowerCase().match(/\p{L}[\p{L}’']+/gu) ?? []).filter((word) => !COMMON_WORDS.test(word)).length;

/** Telephone and register numbers, times of day, addresses of the net. */
function isIdentifier(text: string): boolean {
  if (/@|https?:|www\.|\b[\w-]+\.(?:com|org|net|example|co\.\w\w)\b/i.test(text)) return true;
  if (
    /^\+?\(?0?\d{1,5}\)?(?:[ /-]\(?\d{1,5}\)?){1,5}$/.test(text) &&
    /^\+|^\(?0\d|[ /-]\d{1,2}$|[ /-]\d{4,}$|^\d{4,}[ -]/.test(text)
  )
    return true;
  return (
    /^0\d+$/.test(text) ||
    /\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m|hrs?\b|h\b|CE?S?T\b|GMT|BST|E[SD]?T\b|P[SD]?T\b|UTC)/i.test(text) ||
    /^\d{1,2}:\d{2}\b/.test(text)
  );
}

import { splitWhere } from './split-words.ts';
import type { PlacedWord } from './text-lines.ts';

/** Where a second head begins within a stretch: `Three Months Ended June 30, Six Months Ended June 30,`. */
const NEXT_HEAD =
  /(?<=\S )(?=(?:(?:Three|Six|Nine|Twelve|Thirteen|Sixteen|Twenty[- ](?:Six|Four)|Thirty[- ](?:Six|Nine)|Forty|Fifty[- ](?:Two|Three)|\d{1,2}) (?:Months?|Weeks?) Ended|(?:Fiscal )?(?:Years?|Quarters?) Ended|As (?:of|at))\b)/giu;
const WHOLE_HEAD = /\bended\b|\d{4}/i;

/** Years or days with a single space between them. */
const TIMES_IN_A_ROW =
  /^(?:(?:FY)?(?:19|20)\d{2})(?: (?:FY)?(?:19|20)\d{2})+$|^(?:\p{L}+\.? \d{1,2}, \d{4})(?: \p{L}+\.? \d{1,2}, \d{4})+$/u;

/** Days whose years stand below them. */
const DAYS_IN_A_ROW = /^\p{Lu}\p{L}+\.? \d{1,2},(?: \p{Lu}\p{L}+\.? \d{1,2},)+$/u;

/** Parts times that stand in a row. */
export function splitAtTimes(words: readonly PlacedWord[]): PlacedWord[][] {
  const text = words.map((word) => word.text).join(' ');
  const ends = TIMES_IN_A_ROW.test(text) ? /(?<=\d{4} )/g : DAYS_IN_A_ROW.test(text) ? /(?<=, )/g : undefined;
  const starts = ends
    ? [...text.matchAll(ends)].map(({ index }) => index)
    : [...text.matchAll(NEXT_HEAD)].flatMap(({ index }) =>
        WHOLE_HEAD.test(text.slice(0, index)) ? [index] : [],
      );
  const begins = new Set<PlacedWord>();
  let at = 0;
  for (const word of words) {
    if (starts.includes(at)) begins.add(word);
    at += word.text.length + 1;
  }
  return splitWhere(words, (_, word) => begins.has(word));
}

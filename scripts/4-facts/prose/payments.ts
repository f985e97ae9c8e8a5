/** Which payment of a year's dividends words name: `the year-end dividend`, `for the interim period`. */
const WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:interim|half-year|mid-year|first[- ]half|2Q-end|second[- ]quarter)\b/i, '2Q-end'],
  [/\b(?:(?:fiscal )?year-end|final|4Q-end|fourth[- ]quarter)\b/i, 'Year-end'],
  [/\b(?:1Q-end|first[- ]quarter)\b/i, '1Q-end'],
  [/\b(?:3Q-end|third[- ]quarter)\b/i, '3Q-end'],
];

/** The payment that is named last in words before a number, or first in those behind it. */
export function paymentIn(before: string, behind: string): string | undefined {
  const after = firstIn(behind.slice(0, 80).split(/[,;.)]|\band\b/)[0] ?? '');
  if (after) return after;
  if (OF_YEAR.test(before)) return undefined;
  const found = WORDINGS.map(([pattern, payment]) => ({ payment, at: before.search(pattern) })).filter(
    ({ at }) => at >= 0,
  );
  return found.sort((a, b) => b.at - a.at)[0]?.payment;
}

/** `making the annual dividend …`: the sum of the payments named before it. */
const OF_YEAR =
  /\b(?:annual|full-year|total) (?:cash )?dividends?\b(?:\s(?:per share|of|to|at|for the (?:fiscal )?year))*\s*$/i;

const firstIn = (text: string): string | undefined => WORDINGS.find(([pattern]) => pattern.test(text))?.[1];

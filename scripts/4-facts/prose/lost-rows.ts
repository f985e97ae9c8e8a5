import type { NumberToken } from '../../grammar/numbers.ts';

/** So many numbers side by side make no sentence. */
const FEWEST = 3;
const FEWEST_BETWEEN_BARS = 2;

/** Source of a pattern: words that sentences and headlines have, and no label. */
const TOLD =
  'is|are|was|were|be|been|has|have|had|will|would|up|down|increase[ds]?|decrease[ds]?|rose|fell|grew|approximately|about|compared|versus|vs';

/** Words that sentences, headlines and bullets join numbers with. */
const JOINS = new RegExp(
  `\\b(?:${TOLD}|total(?:ed|ing)?|of|to|from|by|in|on|for|with|over|than|and|or|including|net of|less|through|between)\\b`,
  'i',
);

/**
 * Whether a text is a row of a table that lost its columns, or several: numbers side by side that no word joins, or by
 * themselves. Nobody can tell which number is of which column. `numbers` are those that may state something.
 */
export function isLostRow(text: string, lines: readonly string[], numbers: readonly NumberToken[]): boolean {
  if (numbers.length === 0) return false;
  if (!/\p{L}/u.test(text)) return true;
  if (lines.filter((line) => /\d/.test(line) && !/\p{L}/u.test(line)).length > 1) return true;
  if (isRunTogether(text, numbers) || isBarred(text) || isPairAtEnd(text, numbers)) return true;
  const apart = numbers.filter(({ end }) => /^[pcx]?\s*(?:[-–—($€£¥\d|]|$)/.test(text.slice(end, end + 8)));
  return (
    apart.length >= FEWEST && lines.every((line) => !isOfNumbers(line) || !JOINS.test(behindLabel(line)))
  );
}

/** A label may hold any word: `Earnings per share – basic and diluted 16.2p (0.2)p 16.4p`. */
const behindLabel = (line: string): string =>
  withoutDates(TELLS.test(line) ? line : line.replace(/^[^\d]*(?<![\p{L}\d])(?=\p{Sc}?\d)/u, ''));

/** `Reserve return rate 4.2% (96bps)`: a label and two numbers, which nothing says are one told twice. */
function isPairAtEnd(text: string, numbers: readonly NumberToken[]): boolean {
  const [first, second] = numbers.slice(-2);
  return (
    first !== undefined &&
    second !== undefined &&
    numbers.length === 2 &&
    text.length <= LONGEST_ROW &&
    /^\s*[(\p{Sc}]?\s*$/u.test(text.slice(first.end, second.start)) &&
    /^\s*(?:bps|bp|pp|pts)?\)?$/i.test(text.slice(second.end)) &&
    !/[:;]/.test(text) &&
    !TELLS.test(text)
  );
}

const LONGEST_ROW = 120;
const TELLS = new RegExp(`\\b(?:${TOLD}|total(?:ed|ing)|declin\\w+)\\b`, 'i');

/** `Purchases of securities | (44,616) | (43,949)`: numbers in cells of their own, whatever words the label holds. */
const isBarred = (text: string): boolean =>
  text
    .split(/\s\|(?:\s|$)/)
    .slice(1)
    .filter((cell) => /\d/.test(cell) && !/\p{L}{2}/u.test(cell)).length >= FEWEST_BETWEEN_BARS;

/**
 * `Inventories 2,428 1,433 Current assets 7,935 7,886 …`: a statement whose lines ran into one, whatever words its labels
 * hold. No sentence puts numbers side by side so often; `67 (66)` is a number and the one before it, `50 - 52` a range,
 * `$67 $(66)` neither.
 */
export function isRunTogether(text: string, numbers: readonly NumberToken[]): boolean {
  const pairs = numbers.filter((first, i) => {
    const second = numbers[i + 1];
    return (
      second !== undefined &&
      (first.parenthesised === second.parenthesised || /^\p{Sc}/u.test(second.raw)) &&
      !/^[-–—]/.test(second.raw) &&
      /^\s+(?:\p{Sc}\s*)?$/u.test(text.slice(first.end, second.start))
    );
  });
  return pairs.length >= FEWEST
    ? pairs.length * 3 >= numbers.length
    : pairs.length > 1 && pairs.length * 2 === numbers.length;
}

const isOfNumbers = (line: string): boolean => (line.match(/\d[\d.,]*/g)?.length ?? 0) > 1;

/** `For the year ended March 31, 2025` heads a row. */
const withoutDates = (line: string): string =>
  line.replace(
    /\b(?:as of|as at|at|for|in|ended|ending) (?:the )?(?=[A-Z][a-z]+ \d|\d{4}\b|fiscal|year|quarter)/gi,
    ' ',
  );

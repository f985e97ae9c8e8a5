import { columnAt } from '../../grammar/numbers.ts';
import type { TextCheck } from './text-finding.ts';

interface Spelling {
  readonly line: number;
  readonly column: number;
  readonly lines: Set<number>;
}

/**
 * The issuer is called by its name. A word made of the letters of its short name that is one letter away from it is a
 * slip; each spelling is one row for the document, at its first place.
 */
export const names: TextCheck = {
  rule: 'name',
  *compare(document, { issuerNames }) {
    const short = issuerNames.find((name) => /^[A-Z]{3,6}$/.test(name));
    if (!short) return;
    const slips = new Map<string, Spelling>();
    const word = new RegExp(
      `(?<![\\p{L}\\p{N}:])[${[...new Set(short)].join('')}]{2,7}(?![\\p{L}\\p{N}])`,
      'giu',
    );
    for (const [index, text] of document.lines.entries()) {
      for (const match of text.matchAll(word)) {
        const found = match[0];
        if (isListing(text, match.index)) continue;
        if (!isNear(found, short) || (found !== found.toUpperCase() && !isInAddress(text, match.index)))
          continue;
        const slip = slips.get(found) ?? {
          line: index + 1,
          column: columnAt(text, match.index),
          lines: new Set(),
        };
        slip.lines.add(index + 1);
        slips.set(found, slip);
      }
    }
    for (const [found, { line, column, lines }] of slips) {
      const expected = found === found.toUpperCase() ? short : short.toLowerCase();
      const where =
        lines.size === 1 ? `in line ${line}` : `in ${lines.size} lines (${[...lines].join(', ')})`;
      const message = `The issuer is called "${found}" ${where}; elsewhere the text calls it "${expected}".`;
      yield {
        line,
        column,
        expected,
        actual: found,
        message,
      };
    }
  },
  example: {
    text: `NVVK leases its halls. NVK sells pumps. NVK also mends them.`,
    finds: 'The issuer is called "NVVK" in line 9; elsewhere the text calls it "NVK".',
  },
};

/** One letter left out, put in or taken for another. */
function isNear(word: string, name: string): boolean {
  const [a, b] = [word.toUpperCase(), name.toUpperCase()];
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** What an exchange calls the share: `NASDAQ: IIJI`. */
const isListing = (text: string, index: number): boolean =>
  /\b(?:[A-Z]{2,8}\d?|Nasdaq|Euronext|Xetra)\s?:\s*$/.test(text.slice(Math.max(0, index - 16), index));

/** A part of a host name: behind a dot or an at sign and before a dot. */
const isInAddress = (text: string, index: number): boolean => /[.@/]/.test(text.charAt(index - 1));

import { decodeHtml } from '../../../scripts/1-read/html/decode-html.ts';
import { textIn } from '../../../scripts/1-read/html/page.ts';
import { parseTree } from '../../../scripts/1-read/html/parse-tree.ts';
import { readHtml } from '../../../scripts/1-read/html/read-html.ts';
import type { RawDocument } from '../../../scripts/1-read/raw-document.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const readPage = (text: string): RawDocument => readHtml({ file: 'page.htm', bytes: bytesOf(text) });

/** How often each digit stands in what a page holds, and in what was read of it or set apart; the two must be one. */
export function digitsOf(bytes: Uint8Array): { readonly page: string; readonly read: string } {
  const parsed = parseTree(decodeHtml(bytes));
  if ('found' in parsed) throw new Error(parsed.found);
  const { lines, leftOut = [] } = readHtml({ file: 'page.htm', bytes });
  return {
    page: countDigits(textIn(parsed.tree)),
    read: countDigits([...lines, ...leftOut.map(({ text }) => text)].join('\n')),
  };
}

/** How often each digit stands in a text, in whatever script. */
export function countDigits(text: string): string {
  const digits = text.normalize('NFKC').match(/\d/g) ?? [];
  return [...'0123456789']
    .map((digit) => `${digit}×${digits.filter((one) => one === digit).length}`)
    .join(' ');
}

/** Literal stretches of the reading text that the source has not at their place, and digits that have no place. */
export function misplaced(bytes: Uint8Array): string[] {
  const source = decodeHtml(bytes)
    .split('\n')
    .map((line) => [...line]);
  const { lines, places = [] } = readHtml({ file: 'page.htm', bytes });
  return lines.flatMap((line, i) => {
    const runs = places[i] ?? [];
    const wrong = runs.flatMap(({ start, end, place, isLiteral }) => {
      if (!isLiteral || place.kind !== 'text') return [];
      const read = line.slice(start, end);
      const stands =
        source[place.line - 1]?.slice(place.column - 1, place.column - 1 + [...read].length).join('') ?? '';
      return plain(read) === plain(stands) ? [] : [`${i + 1}: ${read} is not ${stands}`];
    });
    const digits = [...line.matchAll(/\d/g)].filter(
      ({ index }) => !runs.some(({ start, end }) => start <= index && index < end),
    );
    return [...wrong, ...digits.map(({ index }) => `${i + 1}:${index}: no place`)];
  });
}

/** Raised marks are read as characters that are raised, blanks as plain ones. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, ' ').toLowerCase();

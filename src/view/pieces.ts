import type { Printed } from '../model/fact.ts';

/** A stretch of a document's text: words, a number that is a fact, or an address that may be followed. */
export type TextPiece =
  | string
  | { readonly kind: 'fact'; readonly fact: Printed; readonly text: string }
  | { readonly kind: 'address'; readonly href: string; readonly text: string };

/** The text of a table's cell or label with its facts marked, each found by its printed number, in order. */
export function cellPieces(text: string, facts: readonly Printed[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const fact of facts) {
    const at = text.indexOf(fact.raw, from);
    if (at < 0 || fact.raw === '') continue;
    pieces.push(text.slice(from, at), { kind: 'fact', fact, text: fact.raw });
    from = at + fact.raw.length;
  }
  pieces.push(text.slice(from));
  return pieces.filter((piece) => piece !== '');
}

/** True for a cell that holds words and no figure; `n.m.` or `N/A` stands in place of one. */
export const isWords = (pieces: readonly (string | { readonly kind: string })[]): boolean =>
  pieces.some((piece) => typeof piece === 'string' && /\p{L}/u.test(piece) && !INSTEAD.test(piece)) &&
  pieces.every((piece) => typeof piece === 'string' || piece.kind === 'footnote');

/** Whether words stand behind the last figure of a cell: `12.5 pts`. */
export const endsInWords = (pieces: readonly (string | { readonly kind: string })[]): boolean => {
  const last = pieces.at(-1);
  return typeof last === 'string' && /\p{L}/u.test(last);
};

const INSTEAD = /^\s*(?:n\.? ?[mac]\.?|n\/[am]|nil|nm[fq]?|tbd|-+|–|—)\s*$/i;

/** One character of a line as a reader sees it, and the 1-based column it came from. */
interface Glyph {
  readonly char: string;
  readonly column: number;
}

const ESCAPABLE = /[!-/:-@[-`{-~]/;
const ADDRESSES = /<((?:https?:\/\/|mailto:)[^\s<>"']+)>|((?:https?:\/\/|mailto:)[^\s<>"']+)/g;

/**
 * One line of prose: Markdown escapes and strong emphasis are taken off, facts marked where their columns say,
 * plain web and mail addresses made into links. Whatever else looks like markup stays text.
 */
export function linePieces(line: string, facts: readonly Printed[]): TextPiece[] {
  const glyphs = splitGlyphs(line);
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const fact of facts) {
    const length = [...fact.raw].length;
    const at = glyphs.findIndex(({ column }, index) => index >= from && column >= fact.column);
    if (at < 0 || length === 0 || joinGlyphs(glyphs.slice(at, at + length)) !== fact.raw) continue;
    pieces.push(...withAddresses(joinGlyphs(glyphs.slice(from, at))), { kind: 'fact', fact, text: fact.raw });
    from = at + length;
  }
  pieces.push(...withAddresses(joinGlyphs(glyphs.slice(from))));
  return pieces.filter((piece) => piece !== '');
}

function splitGlyphs(line: string): Glyph[] {
  const chars = [...line];
  const glyphs: Glyph[] = [];
  for (let i = 0; i < chars.length; i++) {
    const [char = '', next = ''] = [chars[i], chars[i + 1]];
    if (char === '\\' && ESCAPABLE.test(next)) glyphs.push({ char: next, column: ++i + 1 });
    else if (char === '*' && next === '*') i++;
    else glyphs.push({ char, column: i + 1 });
  }
  return glyphs;
}

function withAddresses(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: whole, 1: bracketed, 2: bare = '', index } of text.matchAll(ADDRESSES)) {
    const href = bracketed ?? bare.replace(/[).,;:!?\]]+$/, '');
    pieces.push(text.slice(from, index), { kind: 'address', href, text: href.replace(/^mailto:/, '') });
    from = index + (bracketed === undefined ? href.length : whole.length);
  }
  return [...pieces, text.slice(from)];
}

const joinGlyphs = (glyphs: readonly Glyph[]): string => glyphs.map(({ char }) => char).join('');

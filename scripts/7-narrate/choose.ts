import type { HighlightKind } from '../../src/model/highlight.ts';
import type { Draft } from './sentence.ts';

/** Highlights that a page has at most. */
const MOST = 8;
/** Those that may stand twice on a page. */
const TWICE: ReadonlySet<HighlightKind> = new Set(['turn', 'measures']);
/** What closes a page, in this order: what lies ahead, then what is wrong with the figures. */
const CLOSING: readonly HighlightKind[] = ['outlook', 'correction'];

/** What matters most, of each kind one or two, no two that begin alike; the outlook comes last. */
export function choose(drafts: readonly Draft[]): Draft[] {
  const chosen: Draft[] = [];
  for (const draft of [...drafts].sort((a, b) => b.weight - a.weight)) {
    const alike = chosen.filter(({ kind }) => kind === draft.kind).length;
    if (chosen.length === MOST || alike >= (TWICE.has(draft.kind) ? 2 : 1)) continue;
    if (!chosen.some((other) => beginsLike(other, draft))) chosen.push(draft);
  }
  return chosen.sort((a, b) => closingPlace(a) - closingPlace(b) || b.weight - a.weight);
}

const closingPlace = ({ kind }: Draft): number => CLOSING.indexOf(kind);

/** Titles with one first pair of words, or sentences with one, read as a list. */
const beginsLike = (a: Draft, b: Draft): boolean =>
  firstWords(a.title) === firstWords(b.title) || firstWords(openingWords(a)) === firstWords(openingWords(b));

const openingWords = ({ words }: Draft): string =>
  words.map((word) => (typeof word === 'string' ? word : `${word.currency}#`)).join('');

const firstWords = (text: string): string => text.split(/\s+/).slice(0, 2).join(' ').toLowerCase();

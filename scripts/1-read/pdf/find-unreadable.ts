import { areMost } from '../../../src/model/majority.ts';
import type { Complaint } from '../../../src/model/problem.ts';
import * as complaints from './complaints.ts';
import type { PageContent } from './page-content.ts';
import { UNKNOWN } from './unknown-glyphs.ts';

/** Fewer characters than this are a stamp on a picture, not a release. */
const FEWEST_CHARACTERS = 40;

/** So large a share of characters that no font tells makes the rest doubtful. */
const MOST_UNKNOWN = 0.2;

/** Share of the letters that are common, in any language of Latin letters, and of a text with shifted ones. */
const COMMON = /[eatoinsr]/gi;
const LEAST_COMMON = 0.45;

/** Fewer letters or words than this tell nothing. */
const ENOUGH_LETTERS = 300;

/** Whether a file has no text, or one whose fonts do not tell its characters, so that none may be taken for a digit. */
export function findUnreadable(pages: readonly PageContent[]): Complaint | undefined {
  const text = pages.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join(' ');
  const characters = text.replace(/\s/g, '');
  if (characters.length < FEWEST_CHARACTERS) return complaints.noTextLayer(pages.length);
  const unknown = countMatches(characters, new RegExp(UNKNOWN, 'g'));
  return unknown > MOST_UNKNOWN * characters.length || !isLanguage(text) ? complaints.nonsense : undefined;
}

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Judged by its letters, and by the share of its words that are words or figures. */
function isLanguage(text: string): boolean {
  const letters = countMatches(text, /\p{Script=Latin}/gu);
  const others = countMatches(text, /\p{L}/gu) - letters;
  if (others > letters) return true;
  if (letters > ENOUGH_LETTERS && countMatches(text, COMMON) < LEAST_COMMON * letters) return false;
  const words = text.split(/\s+/).filter(({ length }) => length > 2);
  return words.length < ENOUGH_LETTERS / 3 || areMost(words, (word) => PLAIN_WORD.test(word));
}

const PLAIN_WORD =
  /^["'“‘([]*(?:[\p{L}\p{M}]+(?:[-'’/&.][\p{L}\p{M}]+)*|[\p{Sc}(−–-]*\d[\d.,]*)[\p{P}\p{Sc}]*$/u;

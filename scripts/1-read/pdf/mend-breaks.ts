import { spacedWords } from './line-cells.ts';
import type { PlacedWord } from './text-lines.ts';

/** A word as it stands in the reading text. */
export interface ReadWord {
  readonly text: string;
  readonly word: PlacedWord;
  readonly isSpaced: boolean;
}

/** How often a document has each of its words, lower case, by which hyphens at line ends are told from those of compounds. */
export type Vocabulary = ReadonlyMap<string, number>;

export function countWords(words: Iterable<PlacedWord>): Vocabulary {
  const counts = new Map<string, number>();
  for (const { text } of words) {
    if (/[-\u00ad‐]$/u.test(text)) continue;
    const word = bare(text);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const bare = (text: string): string => text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** The words of a paragraph or cell with their spaces; words that break at the end of a line are made whole. */
export function mendBreaks(words: readonly PlacedWord[], vocabulary: Vocabulary): ReadWord[] {
  const read: ReadWord[] = [];
  for (const { word, isSpaced } of spacedWords(words)) {
    const before = read.at(-1);
    const isBroken =
      before &&
      isLower(before.word, word) &&
      /[\p{L}\p{N}][-\u00ad‐]$/u.test(before.text) &&
      /^\p{L}/u.test(word.text);
    if (!isBroken || !before) {
      read.push({ text: withoutSoftHyphens(word.text), word, isSpaced });
      continue;
    }
    if (!keepsHyphen(before.text, word.text, vocabulary))
      read[read.length - 1] = { ...before, text: before.text.slice(0, -1) };
    read.push({ text: withoutSoftHyphens(word.text), word, isSpaced: false });
  }
  return read;
}

const isLower = (above: PlacedWord, word: PlacedWord): boolean =>
  word.box[1] > above.box[1] + 0.5 * above.size;

/** A soft hyphen at a word's end says that it breaks there; elsewhere it is not seen. */
const withoutSoftHyphens = (text: string): string => text.replace(/\u00ad(?=.)/gu, '');

function keepsHyphen(before: string, after: string, vocabulary: Vocabulary): boolean {
  if (before.endsWith('\u00ad')) return false;
  if (/^\p{Lu}/u.test(after)) return true;
  const [start, end] = [bare(before), bare(after)];
  if (vocabulary.has(`${start}${end}`)) return false;
  if (vocabulary.has(`${start}-${end}`) || /\p{N}$/u.test(start)) return true;
  return vocabulary.has(start) && (vocabulary.get(end) ?? 0) > 1;
}

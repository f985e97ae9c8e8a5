import type { PlacedWord } from './text-lines.ts';

/** Words parted where two neighbours are. */
export function splitWhere(
  words: readonly PlacedWord[],
  isSplit: (before: PlacedWord, word: PlacedWord) => boolean,
): PlacedWord[][] {
  const parts: PlacedWord[][] = [];
  words.forEach((word, i) => {
    const before = words[i - 1];
    const last = parts.at(-1);
    if (!last || !before || isSplit(before, word)) parts.push([word]);
    else last.push(word);
  });
  return parts;
}

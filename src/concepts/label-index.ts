import { countEdits } from '../model/count-edits.ts';
import { remember } from '../model/remember.ts';

const SHORTEST_NEAR = 12;
const FARTHEST = 2;

/** Finds what a folded label stands for: as spelled, or with a slip of the pen. */
export class LabelIndex<T> {
  readonly #byText = new Map<string, T[]>();
  readonly #byTrait = new Map<string, (readonly string[])[]>();
  readonly #words = new Set<string>();

  add(text: string, entry: T): void {
    const entries = this.#byText.get(text);
    if (entries) {
      entries.push(entry);
      return;
    }
    this.#byText.set(text, [entry]);
    const words = text.split(' ');
    for (const trait of labelTraits(words)) {
      const alike = this.#byTrait.get(trait);
      if (alike) alike.push(words);
      else this.#byTrait.set(trait, [words]);
    }
    for (const word of words) this.#words.add(word);
  }

  exact(text: string): readonly T[] {
    return this.#byText.get(text) ?? [];
  }

  /** What labels with one misspelt word, or a space too many or too few, stand for. Known words are not slips. */
  readonly near: (text: string) => readonly T[] = remember((text) => this.#near(text));

  #near(text: string): readonly T[] {
    if (text.length < SHORTEST_NEAR) return [];
    const words = text.split(' ');
    const alike = new Set(labelTraits(words).flatMap((trait) => this.#byTrait.get(trait) ?? []));
    return [...alike]
      .filter((other) => this.#isSlip(words, other))
      .flatMap((other) => this.exact(other.join(' ')));
  }

  #isSlip(words: readonly string[], others: readonly string[]): boolean {
    if (words.length !== others.length) return words.join('') === others.join('');
    let slips = 0;
    for (const [i, word] of words.entries()) {
      const other = others[i] ?? '';
      if (word === other) continue;
      slips++;
      if (slips > 1 || this.#words.has(word) || !isMisspelt(word, other)) return false;
    }
    return slips === 1;
  }
}

/**
 * What a label shares with each of its slips, at least one of these: its first word, its last word or, of a single
 * word, the first letter; and all its letters where only a space slipped.
 */
const labelTraits = (words: readonly string[]): string[] =>
  words.length === 1
    ? [`${words[0]?.[0]}…`, words.join('')]
    : [`${words.length} ${words[0]}…`, `${words.length} …${words.at(-1)}`, words.join('')];

/**
 * Words may have one letter wrong, missing or too many, long ones two in the wrong order: with more, `transition` would be
 * a `transaction`. Numbers and the first letter must be right.
 */
function isMisspelt(word: string, other: string): boolean {
  if (word.length < 5 || word[0] !== other[0] || /\d/.test(word + other)) return false;
  const edits = countEdits(word, other);
  return edits <= 1 || (edits <= FARTHEST && other.length >= 8 && lettersApart(word, other) <= 1);
}

/** How many letters one word has more often than the other. */
function lettersApart(word: string, other: string): number {
  const left = [...other];
  const own = [...word].filter((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return own.length + left.length;
}

import { foldWords } from '../../../../src/concepts/fold-label.ts';
import { readTelling } from '../../../../src/concepts/vocabulary.ts';
import { type Printed, parseDimensions } from '../../../../src/model/fact.ts';
import { remember } from '../../../../src/model/remember.ts';

/** Words that labels and sentences put in or leave out at will. */
const WITHOUT_MEANING = new Set(
  'of for from in on to under at by with a an its our their total net as per or is was were attributable common stock share shareholder consolidated company group gaap'.split(
    ' ',
  ),
);

/** The words of a text that tell what is measured, in the singular. */
export const contentWords: (text: string) => ReadonlySet<string> = remember(
  (text) => new Set(foldWords(text).filter((word) => !WITHOUT_MEANING.has(word) && /\p{L}/u.test(word))),
);

/** All words but those that join others, where a label has no word of its own: `Total`, `Net`. */
const labelWords: (label: string) => readonly string[] = remember((label) => {
  const plain = label.replace(/\([^()]*\)/g, ' ');
  return [...contentWords(readTelling(plain)?.rest ?? plain)];
});

/** Share of a label's words that a text holds; 0 where the label has none. */
export function shareOfWords(label: string, words: ReadonlySet<string>): number {
  const own = labelWords(label);
  return own.length === 0 ? 0 : own.filter((word) => words.has(word)).length / own.length;
}

const LONGEST_TEXT = 300;

/** In which other way than the accounts' a text tells a measure: `adjusted`, `organic`; empty for theirs. */
export const variantTold = (text: string): string =>
  readTelling(text.slice(-LONGEST_TEXT))?.dimensions['variant'] ?? '';

/** The same of a fact: by its dimension, else by its label and heads. */
export const variantOfFact = ({ label, header, dimensions }: Printed): string =>
  parseDimensions(dimensions)['variant'] ?? (variantTold(label) || variantTold(header.join(' ')));

const MEMBER_AXES = ['segment', 'product', 'region'] as const;

/** The words of the part of the business that a fact is of, empty for the whole. */
export function partWords({ dimensions }: Printed): readonly string[] {
  const parts = parseDimensions(dimensions);
  return MEMBER_AXES.flatMap((axis) => parts[axis]?.split('-') ?? []).filter(
    (word) => !WITHOUT_MEANING.has(word),
  );
}

import { concepts } from '../concepts/index.ts';
import type { DocumentRecord } from '../model/document.ts';
import { upperFirst } from '../model/format.ts';

/** How often a document writes a word in each way; capitals and names count in sentences only. */
interface Spellings {
  readonly small: number;
  readonly titled: number;
  readonly shouted: number;
}

/** Words that measures and tables are called by are no names. */
const MEASURED = new Set([
  ...concepts.flatMap(({ label }) => label.match(/(?<!\p{L})\p{Ll}[\p{Ll}’']*/gu) ?? []),
  ...concepts.flatMap(({ label }) => /^\p{Lu}\p{Ll}+(?!\p{L})/u.exec(label)?.[0].toLowerCase() ?? []),
  ...'breakdown condensed consolidated data highlights information ratios results statement statements summary'.split(
    ' ',
  ),
]);

const known = new WeakMap<DocumentRecord, ReadonlyMap<string, Spellings>>();

/** `SG&A` is one; the A of a note in brackets is none. */
const WORD = /(?<!\()\p{L}(?:[\p{L}’']|&(?=\p{Lu}))*|(?<=\()\p{L}[\p{L}’']+/gu;
/** A month and the day that follows it: `May 26`. */
const MONTH = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*\.? \d/iu;
/** Letters of a word alone that may be an abbreviation: `OEM`. */
const LONGEST_ABBREVIATION = 4;

/**
 * A label in sentence case: the first word large, each other one small if measures are called so or the document itself
 * mostly writes it small, so that names and abbreviations stay as they are.
 */
export function sentenceCase(label: string, document: DocumentRecord): string {
  const spellings = known.get(document) ?? countSpellings(document);
  known.set(document, spellings);
  const words = label.match(WORD) ?? [];
  const isShoutedLabel = isAllShouted(words);
  let index = -1;
  return label.replace(WORD, (word, at: number) => {
    index += 1;
    const [before = '', after = ''] = [words[index - 1], words[index + 1]];
    const pairs = [`${before} ${word}`, `${word} ${after}`];
    const isName = MONTH.test(label.slice(at)) || pairs.some((pair) => isMostlyTitled(pair, spellings));
    if (isName) return isShouted(word) ? upperFirst(word.toLowerCase()) : word;
    if (word === 'A' && after === '') return word;
    const chosen = chooseSpelling(word, spellings.get(foldWord(word)), isShoutedLabel);
    return at === 0 || (index === 0 && !isSmall(word)) ? upperFirst(chosen) : chosen;
  });
}

/** In sentence case if all of it is in capitals; a heading that is not stays as it was released. */
export const withoutCapitals = (heading: string, document: DocumentRecord): string =>
  isAllShouted(heading.match(WORD) ?? []) ? sentenceCase(heading, document) : heading;

/** Two words that sentences write large side by side are a name, whatever either is alone: `Internet Initiative`. */
const isMostlyTitled = (pair: string, spellings: ReadonlyMap<string, Spellings>): boolean => {
  const { small, titled } = spellings.get(foldWord(pair)) ?? NEVER;
  return titled > small;
};

function chooseSpelling(word: string, seen = NEVER, isShoutedLabel: boolean): string {
  const lower = word.toLowerCase();
  if (isTitled(word) || word === 'A') {
    return MEASURED.has(lower) || seen.small > seen.titled ? lower : word;
  }
  if (!isShouted(word)) return word;
  if (MEASURED.has(lower)) return lower;
  if (!isShoutedLabel || seen.shouted > Math.max(seen.small, seen.titled)) return word;
  return seen.titled > seen.small ? upperFirst(lower) : lower;
}

const NEVER: Spellings = { small: 0, titled: 0, shouted: 0 };

const isTitled = (word: string): boolean => /^\p{Lu}[\p{Ll}’']+$/u.test(word);
const isShouted = (word: string): boolean => word.length > 1 && word === word.toUpperCase();
const isSmall = (word: string): boolean => /^\p{Ll}/u.test(word);

/** All in capitals, which then say nothing of its words; a short word alone may be an abbreviation. */
function isAllShouted(words: readonly string[]): boolean {
  const told = words.filter((word) => !JOINT.test(word));
  return (
    told.every((word) => word === word.toUpperCase()) &&
    (told.length > 1 || (told[0]?.length ?? 0) > LONGEST_ABBREVIATION)
  );
}

/** Small words between capitals: `INCOME and LOSS`. */
const JOINT = /^(?:and|or|of|the|for|in|to|by|on|with|from|a|an)$/;

/** Plurals of abbreviations count too: `ADSs`. */
const foldWord = (word: string): string => word.replace(PLURAL, '').toLowerCase();
const PLURAL = /(?<=\p{Lu}{2})s$/u;

function countSpellings({ lines }: DocumentRecord): ReadonlyMap<string, Spellings> {
  const counts = new Map<string, Spellings>();
  const count = (word: string, way: keyof Spellings) => {
    const seen = counts.get(foldWord(word)) ?? NEVER;
    counts.set(foldWord(word), { ...seen, [way]: seen[way] + 1 });
  };
  for (const line of lines) {
    const words = line.match(WORD) ?? [];
    const isSentence = 2 * words.filter(isSmall).length > words.length;
    words.forEach((word, index) => {
      const before = words[index - 1] ?? '';
      if (isSmall(word)) count(word, 'small');
      else if (isSentence && isShouted(word.replace(PLURAL, ''))) count(word, 'shouted');
      else if (isSentence && index > 0 && isTitled(word)) count(word, 'titled');
      if (isSmall(word)) count(`${before} ${word}`, 'small');
      else if (isSentence && isTitled(before) && isTitled(word)) count(`${before} ${word}`, 'titled');
    });
  }
  return counts;
}

import { foldLabel, singular } from '../../../src/concepts/fold-label.ts';
import { concepts, sectionById } from '../../../src/concepts/index.ts';
import type { ConceptKind } from '../../../src/model/concept.ts';
import { remember } from '../../../src/model/remember.ts';

/** A wording of the vocabulary, with what it can be meant for. */
export interface Alias {
  readonly text: string;
  readonly kind: ConceptKind;
  /** Ids of what has to enclose it, null where it holds everywhere. */
  readonly within: readonly string[] | null;
}

/** Whether an alias can hold among what encloses a text. */
export const holdsWithin = ({ within }: Alias, enclosing: readonly string[]): boolean =>
  within === null ||
  enclosing.some((id) => within.includes(id) || within.includes(sectionById.get(id)?.total ?? id));

/** Where words stand that may name a measure. Offsets are UTF-16. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly next: Map<string, Node>;
  isName: boolean;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST_NAME = 24;
/** Those to whom income belongs, where they are not called by the issuer's name. */
const OWNERS = [
  'owners of parent',
  'owners of company',
  'equity holders of parent',
  'equity holders of company',
  'shareholders of parent',
  'shareholders of company',
  'shareholders',
  'shareholders of {issuer}',
  'owners of {issuer}',
  'company',
  'common shareholders',
];
const WORD = /\{issuer\}|[\p{L}\p{N}%]+(?:['’]\p{L}*)?|&/gu;
/** Words that phrases put in or leave out at will. */
const WITHOUT_MEANING = /\b(?:of|for|from|in|on|to|under|at|by|with|a|an|its|our|their|number)s?\b/g;
const wordsOfNames = new Set<string>();
/** Whether names of measures hold a word: a company called after one is not named by it alone. */
export const isWordOfNames = (word: string): boolean => wordsOfNames.has(singular(word.toLowerCase()));
const newNode = (): Node => ({ next: new Map(), isName: false });
const root = newNode();
/** Aliases by their words without order and prepositions: `gross margin of SI` and `SI gross margin` are one. */
const bags = new Map<string, Alias[]>();

/** The alias as it stands, without what stands in parentheses, and with words of the opposite sense. */
function spellAlias(alias: string): Set<string> {
  const plain = alias.replace(/\s*\([^)]*\)/g, '');
  const spellings = new Set([alias, plain]);
  for (const text of [...spellings]) {
    spellings.add(text.replace(/\b(?:income|profit|earnings|gain|margin)\b/, 'loss'));
    spellings.add(text.replace(/\bprovided by\b/, 'used in'));
    spellings.add(text.replace(/\bexpenses?\b/, 'benefit'));
    for (const owners of OWNERS)
      spellings.add(text.replace(/(?<=\b(?:attributable|available) to )\{issuer\}/, owners));
  }
  return spellings;
}

function addName(text: string): void {
  let node = root;
  for (const word of splitWords(text)) {
    wordsOfNames.add(word.text);
    let next = node.next.get(word.text);
    if (!next) {
      next = newNode();
      node.next.set(word.text, next);
    }
    node = next;
  }
  if (node !== root) node.isName = true;
}

function addBag(alias: Alias): void {
  const key = bagOf(alias.text);
  const list = bags.get(key);
  if (!list) bags.set(key, [alias]);
  else list.push(alias);
}

/** The words of a phrase in alphabetical order, prepositions left out. `revenue` counts once however often it is said. */
export const bagOf: (phrase: string) => string = remember((phrase) => {
  const folded = foldLabel(phrase).text;
  const words = folded.replace(WITHOUT_MEANING, ' ').split(' ').filter(Boolean);
  if (/\brevenue\b/.test(folded)) words.push('revenue');
  return [...new Set(words)].sort().join(' ');
});

/** Aliases that say the same words in another order. */
export const aliasesLike = (phrase: string): readonly Alias[] => bags.get(bagOf(phrase)) ?? [];

/** Words as labels are compared: lower case, singular, without `the` and `and`; `non-` belongs to its word. */
function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const lower = match[0].toLowerCase().replace(/['’]s?$/, '');
    if (lower === 'the' || lower === 'and' || lower === '&' || lower === '') continue;
    const last = words.at(-1);
    const end = match.index + match[0].length;
    if (last?.text === 'non' && match.index === last.end + 1)
      words[words.length - 1] = { text: `non${singular(lower)}`, start: last.start, end };
    else words.push({ text: singular(lower), start: match.index, end });
  }
  return words;
}

/** The longest names of measures in a text, none within another. Names of the issuer count as `{issuer}`. */
export function findNames(text: string, isIssuer: (word: string) => boolean): NameSpan[] {
  const words = splitWords(text);
  const names: NameSpan[] = [];
  let at = 0;
  while (at < words.length) {
    const length = longestAt(words, at, isIssuer);
    const [first, last] = [words[at], words[at + length - 1]];
    if (length > 0 && first && last)
      names.push({ start: first.start, end: closeParenthesis(text, first.start, last.end) });
    at += Math.max(1, length);
  }
  return names;
}

/** The longest name that ends at the end of a text. */
export function findNameAtEnd(text: string, isIssuer: (word: string) => boolean): NameSpan | undefined {
  const words = splitWords(text).slice(-LONGEST_NAME);
  for (let at = 0; at < words.length; at++) {
    const first = words[at];
    if (first && spansTo(words, at, words.length, isIssuer)) return { start: first.start, end: text.length };
  }
  return undefined;
}

function longestAt(words: readonly Word[], at: number, isIssuer: (word: string) => boolean): number {
  let longest = 0;
  let node: Node | undefined = root;
  for (let i = at; i < words.length && i - at < LONGEST_NAME; i++) {
    node = step(node, words[i]?.text ?? '', isIssuer);
    if (!node) break;
    if (node.isName) longest = i - at + 1;
  }
  return longest;
}

function spansTo(
  words: readonly Word[],
  from: number,
  to: number,
  isIssuer: (word: string) => boolean,
): boolean {
  let node: Node | undefined = root;
  for (let i = from; i < to && node; i++) node = step(node, words[i]?.text ?? '', isIssuer);
  return node?.isName ?? false;
}

const step = (node: Node, word: string, isIssuer: (word: string) => boolean): Node | undefined =>
  node.next.get(word) ?? (isIssuer(word) ? node.next.get('{issuer}') : undefined);

/** A name that opens a parenthesis ends behind it. */
function closeParenthesis(text: string, start: number, end: number): number {
  const name = text.slice(start, end);
  return name.includes('(') && !name.includes(')') && text[end] === ')' ? end + 1 : end;
}

/** Whether every word of one name occurs in another. */
export function isPartOf(part: string, whole: string): boolean {
  const words = new Set(bagOf(whole).split(' '));
  return (
    part !== '' &&
    bagOf(part)
      .split(' ')
      .every((word) => words.has(word))
  );
}

for (const { aliases, aliasesWithin = [], within = [], kind } of concepts) {
  for (const text of [...aliases, ...aliasesWithin])
    for (const spelling of spellAlias(text)) addName(spelling);
  for (const text of aliases) addBag({ text, kind, within: null });
  for (const text of aliasesWithin) addBag({ text, kind, within });
}

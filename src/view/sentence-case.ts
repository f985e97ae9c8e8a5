import { concepts } from '../concepts/index.ts';
import type { DocumentRecord } from '../model/document.ts';
import { upperFirst } from '../model/format.ts';

/** How a document writes words: which it writes small anywhere, which in capitals among small ones. */
interface Spelling {
  readonly small: ReadonlySet<string>;
  /** Their plurals count too: `ADSs`. */
  readonly capitals: ReadonlySet<string>;
}

/** Words that measures and tables are called by are no names. */
const MEASURED = new Set([
  ...concepts.flatMap(({ label }) => label.match(/(?<!\p{L})\p{Ll}[\p{Ll}’']*/gu) ?? []),
  ...concepts.flatMap(({ label }) => /^\p{Lu}\p{Ll}+(?!\p{L})/u.exec(label)?.[0].toLowerCase() ?? []),
  ...'breakdown condensed consolidated data highlights information results statement statements summary'.split(
    ' ',
  ),
]);

const known = new WeakMap<DocumentRecord, Spelling>();

/**
 * A label in sentence case: the first word large, each other one small if measures are called so or the document itself
 * writes it small anywhere, so that names and abbreviations stay as they are.
 */
export function sentenceCase(label: string, document: DocumentRecord): string {
  const spelling = known.get(document) ?? readSpelling(document);
  known.set(document, spelling);
  let isFirst = true;
  return label.replace(/[\p{L}’']+/gu, (word) => {
    const written = chooseSpelling(word, spelling);
    const opens = isFirst;
    isFirst = false;
    return opens ? upperFirst(written) : written;
  });
}

function chooseSpelling(word: string, { small, capitals }: Spelling): string {
  const isTitled = /^\p{Lu}[\p{Ll}’']+$/u.test(word);
  const isShouted = word.length > 1 && word === word.toUpperCase();
  if (!isTitled && !isShouted && word !== 'A') return word;
  const lower = word.toLowerCase();
  if (MEASURED.has(lower) || small.has(lower)) return lower;
  return isTitled || capitals.has(word) ? word : upperFirst(lower);
}

function readSpelling({ lines }: DocumentRecord): Spelling {
  const wordsIn = (line: string) => line.match(/\p{L}[\p{L}’']*/gu) ?? [];
  const isSmall = (word: string) => /^\p{Ll}/u.test(word);
  const isWritten = (words: readonly string[]) => 2 * words.filter(isSmall).length > words.length;
  return {
    small: new Set(lines.flatMap(wordsIn).filter(isSmall)),
    capitals: new Set(
      lines
        .map(wordsIn)
        .filter(isWritten)
        .flat()
        .map((word) => word.replace(/(?<=\p{Lu}{2})s$/u, ''))
        .filter((word) => word === word.toUpperCase()),
    ),
  };
}

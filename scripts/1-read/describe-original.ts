import type { SourceText } from '../../src/model/corpus.ts';
import type { DocumentRecord } from '../../src/model/document.ts';
import type { RawDocument } from './raw-document.ts';

type Described = Pick<DocumentRecord, 'isReadingTextOther' | 'readingNotes' | 'pages' | 'parts'>;

/** What leads from the reading text of a document back to its file. */
export function describeOriginal(
  { bytes, parts }: SourceText,
  { lines, places = [], notes = [] }: RawDocument,
): Described {
  const pages = places.map(([run]) => (run?.place.kind === 'box' ? run.place.page : 0));
  return {
    ...(!(parts === undefined && isText(bytes, lines)) && { isReadingTextOther: true }),
    ...(notes.length > 0 && { readingNotes: notes }),
    ...(pages.some((page) => page > 0) && { pages }),
    ...(parts && { parts: parts.map(({ name }) => name) }),
  };
}

/** Whether a file is its reading text, line for line, to any program that takes it for UTF-8. */
function isText(bytes: Uint8Array, lines: readonly string[]): boolean {
  const own = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/);
  if (own.at(-1) === '' && own.length === lines.length + 1) own.pop();
  return own.length === lines.length && own.every((line, index) => line === lines[index]);
}

import type { RawDocument } from '../1-read/raw-document.ts';

export type HeadText = Extract<RawDocument['nodes'][number], { kind: 'text' }>;

/** Characters of a text beyond which it is a paragraph, no headline or line of a letterhead. */
export const LONGEST_LINE = 160;
/** What stands above a release: letterhead, contacts, headlines, and the first paragraphs below them. */
const MOST_TEXTS = 24;
const PARAGRAPHS = 8;

/** The texts with which a document opens. */
export function headTexts({ nodes }: RawDocument): HeadText[] {
  const texts = nodes.flatMap((node) => (node.kind === 'text' ? [node] : [])).slice(0, MOST_TEXTS);
  const long = texts.flatMap(({ text }, index) => (text.length > LONGEST_LINE ? [index] : []));
  return texts.slice(0, (long[PARAGRAPHS - 1] ?? MOST_TEXTS) + 1);
}

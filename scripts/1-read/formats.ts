import type { RawDocument } from './raw-document.ts';
import { readMarkdown } from './read-markdown.ts';

/** Readers by file extension, lower case. A new format is one reader and one row here; later phases do not change. */
export const FORMATS: Readonly<Record<string, (text: string) => RawDocument>> = {
  txt: readMarkdown,
  text: readMarkdown,
  md: readMarkdown,
};

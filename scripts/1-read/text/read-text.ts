import type { SourceText } from '../../../src/model/corpus.ts';
import { InputError } from '../../../src/model/problem.ts';
import type { RawDocument } from '../raw-document.ts';
import { readMarkdown } from '../read-markdown.ts';
import { decodeText } from './decode-text.ts';

/** Reads a text of tab-separated rows, or of Markdown. The reading text is the file. */
export function readText({ file, bytes }: Pick<SourceText, 'file' | 'bytes'>): RawDocument {
  const text = decodeText(bytes);
  if (typeof text !== 'string') throw new InputError([{ file, ...text }]);
  return readMarkdown(text);
}

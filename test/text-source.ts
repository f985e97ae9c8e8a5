import { readText } from '../scripts/1-read/text/read-text.ts';
import { type ConvertedDocument, convertDocument } from '../scripts/convert-document.ts';
import type { SourceText } from '../src/model/corpus.ts';
import type { Edition } from '../src/model/document.ts';

/** A document of plain text, given by what the file of that name holds. */
export const textSource = (issuer: string, name: string, text: string): SourceText => ({
  issuer,
  id: name.replace(/\.\w+$/, ''),
  file: `${issuer}/${name}`,
  name,
  bytes: new TextEncoder().encode(text),
});

export const textOf = ({ bytes }: SourceText): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Phases 1 to 4 for a document of plain text. */
export const convertText = (source: SourceText, edition: Edition = 'published'): ConvertedDocument =>
  convertDocument(source, readText(source), edition);

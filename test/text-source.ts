import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readText } from '../scripts/1-read/text/read-text.ts';
import { type ConvertedDocument, convertRawDocument } from '../scripts/convert-document.ts';
import type { SourceText } from '../src/model/corpus.ts';
import type { Edition } from '../src/model/document.ts';
import type { Case } from './suite.ts';

/** A document of plain text, given by what the file of that name holds. */
export const textSource = (issuer: string, name: string, text: string): SourceText => ({
  issuer,
  id: name.replace(/\.\w+$/, ''),
  file: `${issuer}/${name}`,
  name,
  bytes: new TextEncoder().encode(text),
});

/** The documents in the folders of a case, each named like its issuer. */
export function sourcesIn(one: Case): SourceText[] {
  const files = readdirSync(one.folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\/.+\.\w+$/.test(path),
  );
  return files.sort().map((file) => ({
    issuer: file.split('/')[0] ?? '',
    id: basename(file).replace(/\.\w+$/, ''),
    file,
    name: basename(file),
    bytes: new Uint8Array(readFileSync(one.path(file))),
  }));
}

export const textOf = ({ bytes }: SourceText): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Phases 1 to 4 for a document of plain text. */
export const convertText = (source: SourceText, edition: Edition = 'published'): ConvertedDocument =>
  convertRawDocument(source, readText(source), edition);

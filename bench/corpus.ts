import { join } from 'node:path';
import { EXTENSIONS } from '../scripts/1-read/formats.ts';
import { effects } from '../scripts/effects.ts';
import { readDocuments } from '../scripts/input/read-documents.ts';
import type { SourceText } from '../src/model/corpus.ts';

const DOCUMENTS = join(import.meta.dirname, '../documents');

/** The repository's documents, or those of the folder that `TIEOUT_DOCUMENTS` names. */
export function readCorpus(): { readonly sources: readonly SourceText[]; readonly bytes: number } {
  const { TIEOUT_DOCUMENTS: folder = DOCUMENTS } = process.env;
  const { sources } = readDocuments(folder, { effects, extensions: EXTENSIONS });
  return { sources, bytes: sources.reduce((total, { bytes }) => total + bytes.length, 0) };
}

/** As many issuers as `times`, each with a copy of all documents. */
export const multiply = (sources: readonly SourceText[], times: number): SourceText[] =>
  Array.from({ length: times }, (_, copy) =>
    sources.map((source) => ({ ...source, issuer: `${source.issuer}-${copy}` })),
  ).flat();

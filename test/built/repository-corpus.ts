import { fileURLToPath } from 'node:url';
import { EXTENSIONS } from '../../scripts/1-read/formats.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { effects } from '../../scripts/effects.ts';
import { readDocuments } from '../../scripts/input/read-documents.ts';
import type { Corpus } from '../../src/model/corpus.ts';

let corpus: Promise<Corpus> | undefined;

/** The repository's own releases, converted once. */
export function repositoryCorpus(): Promise<Corpus> {
  const folder = fileURLToPath(new URL('../../documents', import.meta.url));
  const { sources, edition } = readDocuments(folder, { effects, extensions: EXTENSIONS });
  corpus ??= convertCorpus(sources, edition);
  return corpus;
}

import { join } from 'node:path';
import type { Corpus, SourceText } from '../../src/model/corpus.ts';
import type { DocumentRecord } from '../../src/model/document.ts';
import { originalPaths, readingTextPath } from '../../src/model/originals.ts';
import type { Effects } from '../effects.ts';

/** Folder, below the data of a preview, of what stands beside the pages of releases. */
export const ORIGINALS = 'originals';

/** Releases, and the files that they were read from. */
export interface Offered {
  readonly corpus: Corpus;
  readonly sources: readonly SourceText[];
}

/** Puts the files of all releases beside their pages, and the reading text where that is another. */
export function putOriginals(site: string, { corpus, sources }: Offered, effects: Effects): void {
  const sourceById = new Map(sources.map((source) => [`${source.issuer}/${source.id}`, source]));
  for (const document of corpus.issuers.flatMap(({ documents }) => documents)) {
    const source = sourceById.get(`${document.issuer}/${document.id}`);
    if (source) copyFiles(site, document, source.file, effects);
    if (document.isReadingTextOther)
      effects.write(join(site, readingTextPath(document)), readingLines(document));
  }
}

function copyFiles(site: string, document: DocumentRecord, file: string, effects: Effects): void {
  const files = document.parts?.map((name) => join(file, name)) ?? [file];
  for (const [index, path] of originalPaths(document).entries())
    effects.copy(effects.realPath(files[index] ?? file), join(site, path));
}

function* readingLines({ lines }: DocumentRecord): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

import { join } from 'node:path';
import { InputError } from '../../src/model/problem.ts';
import type { Effects } from '../effects.ts';
import { withWorkFolder } from '../output/output-folder.ts';
import { UsageError } from './arguments.ts';
import { type Compile, convertDocuments } from './convert-documents.ts';

/** What there was at a commit: ids of documents, of their figures, and of what checks found. */
export interface Before {
  readonly documents: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly findings: ReadonlySet<string>;
}

/**
 * Converts a folder of documents as it was at a Git commit, for a moment beside what it is now.
 *
 * @throws {UsageError} where there is no such commit.
 */
export async function convertCommit(
  commit: string,
  documents: string,
  effects: Effects,
  compile: Compile,
): Promise<Before> {
  const files = effects.filesAt(commit, documents);
  if (files === undefined) throw new UsageError(`${documents} has no commit ${commit}`);
  const before = { documents: new Set<string>(), figures: new Set<string>(), findings: new Set<string>() };
  await withWorkFolder(effects.realPath(documents), effects, async (work) => {
    const folder = join(work, 'documents');
    effects.makeFolder(folder);
    for (const [path, bytes] of Object.entries(files)) effects.writeBytes(join(folder, path), bytes);
    for (const issuer of await convertIssuers(folder, effects, compile)) {
      for (const document of issuer.documents) before.documents.add(`${document.issuer}/${document.id}`);
      for (const { id } of issuer.facts) before.figures.add(id);
      for (const { id } of issuer.findings) before.findings.add(id);
    }
  });
  return before;
}

/** Of a folder in which nothing could be read then, all is new now. */
async function convertIssuers(folder: string, effects: Effects, compile: Compile) {
  try {
    return (await convertDocuments(folder, { ...effects, say: () => {} }, compile)).corpus.issuers;
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

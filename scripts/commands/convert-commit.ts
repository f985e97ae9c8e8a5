import { join } from 'node:path';
import type { IssuerData } from '../../src/model/corpus.ts';
import { InputError } from '../../src/model/problem.ts';
import { makeOutput, type Output } from '../compare/output.ts';
import type { Effects } from '../effects.ts';
import { listInputs } from '../input/list-inputs.ts';
import { withWorkFolder } from '../output/output-folder.ts';
import { type Hashes, hashInputs } from '../output/receipt-json.ts';
import { UsageError } from './arguments.ts';
import { type Compile, convertDocuments } from './convert-documents.ts';

/** What there was at a commit: ids of documents, findings, and the published figures. */
export interface Before {
  readonly documents: ReadonlySet<string>;
  /** Whether a person had answered it, by the id of the finding. */
  readonly findings: ReadonlyMap<string, boolean>;
  readonly output: Output;
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
  let issuers: readonly IssuerData[] = [];
  let inputs: Hashes = {};
  await withWorkFolder(effects.realPath(documents), effects, async (work) => {
    const folder = join(work, 'documents');
    effects.makeFolder(folder);
    for (const [path, bytes] of Object.entries(files)) effects.writeBytes(join(folder, path), bytes);
    issuers = await convertIssuers(folder, effects, compile);
    inputs = hashInputs(listInputs(folder, effects));
  });
  return {
    documents: new Set(
      issuers.flatMap(({ documents: own }) => own.map(({ issuer, id }) => `${issuer}/${id}`)),
    ),
    findings: new Map(
      issuers.flatMap(({ findings }) => findings.map(({ id, answer }) => [id, answer !== undefined])),
    ),
    output: makeOutput(issuers, inputs),
  };
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

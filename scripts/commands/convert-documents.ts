import { basename, resolve } from 'node:path';
import type { Corpus, SourceText } from '../../src/model/corpus.ts';
import type { Edition } from '../../src/model/document.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';
import { EXTENSIONS } from '../1-read/formats.ts';
import type { ReadingChoices } from '../1-read/read-source.ts';
import type { Effects } from '../effects.ts';
import { isDatedName } from '../input/document-names.ts';
import { type DocumentFolder, type Reading, readDocument, readDocuments } from '../input/read-documents.ts';
import type { Results } from '../results/results.ts';
import { UsageError } from './arguments.ts';
import { formatCount } from './summary.ts';

/** The compiler's signature; see `convert-corpus.ts`. */
export type Compile = (
  sources: readonly SourceText[],
  edition: Edition,
  choices?: ReadingChoices,
  results?: Results,
  /** Is told how many of how many releases are read. */
  onRead?: (done: number, all: number) => void,
) => Promise<Corpus>;

/** The compiler with what the user chose of its reading, and with what it gave before. */
export const choosing =
  (compile: Compile, choices: ReadingChoices, results?: Results): Compile =>
  (sources, edition, _choices, _results, onRead) =>
    compile(sources, edition, choices, results, onRead);

/** What was made of documents, and the files that it was made of. */
export interface Converted {
  readonly corpus: Corpus;
  readonly sources: readonly SourceText[];
}

/**
 * Reads and converts a documents folder. Documents that cannot be read are left out; throws an `InputError` with every
 * problem where none can be read, where the folder itself is at fault, and where nothing may be left out.
 */
export async function convertDocuments(
  folder: string,
  effects: Effects,
  compile: Compile,
  { mayLeaveOut = true, shard }: { readonly mayLeaveOut?: boolean; readonly shard?: Reading['shard'] } = {},
): Promise<Converted> {
  const documents = readDocuments(folder, { effects, extensions: EXTENSIONS, shard });
  effects.say(`Read ${formatCount(documents.sources.length, 'document')} from ${folder}`);
  return convert(documents, compile, mayLeaveOut, (done, all) =>
    effects.progress('Reading releases', done, all),
  );
}

/** Refuses a folder, unless it is a document of several files, as its name says. */
export function assertDocument(file: string, effects: Effects): void {
  if (effects.kindOf(file) === 'folder' && !isDatedName(basename(resolve(file))))
    throw new UsageError(`${file} is a folder. Say --documents ${file}`);
}

/** Reads and converts one document that stands in its issuer's folder. */
export async function convertDocument(file: string, effects: Effects, compile: Compile): Promise<Converted> {
  return convert(readDocument(file, { effects, extensions: EXTENSIONS }), compile, false);
}

async function convert(
  { sources, edition, problems, isUsable }: DocumentFolder,
  compile: Compile,
  mayLeaveOut: boolean,
  onRead?: Parameters<Compile>[4],
): Promise<Converted> {
  const corpus = await compile(sources, edition, undefined, undefined, onRead);
  const leftOut = [...problems, ...corpus.leftOut].sort(byPlace);
  if (leftOut.length > 0 && !(mayLeaveOut && isUsable && corpus.issuers.length > 0))
    throw new InputError(leftOut);
  return { corpus: { ...corpus, leftOut }, sources: sources.filter((source) => isIn(corpus, source)) };
}

const isIn = ({ issuers }: Corpus, { issuer, id }: SourceText): boolean =>
  issuers.some(({ documents }) => documents.some((record) => record.issuer === issuer && record.id === id));

const byPlace = (a: Problem, b: Problem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

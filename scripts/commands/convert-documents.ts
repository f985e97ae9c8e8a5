import type { Corpus, SourceText } from '../../src/model/corpus.ts';
import type { Edition } from '../../src/model/document.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';
import { EXTENSIONS } from '../1-read/formats.ts';
import type { Effects } from '../effects.ts';
import { type DocumentFolder, readDocument, readDocuments } from '../input/read-documents.ts';
import { formatCount } from './summary.ts';

/** The compiler's signature; see `convert-corpus.ts`. */
export type Compile = (sources: readonly SourceText[], edition: Edition) => Promise<Corpus>;

/** What was made of documents, and their files. */
export interface Converted {
  readonly corpus: Corpus;
  readonly sources: readonly SourceText[];
}

/** Reads and converts a documents folder. Throws one `InputError` with the problems of all its documents. */
export async function convertDocuments(
  folder: string,
  effects: Effects,
  compile: Compile,
): Promise<Converted> {
  const documents = readDocuments(folder, { effects, extensions: EXTENSIONS });
  effects.say(`Read ${formatCount(documents.sources.length, 'document')} from ${folder}`);
  return { corpus: await convert(documents, compile), sources: documents.sources };
}

/** Reads and converts one document that stands in its issuer's folder. */
export async function convertDocument(file: string, effects: Effects, compile: Compile): Promise<Converted> {
  const documents = readDocument(file, { effects, extensions: EXTENSIONS });
  return { corpus: await convert(documents, compile), sources: documents.sources };
}

/** Where some documents cannot be read, the others are compiled all the same, for the sake of their problems. */
async function convert({ sources, edition, problems }: DocumentFolder, compile: Compile): Promise<Corpus> {
  if (problems.length === 0) return compile(sources, edition);
  throw new InputError([...problems, ...(await findProblems(sources, edition, compile))].sort(byPlace));
}

async function findProblems(
  sources: readonly SourceText[],
  edition: Edition,
  compile: Compile,
): Promise<readonly Problem[]> {
  if (sources.length === 0) return [];
  try {
    await compile(sources, edition);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

const byPlace = (a: Problem, b: Problem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

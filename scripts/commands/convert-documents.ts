import type { Corpus, SourceText } from '../../src/model/corpus.ts';
import type { Edition } from '../../src/model/document.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';
import { FORMATS } from '../1-read/formats.ts';
import type { Effects } from '../effects.ts';
import { type DocumentFolder, readDocument, readDocuments } from '../input/read-documents.ts';
import { formatCount } from './summary.ts';

/** The compiler's signature; see `convert-corpus.ts`. */
export type Compile = (sources: readonly SourceText[], edition: Edition) => Corpus;

/** What was made of documents, and their texts. */
export interface Converted {
  readonly corpus: Corpus;
  readonly sources: readonly SourceText[];
}

const EXTENSIONS = Object.keys(FORMATS);

/** Reads and converts a documents folder. Throws one `InputError` with the problems of all its documents. */
export function convertDocuments(folder: string, effects: Effects, compile: Compile): Converted {
  const documents = readDocuments(folder, { effects, extensions: EXTENSIONS });
  effects.say(`Read ${formatCount(documents.sources.length, 'document')} from ${folder}`);
  return { corpus: convert(documents, compile), sources: documents.sources };
}

/** Reads and converts one document that stands in its issuer's folder. */
export function convertDocument(file: string, effects: Effects, compile: Compile): Converted {
  const documents = readDocument(file, { effects, extensions: EXTENSIONS });
  return { corpus: convert(documents, compile), sources: documents.sources };
}

/** Where some documents cannot be read, the others are compiled all the same, for the sake of their problems. */
function convert({ sources, edition, problems }: DocumentFolder, compile: Compile): Corpus {
  if (problems.length === 0) return compile(sources, edition);
  throw new InputError([...problems, ...findProblems(sources, edition, compile)].sort(byPlace));
}

function findProblems(
  sources: readonly SourceText[],
  edition: Edition,
  compile: Compile,
): readonly Problem[] {
  if (sources.length === 0) return [];
  try {
    compile(sources, edition);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

const byPlace = (a: Problem, b: Problem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

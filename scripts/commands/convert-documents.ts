import { basename, resolve } from 'node:path';
import type { Corpus, SourceText } from '../../src/model/corpus.ts';
import type { Edition } from '../../src/model/document.ts';
import { formatCounted } from '../../src/model/format.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';
import { EXTENSIONS } from '../1-read/formats.ts';
import type { ReadingChoices } from '../1-read/read-source.ts';
import type { Effects } from '../effects.ts';
import { isDatedName } from '../input/document-names.ts';
import { openDocuments, type Reading, readDocument } from '../input/read-documents.ts';
import { keepOrMake, NOTHING_KEPT, type Results } from '../results/results.ts';
import { UsageError } from './arguments.ts';

/** The compiler's signature; see `convert-corpus.ts`. */
export type Compile = (
  sources: readonly SourceText[],
  edition: Edition,
  choices?: ReadingChoices,
  results?: Results,
  /** Is told how many of how many releases are read. */
  onRead?: (done: number, all: number) => void,
) => Promise<Corpus>;

/** The compiler with what the user chose of its reading, and with what it gave before of the same issuer. */
export const choosing =
  (compile: Compile, choices: ReadingChoices, results: Results = NOTHING_KEPT): Compile =>
  (sources, edition, _choices, _results, onRead) =>
    keepOrMake(results, `${sources[0]?.issuer}/data`, { sources, edition, choices }, () =>
      compile(sources, edition, choices, results, onRead),
    );

/** What was made of documents, and the files that it was made of. */
export interface Converted {
  readonly corpus: Corpus;
  readonly sources: readonly SourceText[];
}

/** The folder of documents, and what of it is converted. */
export interface Wanted {
  readonly folder: string;
  readonly mayLeaveOut?: boolean;
  readonly shard?: Reading['shard'];
}

/** What was made of the documents of each issuer. */
export interface ConvertedIssuers<T> {
  readonly edition: Edition;
  readonly issuers: readonly T[];
  readonly leftOut: readonly Problem[];
  readonly notices: readonly Problem[];
}

/** What one issuer gives; nothing but problems where none of its documents can be read. */
export interface Outcome<T> {
  readonly made: readonly T[];
  readonly leftOut: readonly Problem[];
  readonly notices: readonly Problem[];
}

export type ConvertIssuer<T> = (
  slug: string,
  sources: readonly SourceText[],
  edition: Edition,
  onRead: NonNullable<Parameters<Compile>[4]>,
) => Promise<Outcome<T>>;

/**
 * Reads a documents folder and converts it issuer by issuer. Documents that cannot be read are left out; throws an
 * `InputError` with every problem where none can be read, where the folder itself is at fault, and where nothing may be
 * left out.
 */
export async function convertIssuers<T>(
  { folder, mayLeaveOut = true, shard }: Wanted,
  effects: Effects,
  convertIssuer: ConvertIssuer<T>,
): Promise<ConvertedIssuers<T>> {
  const opened = openDocuments(folder, { effects, extensions: EXTENSIONS, shard });
  const { edition, isUsable } = opened;
  const all = opened.issuers.reduce((total, { count }) => total + count, 0);
  const leftOut = [...opened.problems];
  const [issuers, notices]: [T[], Problem[]] = [[], []];
  let [read, before] = [0, 0];
  for (const { slug, count, read: readIssuer } of opened.issuers) {
    const { sources, problems } = readIssuer();
    const onRead = (done: number) => effects.progress('Reading releases', before + done, all);
    const found = sources.length > 0 ? await convertIssuer(slug, sources, edition, onRead) : undefined;
    issuers.push(...(found?.made ?? []));
    leftOut.push(...problems, ...(found?.leftOut ?? []));
    notices.push(...(found?.notices ?? []));
    read += sources.length;
    before += count;
  }
  effects.say(`Read ${formatCounted(read, 'document')} from ${folder}`);
  leftOut.sort(byPlace);
  if (leftOut.length > 0 && !(mayLeaveOut && isUsable && issuers.length > 0)) throw new InputError(leftOut);
  return { edition, issuers, leftOut, notices };
}

/** All of a documents folder at once, for commands that look at it as a whole; see `convertIssuers`. */
export async function convertDocuments(
  folder: string,
  effects: Effects,
  compile: Compile,
): Promise<Converted> {
  const kept: SourceText[] = [];
  const converted = await convertIssuers({ folder }, effects, async (_slug, sources, edition, onRead) => {
    const corpus = await compile(sources, edition, undefined, undefined, onRead);
    kept.push(...sources.filter((source) => isIn(corpus, source)));
    return { made: corpus.issuers, leftOut: corpus.leftOut, notices: corpus.notices ?? [] };
  });
  return { corpus: converted, sources: kept };
}

/** Refuses a folder, unless it is a document of several files, as its name says. */
export function assertDocument(file: string, effects: Effects): void {
  if (effects.kindOf(file) === 'folder' && !isDatedName(basename(resolve(file))))
    throw new UsageError(`${file} is a folder. Say --documents ${file}`);
}

/** Reads and converts one document that stands in its issuer's folder. */
export async function convertDocument(file: string, effects: Effects, compile: Compile): Promise<Converted> {
  const { sources, edition, problems } = readDocument(file, { effects, extensions: EXTENSIONS });
  const corpus = await compile(sources, edition);
  const leftOut = [...problems, ...corpus.leftOut].sort(byPlace);
  if (leftOut.length > 0) throw new InputError(leftOut);
  return { corpus, sources };
}

const isIn = ({ issuers }: Corpus, { issuer, id }: SourceText): boolean =>
  issuers.some(({ documents }) => documents.some((record) => record.issuer === issuer && record.id === id));

const byPlace = (a: Problem, b: Problem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

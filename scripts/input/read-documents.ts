import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { SourcePart, SourceText } from '../../src/model/corpus.ts';
import { EDITIONS, type Edition } from '../../src/model/document.ts';
import { findFileType, RICHEST_FIRST } from '../../src/model/file-types.ts';
import type { OwnMeasure } from '../../src/model/issuer-settings.ts';
import type { Complaint, Problem } from '../../src/model/problem.ts';
import type { Effects } from '../effects.ts';
import { parseAnswers } from './answers.ts';
import * as complaints from './document-complaints.ts';
import {
  EDITION_FILE,
  isCompanion,
  isDatedName,
  isOwnWord,
  isPassedOver,
  isSafeName,
  isTakenAddress,
  readCompanionId,
  readDocumentId,
  readExtension,
  TAKEN_ADDRESSES,
} from './document-names.ts';
import { parseIssuerSettings, readOwnMeasures } from './issuer-settings.ts';
import { parseOverrides } from './overrides.ts';
import { parsePin } from './pin.ts';
import { isRicher } from './richest-form.ts';

/** What a documents folder holds, as far as it can be read, and everything that is wrong with it. */
export interface DocumentFolder {
  readonly edition: Edition;
  readonly sources: readonly SourceText[];
  readonly problems: readonly Problem[];
  /** Whether the sources may be published without what the problems are about. */
  readonly isUsable: boolean;
}

/** The issuers of a documents folder, each of which is read when it is its turn. */
export interface OpenedFolder extends Omit<DocumentFolder, 'sources'> {
  readonly issuers: readonly IssuerFolder[];
}

export interface IssuerFolder {
  readonly slug: string;
  /** How many documents it seems to hold. */
  readonly count: number;
  read(): Pick<DocumentFolder, 'sources' | 'problems'>;
}

/** What reading needs to know: the disk, and the extensions that some reader understands. */
export interface Reading {
  readonly effects: Effects;
  readonly extensions: readonly string[];
  /** Reads files anew where their reading was kept. */
  readonly ignoresPins?: boolean;
  /** Of every so many issuers one, the first is 1; all where it is left out. */
  readonly shard?: { readonly index: number; readonly count: number } | undefined;
}

const SETTINGS_FILE = 'issuer.json';
const ANSWERS_FILE = 'answers.csv';
const PART_EXTENSIONS = RICHEST_FIRST.filter((extension) => findFileType(extension)?.isPart);

/** Every document below `folder`, see `openDocuments`. */
export function readDocuments(folder: string, reading: Reading): DocumentFolder {
  const { issuers, problems, ...opened } = openDocuments(folder, reading);
  const read = issuers.map((issuer) => issuer.read());
  return {
    ...opened,
    sources: read.flatMap((issuer) => issuer.sources),
    problems: [...read.flatMap((issuer) => issuer.problems), ...problems],
  };
}

/**
 * The issuers below `folder`: one folder per issuer, in it one file per release, or one folder of CSV files. Files beside
 * the issuer folders are passed over, and in them what `isPassedOver` and `isCompanion` name; anything else that is no
 * document is a problem, so that no release is left out in silence.
 */
export function openDocuments(folder: string, reading: Reading): OpenedFolder {
  const { effects } = reading;
  const kind = effects.kindOf(folder);
  if (kind !== 'folder') return withoutDocuments(folder, kind === 'missing' ? 'nothing' : 'a file');
  const names = listShown(folder, effects);
  if (!Array.isArray(names)) return unread(names);
  const issuers = names.filter((name) => effects.kindOf(join(folder, name)) === 'folder');
  if (issuers.length === 0) return withoutIssuers(folder, names);
  const lost = names.map((name) => join(folder, name)).filter((path) => effects.kindOf(path) === 'missing');
  const word = readEdition(folder, effects);
  const [edition, unfit] = typeof word === 'string' ? [word, []] : (['published', [word]] as const);
  const inside = new Inside(folder, reading);
  const seen = new Map<string, string>();
  const { index, count } = reading.shard ?? { index: 1, count: 1 };
  const folders = issuers.flatMap((slug, place): IssuerFolder[] => {
    const other = seen.get(slug.toLowerCase());
    seen.set(slug.toLowerCase(), slug);
    if (place % count !== index - 1) return [];
    const own = join(folder, slug);
    const read = () =>
      gather(
        edition,
        other ? [problem(own, complaints.sameButForCase(slug, other))] : inside.readIssuer(own, slug),
      );
    return [{ slug, count: inside.countDocuments(own), read }];
  });
  const problems = [...unfit, ...lost.map((path) => problem(path, complaints.missing))];
  return { edition, problems, isUsable: unfit.length === 0, issuers: folders };
}

/** A folder of which nothing can be read, and why. */
const unread = (why: Problem): OpenedFolder => ({
  edition: 'published',
  problems: [why],
  isUsable: true,
  issuers: [],
});

/** Reads one document that stands in its issuer's folder. */
export function readDocument(file: string, reading: Reading): DocumentFolder {
  const issuerFolder = dirname(resolve(file));
  const issuer = basename(issuerFolder);
  const documents = dirname(issuerFolder);
  const edition = readEdition(documents, reading.effects);
  if (reading.effects.kindOf(file) === 'missing') return gather(edition, [problem(file, complaints.missing)]);
  const inside = new Inside(documents, reading);
  const unfit = findIssuerProblem(dirname(file), issuer);
  if (unfit) return gather(edition, [unfit]);
  const names = listShown(issuerFolder, reading.effects);
  const source = inside.readSource(file, issuer);
  return gather(
    edition,
    Array.isArray(names) ? inside.withSettings(dirname(file), names, [source]) : [names],
  );
}

function gather(edition: Edition | Problem, results: readonly (SourceText | Problem)[]): DocumentFolder {
  const isUsable = typeof edition === 'string';
  return {
    edition: isUsable ? edition : 'published',
    sources: results.filter((result): result is SourceText => !isProblem(result)),
    problems: [...results.filter(isProblem), ...(isUsable ? [] : [edition])],
    isUsable,
  };
}

const isProblem = (result: object): result is Problem => 'mend' in result;

/** Names in a folder without those that are passed over, or why there are none. */
function listShown(folder: string, effects: Effects): string[] | Problem {
  try {
    return effects.list(folder).filter((name) => !isPassedOver(name));
  } catch (error) {
    return problem(folder, complaints.unreadable(error as NodeJS.ErrnoException));
  }
}

function readBytes(file: string, effects: Effects): Uint8Array | Problem {
  try {
    return effects.readBytes(file);
  } catch (error) {
    return problem(file, complaints.unreadable(error as NodeJS.ErrnoException));
  }
}

/** The folder says with one word in a file `EDITION` what its texts are; without it they are as published. */
function readEdition(folder: string, effects: Effects): Edition | Problem {
  const file = join(folder, EDITION_FILE);
  if (effects.kindOf(file) !== 'file') return 'published';
  const bytes = readBytes(file, effects);
  if (isProblem(bytes)) return bytes;
  const word = new TextDecoder().decode(bytes).trim();
  return (
    EDITIONS.find((edition) => edition === word) ?? problem(file, complaints.unknownEdition(word, EDITIONS))
  );
}

function findIssuerProblem(folder: string, issuer: string): Problem | undefined {
  if (!isSafeName(issuer)) return problem(folder, complaints.badIssuerName(issuer));
  if (isTakenAddress(issuer)) return problem(folder, complaints.takenAddress(issuer, TAKEN_ADDRESSES));
  return undefined;
}

/** Reads what stands in a documents folder, and follows no link that leads out of it. */
class Inside {
  readonly #root: string;
  readonly #reading: Reading;

  constructor(root: string, reading: Reading) {
    this.#root = reading.effects.realPath(root);
    this.#reading = reading;
  }

  countDocuments(folder: string): number {
    const names = this.#findWayOut(folder) ?? listShown(folder, this.#reading.effects);
    return Array.isArray(names) ? names.filter((name) => !isCompanion(name)).length : 0;
  }

  readIssuer(folder: string, issuer: string): (SourceText | Problem)[] {
    const unfit = findIssuerProblem(folder, issuer) ?? this.#findWayOut(folder);
    if (unfit) return [unfit];
    const names = listShown(folder, this.#reading.effects);
    if (!Array.isArray(names)) return [names];
    const documents = names.filter((name) => !isCompanion(name));
    if (documents.length === 0) return [problem(folder, complaints.emptyIssuer)];
    const results = documents.map((name) => this.readSource(join(folder, name), issuer));
    const ids = new Set(documents.flatMap((name) => [readDocumentId(name), name]));
    const alone = names.filter((name) => isOwnWord(name) && !ids.has(readCompanionId(name)));
    const lost = alone.map((name) =>
      problem(join(folder, name), complaints.noDocumentBeside(readCompanionId(name))),
    );
    return this.withSettings(folder, names, [...withoutSharedIds(results), ...lost]);
  }

  /** Documents with what a person says of their issuer in its folder. */
  withSettings(
    folder: string,
    names: readonly string[],
    results: readonly (SourceText | Problem)[],
  ): (SourceText | Problem)[] {
    const withAnswers = this.#withAnswers(folder, names, results);
    if (!names.includes(SETTINGS_FILE)) return withAnswers;
    const file = join(folder, SETTINGS_FILE);
    const text = this.#readText(file);
    if (typeof text !== 'string') return [...withAnswers, text];
    const ids = names.filter((name) => !isCompanion(name)).map(readDocumentId);
    const settings = parseIssuerSettings(text, ids);
    if ('mend' in settings) return [...withAnswers, problem(file, settings)];
    return withAnswers.map((result) => (isProblem(result) ? result : { ...result, settings }));
  }

  /** Documents with what a person answers to findings in them. */
  #withAnswers(
    folder: string,
    names: readonly string[],
    results: readonly (SourceText | Problem)[],
  ): (SourceText | Problem)[] {
    if (!names.includes(ANSWERS_FILE)) return [...results];
    const file = join(folder, ANSWERS_FILE);
    const text = this.#readText(file);
    if (typeof text !== 'string') return [...results, text];
    const rows = parseAnswers(file, text);
    const answers = rows.filter((row) => 'status' in row);
    const told = results.map((result) => (isProblem(result) ? result : { ...result, answers }));
    return [...told, ...rows.filter((row) => 'mend' in row)];
  }

  readSource(file: string, issuer: string): SourceText | Problem {
    const name = basename(file);
    const out = this.#findWayOut(file);
    if (out) return out;
    if (this.#reading.effects.kindOf(file) === 'folder') return this.#readParts(file, issuer, name);
    const complaint = this.#findComplaint(file, name, this.#reading.extensions);
    if (complaint) return problem(file, complaint);
    const bytes = readBytes(file, this.#reading.effects);
    return isProblem(bytes)
      ? bytes
      : this.#withOwnWords({ issuer, id: readDocumentId(name), file, name, bytes });
  }

  /** A folder with a date in its name is one document of several tables. */
  #readParts(folder: string, issuer: string, name: string): SourceText | Problem {
    if (!isDatedName(name)) return problem(folder, complaints.folderAmongDocuments);
    if (!isSafeName(name)) return problem(folder, complaints.unsafeFileName(name));
    const names = listShown(folder, this.#reading.effects);
    if (!Array.isArray(names)) return names;
    const parts: SourcePart[] = [];
    for (const part of names) {
      const file = join(folder, part);
      const bytes =
        this.#findWayOut(file) ??
        asProblem(file, this.#findFileComplaint(file, part, PART_EXTENSIONS)) ??
        readBytes(file, this.#reading.effects);
      if (isProblem(bytes)) return bytes;
      parts.push({ name: part, bytes });
    }
    if (parts.length === 0) return problem(folder, complaints.emptyFolder);
    return this.#withOwnWords({ issuer, id: name, file: folder, name, bytes: new Uint8Array(), parts });
  }

  /** A document with what a person said of it, and how it was read once. Without these it may not be published. */
  #withOwnWords(source: SourceText): SourceText | Problem {
    const beside = (name: string) => join(dirname(source.file), `${source.id}.${name}`);
    const [words, pinned] = [beside('overrides.json'), beside('reading.json')];
    let told = source;
    if (this.#reading.effects.kindOf(words) === 'file') {
      const text = this.#readText(words);
      const own = this.#readOwnMeasures(dirname(source.file)).map(({ id }) => id);
      const overrides = typeof text === 'string' ? parseOverrides(words, text, own) : text;
      if ('mend' in overrides) return { ...overrides, file: words };
      told = { ...told, overrides };
    }
    if (!this.#reading.ignoresPins && this.#reading.effects.kindOf(pinned) === 'file') {
      const text = this.#readText(pinned);
      const pin = typeof text === 'string' ? parsePin(source, text) : text;
      if ('mend' in pin) return { ...pin, file: pinned };
      told = { ...told, ...pin };
    }
    return told;
  }

  #readOwnMeasures(folder: string): readonly OwnMeasure[] {
    const file = join(folder, SETTINGS_FILE);
    const text = this.#reading.effects.kindOf(file) === 'file' ? this.#readText(file) : '';
    return typeof text === 'string' ? readOwnMeasures(text) : [];
  }

  #findComplaint(file: string, name: string, extensions: readonly string[]): Complaint | undefined {
    const complaint = this.#findFileComplaint(file, name, extensions);
    if (complaint) return complaint;
    if (!isDatedName(name)) return complaints.badFileName(name);
    return isSafeName(name) && isSafeName(readDocumentId(name)) ? undefined : complaints.unsafeFileName(name);
  }

  #findFileComplaint(file: string, name: string, extensions: readonly string[]): Complaint | undefined {
    const kind = this.#reading.effects.kindOf(file);
    if (kind === 'missing') return complaints.missing;
    if (kind === 'folder') return complaints.folderAmongDocuments;
    if (kind === 'other') return complaints.noFile;
    const extension = readExtension(name);
    return extensions.includes(extension) ? undefined : complaints.unknownExtension(extension, extensions);
  }

  /** What a person wrote beside the documents. */
  #readText(file: string): string | Problem {
    const bytes = this.#findWayOut(file) ?? readBytes(file, this.#reading.effects);
    return isProblem(bytes) ? bytes : new TextDecoder().decode(bytes);
  }

  #findWayOut(path: string): Problem | undefined {
    const way = relative(this.#root, this.#reading.effects.realPath(path));
    return way === '..' || way.startsWith(`..${sep}`) ? problem(path, complaints.leadsOut) : undefined;
  }
}

/** Of documents with one id, but for case, the richest is read; the others are problems. */
function withoutSharedIds(results: readonly (SourceText | Problem)[]): (SourceText | Problem)[] {
  const best = new Map<string, SourceText>();
  for (const result of results) {
    if (isProblem(result)) continue;
    const other = best.get(foldId(result));
    if (!other || isRicher(result, other)) best.set(foldId(result), result);
  }
  return results.map((result) => {
    if (isProblem(result)) return result;
    const read = best.get(foldId(result)) ?? result;
    return read === result ? result : problem(result.file, complaints.sharedId(result, read));
  });
}

const foldId = ({ id }: SourceText): string => id.toLowerCase();

const withoutDocuments = (folder: string, found: string): OpenedFolder =>
  unread(problem(folder, complaints.noDocumentsFolder(found)));

function withoutIssuers(folder: string, names: readonly string[]): OpenedFolder {
  const complaint = names.some(isDatedName) ? complaints.issuerFolderItself : complaints.noIssuer;
  return unread(problem(folder, complaint));
}

const asProblem = (file: string, complaint: Complaint | undefined): Problem | undefined =>
  complaint && problem(file, complaint);

const problem = (file: string, complaint: Complaint): Problem => ({ file, ...complaint });

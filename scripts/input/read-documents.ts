import { basename, dirname, join, resolve } from 'node:path';
import type { SourceText } from '../../src/model/corpus.ts';
import { EDITIONS, type Edition } from '../../src/model/document.ts';
import { isRealDate } from '../../src/model/period.ts';
import type { Complaint, Problem } from '../../src/model/problem.ts';
import type { Effects } from '../effects.ts';
import * as complaints from './document-complaints.ts';

/** What a documents folder holds, as far as it can be read, and everything that is wrong with it. */
export interface DocumentFolder {
  readonly edition: Edition;
  readonly sources: readonly SourceText[];
  readonly problems: readonly Problem[];
}

/** What reading needs to know: the disk, and the extensions that some reader understands. */
export interface Reading {
  readonly effects: Effects;
  readonly extensions: readonly string[];
}

const EDITION_FILE = 'EDITION';
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const DATED_NAME = /^(\d{4})-(\d{2})-(\d{2})-[A-Za-z0-9]/;
/** Addresses of the site beside which no issuer's pages can stand. */
const TAKEN_ADDRESSES = ['data', '404', 'pagefind'];

/**
 * Reads every document below `folder`: one folder per issuer, in it one file per release. Files beside the issuer
 * folders, README files and names that start with a dot are passed over; anything else that is no document is a
 * problem, so that no release is left out in silence.
 */
export function readDocuments(folder: string, reading: Reading): DocumentFolder {
  const { effects } = reading;
  const kind = effects.kindOf(folder);
  if (kind !== 'folder') return withoutDocuments(folder, kind === 'missing' ? 'nothing' : 'a file');
  const names = effects.list(folder).filter(isShown);
  const issuers = names.filter((name) => effects.kindOf(join(folder, name)) === 'folder');
  if (issuers.length === 0) return withoutIssuers(folder, names);
  const edition = readEdition(folder, effects);
  const results = issuers.flatMap((issuer) => readIssuer(join(folder, issuer), issuer, reading));
  return gather(edition, results);
}

/** Reads one document that stands in its issuer's folder. */
export function readDocument(file: string, reading: Reading): DocumentFolder {
  const issuerFolder = dirname(resolve(file));
  const issuer = basename(issuerFolder);
  const edition = readEdition(dirname(issuerFolder), reading.effects);
  return gather(edition, [findIssuerProblem(dirname(file), issuer) ?? readSource(file, issuer, reading)]);
}

function gather(edition: Edition | Problem, results: readonly (SourceText | Problem)[]): DocumentFolder {
  const problems = [...results.filter(isProblem), ...(typeof edition === 'string' ? [] : [edition])];
  return {
    edition: typeof edition === 'string' ? edition : 'published',
    sources: results.filter((result): result is SourceText => !isProblem(result)),
    problems,
  };
}

const isProblem = (result: SourceText | Problem): result is Problem => 'mend' in result;

const isShown = (name: string): boolean => !name.startsWith('.');
const isReadme = (name: string): boolean => /^readme/i.test(name);

/** The folder says with one word in a file `EDITION` what its texts are; without it they are as published. */
function readEdition(folder: string, effects: Effects): Edition | Problem {
  const file = join(folder, EDITION_FILE);
  if (effects.kindOf(file) !== 'file') return 'published';
  const word = new TextDecoder().decode(effects.readBytes(file)).trim();
  return (
    EDITIONS.find((edition) => edition === word) ?? problem(file, complaints.unknownEdition(word, EDITIONS))
  );
}

function readIssuer(folder: string, issuer: string, reading: Reading): (SourceText | Problem)[] {
  const unfit = findIssuerProblem(folder, issuer);
  if (unfit) return [unfit];
  const names = reading.effects.list(folder).filter((name) => isShown(name) && !isReadme(name));
  if (names.length === 0) return [problem(folder, complaints.emptyIssuer)];
  const results = names.map((name) => readSource(join(folder, name), issuer, reading));
  return [...results, ...findSharedIds(results)];
}

function findIssuerProblem(folder: string, issuer: string): Problem | undefined {
  if (!SAFE_NAME.test(issuer)) return problem(folder, complaints.badIssuerName(issuer));
  if (TAKEN_ADDRESSES.includes(issuer))
    return problem(folder, complaints.takenAddress(issuer, TAKEN_ADDRESSES));
  return undefined;
}

function readSource(file: string, issuer: string, reading: Reading): SourceText | Problem {
  const name = basename(file);
  const complaint = findNameComplaint(file, name, reading);
  if (complaint) return problem(file, complaint);
  const id = name.slice(0, name.lastIndexOf('.'));
  try {
    return { issuer, id, file, name, bytes: reading.effects.readBytes(file) };
  } catch (error) {
    return problem(file, complaints.unreadable(error as NodeJS.ErrnoException));
  }
}

function findNameComplaint(
  file: string,
  name: string,
  { effects, extensions }: Reading,
): Complaint | undefined {
  const kind = effects.kindOf(file);
  if (kind === 'missing') return complaints.missing;
  if (kind === 'folder') return complaints.folderAmongDocuments;
  if (kind === 'other') return complaints.noFile;
  const extension = /\.([^.]+)$/.exec(name)?.[1] ?? '';
  if (!extensions.includes(extension.toLowerCase()))
    return complaints.unknownExtension(extension, extensions);
  const [, year, month, day] = DATED_NAME.exec(name) ?? [];
  if (!isRealDate(Number(year), Number(month), Number(day))) return complaints.badFileName(name);
  return SAFE_NAME.test(name) ? undefined : complaints.unsafeFileName(name);
}

/** One problem for each document whose id an earlier one in the folder has already. */
function findSharedIds(results: readonly (SourceText | Problem)[]): Problem[] {
  const first = new Map<string, SourceText>();
  return results.flatMap((result) => {
    if (isProblem(result)) return [];
    const earlier = first.get(result.id);
    if (earlier) return [problem(result.file, complaints.sharedId(result, earlier))];
    first.set(result.id, result);
    return [];
  });
}

function withoutDocuments(folder: string, found: string): DocumentFolder {
  return gather('published', [problem(folder, complaints.noDocumentsFolder(found))]);
}

function withoutIssuers(folder: string, names: readonly string[]): DocumentFolder {
  const isIssuerFolder = names.some((name) => DATED_NAME.test(name));
  return gather('published', [
    problem(folder, isIssuerFolder ? complaints.issuerFolderItself : complaints.noIssuer),
  ]);
}

const problem = (file: string, complaint: Complaint): Problem => ({ file, ...complaint });

import { basename, join } from 'node:path';
import type { SourceText } from '../../src/model/corpus.ts';
import { formatCounted } from '../../src/model/format.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';
import { EXTENSIONS } from '../1-read/formats.ts';
import { parseArguments, UsageError } from '../commands/arguments.ts';
import type { Compile } from '../commands/convert-documents.ts';
import { EXIT, type Program } from '../commands/program.ts';
import { findConfig, readConfig } from '../config/read-config.ts';
import type { Effects } from '../effects.ts';
import * as complaints from '../input/document-complaints.ts';
import { isDatedName, isSafeName, readDocumentId, readExtension } from '../input/document-names.ts';
import { openDocuments } from '../input/read-documents.ts';
import { filesOfReports } from './files.ts';
import { findSlug } from './slug.ts';

const USAGE = `Usage: tieout init [RELEASE…] [--issuer SLUG] [--yes]

Makes a folder of reports here: tieout.config.ts, documents, a workflow that publishes them, a README. What is
there already is left as it is.

  RELEASE…       earnings releases, copied into documents/<issuer>/; issuer, day and period are read in them
  --issuer SLUG  the issuer's part of addresses, as in acme (default: made of its name)
  --yes          asks nothing; it never does`;

/** The program `init`: a release in, everything out that building a site of it needs. */
export const initWith = (compile: Compile): Program => ({
  usage: USAGE,
  async run(args, effects) {
    const { values, operands } = parseArguments(args, { values: ['issuer'], switches: ['yes'] });
    if (values.issuer !== undefined && !isSafeName(values.issuer))
      throw new UsageError(`--issuer takes letters, digits, dots and hyphens, not ${values.issuer}`);
    const settings = findConfig('.', effects);
    const { documents = 'documents' } = (await readConfig('.', effects)).config;
    const found: FoundRelease[] = [];
    for (const file of operands) found.push(await findRelease(file, effects, compile));
    const known =
      values.issuer === undefined && found.length > 0 ? await nameFolders(documents, effects, compile) : [];
    const releases = found.map((release): PlacedRelease => {
      const issuer = values.issuer ?? findFolder(release, known) ?? release.slug;
      return { ...release, path: join(documents, issuer, release.name) };
    });
    assertOneEach(releases, effects);
    for (const { file, path, told } of releases) {
      effects.say(told);
      if (isFree(path, effects)) effects.copy(effects.realPath(file), path);
    }
    for (const [path, text] of filesOfReports(releases[0]?.shortName, settings)) {
      if (isFree(path, effects)) effects.write(path, [text]);
    }
    if (releases.length === 0 && effects.kindOf(documents) === 'missing') effects.makeFolder(documents);
    effects.say(describeNext(releases));
    return EXIT.done;
  },
});

/** A release, what was read in it, and where it goes. */
interface FoundRelease {
  readonly file: string;
  /** What its file is called among the documents. */
  readonly name: string;
  /** Its issuer as a part of addresses, and how it is called; empty where no name was found. */
  readonly slug: string;
  readonly names: readonly string[];
  readonly shortName: string;
  readonly told: string;
}

/** Where a release goes, within the documents. */
interface PlacedRelease extends FoundRelease {
  readonly path: string;
}

/** Stands for the issuer while its name is not known. */
const UNNAMED = 'company';

async function findRelease(file: string, effects: Effects, compile: Compile): Promise<FoundRelease> {
  const source = readRelease(file, effects);
  const corpus = await compile([source], 'published');
  const [found] = corpus.issuers;
  const [document] = found?.documents ?? [];
  if (!found || !document) throw new InputError(corpus.leftOut);
  const { name, shortName } = found.issuer;
  const names = name === UNNAMED ? [] : [name, shortName];
  const hasFitName = isDatedName(source.name) && isSafeName(source.name);
  const base = `${document.released}-${document.periodSlug}.${readExtension(source.name)}`;
  const who = name === UNNAMED ? `a company whose name was not found (--issuer names it)` : name;
  const facts = formatCounted(found.facts.length, 'fact');
  return {
    file,
    name: hasFitName ? source.name : base,
    slug: findSlug(names.at(-1) ?? '') ?? UNNAMED,
    names,
    shortName: names.at(-1) ?? '',
    told: `Read ${file}: ${who}, ${document.periodSlug}, released ${document.released}, ${facts}`,
  };
}

/** A folder of an issuer that is there, and the names by which its latest release calls it. */
interface NamedFolder {
  readonly slug: string;
  readonly names: readonly string[];
}

async function nameFolders(folder: string, effects: Effects, compile: Compile): Promise<NamedFolder[]> {
  if (effects.kindOf(folder) !== 'folder') return [];
  const { issuers, edition } = openDocuments(folder, { effects, extensions: EXTENSIONS });
  const named: NamedFolder[] = [];
  for (const [index, { slug, read }] of issuers.entries()) {
    effects.progress('Reading whose releases are here', index + 1, issuers.length);
    const { issuers: found } = await compile(read().sources.slice(-1), edition);
    named.push({ slug, names: found.flatMap(({ issuer }) => [issuer.name, issuer.shortName]) });
  }
  return named;
}

/** The folder of the issuer of a release: of the name that is made of its own, or one whose releases call it the same. */
function findFolder({ slug, names }: FoundRelease, folders: readonly NamedFolder[]): string | undefined {
  const own = new Set(names.map(findSlug));
  const isSame = (folder: NamedFolder): boolean =>
    folder.names.map(findSlug).some((one) => one !== undefined && own.has(one));
  return (folders.find((folder) => folder.slug === slug) ?? folders.find(isSame))?.slug;
}

function readRelease(file: string, effects: Effects): SourceText {
  const name = basename(file);
  const kind = effects.kindOf(file);
  if (kind === 'folder')
    throw new UsageError(`${file} is a folder. Put it into documents/<issuer>/ as it is, or name files`);
  const extension = readExtension(name);
  const complaint =
    kind === 'missing'
      ? complaints.missing
      : EXTENSIONS.includes(extension)
        ? undefined
        : complaints.unknownExtension(extension, EXTENSIONS);
  if (complaint) throw new InputError([{ file, ...complaint }]);
  return { issuer: UNNAMED, id: readDocumentId(name), file, name, bytes: effects.readBytes(file) };
}

/** Refuses releases that would have the name of another one, which would be left in its place. */
function assertOneEach(releases: readonly PlacedRelease[], effects: Effects): void {
  const isSame = (one: string, other: string): boolean =>
    Buffer.compare(effects.readBytes(one), effects.readBytes(other)) === 0;
  const problems = releases.flatMap(({ file, path }, index): Problem[] => {
    const before = releases.slice(0, index).find((other) => other.path === path)?.file;
    const there = effects.kindOf(path) === 'file' ? path : before;
    if (there === undefined || isSame(there, file)) return [];
    const found = `another release than ${there}, which has its name in the documents`;
    const mend = `call it ${basename(path).replace(/(?=\.[^.]*$)/, '-corrected')}, or as it is to be called`;
    return [{ file, line: 0, column: 0, found, expected: 'a name for each release', mend }];
  });
  if (problems.length > 0) throw new InputError(problems);
}

/** What is there is someone's work. Says what is written and what is left. */
function isFree(path: string, effects: Effects): boolean {
  const isThere = effects.kindOf(path) !== 'missing' || effects.isLink(path);
  effects.say(isThere ? `Left ${path} as it is` : `Wrote ${path}`);
  return !isThere;
}

const describeNext = (releases: readonly FoundRelease[]): string =>
  releases.length > 0
    ? 'Next: npx tieout build makes the site in dist, npx tieout dev shows it while you work.'
    : 'Next: npx tieout init RELEASE puts a release into documents, then npx tieout build makes the site in dist.';

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
    for (const file of operands) found.push(await findRelease(file, values.issuer, effects, compile));
    const releases = found.map((release) => ({ ...release, path: join(documents, release.path) }));
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
  /** Below the folder of documents. */
  readonly path: string;
  readonly shortName: string;
  readonly told: string;
}

/** Stands for the issuer while its name is not known. */
const UNNAMED = 'company';

async function findRelease(
  file: string,
  wanted: string | undefined,
  effects: Effects,
  compile: Compile,
): Promise<FoundRelease> {
  const source = readRelease(file, effects);
  const corpus = await compile([source], 'published');
  const [found] = corpus.issuers;
  const [document] = found?.documents ?? [];
  if (!found || !document) throw new InputError(corpus.leftOut);
  const { name, shortName } = found.issuer;
  const issuer = wanted ?? findSlug(name === UNNAMED ? '' : shortName) ?? UNNAMED;
  const hasFitName = isDatedName(source.name) && isSafeName(source.name);
  const base = `${document.released}-${document.periodSlug}.${readExtension(source.name)}`;
  const path = join(issuer, hasFitName ? source.name : base);
  const who = name === UNNAMED ? `a company whose name was not found (--issuer names it)` : name;
  const facts = formatCounted(found.facts.length, 'fact');
  return {
    file,
    path,
    shortName: name === UNNAMED ? '' : shortName,
    told: `Read ${file}: ${who}, ${document.periodSlug}, released ${document.released}, ${facts}`,
  };
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
function assertOneEach(releases: readonly FoundRelease[], effects: Effects): void {
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

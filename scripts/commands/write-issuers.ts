import type { ReadingChoices } from '../1-read/read-source.ts';
import type { Effects } from '../effects.ts';
import { type IssuerBrief, makeBrief } from '../output/issuer-brief.ts';
import type { Hashes } from '../output/receipt-json.ts';
import { writeIssuer } from '../output/write-files.ts';
import { findFiles, type KeptFiles, keepFiles, putFiles } from '../results/keep-files.ts';
import { NOTHING_KEPT, type Results } from '../results/results.ts';
import {
  type Compile,
  type ConvertedIssuers,
  type ConvertIssuer,
  convertIssuers,
  type Wanted,
} from './convert-documents.ts';

/** An issuer whose files are written: what is held of it, and where the files are kept, their hashes, and one of all. */
export interface WrittenIssuer {
  readonly brief: IssuerBrief;
  readonly digest: string;
  readonly hashes: Hashes;
  /** Puts the data that pages are made of in place, where they were kept: pages that were kept too need none. */
  putData(): void;
}

export interface Writing {
  readonly compile: Compile;
  readonly choices: ReadingChoices;
  readonly results: Results;
  /** Nobody waits for workbooks: the preview makes the downloads of an issuer when they are asked for. */
  readonly isPreview?: boolean;
}

/** Converts a documents folder issuer by issuer and writes the files of each, so that no more than one is in memory. */
export function writeIssuers(
  wanted: Wanted,
  to: string,
  effects: Effects,
  writing: Writing,
): Promise<ConvertedIssuers<WrittenIssuer>> {
  return convertIssuers(wanted, effects, (...given) => writeOne(given, to, effects, writing));
}

type Outcome = Awaited<ReturnType<ConvertIssuer<WrittenIssuer>>>;

/** What is kept of an issuer beside its files. */
type Kept = Omit<Outcome, 'made'> & { readonly briefs: readonly IssuerBrief[] };

async function writeOne(
  [slug, sources, edition, onRead]: Parameters<ConvertIssuer<WrittenIssuer>>,
  to: string,
  effects: Effects,
  { compile, choices, results, isPreview = false }: Writing,
): Promise<Outcome> {
  const of = `${slug}/${isPreview ? 'preview' : 'files'}`;
  const inputs = { sources, edition, choices };
  const known = findFiles<Kept>(results, of, inputs);
  if (known) {
    const isData = (path: string) => path.startsWith(`${slug}/`);
    putFiles(known, to, effects, (path) => isPreview || !isData(path));
    return describeKept(known, () => {
      const again = findFiles(results, of, inputs);
      if (!again) throw new Error(`what was kept of ${slug} was removed while it was used`);
      putFiles(again, to, effects, isData);
    });
  }
  const written = await compileAndWrite();
  if (results === NOTHING_KEPT) return describeKept({ files: {}, digest: '', about: written.about });
  return describeKept(keepFiles(results, [of, inputs], { folder: to, ...written }, effects));

  /** The data of the issuer are in memory no longer than this. */
  async function compileAndWrite(): Promise<{ paths: string[]; about: Kept }> {
    const { issuers, leftOut, notices = [] } = await compile(sources, edition, choices, results, onRead);
    effects.releaseMemory();
    const paths = issuers.flatMap((data) => writeIssuer(to, data, effects, !isPreview));
    return { paths, about: { briefs: issuers.map((data) => makeBrief(data, sources)), leftOut, notices } };
  }
}

/** Files that were kept are not held until they are put in place. */
function describeKept(
  { files, digest, about: { briefs, ...rest } }: KeptFiles<Kept>,
  putData: () => void = () => {},
): Outcome {
  const hashes = Object.fromEntries(Object.entries(files).map(([path, { hash }]) => [path, hash]));
  return { ...rest, made: briefs.map((brief) => ({ brief, digest, hashes, putData })) };
}

import { join } from 'node:path';
import type { ReadingChoices } from '../1-read/read-source.ts';
import type { Effects } from '../effects.ts';
import { type IssuerBrief, makeBrief } from '../output/issuer-brief.ts';
import type { Hashes } from '../output/receipt-json.ts';
import { downloadPath } from '../output/site-files.ts';
import { writeIssuer } from '../output/write-files.ts';
import {
  type Earlier,
  findFiles,
  type KeptFiles,
  keepFiles,
  noteStamps,
  putFiles,
} from '../results/keep-files.ts';
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
  /** The site that these files will be part of, if it is a whole one: as it was before. */
  readonly before?: string | undefined;
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
  { compile, choices, results, before, isPreview = false }: Writing,
): Promise<Outcome> {
  const of = `${slug}/${isPreview ? 'preview' : 'files'}`;
  const inputs = { sources, edition, choices };
  const downloadsBefore = before === undefined ? undefined : findDownloads(before, slug);
  const known = findFiles<Kept>(results, of, inputs);
  const isWanted = (path: string) => isPreview || !isDataOf(slug, path);
  if (known && putFiles(results, known, to, { isWanted, before: downloadsBefore }, effects))
    return describeKept(known, puttingData(slug, results, known, to, effects));
  const written = await compileAndWrite();
  if (results === NOTHING_KEPT) return describeKept({ hashes: {}, digest: '', about: written.about });
  const kept = keepFiles(results, [of, inputs], { folder: to, ...written }, effects);
  if (downloadsBefore) noteStamps(results, downloadsBefore, kept, to, effects);
  return describeKept(kept);

  /** The data of the issuer are in memory no longer than this. */
  async function compileAndWrite(): Promise<{ paths: string[]; about: Kept }> {
    const { issuers, leftOut, notices = [] } = await compile(sources, edition, choices, results, onRead);
    effects.releaseMemory();
    const paths = issuers.flatMap((data) => writeIssuer(to, data, effects, !isPreview));
    return { paths, about: { briefs: issuers.map((data) => makeBrief(data, sources)), leftOut, notices } };
  }
}

const isDataOf = (slug: string, path: string): boolean => path.startsWith(`${slug}/`);

/** Puts the data of an issuer in place once they are needed; a function of its own, so that no document is held until then. */
const puttingData =
  (slug: string, results: Results, kept: KeptFiles<Kept>, to: string, effects: Effects) => (): void => {
    const isWanted = (path: string) => isDataOf(slug, path);
    if (!putFiles(results, kept, to, { isWanted }, effects))
      throw new Error(`what was kept of ${slug} was removed while it was used`);
  };

const findDownloads = (site: string, slug: string): Earlier => ({
  of: `${slug}/downloads`,
  place(path) {
    const download = downloadPath(path);
    return download && join(site, download);
  },
});

function describeKept(
  { hashes, digest, about: { briefs, ...rest } }: Omit<KeptFiles<Kept>, 'open'>,
  putData: () => void = () => {},
): Outcome {
  return { ...rest, made: briefs.map((brief) => ({ brief, digest, hashes, putData })) };
}

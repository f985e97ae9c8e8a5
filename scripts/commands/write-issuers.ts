import type { ReadingChoices } from '../1-read/read-source.ts';
import type { Effects } from '../effects.ts';
import { type IssuerBrief, makeBrief } from '../output/issuer-brief.ts';
import { writeIssuer } from '../output/write-files.ts';
import { findFiles, keepFiles, putFiles } from '../results/keep-files.ts';
import { NOTHING_KEPT, type Results } from '../results/results.ts';
import {
  type Compile,
  type ConvertedIssuers,
  type ConvertIssuer,
  convertIssuers,
  type Wanted,
} from './convert-documents.ts';

/** An issuer whose files are written: what is held of it, and one hash of the files where they are kept. */
export interface WrittenIssuer {
  readonly brief: IssuerBrief;
  readonly digest: string;
}

export interface Writing {
  readonly compile: Compile;
  readonly choices: ReadingChoices;
  readonly results: Results;
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
  { compile, choices, results }: Writing,
): Promise<Outcome> {
  const of = `${slug}/files`;
  const inputs = { sources, edition, choices };
  const known = findFiles<Kept>(results, of, inputs);
  if (known) {
    putFiles(known, to, effects);
    return { ...known.about, made: known.about.briefs.map((brief) => ({ brief, digest: known.digest })) };
  }
  const { issuers, leftOut, notices = [] } = await compile(sources, edition, choices, results, onRead);
  const paths = issuers.flatMap((data) => writeIssuer(to, data, effects));
  const about = { briefs: issuers.map((data) => makeBrief(data, sources)), leftOut, notices };
  const digest =
    results === NOTHING_KEPT
      ? ''
      : keepFiles(results, [of, inputs], { folder: to, paths, about }, effects).digest;
  return { leftOut, notices, made: about.briefs.map((brief) => ({ brief, digest })) };
}

import { createHash } from 'node:crypto';
import type { Corpus, SourceText } from '../../src/model/corpus.ts';
import { GRADES } from '../../src/model/verification.ts';

/** A file of the site: its path below the site's folder, and its bytes, read when they are asked for. */
export interface SiteFile {
  readonly path: string;
  readonly read: () => Uint8Array;
}

/**
 * `receipt.json`: what a site was made from and consists of. Inputs and files with their SHA-256 in hexadecimal, figures
 * by grade, checks by verdict. It names every file but itself.
 */
export function formatReceipt(
  version: string,
  sources: readonly SourceText[],
  corpus: Corpus,
  files: readonly SiteFile[],
): string {
  const receipt = {
    schema: 1,
    program: `tieout ${version}`,
    edition: corpus.edition,
    inputs: Object.fromEntries(sources.flatMap(inputsOf).sort(byPath)),
    figures: countGrades(corpus),
    checks: countVerdicts(corpus),
    files: Object.fromEntries(files.map(({ path, read }) => [path, sha256(read())] as const).sort(byPath)),
  };
  return `${JSON.stringify(receipt, null, 1)}\n`;
}

const inputsOf = ({ issuer, name, bytes, parts }: SourceText): (readonly [string, string])[] =>
  parts
    ? parts.map((part) => [`${issuer}/${name}/${part.name}`, sha256(part.bytes)] as const)
    : [[`${issuer}/${name}`, sha256(bytes)]];

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function countGrades({ issuers }: Corpus): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(GRADES.map((grade) => [grade, 0]));
  for (const { facts, verification } of issuers)
    for (const { id, doubt, origin } of facts) {
      if (origin === 'derived') continue;
      const grade = doubt ? 'unsure' : (verification.facts[id]?.grade ?? 'single');
      counts[grade] = (counts[grade] ?? 0) + 1;
    }
  return counts;
}

function countVerdicts({ issuers }: Corpus): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verification } of issuers)
    for (const [verdict, count] of Object.entries(verification.verdicts))
      counts[verdict] = (counts[verdict] ?? 0) + count;
  return counts;
}

const byPath = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  a < b ? -1 : a > b ? 1 : 0;

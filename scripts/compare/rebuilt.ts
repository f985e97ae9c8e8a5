import { join } from 'node:path';
import { type Compile, choosing, convertDocuments } from '../commands/convert-documents.ts';
import type { Effects } from '../effects.ts';
import { dataFiles } from '../output/data-files.ts';
import { countFigures, countVerdicts, makeBrief } from '../output/issuer-brief.ts';
import { joinContent } from '../output/output-file.ts';
import { type Hashes, type Receipt, sha256 } from '../output/receipt-json.ts';
import { hasSameParts } from '../output/xlsx/zip.ts';
import { compareHashes, describeDifferences } from './files.ts';
import type { Output } from './output.ts';
import { parseFactsCsv } from './read-facts.ts';

/** What the documents of a site give when they are converted anew. */
export interface Rebuilt {
  /** Data files that are not those of the receipt. */
  readonly differing: readonly string[];
  readonly figures: Receipt['figures'];
  readonly checks: Receipt['checks'];
  readonly output: Output;
}

/** What is rebuilt: a site, its receipt, and the documents that it should be of. */
export interface Rebuilding {
  readonly site: string;
  readonly receipt: Receipt;
  readonly documents: string;
  readonly inputs: Hashes;
}

export async function rebuildData(
  { site, receipt, documents, inputs }: Rebuilding,
  compile: Compile,
  effects: Effects,
): Promise<Rebuilt> {
  const { ignoresTags } = receipt.choices;
  const { corpus } = await convertDocuments(documents, effects, choosing(compile, { ignoresTags }));
  let facts = '';
  const differing: string[] = [];
  for (const file of dataFiles(corpus)) {
    const [name] = file;
    const made = joinContent(file);
    if (name === 'facts.csv') facts = String(made);
    const path = `data/${name}`;
    if (sha256(made) === receipt.files[path]) continue;
    const published = join(site, path);
    const isThere = effects.kindOf(published) === 'file';
    const isSame = isThere && hasSameParts(made, effects.readBytes(published));
    if (!isSame) differing.push(path);
  }
  const briefs = corpus.issuers.map((data) => makeBrief(data, []));
  return {
    differing,
    figures: countFigures(briefs),
    checks: countVerdicts(briefs),
    output: { facts: parseFactsCsv(facts) ?? [], inputs },
  };
}

/** How the documents, and what stands beside them, differ from what a receipt names, a line each. */
export const describeInputs = (receipt: Receipt, inputs: Hashes): string[] =>
  describeDifferences(compareHashes(receipt.inputs, inputs)).map((line) => `input ${line}`);

/** What they give otherwise than the receipt says, a line each. */
export function describeRebuilt(receipt: Receipt, { differing, figures, checks }: Rebuilt): string[] {
  return [
    ...differing.map((path) => `rebuilt otherwise: ${path}`),
    ...describeCounts('figures', receipt.figures, figures),
    ...describeCounts('checks', receipt.checks, checks),
  ];
}

type Counts = Readonly<Record<string, number>>;

const describeCounts = (of: string, said: Counts, found: Counts): string[] =>
  [...new Set([...Object.keys(said), ...Object.keys(found)])]
    .filter((name) => (said[name] ?? 0) !== (found[name] ?? 0))
    .map((name) => `${of} ${name}: ${said[name] ?? 0} by the receipt, ${found[name] ?? 0} rebuilt`);

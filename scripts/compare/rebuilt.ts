import { join } from 'node:path';
import { type Makers, makeSite } from '../commands/replace-site.ts';
import type { ReportConfig } from '../config/read-config.ts';
import type { Effects } from '../effects.ts';
import { withWorkFolder } from '../output/output-folder.ts';
import { type Hashes, parseReceipt, RECEIPT, type Receipt } from '../output/receipt-json.ts';
import { PAPERS } from '../print/paper.ts';
import { NOTHING_KEPT } from '../results/results.ts';
import { compareHashes, describeDifferences } from './files.ts';

/** A site and what its receipt says of it. */
export interface SiteWithReceipt {
  readonly folder: string;
  readonly receipt: Receipt;
}

/** What is rebuilt: a site, and the documents and settings that it should be of. */
export interface Rebuilding {
  readonly site: SiteWithReceipt;
  readonly documents: string;
  readonly settings: ReportConfig;
}

/**
 * Builds a site anew, beside the one that there is, for as long as `look` takes, and from nothing that was kept. Tells only
 * how far it is: what is wrong with the documents was said when the site was built.
 */
export async function rebuildSite<T>(
  { site, documents, settings: { config, settings, digest } }: Rebuilding,
  makers: Makers,
  effects: Effects,
  look: (rebuilt: SiteWithReceipt) => T,
): Promise<T> {
  const { base, site: origin, ignoresTags, draft } = site.receipt.choices;
  const quiet: Effects = { ...effects, say: () => {}, complain: () => {} };
  let seen: { readonly result: T } | undefined;
  await withWorkFolder(effects.realPath(site.folder), effects, async (work) => {
    const folder = join(work, 'new');
    const options = {
      ...{ documents, out: folder, base, site: origin, ignoresTags, isDraft: draft },
      ...{ settings: draft ? { ...settings, draft } : settings, settingsDigest: digest },
      ...{ strict: new Set<never>(), paper: PAPERS[config.paper ?? 'a4'], kept: NOTHING_KEPT },
    };
    effects.makeFolder(folder);
    await makeSite({ folder, scratch: join(work, 'scratch') }, options, quiet, makers);
    const receipt = parseReceipt(new TextDecoder().decode(effects.readBytes(join(folder, RECEIPT))));
    if (!receipt) throw new Error('no receipt was written');
    seen = { result: look({ folder, receipt }) };
  });
  if (!seen) throw new Error('nothing was rebuilt');
  return seen.result;
}

/** How the documents, and what stands beside them, differ from what a receipt names, a line each. */
export const describeInputs = (receipt: Receipt, inputs: Hashes): string[] =>
  describeDifferences(compareHashes(receipt.inputs, inputs)).map((line) => `input ${line}`);

/** What the documents give otherwise than the receipt says, in counts, a line each. */
export const describeCounts = (said: Receipt, found: Receipt): string[] =>
  (['figures', 'checks'] as const).flatMap((of) =>
    [...new Set([...Object.keys(said[of]), ...Object.keys(found[of])])]
      .filter((name) => (said[of][name] ?? 0) !== (found[of][name] ?? 0))
      .map((name) => `${of} ${name}: ${said[of][name] ?? 0} by the receipt, ${found[of][name] ?? 0} rebuilt`),
  );

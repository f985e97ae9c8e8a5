import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import { listInputs } from '../input/list-inputs.ts';
import { assertApart, replaceFolder } from '../output/output-folder.ts';
import { type Shard, writePart } from '../output/part.ts';
import { hashInputs } from '../output/receipt-json.ts';
import { keepResults } from '../results/keep-results.ts';
import { joinResults } from '../results/results.ts';
import { UsageError } from './arguments.ts';
import type { BuildOptions } from './build-options.ts';
import { decideStatus, describeBuilt } from './build-site.ts';
import { EXIT, type ExitStatus } from './program.ts';
import { fillSite, type Makers } from './replace-site.ts';

/** `2/4` is the second of four. */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new UsageError(`--shard takes a part of a number of parts, as in 2/4, not ${text}`);
}

/** Does for some issuers what a build does, and keeps all results in a folder of their own for `tieout merge`. */
export async function buildPart(
  options: BuildOptions,
  shard: Shard,
  effects: Effects,
  makers: Makers,
): Promise<ExitStatus> {
  const { documents, out, kept } = options;
  assertApart(documents, out, effects);
  let status: ExitStatus = EXIT.failed;
  await replaceFolder(out, 'part', effects, async ({ folder, scratch }) => {
    const own = keepResults(join(folder, 'results'), effects);
    const all = { ...options, kept: joinResults([kept], [kept, own]) };
    const work = { folder: join(scratch, 'site'), scratch: join(scratch, 'data') };
    const inputs = hashInputs(listInputs(documents, effects));
    const built = await fillSite(work, all, inputs, effects, makers, shard);
    writePart(folder, { shard, browser: built.browser, options }, effects);
    effects.say(`Built ${out}, part ${shard.index} of ${shard.count}: ${describeBuilt(built, effects)}`);
    status = decideStatus(options, built, effects);
  });
  return status;
}

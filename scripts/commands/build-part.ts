import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import { assertApart, assertReplaceable, replaceFolder } from '../output/output-folder.ts';
import { type Shard, writePart } from '../output/part.ts';
import { keepResults } from '../results/keep-results.ts';
import { joinResults } from '../results/results.ts';
import { UsageError } from './arguments.ts';
import type { BuildOptions } from './build-options.ts';
import { convertAndTell, statusOf } from './build-site.ts';
import type { Compile } from './convert-documents.ts';
import { EXIT, type ExitStatus } from './program.ts';
import { fillSite, type Makers } from './replace-site.ts';
import { summarise } from './summary.ts';

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
  { compile, ...makers }: Makers & { readonly compile: Compile },
): Promise<ExitStatus> {
  const { documents, out, kept } = options;
  assertApart(documents, out, effects);
  assertReplaceable(out, 'part', effects);
  let status: ExitStatus = EXIT.failed;
  await replaceFolder(out, 'part', effects, async ({ folder, scratch }) => {
    const own = keepResults(join(folder, 'results'), effects);
    const all = { ...options, kept: joinResults([kept], [kept, own]) };
    const converted = await convertAndTell(all, effects, compile, shard);
    const work = { folder: join(scratch, 'site'), scratch: join(scratch, 'data') };
    const { browser } = await fillSite(work, all, converted, effects, makers);
    writePart(folder, { shard, browser, options }, effects);
    const part = `part ${shard.index} of ${shard.count}`;
    effects.say(
      `Built ${out}, ${part}: ${summarise(converted.corpus)} in ${(effects.elapsed() / 1000).toFixed(1)} s`,
    );
    status = statusOf(options, converted, effects);
  });
  return status;
}

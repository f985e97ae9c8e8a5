import { join } from 'node:path';
import { UsageError } from '../commands/arguments.ts';
import type { BuildOptions } from '../commands/build-options.ts';
import type { Effects } from '../effects.ts';
import { digestProgram, PAGES, PROGRAM } from '../results/program-digest.ts';
import { sha256 } from './receipt-json.ts';

/** One of so many parts of a site; the first is 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** What a part tells of itself beside its results. */
export interface SitePart {
  readonly shard: Shard;
  /** Digest of the program, the settings and the choices that it was made by. */
  readonly madeBy: string;
  /** The browser that printed it; empty where there was none. */
  readonly browser: string;
}

interface Made {
  readonly shard: Shard;
  readonly browser: string;
  readonly options: BuildOptions;
}

const PART = 'part.json';

export function writePart(folder: string, { shard, browser, options }: Made, effects: Effects): void {
  const part: SitePart = { shard, madeBy: digestOptions(options, effects), browser };
  effects.write(join(folder, PART), [`${JSON.stringify(part)}\n`]);
}

/** Reads the parts of one site; throws a `UsageError` where they are not all of it, or of another one. */
export function readSiteParts(
  folders: readonly string[],
  options: BuildOptions,
  effects: Effects,
): SitePart[] {
  const parts = folders.map((folder) => readPart(folder, effects));
  const madeBy = digestOptions(options, effects);
  const [first] = parts;
  for (const [i, part] of parts.entries()) {
    if (part.madeBy !== madeBy)
      throw new UsageError(
        `${folders[i]} was built by another version, or with other flags or settings than are given now`,
      );
    if (part.shard.count !== first?.shard.count || part.browser !== first.browser)
      throw new UsageError(
        `${folders[i]} and ${folders[0]} are not parts of one site: they differ in the number of parts or in the browser that printed them`,
      );
  }
  const known = new Set(parts.map(({ shard }) => shard.index));
  const missing = Array.from({ length: first?.shard.count ?? 0 }, (_, i) => i + 1).filter(
    (i) => !known.has(i),
  );
  if (missing.length > 0)
    throw new UsageError(
      `of ${first?.shard.count} parts ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
    );
  return parts;
}

function readPart(folder: string, effects: Effects): SitePart {
  const file = join(folder, PART);
  if (effects.kindOf(file) !== 'file')
    throw new UsageError(`${folder} is not what tieout build --shard makes`);
  return JSON.parse(new TextDecoder().decode(effects.readBytes(file))) as SitePart;
}

/** Messages name documents by their paths, so that these are the same everywhere. */
function digestOptions(options: BuildOptions, effects: Effects): string {
  const { documents, base, site, paper, settings, ignoresTags } = options;
  const made = [
    [PROGRAM, PAGES].map((files) => digestProgram(files, effects)),
    { documents, base, site, paper, settings, ignoresTags },
  ];
  return sha256(new TextEncoder().encode(JSON.stringify(made)));
}

import { dirname, join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Effects } from '../effects.ts';
import { sha256 } from '../output/receipt-json.ts';
import type { Results } from './results.ts';

/** Files as they are kept: each packed by itself, so that only one of many has to be there whole. */
export interface KeptFiles<T> {
  /** By their paths below the folder that they were made in, in order. */
  readonly files: Readonly<Record<string, { readonly packed: Uint8Array; readonly hash: string }>>;
  /** One hash of what all of them hold. */
  readonly digest: string;
  /** What is said of them. */
  readonly about: T;
}

/** Files that were made, with what is said of them. */
interface MadeFiles<T> {
  readonly folder: string;
  readonly paths: readonly string[];
  readonly about: T;
}

export function keepFiles<T>(
  results: Results,
  [of, inputs]: readonly [of: string, inputs: unknown],
  { folder, paths, about }: MadeFiles<T>,
  effects: Effects,
): KeptFiles<T> {
  const entries = [...paths].sort().map((path) => {
    const bytes = effects.readBytes(join(folder, path));
    return [path, { packed: zstdCompressSync(bytes), hash: sha256(bytes) }] as const;
  });
  const digest = sha256(entries.map(([path, { hash }]) => `${hash}  ${path}\n`).join(''));
  const kept = { files: Object.fromEntries(entries), digest, about };
  results.keep(of, inputs, kept);
  return kept;
}

export const findFiles = <T>(results: Results, of: string, inputs: unknown): KeptFiles<T> | undefined =>
  results.find<KeptFiles<T>>(of, inputs)?.result;

/** Where the files of an earlier run stand. */
export interface Before {
  /** What is noted of how they stood is found by this. */
  readonly of: string;
  /** Where a file stands, if it does. */
  place(path: string): string | undefined;
}

interface Put {
  /** Which of the files are put in place; all where it is left out. */
  readonly isWanted?: (path: string) => boolean;
  readonly before?: Before | undefined;
}

/**
 * Puts kept files in place. Those that an earlier run put into another folder, and that nobody has written to since, then
 * stand in both: that takes a tenth of the time.
 */
export function putFiles(
  results: Results,
  kept: KeptFiles<unknown>,
  folder: string,
  { isWanted = () => true, before }: Put,
  effects: Effects,
): void {
  const stamps = before && results.find<Stamps>(before.of, kept.digest)?.result;
  const folders = new Set<string>();
  let areAllThere = true;
  for (const [path, { packed }] of Object.entries(kept.files)) {
    if (!isWanted(path)) continue;
    const place = join(folder, path);
    const there = stamps?.[path] === undefined ? undefined : before?.place(path);
    const isThere = there !== undefined && stamps?.[path] === effects.readStamp(there);
    if (isThere && !folders.has(dirname(place))) effects.makeFolder(dirname(place));
    folders.add(dirname(place));
    if (isThere && effects.link(there, place)) continue;
    effects.writeBytes(place, zstdDecompressSync(packed));
    areAllThere &&= before?.place(path) === undefined;
  }
  if (before && !areAllThere) noteStamps(results, before, kept, folder, effects);
}

/** How files stood where they were put, by their paths there: see `readStamp`. */
type Stamps = Readonly<Record<string, string>>;

/** Notes how files stand where they were put, for a later run to find there. */
export function noteStamps(
  results: Results,
  { of, place }: Before,
  { files, digest }: KeptFiles<unknown>,
  folder: string,
  effects: Effects,
): void {
  const paths = Object.keys(files).filter((path) => place(path) !== undefined);
  const stamps = paths.map((path) => [path, effects.readStamp(join(folder, path))]);
  results.keep(of, digest, Object.fromEntries(stamps) satisfies Stamps);
}

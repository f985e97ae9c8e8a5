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

export function putFiles(
  { files }: KeptFiles<unknown>,
  folder: string,
  effects: Effects,
  isWanted: (path: string) => boolean = () => true,
): void {
  for (const [path, { packed }] of Object.entries(files))
    if (isWanted(path)) effects.writeBytes(join(folder, path), zstdDecompressSync(packed));
}

/** How files stood where they were put, by their paths there: see `readStamp`. */
type Stamps = Readonly<Record<string, string>>;

/** Notes how kept files stand where they were put, for `linkFiles` of a later run. */
export function noteStamps(
  results: Results,
  of: string,
  { files, digest }: KeptFiles<unknown>,
  folder: string,
  effects: Effects,
): void {
  const stamps = Object.keys(files).map((path) => [path, effects.readStamp(join(folder, path))]);
  results.keep(of, digest, Object.fromEntries(stamps) satisfies Stamps);
}

/**
 * Puts kept files in place as `putFiles` does, but those that an earlier run put into another folder, and that nobody has
 * written to since, stand in both: that takes a tenth of the time. Returns whether all of them do.
 */
export function linkFiles(
  results: Results,
  of: string,
  { files, digest }: KeptFiles<unknown>,
  { from, to }: { readonly from: string; readonly to: string },
  effects: Effects,
): boolean {
  const stamps = results.find<Stamps>(of, digest)?.result ?? {};
  const folders = new Set<string>();
  let areAllThere = true;
  for (const [path, { packed }] of Object.entries(files)) {
    const [before, now] = [join(from, path), join(to, path)];
    const isThere = stamps[path] !== undefined && stamps[path] === effects.readStamp(before);
    if (isThere && !folders.has(dirname(now))) effects.makeFolder(dirname(now));
    folders.add(dirname(now));
    if (isThere && effects.link(before, now)) continue;
    effects.writeBytes(now, zstdDecompressSync(packed));
    areAllThere = false;
  }
  return areAllThere;
}

import { dirname, join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Effects } from '../effects.ts';
import { type Hashes, sha256 } from '../output/receipt-json.ts';
import type { Results } from './results.ts';

/** Files that are kept. What they hold is looked up where it is needed: to know of them is enough to take them from before. */
export interface KeptFiles<T> extends Index<T> {
  /** What they hold by their paths; undefined where that is gone. */
  open(): Packed | undefined;
}

interface Index<T> {
  /** By their paths below the folder that they were made in, in order. */
  readonly hashes: Hashes;
  /** One hash of what all of them hold. */
  readonly digest: string;
  /** What is said of them. */
  readonly about: T;
}

/** Each packed by itself, so that only one of many has to be there whole. */
type Packed = Readonly<Record<string, Uint8Array>>;

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
  const hashes: Record<string, string> = {};
  const packed: Record<string, Uint8Array> = {};
  for (const path of [...paths].sort()) {
    const bytes = effects.readBytes(join(folder, path));
    hashes[path] = sha256(bytes);
    packed[path] = zstdCompressSync(bytes);
  }
  const digest = sha256(formatHashes(hashes));
  const index = { hashes, digest, about };
  results.keep(namePacked(of), digest, packed);
  results.keep(of, inputs, index);
  return { ...index, open: () => packed };
}

export function findFiles<T>(results: Results, of: string, inputs: unknown): KeptFiles<T> | undefined {
  const index = results.find<Index<T>>(of, inputs)?.result;
  return index && { ...index, open: () => results.find<Packed>(namePacked(of), index.digest)?.result };
}

const namePacked = (of: string): string => `${of}.packed`;

const formatHashes = (hashes: Hashes): string =>
  Object.entries(hashes)
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('');

/** Where the files of an earlier run stand. */
export interface Earlier {
  /** What is noted of how they stood is found by this. */
  readonly of: string;
  /** Where a file stands, if it does. */
  place(path: string): string | undefined;
}

interface Put {
  /** Which of the files are put in place; all where it is left out. */
  readonly isWanted?: (path: string) => boolean;
  readonly before?: Earlier | undefined;
}

/**
 * Puts kept files in place. Those that an earlier run put into another folder, and that nobody has written to since, then
 * stand in both: that takes a tenth of the time. Returns false where what others hold is gone.
 */
export function putFiles(
  results: Results,
  kept: KeptFiles<unknown>,
  folder: string,
  { isWanted = () => true, before }: Put,
  effects: Effects,
): boolean {
  const stamps = before && results.find<Stamps>(before.of, kept.digest)?.result;
  const folders = new Set<string>();
  const others: string[] = [];
  for (const path of Object.keys(kept.hashes)) {
    if (!isWanted(path)) continue;
    const there = stamps?.[path] === undefined ? undefined : before?.place(path);
    const isThere = there !== undefined && stamps?.[path] === effects.readStamp(there);
    const place = join(folder, path);
    if (isThere && !folders.has(dirname(place))) effects.makeFolder(dirname(place));
    folders.add(dirname(place));
    if (!isThere || !effects.link(there, place)) others.push(path);
  }
  const packed = others.length > 0 ? kept.open() : {};
  if (!packed) return false;
  for (const path of others)
    effects.writeBytes(join(folder, path), zstdDecompressSync(packed[path] ?? new Uint8Array()));
  if (before && others.some((path) => before.place(path) !== undefined))
    noteStamps(results, before, kept, folder, effects);
  return true;
}

/** How files stood where they were put, by their paths there: see `readStamp`. */
type Stamps = Readonly<Record<string, string>>;

/** Notes how files stand where they were put, for a later run to find there. */
export function noteStamps(
  results: Results,
  { of, place }: Earlier,
  { hashes, digest }: KeptFiles<unknown>,
  folder: string,
  effects: Effects,
): void {
  const paths = Object.keys(hashes).filter((path) => place(path) !== undefined);
  const stamps = paths.map((path) => [path, effects.readStamp(join(folder, path))]);
  results.keep(of, digest, Object.fromEntries(stamps) satisfies Stamps);
}

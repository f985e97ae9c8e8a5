import { join } from 'node:path';
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

export function putFiles({ files }: KeptFiles<unknown>, folder: string, effects: Effects): void {
  for (const [path, { packed }] of Object.entries(files))
    effects.writeBytes(join(folder, path), zstdDecompressSync(packed));
}

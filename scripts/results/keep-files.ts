import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Effects } from '../effects.ts';
import { sha256 } from '../output/receipt-json.ts';
import type { Results } from './results.ts';

/** Files as they are kept: each packed by itself, so that only one of many has to be there whole. */
export interface KeptFiles {
  /** Packed, by their paths below the folder that they were made in. */
  readonly packed: Readonly<Record<string, Uint8Array>>;
  /** One hash of what all of them hold. */
  readonly digest: string;
}

/** Keeps files that were made, and what is said of them. */
export function keepFiles<T>(
  results: Results,
  [of, inputs]: readonly [of: string, inputs: unknown],
  { folder, paths, about }: { readonly folder: string; readonly paths: readonly string[]; readonly about: T },
  effects: Effects,
): KeptFiles & { readonly about: T } {
  const packed: Record<string, Uint8Array> = {};
  const hashes: string[] = [];
  for (const path of [...paths].sort()) {
    const bytes = effects.readBytes(join(folder, path));
    hashes.push(`${sha256(bytes)}  ${path}\n`);
    packed[path] = deflateRawSync(bytes, { level: 1 });
  }
  const kept = { packed, digest: sha256(hashes.join('')), about };
  results.keep(of, inputs, kept);
  return kept;
}

export const findFiles = <T>(
  results: Results,
  of: string,
  inputs: unknown,
): (KeptFiles & { readonly about: T }) | undefined =>
  results.find<KeptFiles & { readonly about: T }>(of, inputs)?.result;

export function putFiles({ packed }: KeptFiles, folder: string, effects: Effects): void {
  for (const [path, bytes] of Object.entries(packed))
    effects.writeBytes(join(folder, path), inflateRawSync(bytes));
}

import { join, relative, sep } from 'node:path';
import type { Effects } from '../effects.ts';
import { formatReceipt, type Hashes, parseReceipt, RECEIPT, sha256 } from './receipt-json.ts';

/** Hashes of files that were kept and put into a site as they were, by their paths in it. */
export type KnownHashes = Map<string, string>;

/** Every file of a site with its hash, hidden ones too; not the receipt itself. */
export const hashSite = (folder: string, effects: Effects): Hashes =>
  hashFiles(folder, listAll(folder, '', effects), new Map(), effects);

/** The same, where all paths are known, those of empty folders among them, and what some files hold. */
export function hashFiles(
  folder: string,
  paths: readonly string[],
  known: KnownHashes,
  effects: Effects,
): Hashes {
  const sorted = paths.filter((path) => path !== RECEIPT && !path.endsWith('/')).sort();
  return Object.fromEntries(
    sorted.map((path) => [path, known.get(path) ?? sha256(effects.readBytes(join(folder, path)))]),
  );
}

/**
 * Effects for what works on a site: the hash of a file that they write is known no more. It may be a file of the site before
 * as well, and is not written into.
 */
export function forgetWritten(known: KnownHashes, folder: string, effects: Effects): Effects {
  const forget = (path: string) => {
    if (known.delete(relative(folder, path).split(sep).join('/'))) effects.remove(path);
  };
  return {
    ...effects,
    write(path, pieces) {
      forget(path);
      effects.write(path, pieces);
    },
    writeBytes(path, bytes) {
      forget(path);
      effects.writeBytes(path, bytes);
    },
  };
}

/** Writes the receipt of a site anew after some of its files were made anew. */
export function renewReceipt(folder: string, effects: Effects): void {
  const file = join(folder, RECEIPT);
  if (effects.kindOf(file) !== 'file') return;
  const receipt = parseReceipt(new TextDecoder().decode(effects.readBytes(file)));
  if (receipt) effects.write(file, [formatReceipt({ ...receipt, files: hashSite(folder, effects) })]);
}

function listAll(folder: string, below: string, effects: Effects): string[] {
  return effects.entries(join(folder, below)).flatMap(({ name, kind }) => {
    const path = below === '' ? name : `${below}/${name}`;
    return kind === 'folder' ? listAll(folder, path, effects) : kind === 'file' ? [path] : [];
  });
}

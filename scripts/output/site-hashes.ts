import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import { MANIFEST } from './output-manifest.ts';
import { formatReceipt, type Hashes, parseReceipt, RECEIPT, sha256 } from './receipt-json.ts';

/** Every file of a site with its hash, hidden ones too; not the receipt itself, nor the list of what programs made. */
export function hashSite(folder: string, effects: Effects): Hashes {
  const paths = listAll(folder, '', effects).filter((path) => path !== RECEIPT);
  return Object.fromEntries(
    paths.sort().map((path) => [path, sha256(effects.readBytes(join(folder, path)))]),
  );
}

/** Writes the receipt of a site anew after some of its files were made anew. */
export function renewReceipt(folder: string, effects: Effects): void {
  const file = join(folder, RECEIPT);
  if (effects.kindOf(file) !== 'file') return;
  const receipt = parseReceipt(new TextDecoder().decode(effects.readBytes(file)));
  if (receipt) effects.write(file, [formatReceipt({ ...receipt, files: hashSite(folder, effects) })]);
}

function listAll(folder: string, below: string, effects: Effects): string[] {
  return effects
    .list(join(folder, below))
    .filter((name) => name !== MANIFEST)
    .flatMap((name) => {
      const path = below === '' ? name : `${below}/${name}`;
      const kind = effects.kindOf(join(folder, path));
      return kind === 'folder' ? listAll(folder, path, effects) : kind === 'file' ? [path] : [];
    });
}

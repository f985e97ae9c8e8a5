import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Effects, projectPath } from '../effects.ts';

/** What results depend on beside their inputs: our own files, the packages as npm noted them, Node. */
const READS = ['scripts', 'program', 'src/model', 'src/concepts', 'package.json'];
const PACKAGES = ['node_modules/.package-lock.json', '../.package-lock.json'];

/** What tells this program from any other version of it. */
export function digestProgram(effects: Effects, own: readonly string[] = READS): string {
  const hash = createHash('sha256').update(effects.runtime);
  for (const path of [...own, ...PACKAGES]) feed(path);
  return hash.digest('hex');

  function feed(path: string): void {
    const place = projectPath(path);
    const kind = effects.kindOf(place);
    if (kind === 'folder') for (const name of effects.list(place)) feed(join(path, name));
    if (kind !== 'file') return;
    const bytes = effects.readBytes(place);
    hash.update(`\n${path} ${bytes.length}\n`).update(bytes);
  }
}

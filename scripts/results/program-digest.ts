import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Effects, projectPath } from '../effects.ts';

/** What data and printouts depend on beside their inputs: our own files, the packages as npm noted them, Node. */
export const PROGRAM = ['scripts', 'program', 'src/model', 'src/concepts'];
/** The same of pages. */
export const PAGES = ['src', 'astro.config.mjs'];

const PACKAGES = ['package.json', 'node_modules/.package-lock.json', '../.package-lock.json'];
/** The preview's data. */
const LEFT_OUT = join('src', 'data', 'generated');

/** Digests by what read the files: a run of the program asks for them several times, and runs as it was started. */
const digests = new WeakMap<Effects, Map<string, string>>();

/** What tells this program from any other version of it, as far as some of its files go. */
export function digestProgram(files: readonly string[], effects: Effects): string {
  const known = digests.get(effects) ?? new Map<string, string>();
  digests.set(effects, known);
  const name = files.join();
  const digest = known.get(name) ?? digestFiles(files, effects);
  known.set(name, digest);
  return digest;
}

function digestFiles(files: readonly string[], effects: Effects): string {
  const hash = createHash('sha256').update(effects.runtime);
  for (const path of [...files, ...PACKAGES]) feed(path);
  return hash.digest('hex');

  function feed(path: string): void {
    const place = projectPath(path);
    const kind = path === LEFT_OUT ? 'missing' : effects.kindOf(place);
    if (kind === 'folder') for (const name of effects.list(place)) feed(join(path, name));
    if (kind !== 'file') return;
    const bytes = effects.readBytes(place);
    hash.update(`\n${path} ${bytes.length}\n`).update(bytes);
  }
}

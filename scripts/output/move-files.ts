import { dirname, join } from 'node:path';
import type { Effects } from '../effects.ts';
import { listFiles } from './list-files.ts';

/** Moves files from below one folder to below another, over those that are there. */
export function moveFiles(
  from: string,
  to: string,
  effects: Effects,
  paths: readonly string[] = effects.kindOf(from) === 'folder' ? listFiles(from, effects) : [],
): void {
  const made = new Set<string>();
  for (const path of paths) {
    const folder = dirname(join(to, path));
    if (!made.has(folder)) effects.makeFolder(folder);
    made.add(folder);
    effects.move(join(from, path), join(to, path));
  }
}

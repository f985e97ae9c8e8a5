import { join } from 'node:path';
import type { Effects } from '../effects.ts';

/** Paths of all files below a folder, in order, hidden ones left out. */
export function listFiles(folder: string, effects: Effects, below = ''): string[] {
  return effects
    .entries(join(folder, below))
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap(({ name, kind }) => {
      const path = below === '' ? name : `${below}/${name}`;
      return kind === 'folder' ? listFiles(folder, effects, path) : [path];
    });
}

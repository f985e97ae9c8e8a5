import { join } from 'node:path';
import type { Effects } from '../effects.ts';

/** What a folder was made as; a program replaces only its own kind. */
export type FolderKind = 'site' | 'data' | 'generated' | 'part';

/** Stands in every folder that the programs made: as what, then the path of every file that they put there. */
export const MANIFEST = '.tieout';

export interface Manifest {
  readonly kind: string;
  /** Paths below the folder. */
  readonly made: ReadonlySet<string>;
}

export function readManifest(folder: string, effects: Effects): Manifest | undefined {
  const file = join(folder, MANIFEST);
  if (effects.kindOf(file) !== 'file' || effects.isLink(file)) return undefined;
  const [kind = '', ...made] = new TextDecoder().decode(effects.readBytes(file)).trim().split('\n');
  return { kind: kind.trim(), made: new Set(made) };
}

/** Says of a folder what it was made as, and that all that is in it now was made: returns the paths of that. */
export function writeManifest(folder: string, kind: FolderKind | 'work', effects: Effects): string[] {
  const made = kind === 'work' ? [] : listEntries(folder, effects).map(({ path }) => path);
  write(folder, { kind, made: new Set(made) }, effects);
  return made;
}

/** Adds what a program put into a folder that was made before. */
export function addToManifest(folder: string, paths: readonly string[], effects: Effects): void {
  const known = readManifest(folder, effects);
  if (known) write(folder, { ...known, made: new Set([...known.made, ...paths]) }, effects);
}

function write(folder: string, { kind, made }: Manifest, effects: Effects): void {
  const paths = [...made].filter((path) => path !== MANIFEST).sort();
  effects.write(join(folder, MANIFEST), [[kind, ...paths, ''].join('\n')]);
}

/** Paths of what is in a folder and was made by no program: to be left alone. */
export function findForeign(folder: string, effects: Effects): string[] {
  const known = new Map<string, Manifest | undefined>();
  const readManifestOr = (path: string) => {
    if (!known.has(path)) known.set(path, readManifest(join(folder, path), effects));
    return known.get(path);
  };
  const isMade = (path: string): boolean => {
    const parts = path.split('/');
    if (parts.at(-1) === MANIFEST) return readManifestOr(parts.slice(0, -1).join('/')) !== undefined;
    return parts.some((_, depth) =>
      readManifestOr(parts.slice(0, depth).join('/'))?.made.has(parts.slice(depth).join('/')),
    );
  };
  return listEntries(folder, effects)
    .filter(({ path, isPlain }) => !isPlain || !isMade(path))
    .map(({ path }) => path);
}

interface Entry {
  readonly path: string;
  /** A file, not a link or a folder without anything in it. */
  readonly isPlain: boolean;
}

/** Every file below a folder, hidden ones too; links are not followed, and a folder without anything is an entry. */
function listEntries(folder: string, effects: Effects, below = ''): Entry[] {
  return effects.entries(join(folder, below)).flatMap(({ name, kind, isLink }): Entry[] => {
    const path = below === '' ? name : `${below}/${name}`;
    if (isLink || kind !== 'folder') return [{ path, isPlain: kind === 'file' && !isLink }];
    const inside = listEntries(folder, effects, path);
    return inside.length > 0 ? inside : [{ path: `${path}/`, isPlain: false }];
  });
}

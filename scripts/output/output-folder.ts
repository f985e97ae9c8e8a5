import { basename, dirname, join } from 'node:path';
import { UsageError } from '../commands/arguments.ts';
import type { Effects } from '../effects.ts';

/** What a folder was made as; a program replaces only its own kind. */
export type FolderKind = 'site' | 'data' | 'generated';

/** Where new output grows: `folder` becomes the output, `scratch` goes away with the rest. */
export interface Workplace {
  readonly folder: string;
  readonly scratch: string;
}

/** Stands in every folder that the programs made, and says as what. */
const MARKER = '.tieout';

/**
 * Makes the output folder anew: `fill` writes to a workplace beside it, which is moved into place only when `fill`
 * is done. If it fails, or the program is told to stop, the previous output is as it was and nothing else is left;
 * what a killed run left is cleared by the next.
 */
export async function replaceFolder(
  out: string,
  kind: FolderKind,
  effects: Effects,
  fill: (workplace: Workplace) => Promise<void> | void,
): Promise<void> {
  assertReplaceable(out, kind, effects);
  const target = effects.realPath(out);
  await withWorkFolder(target, effects, async (work) => {
    const workplace = { folder: join(work, 'new'), scratch: join(work, 'scratch') };
    effects.makeFolder(workplace.folder);
    await fill(workplace);
    mark(workplace.folder, kind, effects);
    swap(work, target, effects);
  });
}

/** Gives `work` a folder of its own beside `target`, on the same disk, which is gone afterwards, come what may. */
export async function withWorkFolder(
  target: string,
  effects: Effects,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  clearLeftovers(target, effects);
  const folder = workFolder(target, effects.processId);
  const discard = () => effects.remove(folder);
  const release = effects.onInterrupt(discard);
  try {
    mark(folder, 'work', effects);
    await work(folder);
  } finally {
    discard();
    release();
  }
}

/** Refuses a folder with anything in it that this program did not make. */
export function assertReplaceable(out: string, kind: FolderKind, effects: Effects): void {
  const found = effects.kindOf(out);
  if (found === 'missing') return;
  if (found !== 'folder') throw new UsageError(`${out} is not a folder. Name another with --out DIR`);
  const marked = readMarker(out, effects);
  if (marked === kind || (marked === undefined && holdsOnlyMarked(out, effects))) return;
  const what = marked ? `holds a ${marked} folder, not ${kind},` : 'is not empty';
  throw new UsageError(
    `${out} ${what} and was not made by this program. Nothing was changed. Name another folder with --out DIR, or empty this one`,
  );
}

/** Puts a marker into a folder within an output, so that another program may replace it alone. */
export const mark = (folder: string, kind: FolderKind | 'work', effects: Effects): void =>
  effects.write(join(folder, MARKER), [`${kind}\n`]);

function readMarker(folder: string, effects: Effects): string | undefined {
  const file = join(folder, MARKER);
  if (effects.kindOf(file) !== 'file') return undefined;
  return new TextDecoder().decode(effects.readBytes(file)).trim();
}

/** True for an empty folder, and for one in which there are only folders that the programs made. */
const holdsOnlyMarked = (folder: string, effects: Effects): boolean =>
  effects
    .list(folder)
    .map((name) => join(folder, name))
    .every((path) => effects.kindOf(path) === 'folder' && readMarker(path, effects) !== undefined);

const workFolder = (target: string, processId: number): string =>
  join(dirname(target), `.${basename(target)}.${processId}.tmp`);

/** Two renames with nothing between them that could be interrupted, short of a kill: see `clearLeftovers`. */
function swap(work: string, target: string, effects: Effects): void {
  const old = join(work, 'old');
  if (effects.kindOf(target) !== 'missing') effects.move(target, old);
  try {
    effects.move(join(work, 'new'), target);
  } catch (error) {
    if (effects.kindOf(old) !== 'missing') effects.move(old, target);
    throw error;
  }
}

/**
 * Removes the workplaces of runs that were killed. One killed between the two renames left the previous output in
 * its workplace: that is put back first.
 */
function clearLeftovers(target: string, effects: Effects): void {
  const parent = dirname(target);
  if (effects.kindOf(parent) !== 'folder') return;
  for (const name of effects.list(parent)) {
    const work = join(parent, name);
    const owner = ownerOf(name, basename(target));
    if (owner === undefined || (owner !== effects.processId && effects.isRunning(owner))) continue;
    if (readMarker(work, effects) !== 'work') continue;
    const old = join(work, 'old');
    if (effects.kindOf(target) === 'missing' && effects.kindOf(old) === 'folder') effects.move(old, target);
    effects.remove(work);
  }
}

/** The process that a workplace of this output belongs to, from its name. */
function ownerOf(name: string, output: string): number | undefined {
  if (!name.startsWith(`.${output}.`)) return undefined;
  const processId = /^(\d+)\.tmp$/.exec(name.slice(output.length + 2))?.[1];
  return processId === undefined ? undefined : Number(processId);
}

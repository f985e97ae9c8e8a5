import { basename, dirname, join, sep } from 'node:path';
import { formatCount } from '../../src/model/format.ts';
import { UsageError } from '../commands/arguments.ts';
import type { Effects } from '../effects.ts';
import { type FolderKind, findForeign, readManifest, writeManifest } from './output-manifest.ts';

/** Where new output grows: `folder` becomes the output, `scratch` goes away with the rest. */
export interface Workplace {
  readonly folder: string;
  readonly scratch: string;
}

/** Files of someone else that a refusal names. */
const NAMED = 5;

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
    writeManifest(workplace.folder, kind, effects);
    assertReplaceable(out, kind, effects);
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
  const made = findMissing(dirname(target), effects);
  const discard = () => {
    effects.remove(folder);
    for (const parent of made) {
      if (effects.kindOf(parent) === 'folder' && effects.list(parent).length === 0) effects.remove(parent);
    }
  };
  const release = effects.onInterrupt(discard);
  try {
    writeManifest(folder, 'work', effects);
    await work(folder);
  } finally {
    discard();
    release();
  }
}

/** The folders on the way to a place that are still to be made, the deepest first. */
const findMissing = (path: string, effects: Effects): string[] =>
  effects.kindOf(path) === 'missing' ? [path, ...findMissing(dirname(path), effects)] : [];

/** Refuses a folder with anything in it that the programs did not make, and one that was made as something else. */
export function assertReplaceable(out: string, kind: FolderKind, effects: Effects): void {
  const obstacle = findObstacle(out, effects);
  if (obstacle !== undefined) throw new UsageError(`${obstacle}. Name another with --out DIR`);
  if (effects.kindOf(out) === 'missing') return;
  const made = readManifest(out, effects);
  if (made && made.kind !== kind)
    throw new UsageError(
      `${out} holds a ${made.kind} folder, not ${kind}. Nothing was changed. Name another folder with --out DIR`,
    );
  const foreign = findForeign(out, effects);
  if (foreign.length > 0) throw new UsageError(refusal(out, foreign));
}

/** What is on the way to a place that is not there and no folder: a file, or a link that breaks off. */
function findObstacle(path: string, effects: Effects): string | undefined {
  const kind = effects.kindOf(path);
  if (kind === 'folder') return undefined;
  if (kind !== 'missing') return `${path} is not a folder`;
  if (effects.isLink(path)) return `${path} is a link that leads nowhere`;
  const parent = dirname(path);
  return parent === path ? undefined : findObstacle(parent, effects);
}

function refusal(out: string, foreign: readonly string[]): string {
  const more = foreign.length - NAMED;
  const names = foreign.slice(0, NAMED).join(', ');
  return `${out} is not only what this program made: ${names}${more > 0 ? ` and ${formatCount(more)} more` : ''}. Nothing was changed. Move that elsewhere, or name another folder with --out DIR`;
}

/** Documents are read where nothing is written, and written where nothing is read. */
export function assertApart(documents: string, out: string, effects: Effects): void {
  const [from, to] = [documents, out].map((path) => effects.realPath(path).replace(/[/\\]?$/, sep));
  if (from === undefined || to === undefined) return;
  if (from.startsWith(to))
    throw new UsageError(`the documents are in ${out}, which is made anew. Name another with --out DIR`);
  if (to.startsWith(from))
    throw new UsageError(`${out} is among the documents in ${documents}. Name another with --out DIR`);
}

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
    const owner = findOwner(name, basename(target));
    if (owner === undefined || (owner !== effects.processId && effects.isRunning(owner))) continue;
    if (readManifest(work, effects)?.kind !== 'work') continue;
    const old = join(work, 'old');
    if (effects.kindOf(target) === 'missing' && effects.kindOf(old) === 'folder') effects.move(old, target);
    effects.remove(work);
  }
}

/** The process that a workplace of this output belongs to, from its name. */
function findOwner(name: string, output: string): number | undefined {
  if (!name.startsWith(`.${output}.`)) return undefined;
  const processId = /^(\d+)\.tmp$/.exec(name.slice(output.length + 2))?.[1];
  return processId === undefined ? undefined : Number(processId);
}

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';

/** Milliseconds between two looks at whether another worker is done. */
const LOOK = 250;

/** Makes a folder once for all files of a run: the first that asks makes it, others wait and fail as it failed. */
export async function makeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(inject('sharedFolder'), name);
  const [begun, ended] = [`${folder}.begun`, `${folder}.ended`];
  if (isFirst(begun)) {
    const problem = await make(folder).then(
      () => '',
      (error: unknown) => String(error),
    );
    writeFileSync(begun.concat('/problem'), problem);
    renameSync(begun.concat('/problem'), ended);
  }
  while (!existsSync(ended)) await setTimeout(LOOK);
  const problem = readFileSync(ended, 'utf8');
  if (problem) throw new Error(`${name} could not be made: ${problem}`);
  return folder;
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}

import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { effects } from '../effects.ts';

/** Has what asks the system for its folder for temporary files be given another one meanwhile. */
export async function withTemporaryFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['TMPDIR'];
  try {
    process.env['TMPDIR'] = folder;
    return await work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

const PREFIX = 'tieout-browser-';
let own: string | undefined;

/**
 * Where browsers of this process keep their profiles. It goes when the process ends; one that was killed cannot remove its
 * own, so the next one does.
 */
export function profilesFolder(): string {
  if (own) return own;
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  own = folder;
  return folder;
}

function removeLeftovers(): void {
  for (const name of effects.list(tmpdir())) {
    const [, owner] = new RegExp(`^${PREFIX}(\\d+)-`).exec(name) ?? [];
    if (owner === undefined || effects.isRunning(Number(owner))) continue;
    const path = join(tmpdir(), name);
    const isOurs = lstatSync(path, { throwIfNoEntry: false })?.uid === process.getuid?.();
    if (isOurs) effects.remove(path);
  }
}

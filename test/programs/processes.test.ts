import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildWith } from '../../scripts/commands/build.ts';
import { listFiles, makeFolder, perform, putFiles } from './stage.ts';
import { compileStub, renderStub } from './stubs.ts';

const PREVIOUS = {
  'documents/acme/2013-05-15-fy2012.txt': 'Acme\n\nRevenues\t100\n',
  'out/.tieout': 'site\nindex.html\n',
  'out/index.html': 'old',
};

/** Starts a build that hangs in the middle, stops it, and returns its exit status. */
async function stopBuild(folder: string, signal: NodeJS.Signals): Promise<number | null> {
  const program = join(import.meta.dirname, 'wait-in-render.ts');
  const args = [program, '--documents', join(folder, 'documents'), '--out', join(folder, 'out')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const text of child.stdout) {
    if (String(text).includes('waiting')) break;
  }
  child.kill(signal);
  const [status] = await once(child, 'exit');
  return status;
}

describe('a build that is stopped', () => {
  test.each([
    { signal: 'SIGINT', status: 130 },
    { signal: 'SIGTERM', status: 143 },
  ] as const)('by $signal leaves the previous output and nothing else', async ({ signal, status }) => {
    const folder = makeFolder();
    putFiles(folder, PREVIOUS);
    const before = listFiles(folder);
    expect(await stopBuild(folder, signal)).toBe(status);
    expect(listFiles(folder)).toEqual(before);
  });

  test('by SIGKILL leaves the previous output, and the next build clears up', async () => {
    const folder = makeFolder();
    putFiles(folder, PREVIOUS);
    await stopBuild(folder, 'SIGKILL');
    expect(listFiles(join(folder, 'out'))['index.html']).toBe('old');
    const args = ['--documents', join(folder, 'documents'), '--out', join(folder, 'out')];
    await perform(buildWith(compileStub, renderStub), args, { folder });
    expect(Object.keys(listFiles(folder)).filter((name) => name.startsWith('.out.'))).toEqual([]);
  });
});

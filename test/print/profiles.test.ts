import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const LAUNCHER = pathToFileURL(join(import.meta.dirname, '../../scripts/print/launch-browser.ts'));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'profiles-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what a killed run leaves of its browser is removed by the next run', async () => {
  const killed = launch('await new Promise(() => setInterval(() => {}, 1000));');
  await once(killed.stdout as NodeJS.ReadableStream, 'data');
  expect(readdirSync(folder)).toHaveLength(1);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(readdirSync(folder)).toHaveLength(1);

  const [code] = await once(launch('await browser.close();'), 'exit');
  expect(code).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

/** A program that starts a browser, says so and goes on. */
function launch(goOn: string): ChildProcess {
  const program = `
    const { launchBrowser } = await import('${LAUNCHER}');
    const browser = await launchBrowser({ resolverRules: 'MAP * ~NOTFOUND' });
    console.log('started');
    ${goOn}`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

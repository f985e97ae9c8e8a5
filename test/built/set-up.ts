import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { TestProject } from 'vitest/node';
import { isBrowserShipped, unpackShippedBrowser } from '../../scripts/print/shipped-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of what is made once for a run of tests, whichever file needs it first. */
    readonly sharedFolder: string;
  }
}

/** Inside the project: builds that go elsewhere share one workplace and must not run at one time. */
export default async function setUp(project: TestProject): Promise<() => void> {
  const folder = join(import.meta.dirname, `../../shared-${process.pid}.tmp`);
  mkdirSync(folder);
  project.provide('sharedFolder', folder);
  // Programs that tests start load their modules in half the time.
  process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../../node_modules/.cache/tieout-tests');
  await chooseBrowser(folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * The browser that the lock file names, the same on every machine: one that shows no window opens pages in a third of
 * the time. `CHROMIUM_PATH` names another.
 */
async function chooseBrowser(folder: string): Promise<void> {
  if (process.env['CHROMIUM_PATH'] || `${process.platform} ${process.arch}` !== 'linux x64') return;
  if (!isBrowserShipped()) return;
  const { path, env } = await unpackShippedBrowser();
  const variables = Object.entries(env).map(([name, value]) => `export ${name}=${quote(value)}\n`);
  const program = join(folder, 'browser');
  writeFileSync(program, `#!/bin/sh\n${variables.join('')}exec ${quote(path)} "$@"\n`, { mode: 0o755 });
  process.env['CHROMIUM_PATH'] = program;
}

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

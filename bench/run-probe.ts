import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..');

/** Memory is used as by the command line. */
const SPARING = ['--import', pathToFileURL(join(ROOT, 'scripts/spare-memory.mjs')).href];

/** Runs a probe of this folder in a process of its own and gives what it prints as JSON. */
export const runProbe = <T>(name: string, args: readonly string[], flags: readonly string[] = []): T =>
  JSON.parse(
    execFileSync(process.execPath, [...SPARING, ...flags, join(import.meta.dirname, name), ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    }),
  );

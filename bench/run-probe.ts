import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

const ROOT = join(import.meta.dirname, '..');

/** Garbage is collected as `scripts/tieout.mjs` has it collected. */
const GARBAGE = '--heap-growing-percent=30';

/** Runs a probe of this folder in a process of its own and gives what it prints as JSON. */
export const runProbe = <T>(name: string, args: readonly string[], flags: readonly string[] = []): T =>
  JSON.parse(
    execFileSync(process.execPath, [GARBAGE, ...flags, join(import.meta.dirname, name), ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    }),
  );

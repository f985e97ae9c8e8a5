import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Program, runProgram } from '../../scripts/commands/program.ts';
import { type Effects, effects } from '../../scripts/effects.ts';

/** A folder of its own for a test, gone when the test is. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files, given by their paths below a folder. */
export function putFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Every file below a folder with its content, hidden ones included, and empty folders with a slash. */
export function listFiles(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1);
    return entry.isFile() ? [name, readFileSync(path, 'utf8')] : [`${name}/`, ''];
  });
  return Object.fromEntries(entries.sort());
}

export const copyFolder = (from: string, to: string): void => cpSync(from, to, { recursive: true });

/** What became of a program: its exit status and its lines, in which `folder` is left out of paths. */
export interface Outcome {
  readonly status: number;
  readonly said: string;
  readonly complained: string;
}

/** Runs a program in this process, its terminal replaced; other effects may be too. */
export async function perform(
  program: Program,
  args: readonly string[],
  { folder, ...others }: Partial<Effects> & { readonly folder: string },
): Promise<Outcome> {
  const lines = { said: '', complained: '' };
  const shorten = (line: string) => `${line.replaceAll(`${folder}/`, '').replaceAll(folder, '.')}\n`;
  const stage: Effects = {
    ...effects,
    say: (line) => {
      lines.said += shorten(line);
    },
    complain: (line) => {
      lines.complained += shorten(line);
    },
    elapsed: () => 0,
    // A stand-in's results are no program's.
    usualCache: () => undefined,
    // What this process holds is the tests' own.
    releaseMemory: () => {},
    ...others,
  };
  return { status: await runProgram(program, args, stage), ...lines };
}

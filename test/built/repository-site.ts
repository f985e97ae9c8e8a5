import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { makeOnce } from './make-once.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Path under which it is served: a link that leaves it out leads nowhere. */
export const BASE = '/reports/';

/** The repository's documents as a site without printouts: for those who look at it and change nothing. */
export const buildRepositorySite = (): Promise<string> =>
  makeOnce('repository-site', async (folder) => {
    const program = join(import.meta.dirname, 'build-without-print.ts');
    const args = ['--out', folder, '--base', BASE, '--site', 'https://reports.example'];
    await promisify(execFile)(process.execPath, [program, ...args], { cwd: ROOT });
  });

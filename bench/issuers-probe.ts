import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { convertWith } from '../scripts/commands/convert.ts';
import { runProgram } from '../scripts/commands/program.ts';
import { convertCorpus } from '../scripts/convert-corpus.ts';
import { effects } from '../scripts/effects.ts';
import { type Published, putReleases } from './issuers.ts';

/**
 * Writes the data files of so many issuers with so many releases each, small or long ones, and prints what time and
 * memory that took; run in a process of its own.
 */
const [issuers, releases, kind] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'bench-issuers-'));
const documents = join(folder, 'documents');
try {
  putReleases(documents, Number(issuers), Number(releases), kind as Published);
  const args = ['--documents', documents, '--out', join(folder, 'out'), '--no-cache'];
  await runProgram(convertWith(convertCorpus), args, { ...effects, say: () => {}, complain: () => {} });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const { user, system } = process.cpuUsage();
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ seconds: (user + system) / 1e6, peak }));

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { convertWith } from '../scripts/commands/convert.ts';
import { runProgram } from '../scripts/commands/program.ts';
import { convertCorpus } from '../scripts/convert-corpus.ts';
import { effects } from '../scripts/effects.ts';
import { copyIssuers } from './issuers.ts';

/** Writes the data files of so many issuers and prints what memory that took; run in a process of its own. */
const folder = mkdtempSync(join(tmpdir(), 'bench-issuers-'));
try {
  copyIssuers(join(folder, 'documents'), Number(process.argv[2]));
  const args = ['--documents', join(folder, 'documents'), '--out', join(folder, 'out'), '--no-cache'];
  await runProgram(convertWith(convertCorpus), args, { ...effects, say: () => {}, complain: () => {} });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(JSON.stringify({ peak: process.resourceUsage().maxRSS * 1024 }));

import process from 'node:process';
import { buildWith } from '../scripts/commands/build.ts';
import { runProgram } from '../scripts/commands/program.ts';
import { convertCorpus } from '../scripts/convert-corpus.ts';
import { effects } from '../scripts/effects.ts';
import { renderSite } from '../scripts/render-site.ts';

/** Builds a site without printouts and prints the processor time that it took; run in a process of its own. */
const quiet = { ...effects, say: () => {}, complain: () => {} };
await runProgram(buildWith(convertCorpus, renderSite), process.argv.slice(2), quiet);
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ seconds: (user + system) / 1e6 }), () => process.exit());

import process from 'node:process';
import { convertCorpus } from '../scripts/convert-corpus.ts';
import { effects } from '../scripts/effects.ts';
import { NOTHING_KEPT } from '../scripts/results/results.ts';
import { overYears } from '../test/documents/over-years.ts';
import { readCorpus } from './corpus.ts';

/** Converts so many releases of one issuer, telling how far it is as commands do, and prints what that took; run in a process of its own. */
const sources = overYears(readCorpus().sources, Number(process.argv[2]));
const before = process.cpuUsage();
const tell = (done: number, all: number): void => effects.progress('Reading releases', done, all);
await convertCorpus(sources, 'published', {}, NOTHING_KEPT, tell);
const { user, system } = process.cpuUsage(before);
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ seconds: (user + system) / 1e6, peak }));

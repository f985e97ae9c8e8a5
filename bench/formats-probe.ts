import { convertCorpus } from '../scripts/convert-corpus.ts';
import { dataFiles } from '../scripts/output/data-files.ts';
import { joinContent } from '../scripts/output/output-file.ts';
import { readCorpus } from './corpus.ts';

/** Converts the documents and writes them in every format, and prints what each took; run in a process of its own. */
const { sources } = readCorpus();
const start = process.cpuUsage();
const corpus = await convertCorpus(sources, 'published');
const converting = secondsSince(start);
const between = process.cpuUsage();
let bytes = 0;
for (const file of dataFiles(corpus)) bytes += joinContent(file).length;
console.log(JSON.stringify({ converting, writing: secondsSince(between), bytes }));

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

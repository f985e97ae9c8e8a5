import process from 'node:process';
import { convertCorpus } from '../scripts/convert-corpus.ts';
import { multiply, readCorpus } from './corpus.ts';

/** Converts so many copies of the corpus and prints what memory that took; run in a process of its own. */
const sources = multiply(readCorpus().sources, Number(process.argv[2]));
const before = heapInUse();
const corpus = await convertCorpus(sources, 'published');
const kept = heapInUse() - before;
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ kept, peak, issuers: corpus.issuers.length }));

function heapInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

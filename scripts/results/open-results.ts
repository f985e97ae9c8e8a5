import { sep } from 'node:path';
import { UsageError } from '../commands/arguments.ts';
import type { Effects } from '../effects.ts';
import { keepResults } from './keep-results.ts';
import { digestProgram, PROGRAM } from './program-digest.ts';
import { madeBy, NOTHING_KEPT, type Results } from './results.ts';

/** What a command that works with results of earlier runs tells of it. */
export const CACHE_USAGE = `  --cache DIR      where results are kept for the next run (default: node_modules/.cache/tieout beside your reports)
  --no-cache       works everything out anew and keeps nothing`;

/** Flags of such a command. */
export const CACHE_FLAGS = { values: ['cache'], switches: ['no-cache'] } as const;

interface Given {
  readonly values: Readonly<Partial<Record<'cache', string>>>;
  readonly switches: ReadonlySet<string>;
}

/** What earlier runs kept, as the user wants it; nothing is kept where packages are not in a folder of their own. */
export function openResults({ values, switches }: Given, documents: string, effects: Effects): Results {
  if (values.cache !== undefined && switches.has('no-cache'))
    throw new UsageError('either --cache DIR or --no-cache is expected, not both');
  const folder = values.cache ?? effects.usualCache();
  if (folder === undefined || switches.has('no-cache')) return NOTHING_KEPT;
  if (`${effects.realPath(folder)}${sep}`.startsWith(`${effects.realPath(documents)}${sep}`))
    throw new UsageError(`${folder} is among the documents in ${documents}. Name another with --cache DIR`);
  return keepResults(folder, effects);
}

/** Those of them that this version of the program made. */
export const ofThisProgram = (results: Results, effects: Effects, files = PROGRAM): Results =>
  results === NOTHING_KEPT ? results : madeBy(digestProgram(files, effects), results);

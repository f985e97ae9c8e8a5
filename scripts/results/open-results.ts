import { join, sep } from 'node:path';
import { UsageError } from '../commands/arguments.ts';
import { type Effects, reportsPath } from '../effects.ts';
import { keepResults } from './keep-results.ts';
import { digestProgram } from './program-digest.ts';
import { NOTHING_KEPT, type Results } from './results.ts';

/** What a command that works with results of earlier runs tells of it. */
export const CACHE_USAGE = `  --cache DIR      where results are kept for the next run (default: node_modules/.cache/tieout beside your reports)
  --no-cache       works everything out anew and keeps nothing`;

/** Flags of such a command. */
export const CACHE_FLAGS = { values: ['cache'], switches: ['no-cache'] } as const;

interface Given {
  readonly values: Readonly<Partial<Record<'cache', string>>>;
  readonly switches: ReadonlySet<string>;
}

/** The results of earlier runs, as the user wants them; none are kept where packages are not in a folder of their own. */
export function openResults({ values, switches }: Given, documents: string, effects: Effects): Results {
  if (values.cache !== undefined && switches.has('no-cache'))
    throw new UsageError('either --cache DIR or --no-cache is expected, not both');
  const folder = values.cache ?? findUsualFolder(effects);
  if (folder === undefined || switches.has('no-cache')) return NOTHING_KEPT;
  if (`${effects.realPath(folder)}${sep}`.startsWith(`${effects.realPath(documents)}${sep}`))
    throw new UsageError(`${folder} is among the documents in ${documents}. Name another with --cache DIR`);
  return keepResults(folder, digestProgram(effects), effects);
}

function findUsualFolder(effects: Effects): string | undefined {
  const packages = reportsPath('node_modules');
  return effects.kindOf(packages) === 'folder' ? join(packages, '.cache/tieout') : undefined;
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that the process holds beside what V8 uses. A small conversion stays below it. */
const MUCH = 256 * 1024 * 1024;

/**
 * Gives memory that was let go back to the machine, where it is much. V8 keeps pages that it once had, of no use to zlib and
 * what else comes on top, until it is told that memory is short; the means to tell it is handed out by new contexts only.
 */
export function releaseMemory({ rss, heapUsed }: NodeJS.MemoryUsage): void {
  if (rss - heapUsed < MUCH) return;
  setFlagsFromString('--expose-gc');
  const collect: NodeJS.GCFunction = runInNewContext('gc');
  collect({ type: 'major', flavor: 'last-resort' });
}

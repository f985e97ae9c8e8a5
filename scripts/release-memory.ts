import { type HeapInfo, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that V8 holds. A build after a small change stays below it. */
const MUCH = 256 * 1024 * 1024;

/**
 * Has garbage collected before there is a third as much of it as of what is in use, where much is: long series need a third
 * less memory. Where little is, a build after a small change would take an eighth longer.
 */
export function spareMemory({ total_heap_size: held }: HeapInfo): void {
  if (held > MUCH) setFlagsFromString('--heap-growing-percent=30');
}

/**
 * Gives memory that was let go back to the machine, where it is much. V8 keeps pages that it once had, of no use to zlib and
 * what else comes on top, until it is told that memory is short; the means to tell it is handed out by new contexts only.
 */
export function releaseMemory({ total_heap_size: held }: HeapInfo): void {
  if (held <= MUCH) return;
  setFlagsFromString('--expose-gc');
  const collect: NodeJS.GCFunction = runInNewContext('gc');
  collect({ type: 'major', flavor: 'last-resort' });
}

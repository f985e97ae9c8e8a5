import { Worker } from 'node:worker_threads';
import type { Complaint } from '../../../src/model/problem.ts';
import * as complaints from './complaints.ts';
import type { PageContent } from './page-content.ts';

type Pages = readonly PageContent[] | Complaint;

interface Bounds {
  readonly seconds: number;
  readonly megabytes: number;
}

const BOUNDS: Bounds = { seconds: 120, megabytes: 1500 };
const INTERVAL_MS = 100;

/** In a package the program lies beside what starts it, compiled. */
const PROGRAM = import.meta.url.endsWith('.ts') ? './page-reader.ts' : './page-reader.js';

let reader: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * What every page paints, or what is wrong with the file. Nothing in it is run or fetched. Streams and forms of a small
 * file can unfold to any length without ever yielding, so that only a thread of its own can be stopped; it serves one
 * file after the other.
 */
export function openPdf(bytes: Uint8Array, bounds = BOUNDS): Promise<Pages> {
  const pages = last.then(() => readApart(bytes, bounds));
  last = pages.catch(() => undefined);
  return pages;
}

function readApart(bytes: Uint8Array, { seconds, megabytes }: Bounds): Promise<Pages> {
  reader ??= new Worker(new URL(PROGRAM, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: BOUNDS.megabytes },
  });
  const own = reader;
  own.ref();
  return new Promise((resolve) => {
    let isOver = false;
    const clock = setTimeout(() => stop(complaints.tooLong(seconds)), seconds * 1000);
    const watch = setInterval(weigh, INTERVAL_MS);
    own.on('message', end).on('error', fail).postMessage(bytes);

    /** What streams unfold to lies outside the heap, which has its own limit. */
    async function weigh(): Promise<void> {
      const memory = await own.getHeapStatistics().catch(() => undefined);
      const bytesUsed = memory ? memory.used_heap_size + memory.external_memory : 0;
      if (!isOver && bytesUsed > megabytes * 2 ** 20) stop(complaints.tooMuchMemory(megabytes));
    }

    function fail(error: NodeJS.ErrnoException): void {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      stop(isFull ? complaints.tooMuchMemory(megabytes) : complaints.fromError(error));
    }

    function stop(why: Complaint): void {
      reader = undefined;
      void own.terminate();
      end(why);
    }

    function end(pages: Pages): void {
      isOver = true;
      clearTimeout(clock);
      clearInterval(watch);
      own.off('message', end).off('error', fail).unref();
      resolve(pages);
    }
  });
}

import { getHeapStatistics } from 'node:v8';
import type { Complaint } from '../../../src/model/problem.ts';
import * as complaints from './complaints.ts';

const MOST_SECONDS = 120;
const MOST_MEGABYTES = 1500;
const INTERVAL_MS = 100;

/**
 * The result of some work that yields now and then, or the bound that it went over; `stop` must make it end. Streams and
 * forms of a small file can unfold to any length.
 */
export async function within<T>(work: Promise<T>, stop: () => void): Promise<T | Complaint> {
  let complaint: Complaint | undefined;
  const give = (reason: Complaint): void => {
    complaint ??= reason;
    stop();
  };
  const atStart = heapMegabytes();
  const clock = setTimeout(() => give(complaints.tooLong(MOST_SECONDS)), MOST_SECONDS * 1000);
  const watch = setInterval(() => {
    if (heapMegabytes() - atStart > MOST_MEGABYTES) give(complaints.tooMuchMemory(MOST_MEGABYTES));
  }, INTERVAL_MS);
  try {
    const result = await work;
    return complaint ?? result;
  } catch (error) {
    if (complaint) return complaint;
    throw error;
  } finally {
    clearTimeout(clock);
    clearInterval(watch);
  }
}

const heapMegabytes = (): number => getHeapStatistics().used_heap_size / 2 ** 20;

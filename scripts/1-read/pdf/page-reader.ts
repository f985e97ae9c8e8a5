import { parentPort } from 'node:worker_threads';
import { readPageContents } from './page-contents.ts';

/** The program of the thread that `open-pdf.ts` starts: bytes of a file in, what its pages paint out. */
parentPort?.on('message', async (bytes: Uint8Array) =>
  parentPort?.postMessage(await readPageContents(bytes)),
);

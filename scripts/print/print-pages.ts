import { availableParallelism } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { ORIGIN, type ServedPages } from './serve-pages.ts';

export type Paper = 'A4' | 'Letter';

/** A page of the site on its way to paper. */
export interface PrintJob<Key> {
  readonly key: Key;
  /** Path below the base. */
  readonly page: string;
  /** Whether a reader with a screen reader is to find their way in it; without, the browser is done sooner. */
  readonly tagged?: boolean;
}

/** A page as the browser printed it. */
export interface PrintedPage {
  readonly bytes: Buffer;
  /** Texts of its headings, in order. */
  readonly headings: readonly string[];
}

/** Takes a printed page; what it gives back is to be printed next. */
export type Receive<Key> = (key: Key, printed: PrintedPage) => Promise<PrintJob<Key> | undefined>;

/** Milliseconds that a page may take, on however busy a machine. */
const PATIENCE = 300_000;

/**
 * Prints pages, as many at a time as there are cores, each in a tab that is used again. `receive` gets each one while
 * the next is printed.
 */
export async function printPages<Key>(
  browser: Browser,
  { base }: ServedPages,
  jobs: readonly PrintJob<Key>[],
  paper: Paper,
  receive: Receive<Key>,
): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: 'block' });
  context.setDefaultTimeout(PATIENCE);
  const queue = new PrintQueue(jobs);
  const work = async (): Promise<void> => {
    const tab = await context.newPage();
    await tab.emulateMedia({ media: 'print', colorScheme: 'light' });
    await warmUp(tab, base + (jobs[0]?.page ?? ''));
    for (let job = await queue.take(); job; job = await queue.take()) {
      const printed = await printPage(tab, base + job.page, paper, job.tagged ?? true);
      queue.follow(receive(job.key, printed));
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work));
  } finally {
    await context.close();
  }
}

/** Jobs that wait, and those that may bring others. */
class PrintQueue<Key> {
  readonly #waiting: PrintJob<Key>[];
  readonly #received = new Set<Promise<void>>();
  #printing = 0;
  /** Called whenever a job comes or the last one is done. */
  #changed: () => void = () => undefined;
  #change = this.#nextChange();

  constructor(jobs: readonly PrintJob<Key>[]) {
    this.#waiting = [...jobs];
  }

  /** The next job, undefined when all are done. */
  async take(): Promise<PrintJob<Key> | undefined> {
    while (this.#waiting.length === 0 && this.#printing > 0) await this.#change;
    const job = this.#waiting.shift();
    if (job) this.#printing++;
    else await Promise.all(this.#received);
    return job;
  }

  /** What comes of a printed page goes before all that wait. */
  follow(received: Promise<PrintJob<Key> | undefined>): void {
    const done = received
      .then((job) => {
        if (job) this.#waiting.unshift(job);
      })
      .finally(() => {
        this.#printing--;
        this.#changed();
        this.#change = this.#nextChange();
      });
    done.catch(() => undefined);
    this.#received.add(done);
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#changed = resolve;
    });
  }
}

/**
 * Opens a page once before the first is printed, so that fonts come from the browser's memory for all: a page whose
 * fonts arrive while it is laid out may be painted, and so numbered, in another order.
 */
async function warmUp(tab: Page, path: string): Promise<void> {
  await tab.goto(ORIGIN + path, { waitUntil: 'load' });
  await tab.evaluate(readHeadings);
}

async function printPage(tab: Page, path: string, paper: Paper, tagged: boolean): Promise<PrintedPage> {
  const response = await tab.goto(ORIGIN + path, { waitUntil: 'load' });
  if (response?.status() !== 200) throw new Error(`${path}: there is no such page to print`);
  const headings = await tab.evaluate(readHeadings);
  const bytes = await tab.pdf({ format: paper, preferCSSPageSize: true, tagged, outline: tagged });
  return { bytes, headings };
}

/**
 * Runs in the page. On paper no text stands in a font that happened to be there first: every font is waited for. Those
 * that cannot load are stand-ins by local names, which this machine may lack.
 */
async function readHeadings(): Promise<string[]> {
  for (const face of document.fonts) face.display = 'block';
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
  await document.fonts.ready;
  return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) =>
    (heading.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
}

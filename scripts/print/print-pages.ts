import { availableParallelism } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { ORIGIN, type ServedPages, WINDOW_WIDTH } from './serve-pages.ts';

export type Paper = 'A4' | 'Letter';

/** A page on its way to paper. */
export interface PrintJob {
  /** Its path below the base. A page that is put together for paper is put together now. */
  readonly open: () => Promise<string>;
  /** Whether a reader with a screen reader is to find their way in it; without, the browser is done sooner. */
  readonly tagged: boolean;
  /** Takes what was printed; what it gives back is to be printed next. */
  readonly receive: (printed: PrintedPage) => Promise<PrintJob | undefined>;
}

/** A page as the browser printed it. */
export interface PrintedPage {
  readonly bytes: Buffer;
  /** Texts of its headings, in order. */
  readonly headings: readonly string[];
}

/** Nothing is shown in it. */
const WINDOW_HEIGHT = 100;

/** Milliseconds that a page may take, on however busy a machine. */
const PATIENCE = 300_000;

/**
 * Prints pages, as many at a time as there are cores, each in a tab that is used again. A job receives its page while
 * the next is printed.
 */
export async function printPages(
  browser: Browser,
  { base }: ServedPages,
  jobs: readonly PrintJob[],
  paper: Paper,
): Promise<void> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    serviceWorkers: 'block',
    viewport: { width: WINDOW_WIDTH, height: WINDOW_HEIGHT },
  });
  context.setDefaultTimeout(PATIENCE);
  const queue = new PrintQueue(jobs);
  const work = async (): Promise<void> => {
    const tab = await context.newPage();
    await tab.emulateMedia({ media: 'print', colorScheme: 'light' });
    for (let job = await queue.take(); job; job = await queue.take()) {
      const page = await job.open();
      queue.follow(job.receive(await printPage(tab, base + page, paper, job.tagged)));
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work));
  } finally {
    await context.close();
  }
}

/** Jobs that wait, and those that may bring others. */
class PrintQueue {
  readonly #waiting: PrintJob[];
  readonly #received = new Set<Promise<void>>();
  #printing = 0;
  /** Called whenever a job comes or the last one is done. */
  #changed: () => void = () => undefined;
  #change = this.#nextChange();

  constructor(jobs: readonly PrintJob[]) {
    this.#waiting = [...jobs];
  }

  /** The next job, undefined when all are done. */
  async take(): Promise<PrintJob | undefined> {
    while (this.#waiting.length === 0 && this.#printing > 0) await this.#change;
    const job = this.#waiting.shift();
    if (job) this.#printing++;
    else await Promise.all(this.#received);
    return job;
  }

  /** What comes of a printed page goes before all that wait. */
  follow(received: Promise<PrintJob | undefined>): void {
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

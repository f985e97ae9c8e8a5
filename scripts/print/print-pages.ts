import { availableParallelism } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { drawHatches } from './draw-hatches.ts';
import { loadFonts } from './load-fonts.ts';
import type { Paper } from './paper.ts';
import { ORIGIN, type ServedPages, WINDOW_WIDTH } from './serve-pages.ts';

/** A tab of the browser, in which pages are opened and printed one after the other. */
export interface PrintTab {
  /** For what is done in a page before it is printed. */
  readonly page: Page;
  /** Opens a page of the site, given its path below the base. */
  open(path: string): Promise<void>;
  /** Prints the page that is open, when its fonts are there. `tagged`: for readers with a screen reader, too. */
  print(tagged: boolean): Promise<Buffer>;
}

/** A page on its way to paper. */
export interface PrintJob {
  /** Opens the page and prints it. */
  readonly print: (tab: PrintTab) => Promise<Buffer>;
  /** Takes what was printed, and the texts of the page's headings, in order. */
  readonly receive: (printed: PrintedPage) => Promise<void>;
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
  const waiting = jobs.values();
  const work = async (): Promise<void> => {
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    const tab = makeTab(page, base, paper);
    let received: Promise<void> = Promise.resolve();
    for (const job of waiting) {
      const bytes = await job.print(tab);
      const headings = await page.evaluate(readHeadings);
      await received;
      received = job.receive({ bytes, headings });
      received.catch(() => undefined);
    }
    await received;
  };
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work));
  } finally {
    await context.close();
  }
}

const makeTab = (page: Page, base: string, paper: Paper): PrintTab => ({
  page,
  async open(path) {
    const response = await page.goto(ORIGIN + base + path, { waitUntil: 'load' });
    if (response?.status() !== 200) throw new Error(`${base}${path}: there is no such page to print`);
  },
  async print(tagged) {
    await page.evaluate(loadFonts);
    await page.evaluate(drawHatches);
    return page.pdf({ format: paper, preferCSSPageSize: true, tagged, outline: tagged });
  },
});

/** Runs in the page. */
const readHeadings = (): string[] =>
  [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) =>
    (heading.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

import { availableParallelism } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { ORIGIN, type ServedPages } from './serve-pages.ts';

export type Paper = 'A4' | 'Letter';

/** A page of the site on its way to paper. */
export interface PrintJob<Key> {
  readonly key: Key;
  /** Path below the base. */
  readonly page: string;
}

/** A page as the browser printed it. */
export interface PrintedPage {
  readonly bytes: Buffer;
  /** Texts of its headings, in order. */
  readonly headings: readonly string[];
}

export interface PrintSettings {
  readonly paper: Paper;
  /** Whether a reader with a screen reader is to find their way in it; without, the browser is done sooner. */
  readonly tagged?: boolean;
}

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
  settings: PrintSettings,
  receive: (key: Key, printed: PrintedPage) => Promise<void> | void,
): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: 'block' });
  context.setDefaultTimeout(PATIENCE);
  const waiting = jobs.values();
  const work = async (): Promise<void> => {
    const tab = await context.newPage();
    await tab.emulateMedia({ media: 'print', colorScheme: 'light' });
    await warmUp(tab, base + (jobs[0]?.page ?? ''));
    let receiving: Promise<void> = Promise.resolve();
    for (const { key, page } of waiting) {
      const printed = await printPage(tab, base + page, settings);
      await receiving;
      receiving = Promise.resolve(receive(key, printed));
      receiving.catch(() => undefined);
    }
    await receiving;
  };
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work));
  } finally {
    await context.close();
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

async function printPage(
  tab: Page,
  path: string,
  { paper, tagged = true }: PrintSettings,
): Promise<PrintedPage> {
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

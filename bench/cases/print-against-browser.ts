import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { effects } from '../../scripts/effects.ts';
import { addressOf, bindBooks } from '../../scripts/print/book.ts';
import { launchBrowser, NoBrowser } from '../../scripts/print/launch-browser.ts';
import { type PrintJob, printPages } from '../../scripts/print/print-pages.ts';
import { printSite, readList } from '../../scripts/print/print-site.ts';
import { type ServedPages, servePages } from '../../scripts/print/serve-pages.ts';
import type { Printout } from '../../src/model/printout.ts';
import type { Bench, Line } from '../measure.ts';

const ROOT = join(import.meta.dirname, '../..');

/** All printouts of a site against what the browser alone needs for its pages, and against a browser for each page. */
export const printAgainstBrowser: Bench = {
  name: 'print-against-browser',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-print-'));
    try {
      buildWithoutPrintouts(folder);
      return await measure(folder);
    } catch (error) {
      if (error instanceof NoBrowser) return [{ what: 'skipped: no browser', value: 0, unit: '' }];
      throw error;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function buildWithoutPrintouts(folder: string): void {
  const documents = process.env['TIEOUT_DOCUMENTS'] ?? join(ROOT, 'documents');
  execFileSync(
    process.execPath,
    [join(ROOT, 'scripts/build.ts'), '--documents', documents, '--out', folder],
    {
      env: { ...process.env, CHROMIUM_PATH: join(ROOT, 'no-browser') },
      stdio: 'ignore',
    },
  );
}

async function measure(folder: string): Promise<Line[]> {
  const list = readList(folder, effects);
  const pages = await servePages({ folder, base: list.base, effects });
  const printouts = list.printouts
    .map((printout) => ({
      ...printout,
      pages: printout.pages.filter((page) => existsSync(join(folder, page, 'index.html'))),
    }))
    .filter((printout) => printout.pages.length > 0);
  const jobs = await jobsOf(printouts, pages);
  const alone = await timeOf(() => printTogether(jobs, pages));
  const each = await timeOf(() => printApart(jobs, pages));
  pages.stop();
  const copy = `${folder}-copy`;
  cpSync(folder, copy, { recursive: true });
  const all = await timeOf(() => printSite({ folder: copy, paper: 'A4', only: [] }, effects));
  rmSync(copy, { recursive: true });
  return [
    { what: `${jobs.length} printouts, the browser alone`, value: alone / 1000, unit: 's' },
    { what: 'a browser for each page', value: each / 1000, unit: 's' },
    { what: 'all printouts, finished', value: all / 1000, unit: 's' },
    { what: 'finished against the browser alone', value: all / alone, unit: 'times', atMost: 1.3 },
    { what: 'finished against a browser for each page', value: all / each, unit: 'times', atMost: 0.25 },
  ];
}

/** Books are bound beforehand: what is measured is how long the browser prints them. */
async function jobsOf(printouts: readonly Printout[], pages: ServedPages): Promise<PrintJob<string>[]> {
  const books = printouts.filter(({ kind }) => kind === 'book');
  const others = printouts.filter(({ kind }) => kind !== 'book');
  const browser = await launchBrowser(pages);
  for (const { book, html } of await bindBooks(browser, pages, { books, others }))
    pages.made.set(addressOf(book), html);
  await browser.close();
  return [
    ...others.map(({ file, pages: [page = ''] }) => ({ key: file, page })),
    ...books.map((book) => ({ key: book.file, page: addressOf(book) })),
  ];
}

async function printTogether(jobs: readonly PrintJob<string>[], pages: ServedPages): Promise<void> {
  const browser = await launchBrowser(pages);
  await printPages(browser, pages, jobs, 'A4', async () => undefined);
  await browser.close();
}

async function printApart(jobs: readonly PrintJob<string>[], pages: ServedPages): Promise<void> {
  for (const job of jobs) await printTogether([job], pages);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

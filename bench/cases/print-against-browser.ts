import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { effects } from '../../scripts/effects.ts';
import { bindBook } from '../../scripts/print/book.ts';
import { launchBrowser, NoBrowser } from '../../scripts/print/launch-browser.ts';
import { type PrintJob, printPages } from '../../scripts/print/print-pages.ts';
import { choosePrintouts, indexHeads, printSite, readList } from '../../scripts/print/print-site.ts';
import { ORIGIN, type ServedPages, servePages } from '../../scripts/print/serve-pages.ts';
import type { PrintoutList } from '../../src/model/printout.ts';
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
    [join(ROOT, 'scripts/tieout.ts'), 'build', '--documents', documents, '--out', folder],
    {
      env: { ...process.env, CHROMIUM_PATH: join(ROOT, 'no-browser') },
      stdio: 'ignore',
    },
  );
}

async function measure(folder: string): Promise<Line[]> {
  const list = readList(folder, effects);
  const pages = await servePages({ folder, base: list.base, effects });
  const addresses = await addressesOf(list, pages);
  const alone = await timeOf(() => printPlainly(addresses, pages));
  const each = await timeOf(async () => {
    for (const address of addresses) await printPlainly([address], pages);
  });
  pages.stop();
  const copy = `${folder}-copy`;
  cpSync(folder, copy, { recursive: true });
  const all = await timeOf(() => printSite({ folder: copy, paper: 'A4', only: [] }, effects));
  rmSync(copy, { recursive: true });
  return [
    {
      what: `${addresses.length} printouts, the browser alone, ${availableParallelism()} at a time`,
      value: alone / 1000,
      unit: 's',
    },
    { what: 'a browser for each page', value: each / 1000, unit: 's' },
    { what: 'all printouts, finished', value: all / 1000, unit: 's' },
    { what: 'finished against the browser alone', value: all / alone, unit: 'times', atMost: 1.3 },
    { what: 'finished against a browser for each page', value: all / each, unit: 'times', atMost: 0.25 },
  ];
}

/** Where the browser finds what is printed. Books are bound beforehand: what is measured is how long they print. */
async function addressesOf(list: PrintoutList, pages: ServedPages): Promise<string[]> {
  const heads = indexHeads(list);
  const printouts = choosePrintouts(list, pages.folder, [], effects);
  const books: PrintJob[] = printouts
    .filter(({ kind }) => kind === 'book')
    .map((book) => ({
      print: async (tab) => {
        await bindBook(tab, pages, book, heads);
        writeFileSync(join(pages.folder, `${book.file}.html`), await tab.page.content());
        return Buffer.alloc(0);
      },
      receive: async () => undefined,
    }));
  const browser = await launchBrowser(pages);
  await printPages(browser, pages, books, 'A4');
  await browser.close();
  return printouts.map(
    ({ kind, file, pages: [page = ''] }) => ORIGIN + list.base + (kind === 'book' ? `${file}.html` : page),
  );
}

/** What a program does that only knows the browser: opens each page and prints it, as many at a time as there are cores. */
async function printPlainly(addresses: readonly string[], pages: ServedPages): Promise<void> {
  const browser = await launchBrowser(pages);
  const waiting = addresses.values();
  const work = async (): Promise<void> => {
    const tab = await browser.newPage();
    for (const address of waiting) {
      await tab.goto(address);
      await tab.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true, outline: true });
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), addresses.length) }, work));
  await browser.close();
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

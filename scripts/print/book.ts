import type { Cover, Printout, RunningText } from '../../src/model/printout.ts';
import { formatPageRule, formatRunningHead } from '../../src/model/running-head.ts';
import { BOOK_STYLE } from './book-style.ts';
import { composeBook } from './compose-book.ts';
import { pagesOfDestinations } from './pdf/page-tree.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { PrintTab } from './print-pages.ts';
import { EMPTY_PAGE, type ServedPages } from './serve-pages.ts';

/** Printings until the contents must be right: the first finds the pages, the second prints them. */
const PRINTINGS = 4;

/** Running heads of the pages that have printouts of their own; they stand over the parts of a book too. */
export type Heads = ReadonlyMap<string, RunningText>;

/**
 * Prints a book: once without its drawings to find on which pages its parts are, then with the numbers of these pages,
 * until its contents tell the pages that it has.
 */
export async function printBook(
  tab: PrintTab,
  pages: ServedPages,
  book: Printout,
  heads: Heads,
): Promise<Buffer> {
  await bindBook(tab, pages, book, heads);
  for (let printing = 1; printing <= PRINTINGS; printing++) {
    const isSketch = printing === 1;
    await tab.page.evaluate(setSketch, isSketch);
    const bytes = await tab.print(!isSketch);
    const numbers = [...pagesOfDestinations(readPdf(bytes))];
    const changed = await tab.page.evaluate(fillPageNumbers, numbers);
    if (changed === 0 && !isSketch) return bytes;
  }
  throw new Error(`the contents of ${book.file} do not come to rest`);
}

/** Puts the pages of a book together in a tab. */
export async function bindBook(
  tab: PrintTab,
  { base }: ServedPages,
  { language, title, running, cover, pages }: Printout,
  heads: Heads,
): Promise<void> {
  const rules = pages.map((page, index) => formatPart(partName(index), heads.get(page) ?? running));
  const style = [formatRunningHead(running), ...rules, BOOK_STYLE].join('');
  const parts = pages.map((page) => base + page);
  await tab.open(EMPTY_PAGE);
  await tab.page.evaluate(composeBook, { language, title, cover: cover as Cover, style, parts });
}

/** Runs in the page. */
const setSketch = (isSketch: boolean): boolean =>
  document.documentElement.classList.toggle('sketch', isSketch);

/** The pages of a part, upright and wide, bear its running head. */
function formatPart(name: string, head: RunningText): string {
  const wide = `${name}-wide`;
  const pages = [name, wide].map((page) => formatPageRule(page, head)).join('');
  return `${pages}@page ${wide}{size:landscape}#${name}{page:${name};--wide-page:${wide}}`;
}

/** As `composeBook` numbers them. */
const partName = (index: number): string => `part-${index + 1}`;

/**
 * Runs in the page: puts into each place that waits for a page number the page at which its target is. How many of
 * them said something else before.
 */
function fillPageNumbers(numbers: readonly (readonly [id: string, page: number])[]): number {
  const pageOf = new Map(numbers);
  let changed = 0;
  for (const place of document.querySelectorAll<HTMLElement>('.page-of')) {
    const text = String(pageOf.get(place.dataset['pageOf'] ?? '') ?? '');
    if (place.textContent === text) continue;
    place.textContent = text;
    changed++;
  }
  return changed;
}

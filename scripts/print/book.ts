import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Cover, Printout } from '../../src/model/printout.ts';
import { formatPageRule, formatRunningHead } from '../../src/model/running-head.ts';
import { BOOK_STYLE } from './book-style.ts';
import { composeBook } from './compose-book.ts';
import { pagesOfDestinations } from './pdf/page-tree.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { PrintedPage, PrintJob } from './print-pages.ts';
import type { ServedPages } from './serve-pages.ts';

/** Printings until the contents must be right: the first finds the pages, the second prints them. */
const PRINTINGS = 4;

/** A book on its way to paper: first only to find on which pages its parts are. */
export const jobOf = (bound: BoundBook): PrintJob<BoundBook> => ({
  key: bound,
  page: addressOf(bound.book),
  tagged: bound.printings > 0,
});

/** The book with the page numbers that its printing shows; undefined where its contents told them already. */
export function withPageNumbers(bound: BoundBook, { bytes }: PrintedPage): BoundBook | undefined {
  const html = fillPageNumbers(bound.html, pagesOfDestinations(readPdf(bytes)));
  const printings = bound.printings + 1;
  if (html === bound.html && printings > 1) return undefined;
  if (printings === PRINTINGS) throw new Error(`the contents of ${bound.book.file} do not come to rest`);
  return { ...bound, html, printings };
}

export interface BookList {
  readonly books: readonly Printout[];
  /** The printouts of single pages, whose running heads stand over the parts of the books too. */
  readonly others: readonly Printout[];
}

/** A book as one page. */
export interface BoundBook {
  readonly book: Printout;
  readonly html: string;
  /** How often it was printed. */
  readonly printings: number;
}

/** An address that no page of the site has. */
export const addressOf = ({ file }: Printout): string => `${file}.html`;

/** Puts the pages of each book together. */
export async function bindBooks(
  browser: Browser,
  { folder, base, effects }: ServedPages,
  { books, others }: BookList,
): Promise<BoundBook[]> {
  const tab = await browser.newPage();
  const bound: BoundBook[] = [];
  const byPage = new Map(others.map((printout) => [printout.pages[0], printout.running]));
  for (const book of books) {
    const parts = book.pages.map((page) => ({
      path: base + page,
      html: new TextDecoder().decode(effects.readBytes(join(folder, page, 'index.html'))),
    }));
    const { language, title, running } = book;
    const cover = book.cover as Cover;
    const heads = book.pages.map((page, index) => {
      const name = partName(index);
      return `${formatPageRule(name, byPage.get(page) ?? running)}#${name}{page:${name}}`;
    });
    const style = [formatRunningHead(running), ...heads, BOOK_STYLE].join('');
    const html = await tab.evaluate(composeBook, { language, title, cover, style, parts });
    bound.push({ book, html, printings: 0 });
  }
  await tab.close();
  return bound;
}

/** As `composeBook` numbers them. */
const partName = (index: number): string => `part-${index + 1}`;

/** Puts into each place that waits for a page number the page at which its target is. */
export function fillPageNumbers(html: string, pages: ReadonlyMap<string, number>): string {
  return html.replace(
    /(<span class="page-of" data-page-of="([^"]*)">)[^<]*/g,
    (_, opening: string, id: string) => opening + (pages.get(id) ?? ''),
  );
}

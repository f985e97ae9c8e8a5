import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Cover, Printout } from '../../src/model/printout.ts';
import { formatPageRule, formatRunningHead } from '../../src/model/running-head.ts';
import { BOOK_STYLE } from './book-style.ts';
import { composeBook } from './compose-book.ts';
import { pagesOfDestinations } from './pdf/page-tree.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { type Paper, type PrintedPage, printPages } from './print-pages.ts';
import type { ServedPages } from './serve-pages.ts';

/** Printings until the contents must be right: the first finds the pages, the second prints them. */
const PRINTINGS = 4;

/** Binds the pages of each book, with a cover and with contents that give page numbers, and prints it. */
export async function printBooks(
  browser: Browser,
  pages: ServedPages,
  { books, others }: BookList,
  paper: Paper,
  receive: (book: Printout, printed: PrintedPage) => Promise<void>,
): Promise<void> {
  let waiting = await bindBooks(browser, pages, { books, others });
  for (let printing = 1; waiting.length > 0; printing++) {
    if (printing > PRINTINGS) throw new Error('the contents of a book do not come to rest');
    const unsettled: BoundBook[] = [];
    for (const { book, html } of waiting) pages.made.set(addressOf(book), html);
    const jobs = waiting.map((bound) => ({ key: bound, page: addressOf(bound.book) }));
    await printPages(browser, pages, jobs, { paper, tagged: printing > 1 }, async (bound, printed) => {
      const html = fillPageNumbers(bound.html, pagesOfDestinations(readPdf(printed.bytes)));
      if (html === bound.html) await receive(bound.book, printed);
      else unsettled.push({ ...bound, html });
    });
    waiting = unsettled;
  }
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
    bound.push({ book, html: await tab.evaluate(composeBook, { language, title, cover, style, parts }) });
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

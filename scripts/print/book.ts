import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Cover, Printout, RunningText } from '../../src/model/printout.ts';
import { formatPageRule, formatRunningHead } from '../../src/model/running-head.ts';
import { BOOK_STYLE } from './book-style.ts';
import { composeBook } from './compose-book.ts';
import { pagesOfDestinations } from './pdf/page-tree.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { PrintedPage, PrintJob } from './print-pages.ts';
import type { ServedPages } from './serve-pages.ts';

/** Printings until the contents must be right: the first finds the pages, the second prints them. */
const PRINTINGS = 4;

/** Everything has its place and nothing is drawn, which is done sooner. */
const SKETCH = '<style>* { visibility: hidden !important; }</style>';

/** What a book is bound of, and what becomes of it. */
export interface Binding {
  readonly book: Printout;
  /** Running heads of the pages that have printouts of their own; they stand over the parts of a book too. */
  readonly heads: ReadonlyMap<string, RunningText>;
  readonly finish: (printed: PrintedPage) => Promise<undefined>;
}

/**
 * A book on its way to paper: bound when its turn comes, printed once without its drawings to find on which pages its
 * parts are, then with the numbers of these pages, until its contents tell the pages that it has.
 */
export function jobOfBook(browser: Browser, pages: ServedPages, binding: Binding): PrintJob {
  const { book } = binding;
  const address = addressOf(book);
  const printing = (times: number, open: () => Promise<string>): PrintJob => ({
    tagged: times > 1,
    open: async () => {
      const html = await open();
      pages.made.set(address, times > 1 ? html : html.replace('</head>', `${SKETCH}$&`));
      return address;
    },
    receive: async (printed) => {
      const html = await open();
      const numbered = fillPageNumbers(html, pagesOfDestinations(readPdf(printed.bytes)));
      if (times > 1 && numbered === html) {
        pages.made.delete(address);
        return binding.finish(printed);
      }
      if (times === PRINTINGS) throw new Error(`the contents of ${book.file} do not come to rest`);
      return printing(times + 1, async () => numbered);
    },
  });
  let bound: Promise<string> | undefined;
  return printing(1, () => {
    bound ??= bindBook(browser, pages, binding);
    return bound;
  });
}

/** An address that no page of the site has. */
const addressOf = ({ file }: Printout): string => `${file}.html`;

/** Puts the pages of a book together to one. */
export async function bindBook(
  browser: Browser,
  { folder, base, effects }: ServedPages,
  { book, heads }: Pick<Binding, 'book' | 'heads'>,
): Promise<string> {
  const { language, title, running } = book;
  const parts = book.pages.map((page) => ({
    path: base + page,
    html: new TextDecoder().decode(effects.readBytes(join(folder, page, 'index.html'))),
  }));
  const rules = book.pages.map((page, index) => formatPart(partName(index), heads.get(page) ?? running));
  const style = [formatRunningHead(running), ...rules, BOOK_STYLE].join('');
  const tab = await browser.newPage();
  const html = await tab.evaluate(composeBook, { language, title, cover: book.cover as Cover, style, parts });
  await tab.close();
  return html;
}

/** The pages of a part, upright and wide, bear its running head. */
function formatPart(name: string, head: RunningText): string {
  const wide = `${name}-wide`;
  const pages = [name, wide].map((page) => formatPageRule(page, head)).join('');
  return `${pages}@page ${wide}{size:landscape}#${name}{page:${name};--wide-page:${wide}}`;
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

import {
  type Cover,
  LEFT_OUT_IN_BOOK,
  LEFT_OUT_IN_BRIEF,
  type Printout,
  type RunningText,
} from '../../src/model/printout.ts';
import { formatPageRule, formatRunningHead } from '../../src/model/running-head.ts';
import { BOOK_STYLE } from './book-style.ts';
import { composeBook } from './compose-book.ts';
import { DIGITS, textOfPlace } from './pdf/page-numbers.ts';
import type { PrintTab } from './print-pages.ts';
import { EMPTY_PAGE, type ServedPages } from './serve-pages.ts';

/** Running heads of the pages that have printouts of their own; they stand over the parts of a book too. */
export type Heads = ReadonlyMap<string, RunningText>;

/** Puts the pages of a book together in a tab, to be printed; in its places for page numbers stand their own numbers. */
export async function bindBook(
  tab: PrintTab,
  { base }: ServedPages,
  { language, title, running, cover, pages, brief }: Printout,
  heads: Heads,
): Promise<string[]> {
  const rules = pages.map((page, index) => formatPart(partName(index), heads.get(page) ?? running));
  const style = [formatRunningHead(running), ...rules, BOOK_STYLE].join('');
  const parts = pages.map((page) => ({
    path: base + page,
    leftOut: brief?.includes(page) ? LEFT_OUT_IN_BRIEF : LEFT_OUT_IN_BOOK,
  }));
  await tab.open(EMPTY_PAGE);
  const places = await tab.page.evaluate(composeBook, {
    language,
    title,
    cover: cover as Cover,
    style,
    parts,
  });
  await tab.page.evaluate(fillPlaces, [DIGITS, ...places.map((_, index) => textOfPlace(index))]);
  return places;
}

/** Runs in the page. */
function fillPlaces(texts: readonly string[]): void {
  for (const [index, place] of document.querySelectorAll('.digits, .page-of').entries())
    place.textContent = texts[index] ?? '';
}

/** The pages of a part, upright and wide, bear its running head. */
function formatPart(name: string, head: RunningText): string {
  const wide = `${name}-wide`;
  const pages = [name, wide].map((page) => formatPageRule(page, head)).join('');
  return `${pages}@page ${wide}{size:landscape}#${name}{page:${name};--wide-page:${wide}}`;
}

/** As `composeBook` numbers them. */
const partName = (index: number): string => `part-${index + 1}`;

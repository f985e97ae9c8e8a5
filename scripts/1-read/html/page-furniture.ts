import type { PositionedText } from '../placed-text.ts';
import type { HtmlBlock } from './blocks.ts';

/** `3`, `- 3 -`, `F-3`, `iv`, `Page 3 of 12`. */
const PAGE_NUMBER =
  /^(?:[-–—]\s?)?(?:page\s)?(?:(?:[A-Z]-)?\d{1,3}|[ivx]{1,5})(?:\s?(?:of|\/)\s?\d{1,3})?(?:\s?[-–—])?$/i;

/** A page's head or foot has no more lines than this, and no longer ones. */
const MOST_LINES = 4;
const LONGEST = 100;
/** What stands beside the numbers of so many pages belongs to the pages. */
const FEWEST_PAGES = 3;

/** What is printed, and what only belongs to the pages that it is printed on. */
export interface PrintedBlocks {
  readonly blocks: HtmlBlock[];
  readonly furniture: PositionedText[];
}

/** Sets apart the numbers of printed pages, and the lines that stand beside them on several pages. */
export function withoutPageFurniture(blocks: readonly HtmlBlock[]): PrintedBlocks {
  const numbers = pageNumbers(blocks);
  const beside = [...numbers].flatMap(([at, inward]) => [
    at - inward,
    ...(isStrong(blocks[at + inward]) ? [] : [at + inward]),
  ]);
  const shapes = Map.groupBy(
    beside.filter((at) => shortLines(blocks[at]).length > 0),
    (at) => lineShape(blocks[at]),
  );
  const left = new Set([
    ...numbers.keys(),
    ...[...shapes.values()].filter(({ length }) => length >= FEWEST_PAGES).flat(),
  ]);
  return {
    blocks: blocks.filter(({ kind }, at) => kind !== 'page' && !left.has(at)),
    furniture: [...left].sort((a, b) => a - b).flatMap((at) => shortLines(blocks[at])),
  };
}

/** A bold line below the number of a page may be the title of what is printed on it. */
const isStrong = (block: HtmlBlock | undefined): boolean => block?.kind === 'text' && block.isStrong;

/**
 * Indexes of the blocks with the numbers of pages among the few short ones before and after the end of a page, each with
 * the step that leads into the page.
 */
function pageNumbers(blocks: readonly HtmlBlock[]): Map<number, 1 | -1> {
  const found = new Map<number, 1 | -1>();
  const breaks = blocks.flatMap(({ kind }, at) => (kind === 'page' ? [at] : []));
  for (const at of breaks.length > 0 ? [...breaks, blocks.length] : [])
    for (const step of [-1, 1] as const)
      for (let i = 1; i <= MOST_LINES; i++) {
        const lines = shortLines(blocks[at + step * i]);
        if (lines.length === 0) break;
        if (lines.some(({ text }) => PAGE_NUMBER.test(text.trim()))) found.set(at + step * i, step);
      }
  return found;
}

/** The lines of a short text, or of the few cells of a table of one row; none for any other block. */
function shortLines(block: HtmlBlock | undefined): readonly PositionedText[] {
  if (block?.kind === 'text')
    return block.lines.length === 1 && block.lines.every(({ text }) => text.length <= LONGEST)
      ? block.lines
      : [];
  if (block?.kind !== 'table' || block.cells.length > MOST_LINES) return [];
  const [first] = block.cells;
  const lines = block.cells.map(({ row, blocks }) =>
    row === first?.row && blocks.length === 1 ? shortLines(blocks[0]) : [],
  );
  return lines.every(({ length }) => length > 0) ? lines.flat() : [];
}

/** Its text with all numbers alike. */
const lineShape = (block: HtmlBlock | undefined): string =>
  shortLines(block)
    .map(({ text }) => text.trim().replace(/\d+/g, '0'))
    .join(' ');

import { joinedText } from './line-cells.ts';
import type { ReadBlock } from './page-blocks.ts';
import type { ReadText } from './paragraphs.ts';
import type { ReadRow, ReadTable } from './read-table.ts';

/** What stands on a page: its own blocks, and the heads and feet around them. */
export interface ReadPage {
  readonly head: readonly ReadText[];
  readonly blocks: readonly ReadBlock[];
  readonly foot: readonly ReadText[];
}

/** The blocks of all pages in reading order; what goes on over a page's end is one, and heads and feet stand behind it. */
export function joinPages(pages: readonly ReadPage[]): ReadBlock[] {
  const joined: ReadBlock[] = [];
  let last = -1;
  for (const { head, blocks, foot } of pages) {
    const [rest, others] = restOfLast(joined[last], blocks);
    if (rest) joined[last] = rest;
    joined.push(...head, ...others);
    if (others.length > 0) last = joined.length - 1;
    joined.push(...foot);
  }
  return joined;
}

/** The last block with what goes on from it at the start of a page, and the page's other blocks. */
function restOfLast(
  last: ReadBlock | undefined,
  blocks: readonly ReadBlock[],
): [ReadBlock | undefined, readonly ReadBlock[]] {
  const [first] = blocks;
  if (!last || !first) return [undefined, blocks];
  if (last.kind === 'text')
    return first.kind === 'text' && goesOn(last, first)
      ? [{ ...last, words: [...last.words, ...first.words] }, blocks.slice(1)]
      : [undefined, blocks];
  const at = blocks.findIndex(({ kind }) => kind === 'table');
  const table = blocks[at];
  if (table?.kind !== 'table' || at > 2 || !isSameTable(last, table, at)) return [undefined, blocks];
  const again = [
    ...captionRows(blocks.slice(0, at)),
    ...table.heads.map((row): ReadRow => ({ ...row, isRepeated: true })),
  ];
  const rows = [...last.rows, ...again, ...table.rows];
  return [{ ...last, rows }, blocks.slice(at + 1)];
}

/** A sentence that ends neither here nor begins there. */
function goesOn(last: ReadText, first: ReadText): boolean {
  if (
    first.isListItem ||
    Math.abs(last.size - first.size) > 0.1 * last.size ||
    last.isStrong !== first.isStrong
  )
    return false;
  const [text, next] = [joinedText(last.words), joinedText(first.words)];
  return text.length > 60 && !/[.!?:;”"]$/.test(text) && /^[\p{Ll}\d($€£¥]/u.test(next);
}

/** Same columns, and no heads or the same ones. */
function isSameTable(last: ReadTable, table: ReadTable, captions: number): boolean {
  const isAligned =
    last.columns.length === table.columns.length &&
    table.columns.every(({ left, right }, i) => {
      const column = last.columns[i];
      return (
        column !== undefined &&
        (Math.abs(column.right - right) < 6 || (left < column.right && right > column.left))
      );
    });
  if (!isAligned) return false;
  return table.heads.length === 0
    ? captions === 0 && table.columns.length > 1
    : textOf(table.heads) === textOf(last.heads);
}

const textOf = (rows: readonly ReadRow[]): string =>
  rows.map(({ cells }) => cells.map(({ words }) => joinedText(words)).join('\t')).join('\n');

/** Captions between the head of a page and the rest of a table, which are printed again with its heads. */
const captionRows = (captions: readonly ReadBlock[]): ReadRow[] =>
  captions.flatMap((block): ReadRow[] =>
    block.kind === 'text' ? [{ cells: [{ words: block.words, span: 1, indent: 0 }], isRepeated: true }] : [],
  );

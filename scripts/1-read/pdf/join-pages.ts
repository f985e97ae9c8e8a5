import { joinedText } from './line-cells.ts';
import type { ReadBlock } from './page-blocks.ts';
import type { ReadText } from './paragraphs.ts';
import type { PdfRow, PdfTable } from './read-table.ts';

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
  const above = blocks.slice(0, at).filter((block): block is ReadText => block.kind === 'text');
  if (table?.kind !== 'table' || !isSameTable(last, table, above)) return [undefined, blocks];
  const isAgain = table.heads.length > 0;
  const rows = [
    ...last.rows,
    ...above.map((text) => labelRow(text, isAgain)),
    ...table.heads.map((row): PdfRow => ({ ...row, isRepeated: true })),
    ...table.rows,
  ];
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

/** So many lines may stand above the rest of a table: captions that are printed again, or labels of the rows below. */
const MOST_ABOVE = 3;

/** Same columns, and the same heads, or none and nothing but labels above. */
function isSameTable(last: PdfTable, table: PdfTable, above: readonly ReadText[]): boolean {
  const isAligned =
    last.columns.length === table.columns.length &&
    table.columns.every(({ left, right }, i) => {
      const column = last.columns[i];
      return (
        column !== undefined &&
        (Math.abs(column.right - right) < 6 || (left < column.right && right > column.left))
      );
    });
  if (!isAligned || above.length > MOST_ABOVE) return false;
  if (table.heads.length > 0) return rowsAsText(table.heads) === rowsAsText(last.heads);
  return table.columns.length > 1 && above.every((text) => isLabel(text, table));
}

/** A short text that begins left of the columns and holds no figure. */
function isLabel({ words }: ReadText, { columns }: PdfTable): boolean {
  const text = joinedText(words);
  return text.length <= 80 && !/[\d.;]/.test(text) && (words[0]?.box[0] ?? 0) < (columns[0]?.left ?? 0);
}

const rowsAsText = (rows: readonly PdfRow[]): string =>
  rows.map(({ cells }) => cells.map(({ words }) => joinedText(words)).join('\t')).join('\n');

const labelRow = ({ words }: ReadText, isRepeated: boolean): PdfRow => ({
  cells: [{ words, span: 1, indent: 0 }],
  ...(isRepeated && { isRepeated }),
});

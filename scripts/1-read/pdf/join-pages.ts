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
    const [rest, others] = restOfLast(joined, last, blocks);
    if (rest) joined[last] = rest;
    joined.push(...head);
    for (const block of others) pushBelow(joined, block);
    if (others.length > 0) last = joined.length - 1;
    joined.push(...foot);
  }
  return joined;
}

/** Adds a block, or its rows to the table above whose heads it has in common. */
function pushBelow(joined: ReadBlock[], block: ReadBlock): void {
  const at = joined.findLastIndex(({ kind }) => kind === 'table');
  const last = joined[at];
  const between = joined.slice(at + 1).filter(isText);
  if (block.kind !== 'table' || last?.kind !== 'table' || !sharesHeads(last, block, between))
    joined.push(block);
  else
    joined.splice(at, joined.length - at, {
      ...last,
      rows: [...last.rows, ...between.map((text) => labelRow(text, isNote(text))), ...block.rows],
    });
}

/** A table without heads in the very columns of the one above, with nothing between them but notes and names. */
const sharesHeads = (last: PdfTable, table: PdfTable, between: readonly ReadText[]): boolean =>
  last.heads.length > 0 &&
  table.heads.length === 0 &&
  table.columns.length > 1 &&
  isAligned(last, table) &&
  between.length <= MOST_ABOVE &&
  between.every((text) => isNote(text) || isLabel(text, table));

/** `* Shares at the end of the period`, `(a) The ratio is an estimate of the company.` */
function isNote({ words }: ReadText): boolean {
  const text = joinedText(words);
  return /^[*†‡§]/.test(text) || (/^(?:[(]\w{1,2}[)]|[⁰¹²³⁴-⁹⁽⁾ᵃ-ᶻ]+)/u.test(text) && text.endsWith('.'));
}

/** The block at an index with what goes on from it at the start of a page, and the page's other blocks. */
function restOfLast(
  joined: readonly ReadBlock[],
  at: number,
  blocks: readonly ReadBlock[],
): [ReadBlock | undefined, readonly ReadBlock[]] {
  const last = joined[at];
  const [first] = blocks;
  if (!last || !first) return [undefined, blocks];
  if (last.kind === 'text')
    return first.kind === 'text' && goesOn(last, first)
      ? [{ ...last, words: [...last.words, ...first.words] }, blocks.slice(1)]
      : [undefined, blocks];
  const next = blocks.findIndex(({ kind }) => kind === 'table');
  const table = blocks[next];
  const above = blocks.slice(0, next).filter(isText);
  if (table?.kind !== 'table' || !isSameTable(last, table, above)) return [undefined, blocks];
  const isAgain = table.heads.length > 0;
  if (isAgain && !above.every((text) => isPrintedIn(captionsOver(joined, at), text)))
    return [undefined, blocks];
  const rows = [
    ...last.rows,
    ...above.map((text) => labelRow(text, isAgain)),
    ...table.heads.map((row): PdfRow => ({ ...row, isAside: true })),
    ...table.rows,
  ];
  return [{ ...last, rows }, blocks.slice(next + 1)];
}

const isText = (block: ReadBlock): block is ReadText => block.kind === 'text';

/** The texts between a table and the one before it. */
const captionsOver = (blocks: readonly ReadBlock[], at: number): ReadText[] =>
  blocks.slice(blocks.slice(0, at).findLastIndex(({ kind }) => kind === 'table') + 1, at).filter(isText);

/** Whether a caption stands among others, but for a remark that it is printed again: `Balance sheets (continued)`. */
const isPrintedIn = (captions: readonly ReadText[], caption: ReadText): boolean =>
  captions.some(({ words }) => joinedText(words) === captionText(caption));

const captionText = ({ words }: ReadText): string =>
  joinedText(words).replace(/[\s,–—-]*[([]?(?:continued|cont['’]?d\.?)[)\]]?$/i, '');

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

/** Aligned columns, and the same heads, or none and nothing but labels above. */
function isSameTable(last: PdfTable, table: PdfTable, above: readonly ReadText[]): boolean {
  if (!isAligned(last, table) || above.length > MOST_ABOVE) return false;
  if (table.heads.length > 0) return rowsAsText(table.heads) === rowsAsText(last.heads);
  return table.columns.length > 1 && above.every((text) => isLabel(text, table));
}

const isAligned = (last: PdfTable, table: PdfTable): boolean =>
  last.columns.length === table.columns.length &&
  table.columns.every(({ left, right }, i) => {
    const column = last.columns[i];
    return (
      column !== undefined &&
      (Math.abs(column.right - right) < 6 || (left < column.right && right > column.left))
    );
  });

/** A short text that begins left of the columns and holds no figure. */
function isLabel({ words }: ReadText, { columns }: PdfTable): boolean {
  const text = joinedText(words);
  return text.length <= 80 && !/[\d.;]/.test(text) && (words[0]?.box[0] ?? 0) < (columns[0]?.left ?? 0);
}

const rowsAsText = (rows: readonly PdfRow[]): string =>
  rows.map(({ cells }) => cells.map(({ words }) => joinedText(words)).join('\t')).join('\n');

const labelRow = ({ words }: ReadText, isAside: boolean): PdfRow => ({
  cells: [{ words, span: 1, indent: 0 }],
  ...(isAside && { isAside }),
});

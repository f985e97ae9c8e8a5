import { joinTexts, type PositionedText } from '../placed-text.ts';
import type { ReadingText } from '../reading-text.ts';
import { isBullet, isMark } from '../regular-rows/cell-kinds.ts';
import type { RegularPart, SpannedCell } from '../regular-rows/spanned-table.ts';
import { regularRows } from '../regular-rows.ts';
import type { HtmlBlock, HtmlCell, HtmlTable, HtmlText } from './blocks.ts';
import { pagesOfContents } from './contents.ts';
import { splitStacked } from './stacked-rows.ts';

/**
 * Writes blocks into a reading text. Tables that only lay out a page are read as what stands in their cells. Gives back
 * what of them is no part of the text: the pages that a table of contents names.
 */
export function layOut(blocks: readonly HtmlBlock[], reading: ReadingText): PositionedText[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return addTable(block, reading);
    if (block.kind === 'text') addText(block, reading);
    return [];
  });
}

function addText({ lines: printed, depth, isListItem, isStrong }: HtmlText, reading: ReadingText): void {
  const lines = withRoundBullet(printed);
  const isItem = isListItem || BULLETED.test(lines[0]?.text ?? '');
  reading.addText(isListItem ? withBullet(lines) : lines, { depth, isListItem: isItem, isStrong });
}

/** Begins with a bullet that is text, as word processors write them. */
const BULLETED = /^\s*[•·●▪■◦‣○□➢➤►✓§]\s+\S/u;

/** The letter that word processors write for a hollow bullet: `o Revenue of …`. */
const LETTER = /^(\s*)o(?=\s+\p{Lu})/u;

const withRoundBullet = ([first, ...others]: readonly PositionedText[]): readonly PositionedText[] =>
  first ? [{ ...first, text: first.text.replace(LETTER, '$1◦') }, ...others] : [];

/** An item of a list has a bullet in the reading text, as it has on the page. */
function withBullet([first, ...others]: readonly PositionedText[]): PositionedText[] {
  if (!first) return [];
  const [start = ''] = first.text.split(' ', 1);
  return [isBullet(start) ? first : joinTexts([{ text: '•', runs: [] }, first], ' '), ...others];
}

function addTable(table: HtmlTable, reading: ReadingText): PositionedText[] {
  const above = layOut(table.captions, reading);
  const parts = holdsTables(table) ? undefined : regularRows(splitStacked(table.cells).map(spannedCell));
  if (!parts) return [...above, ...addLayout(table, reading)];
  const pages = pagesOfContents(parts);
  for (const part of parts) addPart(part, new Set(pages), reading);
  return [...above, ...pages];
}

function addPart(part: RegularPart, pages: ReadonlySet<PositionedText>, reading: ReadingText): void {
  const kind = { depth: 0, isListItem: false, isStrong: false };
  if (part.kind === 'text') reading.addText([part.text], { ...kind, isStrong: part.isStrong });
  else if (pages.size === 0) reading.addTable(part.rows, part.hasHead);
  else
    for (const { cells } of part.rows)
      reading.addText(
        [
          joinTexts(
            cells.map(({ text }) => text).filter((text) => !pages.has(text)),
            ' ',
          ),
        ],
        kind,
      );
}

/** Tables with rows of figures within cells: the table around them is for layout. */
const holdsTables = ({ cells }: HtmlTable): boolean =>
  cells.some(({ blocks }) => blocks.some((block) => block.kind === 'table' && hasRows(block)));

const hasRows = (table: HtmlTable): boolean => table.cells.some(({ row }) => row > 0) || holdsTables(table);

/** The cells of a layout in order; a bullet or footnote's mark is put before the text beside it. */
function addLayout({ cells }: HtmlTable, reading: ReadingText): PositionedText[] {
  return [...Map.groupBy(cells, (cell) => cell.row).values()].flatMap((row) => {
    const [first, second, ...others] = row.filter(({ blocks }) => blocks.some(({ kind }) => kind !== 'page'));
    const mark = first && second && others.length === 0 ? flatText(first.blocks) : undefined;
    const text = second?.blocks[0];
    return mark && text?.kind === 'text' && (isBullet(mark.text) || isMark(mark.text))
      ? layOut(withMark(mark, text, second?.blocks.slice(1) ?? []), reading)
      : row.flatMap(({ blocks }) => layOut(blocks, reading));
  });
}

function withMark(mark: PositionedText, text: HtmlText, others: readonly HtmlBlock[]): HtmlBlock[] {
  const [first, ...lines] = text.lines;
  const isListItem = /^[^\p{L}\p{N}(*†‡]/u.test(mark.text) || mark.text === 'o';
  return [
    { ...text, lines: [joinTexts([mark, first ?? { text: '', runs: [] }], ' '), ...lines], isListItem },
    ...others,
  ];
}

function spannedCell({ row, column, rowSpan, columnSpan, blocks, indent, isHead }: HtmlCell): SpannedCell {
  const [first] = blocks;
  const texts = blocks.filter((block) => block.kind === 'text');
  return {
    row,
    column,
    rowSpan,
    columnSpan,
    text: flatText(blocks),
    indent: indent + (first?.kind === 'text' ? first.indent + first.blanks * BLANK_WIDTH : 0),
    isStrong: texts.length > 0 && texts.every(({ isStrong }) => isStrong),
    isHead,
  };
}

/** Points. */
const BLANK_WIDTH = 2.5;

/** All text of a cell on one line. */
function flatText(blocks: readonly HtmlBlock[]): PositionedText {
  const texts = blocks.flatMap((block): PositionedText[] => {
    if (block.kind === 'text') return [...block.lines];
    return block.kind === 'table' ? block.cells.map((cell) => flatText(cell.blocks)) : [];
  });
  return joinTexts(texts, ' ');
}

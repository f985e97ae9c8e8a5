import type { RawDocument } from '../raw-document.ts';
import { type CellLine, cellLine } from './cell-lines.ts';
import { type Box, type Direction, turned } from './geometry.ts';
import { joinPages, type ReadPage } from './join-pages.ts';
import { countWords } from './mend-breaks.ts';
import { blocksIn, type ReadBlock } from './page-blocks.ts';
import type { PageContent, Piece } from './page-content.ts';
import { type Furniture, findFurniture } from './page-furniture.ts';
import { type ReadText, textFrom } from './paragraphs.ts';
import { PdfReadingText } from './reading-text.ts';
import type { Ruling } from './table-rows.ts';
import { linesFrom, type PlacedWord } from './text-lines.ts';

/** The seen text of one direction on a page, in the frame in which it runs to the right. */
interface SheetLines {
  /** Slanted text of the page, as of a stamp across it, which belongs to no line of the others. */
  readonly slanted: readonly CellLine[];
  readonly height: number;
  readonly lines: readonly CellLine[];
  readonly ruling: Ruling;
}

/** The reading text of pages, with its nodes and places. */
export function readPages(pages: readonly PageContent[]): RawDocument {
  const sheets = pages.flatMap(turnedSheets);
  const furniture = findFurniture(sheets);
  const blocks = joinPages(sheets.map((sheet) => readSheet(sheet, furniture)));
  const words = sheets.flatMap(({ lines }) => lines.flatMap((line) => line.words));
  const text = new PdfReadingText(countWords(words));
  const depths = headingDepths(blocks);
  for (const block of blocks)
    if (block.kind === 'table') text.addTable(block);
    else text.addText(block, depths.get(sizeKey(block.size)) ?? 0);
  return { lines: text.lines, nodes: text.nodes, places: text.places };
}

const DIRECTIONS: readonly Direction[] = [0, 1, 2, 3];

/** One sheet for each direction of a page's text, that of most text first. */
function turnedSheets({ page, width, height, pieces, rules, fills }: PageContent): SheetLines[] {
  const shown = pieces.filter(({ unseen }) => !unseen);
  const isSlanted = shown.some((piece) => piece.direction !== undefined)
    ? (piece: Piece) => piece.direction === undefined
    : () => false;
  const seen = DIRECTIONS.map((direction) => ({
    direction,
    pieces: shown.filter((piece) => !isSlanted(piece) && (piece.direction ?? 0) === direction),
  }));
  const linesOf = (own: readonly Piece[], direction: Direction): CellLine[] =>
    linesFrom(own, { page, direction }).map((line) => cellLine(line));
  return seen
    .filter(({ pieces }) => pieces.length > 0)
    .sort((a, b) => b.pieces.length - a.pieces.length)
    .map(({ direction, pieces }, i): SheetLines => {
      const origin = turned([0, 0, width, height], direction);
      const place = (box: Box): Box => turned(box, direction);
      return {
        height: origin[3] - origin[1],
        lines: linesOf(pieces, direction),
        slanted: i === 0 ? linesOf(shown.filter(isSlanted), 0) : [],
        ruling: {
          rules: rules.map((rule) => ({
            isHorizontal: rule.isHorizontal === (direction % 2 === 0),
            box: place(rule.box),
          })),
          fills: fills.map(place),
        },
      };
    });
}

function readSheet({ lines, ruling, slanted }: SheetLines, furniture: Furniture): ReadPage {
  const body = lines.filter((line) => !furniture.has(line));
  const first = body[0];
  const outer = lines.filter((line) => furniture.has(line));
  const head = outer.filter(({ base }) => first !== undefined && base < first.base);
  return {
    head: head.map((line) => edgeText(line, furniture)),
    blocks: blocksIn(body, ruling),
    foot: [...outer.slice(head.length), ...slanted].map((line) => edgeText(line, furniture)),
  };
}

/** A line at the edge of a page; a head stays what it is where it is printed first. */
function edgeText(line: CellLine, furniture: Furniture): ReadText {
  const text = textFrom([line]);
  return furniture.get(line) === 'first' ? text : { ...text, isPageEdge: true };
}

/** Sizes in steps of half a point. */
const sizeKey = (size: number): number => Math.round(size * 2);

/** Type so many times larger than that of most text is a heading's. */
const LARGER = 1.15;

/** Depths of headings by the size of their type: the largest is 1. */
function headingDepths(blocks: readonly ReadBlock[]): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const { size } of blocks.flatMap(wordsIn))
    lengths.set(sizeKey(size), (lengths.get(sizeKey(size)) ?? 0) + 1);
  const body = [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const texts = blocks.flatMap((block) => (block.kind === 'text' ? [sizeKey(block.size)] : []));
  const larger = [...new Set(texts)].filter((size) => size >= LARGER * body).sort((a, b) => b - a);
  return new Map(larger.map((size, i) => [size, Math.min(i + 1, 3)]));
}

const wordsIn = (block: ReadBlock): readonly PlacedWord[] =>
  block.kind === 'text'
    ? block.words
    : block.rows.flatMap(({ cells }) => cells.flatMap(({ words }) => words));

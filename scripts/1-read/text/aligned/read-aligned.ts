import { seenText } from '../../../grammar/numbers.ts';
import { type CellLine, cellLine } from '../../pdf/cell-lines.ts';
import { type Box, boxAround } from '../../pdf/geometry.ts';
import { type PdfCell, spacedWords } from '../../pdf/line-cells.ts';
import { type PdfRow, readPdfTable } from '../../pdf/read-table.ts';
import { findRuledTables, type TableRegion } from '../../pdf/table-regions.ts';
import type { PlacedWord } from '../../pdf/text-lines.ts';
import type { PlacedRun } from '../../places.ts';
import type { RawCell, RawRow, RawTable } from '../../raw-document.ts';
import { straighten, type TableOnPage } from './straighten.ts';

/** A table made of lines, and what each of these lines is in the reading text. */
export interface TableOfLines {
  readonly table: RawTable;
  /** By 1-based line; a line whose parts went to another is empty. */
  readonly lines: ReadonlyMap<number, { readonly text: string; readonly runs: readonly PlacedRun[] }>;
}

/** Tables whose columns are aligned by spaces, in order: read as if each character were a box on a page. */
export function readAlignedTables(lines: readonly string[]): TableOfLines[] {
  return pagesIn(lines).flatMap((page) =>
    findRuledTables(page, NO_RULES).flatMap((region) => {
      const straight = isInColumns(page, region) ? straighten({ page, region }) : undefined;
      return straight && !isOutOfStep(straight) ? [makeTable(straight)] : [];
    }),
  );
}

/** Rows that all have as many figures, in more columns than that: they do not stand below each other. */
function isOutOfStep({ page, region: { body, last, columns } }: TableOnPage): boolean {
  const counts = page.slice(body, last + 1).flatMap(({ values: { length } }) => (length > 0 ? [length] : []));
  return counts.length > 2 && new Set(counts).size === 1 && columns.length > (counts[0] ?? 0);
}

const NO_RULES = { rules: [], fills: [] };

/** Width of a character, size of the type and distance of lines, as type of one width is usually set. */
const WIDTH = 5;
const SIZE = 10;
const LEADING = 12;

/** One space parts words, more of them columns. */
const GAP = 1.5 * WIDTH;

/** No sheet of paper holds a line of so many characters. */
const LONGEST_LINE = 1000;

/** Lines with words, those between lines with tabs together. */
function pagesIn(lines: readonly string[]): CellLine[][] {
  const pages: CellLine[][] = [[]];
  lines.forEach((line, i) => {
    const words = line.length > LONGEST_LINE ? [] : wordsIn(line, i + 1);
    if (line.includes('\t') || line.length > LONGEST_LINE) pages.push([]);
    else if (words.length > 0) pages.at(-1)?.push(placedLine(words, i + 1));
  });
  return pages.map(lift);
}

function placedLine(words: readonly PlacedWord[], line: number): CellLine {
  const box = words.map((word) => word.box).reduce(boxAround);
  return cellLine({ words, box, base: line * LEADING, size: SIZE, space: WIDTH }, GAP);
}

/** Figures that stood beside the middle of their label have a line between its lines: they stand half a line higher again. */
function lift(page: readonly CellLine[]): CellLine[] {
  let by = 0;
  return page.map((line, i) => {
    const [above, twoAbove] = [page[i - 1], page[i - 2]];
    const isBeside = above && isBesideLabel(line, above);
    const isRest = above && twoAbove && isBesideLabel(above, twoAbove) && isRestOfLabel(line);
    if (isBeside || isRest) by += LEADING / 2;
    return by === 0 ? line : lifted(line, by);
  });
}

/** Figures without a label right below a label without figures. */
const isBesideLabel = ({ cells, values, isYears, base, box: [left] }: CellLine, label: CellLine): boolean =>
  cells.length === values.length &&
  !isYears &&
  base - label.base === LEADING &&
  label.values.length === 0 &&
  label.box[2] <= left &&
  !/:$/.test(label.cells.at(-1)?.text ?? '');

const isRestOfLabel = ({ cells: [label], values }: CellLine): boolean =>
  values.length === 0 && /^[\p{Ll}(]/u.test(label?.text ?? '');

const lifted = (line: CellLine, by: number): CellLine => {
  const up = ([left, top, right, bottom]: Box): Box => [left, top - by, right, bottom - by];
  const words = line.words.map((word) => ({ ...word, box: up(word.box) }));
  return cellLine({ ...line, words, box: up(line.box), base: line.base - by }, GAP);
};

/** Stretches without spaces; figures and heads that touch are words of their own. */
const WORDS = /\d{1,3}(?:,\d{3})+(?=\d{1,3}(?:,\d{3})+(?![\d,]))|\S*?\d,(?=\p{Lu}\p{Ll})|\S+/gu;

const wordsIn = (source: string, line: number): TextWord[] =>
  [...source.matchAll(WORDS)].map(
    ({ index, 0: word }): TextWord => ({
      sheet: { page: 1, direction: 0 },
      place: { line, column: index + 1 },
      text: word,
      box: [index * WIDTH, line * LEADING - 8, (index + word.length) * WIDTH, line * LEADING + 2],
      size: SIZE,
      isBold: false,
      tableCell: undefined,
      isTied: false,
    }),
  );

/** Figures that stand below each other, or one row of them under as many heads; others are numbers at ends of lines. */
function isInColumns(page: readonly CellLine[], { first, body, last, columns }: TableRegion): boolean {
  const rows = page.slice(body, last + 1).flatMap(({ values }) => (values.length > 0 ? [values] : []));
  if (rows.length === 1) return page.slice(first, body).some(({ cells }) => cells.length >= columns.length);
  const shared = [
    ({ core }: PdfCell) => core[0],
    ({ box }: PdfCell) => box[0],
    ({ core, text }: PdfCell) => core[1] - (/[)%]+$/.exec(text)?.[0].length ?? 0) * WIDTH,
  ].map((edge) => countShared(rows, edge));
  return Math.max(...shared) * 5 >= rows.flat().length * 3;
}

/** Cells whose edge is also that of a cell of another row. */
function countShared(rows: readonly (readonly PdfCell[])[], edge: (cell: PdfCell) => number): number {
  const groups = Map.groupBy(
    rows.flatMap((cells) => [...new Set(cells.map(edge))]),
    (at) => at,
  );
  return [...groups.values()].reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0);
}

/** A word with its place in the text, in lines and columns from 1. */
interface TextWord extends PlacedWord {
  readonly place: { readonly line: number; readonly column: number };
}

const placeIn = (word: PlacedWord): TextWord['place'] => (word as TextWord).place;

function makeTable({ page, region }: TableOnPage): TableOfLines {
  const { heads, rows } = readPdfTable(page, region, NO_RULES);
  const all = [...heads, ...rows];
  const used = page
    .slice(region.first, region.last + 1)
    .flatMap(({ words: [word] }) => (word ? [placeIn(word).line] : []));
  const written = new Map(used.map((line) => [line, { text: '', runs: [] as readonly PlacedRun[] }]));
  const numbers = linesOfRows(all);
  const table = all.map((row, i): RawRow => {
    const line = numbers[i] ?? 0;
    const { cells, text, runs } = writeRow(row, i < heads.length);
    written.set(line, { text, runs });
    return { line, cells, ...(i < heads.length && { isHead: true as const }) };
  });
  const [first = 1] = used;
  return {
    table: { kind: 'table', lines: [first, used.at(-1) ?? first], rows: table, hasHead: heads.length > 0 },
    lines: written,
  };
}

/** Each row stands on the line of its first figure, or of its last word, above the row below it. */
function linesOfRows(rows: readonly PdfRow[]): number[] {
  let below = Number.POSITIVE_INFINITY;
  return rows
    .toReversed()
    .map(({ cells }) => {
      const [label, ...others] = cells.map(({ words }) => words);
      const lines = (others.some((words) => words.length > 0) ? others : [label ?? []])
        .flat()
        .map((word) => placeIn(word).line);
      below = Math.min(below - 1, Math.max(...lines));
      return below;
    })
    .reverse();
}

function writeRow({ cells }: PdfRow, isHead: boolean) {
  const written: RawCell[] = [];
  const runs: PlacedRun[] = [];
  const filled = cells.findLastIndex(({ words, span }) => words.length > 0 || span > 1);
  let text = '';
  for (const [i, { words, span, indent }] of cells.slice(0, filled + (cells[filled]?.span ?? 1)).entries()) {
    if (i > 0) text += '\t';
    const offset = text.length;
    for (const { word, isSpaced } of spacedWords(words)) {
      if (isSpaced) text += ' ';
      const place = { kind: 'text', ...placeIn(word) } as const;
      runs.push({ start: text.length, end: text.length + word.text.length, place, isLiteral: true });
      text += word.text;
    }
    const source = text.slice(offset);
    written.push({
      text: seenText(source),
      source,
      offset,
      ...(isHead && words.length > 0 && { span }),
      ...(indent > 0 && { indent }),
    });
  }
  return { cells: written, runs, text };
}

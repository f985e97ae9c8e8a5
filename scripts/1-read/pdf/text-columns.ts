import { type CellLine, cellLine } from './cell-lines.ts';
import { boxAround } from './geometry.ts';
import type { PdfCell } from './line-cells.ts';
import { median } from './table-columns.ts';
import type { PlacedWord, TextLine } from './text-lines.ts';

/** Lines that stand one below the other, or two columns of such that are read one after the other. */
export type Flow = readonly CellLine[];

/** A strip between two columns of text that no word crosses. */
interface Gutter {
  readonly left: number;
  readonly right: number;
}

/** Narrowest strip, in ems. */
const NARROWEST = 0.8;

/** Columns of text have so many lines each. */
const FEWEST_LINES = 4;

/** Parts lines where text stands in columns: each column is read to its end before the next. */
export function flowsIn(lines: readonly CellLine[]): Flow[] {
  for (let first = 0; first < lines.length; first++) {
    const found = findColumns(lines, first);
    if (!found) continue;
    const { last, gutter } = found;
    const block = lines.slice(first, last + 1);
    const middle = (gutter.left + gutter.right) / 2;
    return [
      ...flowsIn(lines.slice(0, first)),
      ...flowsIn(block.flatMap((line) => part(line, ({ box }) => box[0] < middle))),
      ...flowsIn(block.flatMap((line) => part(line, ({ box }) => box[0] >= middle))),
      ...flowsIn(lines.slice(last + 1)),
    ];
  }
  return lines.length > 0 ? [lines] : [];
}

/** The columns of text that begin with a line, if any: the longest of those that a gap of the line can part. */
function findColumns(
  lines: readonly CellLine[],
  first: number,
): { last: number; gutter: Gutter } | undefined {
  const start = lines[first] as CellLine;
  for (const [i, cell] of start.cells.entries()) {
    const next = start.cells[i + 1];
    if (!next || cell.words.length < 2 || next.words.length < 2) continue;
    const found = follow(lines, first, { left: cell.box[2], right: next.box[0] });
    if (found && isText(lines.slice(first, found.last + 1), found.gutter)) return found;
  }
  return undefined;
}

/** How far down a strip stays free of words. */
function follow(
  lines: readonly CellLine[],
  first: number,
  start: Gutter,
): { last: number; gutter: Gutter } | undefined {
  let gutter = start;
  let last = first;
  for (let at = first + 1; at < lines.length; at++) {
    const line = lines[at] as CellLine;
    const left = Math.max(
      gutter.left,
      ...line.words.map(({ box }) => (box[0] < gutter.left ? box[2] : gutter.left)),
    );
    const right = Math.min(
      gutter.right,
      ...line.words.map(({ box }) => (box[2] > gutter.right ? box[0] : gutter.right)),
    );
    if (right - left < NARROWEST * line.size || line.box[1] - (lines[at - 1]?.box[3] ?? 0) > 4 * line.size)
      break;
    gutter = { left, right };
    last = at;
  }
  return last - first + 1 >= FEWEST_LINES ? { last, gutter } : undefined;
}

/** Whether both sides of a strip are sentences, and not the labels and figures of a table. */
function isText(lines: readonly CellLine[], { left, right }: Gutter): boolean {
  const sides = [
    lines.map(({ cells }) => cells.filter(({ box }) => box[2] <= left + 1)),
    lines.map(({ cells }) => cells.filter(({ box }) => box[0] >= right - 1)),
  ];
  return sides.every((side) => {
    const filled = side.filter((cells) => cells.length > 0);
    const cells = filled.flat();
    if (
      filled.length < FEWEST_LINES ||
      cells.filter(({ kind }) => kind !== 'text').length > 0.25 * cells.length
    )
      return false;
    const widths = filled.map(lineWidth);
    return median(filled.map(countWords)) >= 4 && median(widths) > 0.6 * Math.max(...widths);
  });
}

const countWords = (cells: readonly PdfCell[]): number =>
  cells.reduce((sum, { words }) => sum + words.length, 0);

const lineWidth = (cells: readonly PdfCell[]): number =>
  (cells.at(-1)?.box[2] ?? 0) - (cells[0]?.box[0] ?? 0);

/** The words of a line on one side of a strip, as a line of their own. */
function part(line: TextLine, isHere: (word: PlacedWord) => boolean): CellLine[] {
  const words = line.words.filter(isHere);
  const [first] = words;
  if (!first) return [];
  const box = words.reduce((around, word) => boxAround(around, word.box), first.box);
  return [cellLine({ words, box, base: line.base, size: line.size })];
}

import type { CellLine } from './cell-lines.ts';
import type { Box } from './geometry.ts';
import { cellFrom, cellKind, joinedText, type PdfCell } from './line-cells.ts';
import type { RulingLine } from './page-content.ts';
import { addToColumns, type ColumnReach, DRIFT, findHomes, median } from './table-columns.ts';
import type { TableFrame } from './table-heads.ts';
import { isOver, type Zone } from './table-zone.ts';
import type { PlacedWord } from './text-lines.ts';

/** A row of a table's body: the words of its label, and of its cells by column. */
export interface BodyRow {
  readonly label: readonly PlacedWord[];
  /** Left edge of the label's first line. */
  readonly left: number;
  readonly cells: readonly (readonly PlacedWord[])[];
}

/** What parts rows: lines and the edges of stripes. */
export interface Ruling {
  readonly rules: readonly RulingLine[];
  readonly fills: readonly Box[];
}

interface PartedLine {
  readonly line: CellLine;
  readonly label: readonly PlacedWord[];
  readonly cells: readonly (readonly PlacedWord[])[];
  readonly hasValues: boolean;
}

/** The columns of a table's body: those of its figures, and those that only hold words. */
export function bodyColumns(
  lines: readonly CellLine[],
  figures: readonly ColumnReach[],
  zone: Zone,
): ColumnReach[] {
  const texts: ColumnReach[] = [];
  const lefts: number[] = [];
  for (const line of lines) {
    const cells = unplaced(line, zone);
    if (cells.length === 0) continue;
    addToColumns(texts, cells, line.size);
    lefts.push(...cells.map(({ box }) => box[0]));
  }
  const usual = texts.filter(({ left, right }) => lefts.filter((at) => at >= left && at <= right).length > 1);
  return [...figures, ...usual].sort((a, b) => a.left + a.right - b.left - b.right);
}

/** Words apart from the label that stand in none of the columns of figures. */
const unplaced = (line: CellLine, zone: Zone): PdfCell[] =>
  line.cells.slice(labelCells(line, zone)).filter((cell) => cell.kind === 'text' && !isOver(cell, zone));

/** Number of cells that are the label: one, with the bullet or number before it; none where the line begins further right. */
function labelCells({ cells }: CellLine, zone: Zone): number {
  const [first, second] = cells;
  if (!first || first.box[0] >= zone.right) return 0;
  const isOrdinal = /^(?:[(]?\w{1,3}[.)]|[•●▪■◆–—-])$/u.test(first.text);
  return isOrdinal && second?.kind === 'text' && second.box[0] < zone.left ? 2 : 1;
}

/** The rows of a table's body, wrapped ones joined. */
export function bodyRows(
  lines: readonly CellLine[],
  { columns, zone }: TableFrame,
  ruling: Ruling,
): BodyRow[] {
  const parted = lines.map((line) => partLine(line, columns, zone));
  return groupLines(parted, ruling, columns).map((group) => ({
    label: group.flatMap(({ label }) => label),
    left: group.find(({ label }) => label.length > 0)?.label[0]?.box[0] ?? 0,
    cells: columns.map((_, i) => group.flatMap(({ cells }) => cells[i] ?? [])),
  }));
}

function partLine(whole: CellLine, columns: readonly ColumnReach[], zone: Zone): PartedLine {
  const line = withFiguresApart(whole, columns);
  const { cells, values, size } = line;
  const placed = cells.filter(
    (cell, i) => values.includes(cell) || i >= labelCells(line, zone) || isOnlyOver(line, cell, zone),
  );
  const homes = findHomes(columns, placed, size);
  const parts: PlacedWord[][] = columns.map(() => []);
  const label: PlacedWord[] = [];
  for (const cell of cells) {
    const home = homes[placed.indexOf(cell)];
    const at = home
      ? columns.indexOf(home)
      : placed.includes(cell) && isOver(cell, zone)
        ? nearest(cell, columns)
        : -1;
    (at < 0 ? label : parts[at])?.push(...cell.words);
  }
  return { line, label, cells: parts, hasValues: values.length > 0 };
}

/** A line whose figures are parted from words close behind them that stand in a further column: `70.1%` and `down 2 pts`. */
function withFiguresApart(line: CellLine, columns: readonly ColumnReach[]): CellLine {
  const isSplit = (before: PlacedWord, word: PlacedWord, end: number): boolean =>
    columns.some(
      ({ left, right, rights }) =>
        rights.length > 1 &&
        Math.abs(right - before.box[2]) < 0.5 * line.size &&
        word.box[0] > left &&
        columns.some((next) => next.left > right && next.left < end && next.right > word.box[0]),
    );
  const parted = line.cells.map((cell) => {
    const at = cell.words.findIndex(
      (word, i) => i > 0 && isSplit(cell.words[i - 1] as PlacedWord, word, cell.box[2]),
    );
    if (cell.kind !== 'text' || at < 1 || cellKind(joinedText(cell.words.slice(0, at))) !== 'figure')
      return [cell];
    return [cell.words.slice(0, at), cell.words.slice(at)].map(cellFrom);
  });
  if (parted.every(({ length }) => length === 1)) return line;
  const cells = parted.flat();
  const values = cells.filter(
    (cell) => line.values.includes(cell) || (cell.kind === 'figure' && !line.cells.includes(cell)),
  );
  return { ...line, cells, values };
}

/** A lone text over the columns goes on a cell above it. */
const isOnlyOver = (line: CellLine, cell: PdfCell, zone: Zone): boolean =>
  line.cells[0] === cell && cell.box[0] >= zone.firstLeft - line.size && isOver(cell, zone);

function nearest({ box }: PdfCell, columns: readonly ColumnReach[]): number {
  const distances = columns.map(({ left, right }) => Math.abs(left + right - box[0] - box[2]));
  return distances.indexOf(Math.min(...distances));
}

/** Whether a line below the rows of a table is the rest of the last one's label. */
export function isRestOfRow(
  lines: readonly CellLine[],
  next: CellLine,
  below: CellLine | undefined,
  { columns, zone }: TableFrame,
  ruling: Ruling,
): boolean {
  const parted = [...lines, next].map((line) => partLine(line, columns, zone));
  const rest = parted.at(-1);
  const last = parted.at(-2);
  if (!rest || !last) return false;
  if (isTight(last, rest)) return true;
  const edges = edgesOver(parted, ruling, columns);
  if (isRuledOff(parted, edges))
    return (
      !hasEdge(edges, last, rest) &&
      edges.some((y) => y > rest.line.base && y < rest.line.base + 1.5 * next.size)
    );
  return isContinued(last, rest, below && partLine(below, columns, zone), setting(parted, columns));
}

function groupLines(
  lines: readonly PartedLine[],
  ruling: Ruling,
  columns: readonly ColumnReach[],
): PartedLine[][] {
  const edges = edgesOver(lines, ruling, columns);
  const isRuled = isRuledOff(lines, edges);
  const set = setting(lines, columns);
  const groups: PartedLine[][] = [];
  lines.forEach((line, i) => {
    const group = groups.at(-1);
    const above = lines[i - 1];
    const joins =
      group &&
      above &&
      !conflicts(group, line) &&
      !(opensRow(line, lines[i + 1]) && group.some(({ hasValues }) => hasValues)) &&
      (isTight(above, line) ||
        (isRuled ? !hasEdge(edges, above, line) : isContinued(above, line, lines[i + 1], set)));
    if (group && joins) group.push(line);
    else groups.push([line]);
  });
  return groups;
}

/** Heights of the lines and stripe edges that run over the labels. */
function edgesOver(
  lines: readonly PartedLine[],
  { rules, fills }: Ruling,
  columns: readonly ColumnReach[],
): number[] {
  const left = Math.min(...lines.map(({ line }) => line.box[0]));
  const right = Math.max(left + 20, columns[0]?.left ?? 0);
  const isOverLabels = ([from, , to]: Box): boolean =>
    Math.min(to, right) - Math.max(from, left) > 0.5 * (right - left);
  return [
    ...rules
      .filter(({ isHorizontal, box }) => isHorizontal && isOverLabels(box))
      .map(({ box }) => (box[1] + box[3]) / 2),
    ...fills.filter(isOverLabels).flatMap(([, top, , bottom]) => [top, bottom]),
  ].sort((a, b) => a - b);
}

const hasEdge = (
  edges: readonly number[],
  { line: above }: PartedLine,
  { line: below }: PartedLine,
): boolean => edges.some((y) => y > above.base - 0.15 * above.size && y < below.base - 0.5 * below.size);

/** Whether an edge parts nearly every two rows, so that what none parts is one row. */
function isRuledOff(lines: readonly PartedLine[], edges: readonly number[]): boolean {
  const rows = lines.filter(({ hasValues }) => hasValues);
  const parted = rows.slice(1).filter((row, i) => hasEdge(edges, rows[i] as PartedLine, row)).length;
  return rows.length > 1 && parted >= 0.75 * (rows.length - 1);
}

/**
 * Two lines with figures are two rows; but a figure may stand half a line above or below a part of its label, and below
 * the other figures of its row.
 */
const conflicts = (group: readonly PartedLine[], line: PartedLine): boolean =>
  line.hasValues && group.some((other) => other.hasValues && !completes(other, line));

/** A line without a label, not half a line below figures that leave its columns free. */
const completes = (above: PartedLine, line: PartedLine): boolean =>
  line.label.length === 0 &&
  line.line.base - above.line.base < 0.5 * line.line.size &&
  line.cells.every((words, i) => words.length === 0 || above.cells[i]?.length === 0);

/** The first line of a label whose figures stand half a line below it, beside its middle. */
const opensRow = (line: PartedLine, below: PartedLine | undefined): boolean =>
  !line.hasValues &&
  below !== undefined &&
  below.hasValues &&
  below.label.length === 0 &&
  isTight(line, below);

const isTight = ({ line: above }: PartedLine, { line: below }: PartedLine): boolean =>
  below.base - above.base < 0.8 * Math.min(above.size, below.size);

/** How the labels of a table are set. */
interface Setting {
  /** Usual distance of rows of one line. */
  readonly pitch: number;
  /** Where the columns begin. */
  readonly end: number;
  /** Left edges of rows that stand one below the other, each an item beside the others. */
  readonly lefts: readonly number[];
}

const setting = (lines: readonly PartedLine[], columns: readonly ColumnReach[]): Setting => ({
  pitch: usualPitch(lines),
  end: columns[0]?.left ?? 0,
  lefts: lines.flatMap((line, i) => {
    const above = lines[i - 1];
    const isItem = line.hasValues && above && Math.abs(labelLeft(line) - labelLeft(above)) < SAME_LEFT;
    return isItem ? [labelLeft(line)] : [];
  }),
});

const SAME_LEFT = 2.5;

const labelLeft = ({ label }: PartedLine): number => label[0]?.box[0] ?? 0;

function usualPitch(lines: readonly PartedLine[]): number {
  const steps = lines.slice(1).flatMap((line, i) => {
    const above = lines[i];
    return above?.hasValues && line.hasValues ? [line.line.base - above.line.base] : [];
  });
  return steps.length > 0 ? median(steps) : 0;
}

/** Words after which a label goes on. */
const OPEN =
  /(?:\b(?:of|to|and|or|in|by|for|from|with|the|a|an|on|at|per|net|than|as|under|before|after|including|excluding|attributable)|[,(/&–—-])$/i;

/** A total heads no group. */
const TOTAL = /^total\b/i;

/** `Other, net` is a label to its end. */
const NET_AT_END = /, net$/i;

function isContinued(
  above: PartedLine,
  line: PartedLine,
  below: PartedLine | undefined,
  set: Setting,
): boolean {
  const step = line.line.base - above.line.base;
  if (step > 1.75 * line.line.size) return false;
  if (line.label.length === 0 && !line.hasValues) return step < 1.4 * line.line.size;
  if (line.label.length === 0 || above.label.length === 0) return false;
  const [upper, lower] = [joinedText(above.label), joinedText(line.label)];
  if (/:$/.test(upper) || isOutdented(above, line) || /^[(]?\w{1,2}[.)]\s/.test(lower)) return false;
  if (isUnbalanced(upper) || /^\p{Ll}/u.test(lower) || (!line.hasValues && lower.startsWith('(')))
    return true;
  if (isBold(above) !== isBold(line)) return false;
  if (isIndented(above, line) && set.lefts.some((left) => Math.abs(left - labelLeft(line)) < SAME_LEFT))
    return false;
  const next = below ? below.line.base - line.line.base : Number.POSITIVE_INFINITY;
  const isClose = set.pitch > 0 && step < 0.93 * set.pitch && step < 1.3 * line.line.size;
  if (OPEN.test(upper) && !NET_AT_END.test(upper) && !beginsAlike(upper, lower)) return true;
  if (!above.hasValues && line.hasValues && TOTAL.test(upper) && !TOTAL.test(lower)) return true;
  if (!above.hasValues && (line.hasValues || isClose) && !wouldFit(above, line, set.end)) return true;
  if (isIndented(above, line)) return false;
  if (above.hasValues) return !line.hasValues && isClose && step < 0.93 * next;
  return line.hasValues && isClose;
}

/** Whether the first word of a label had room at the end of the one above, before the columns begin. */
function wouldFit(above: PartedLine, { label, line: { size, space } }: PartedLine, end: number): boolean {
  const [last, word] = [above.label.at(-1), label[0]];
  const slack = space === undefined ? 0.25 * size : DRIFT * space;
  return !last || !word || last.box[2] + 0.25 * size + word.box[2] - word.box[0] < end - slack;
}

const isIndented = (above: PartedLine, line: PartedLine): boolean => isOutdented(line, above);

/** A line that repeats the words above it is an item of theirs. */
const beginsAlike = (upper: string, lower: string): boolean => lower.startsWith(upper.slice(0, 12));

const isOutdented = (above: PartedLine, line: PartedLine): boolean =>
  (line.label[0]?.box[0] ?? 0) < (above.label[0]?.box[0] ?? 0) - 3;

const isBold = ({ label }: PartedLine): boolean => label.every((word) => word.isBold);

const isUnbalanced = (text: string): boolean => text.split('(').length > text.split(')').length;

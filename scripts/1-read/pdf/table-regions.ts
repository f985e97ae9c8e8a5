import { isTimeOnly } from '../../grammar/times.ts';
import { isUnitOnly } from '../../grammar/units.ts';
import { type CellLine, SENTENCE } from './cell-lines.ts';
import type { PdfCell } from './line-cells.ts';
import { addToColumns, type ColumnReach, columnsIn, findHomes } from './table-columns.ts';
import type { TableFrame } from './table-heads.ts';
import { isRestOfRow, type Ruling } from './table-rows.ts';
import { cellsOver, isOver, type Zone, zoneFrom } from './table-zone.ts';

/** Lines of a page that are a table, by their index among all lines of the region. */
export interface TableRegion {
  readonly first: number;
  /** First line below the heads. */
  readonly body: number;
  readonly last: number;
  readonly columns: readonly ColumnReach[];
  readonly zone: Zone;
}

/** So many lines without a figure may stand between two rows. */
const MOST_LABELS = 8;

/** A gap of so many ems between two lines ends a table. */
const WIDEST_GAP = 6;

/** Type so many times larger is a title's. */
const LARGER = 1.08;

/** Finds the tables among the lines of a region, from the top. */
export function findRuledTables(lines: readonly CellLine[], ruling: Ruling): TableRegion[] {
  const tables: TableRegion[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at++) {
    if (!isSeed(lines, at)) continue;
    const last = lastRow(lines, at, ruling);
    const rows = lines.slice(at, last + 1);
    const columns = columnsIn(rows);
    const zone = zoneFrom(columns, withNeighbours(lines, at, last), ruling.rules);
    const first = firstHead(lines, at, from, columns, zone);
    if ((last === at && first === at) || isContents(rows, columns)) continue;
    const end = lastLine(lines, at, last, { columns, zone }, ruling);
    tables.push({ first, body: firstBody(lines, first, at, zone), last: end, columns, zone });
    from = end + 1;
    at = end;
  }
  return tables;
}

/** Rows with the lines close above and below, where a label may begin or end. */
const withNeighbours = (lines: readonly CellLine[], first: number, last: number): CellLine[] =>
  lines.filter(
    (line, i) =>
      (i >= first && i <= last) ||
      (i === first - 1 && (lines[first]?.base ?? 0) - line.base < line.size) ||
      (i === last + 1 && line.base - (lines[last]?.base ?? 0) < line.size),
  );

/** A table of contents: nothing but numbers of pages, in order. */
function isContents(rows: readonly CellLine[], columns: readonly ColumnReach[]): boolean {
  const numbers = rows.flatMap(({ values }) =>
    values.map(({ text }) => (/^\d{1,3}$/.test(text) ? Number(text) : -1)),
  );
  return (
    columns.length === 1 &&
    numbers.length > 3 &&
    numbers.every((number, i) => number >= Math.max(0, numbers[i - 1] ?? 0))
  );
}

/** The last line of the last row: its label may go on below its figures. */
function lastLine(
  lines: readonly CellLine[],
  start: number,
  last: number,
  frame: TableFrame,
  ruling: Ruling,
): number {
  let end = last;
  while (end - last < 3) {
    const next = lines[end + 1];
    if (!next || cellsOver(next, frame.zone).length > 0 || isSentence(next)) break;
    if (!isRestOfRow(lines.slice(start, end + 1), next, lines[end + 2], frame, ruling)) break;
    end++;
  }
  return end;
}

/** A row with two figures, or with one that stands under a time, or under or above that of a row close by. */
function isSeed(lines: readonly CellLine[], at: number): boolean {
  const line = lines[at];
  if (!line || line.isYears || line.values.length === 0) return false;
  if (line.values.length > 1 || lines.slice(Math.max(0, at - 2), at).some((above) => isTimeOver(above, line)))
    return true;
  const own = columnsIn([line]);
  for (let next = at + 1; next < Math.min(lines.length, at + 5); next++) {
    const other = lines[next];
    if (!other || other.box[1] - (lines[next - 1]?.box[3] ?? 0) > 3 * line.size || isSentence(other))
      return false;
    if (other.values.length > 0 && !other.isYears)
      return (
        line.cells.length + other.cells.length > 2 && findHomes(own, other.values, line.size).some(Boolean)
      );
  }
  return false;
}

/** A time right of a row's label. */
const isTimeOver = (
  { cells: [time, ...others] }: CellLine,
  { cells: [label, ...values] }: CellLine,
): boolean =>
  others.length === 0 &&
  values.length > 0 &&
  (time?.box[0] ?? 0) > (label?.box[2] ?? 0) &&
  isTimeOnly(time?.text ?? '');

const isSentence = ({ cells }: CellLine): boolean =>
  cells.some(({ words, text }) => words.length >= SENTENCE || (words.length >= 6 && /[.;]$/.test(text)));

/** The last row of the table that a row opens. */
function lastRow(lines: readonly CellLine[], start: number, { rules }: Ruling): number {
  const columns: ColumnReach[] = [];
  let last = start;
  addToColumns(columns, lines[start]?.values ?? [], lines[start]?.size ?? 0);
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] as CellLine;
    const above = lines[at - 1] as CellLine;
    if (line.box[1] - above.box[3] > WIDEST_GAP * line.size || at - last > MOST_LABELS) break;
    if (line.values.length > 0 && !line.isYears) {
      const homes = findHomes(columns, line.values, line.size);
      const isFirst = at === last + 1;
      const isBetween = line.box[2] < (columns.at(-1)?.left ?? 0);
      if (!homes.some(Boolean) && !(isFirst && (line.values.length > 1 || isBetween))) break;
      addToColumns(columns, line.values, line.size);
      last = at;
    } else if (
      !mayStandWithin(line, above, lines[at + 1], zoneFrom(columns, lines.slice(start, last + 1), rules))
    )
      break;
  }
  return last;
}

/** Labels, rows whose values are words, and what goes on in a cell may stand between two rows; heads and sentences over the columns may not. */
function mayStandWithin(line: CellLine, above: CellLine, below: CellLine | undefined, zone: Zone): boolean {
  const over = cellsOver(line, zone);
  if (isSentence(line) && (over.length > 0 || line.box[2] > zone.firstLeft)) return false;
  if (over.length === 0) return true;
  const label = line.cells.find((cell) => !over.includes(cell));
  if (!label && isRestOfCells(line, above, below)) return true;
  if (line.isYears || over.some(isHeadText)) return false;
  if (label) return !isHeadText(label);
  return line.cells.length === 1 && line.box[0] < zone.firstLeft;
}

/** A line without a label, closer to the row above it than to the one below. */
const isRestOfCells = (line: CellLine, above: CellLine, below: CellLine | undefined): boolean =>
  !line.isYears &&
  line.base - above.base < 1.3 * line.size &&
  (below === undefined || below.base - line.base > 1.15 * (line.base - above.base));

/** Words of heads: a time, a unit, a year. */
const isHeadText = ({ kind, text }: PdfCell): boolean =>
  kind === 'year' ||
  isTimeOnly(text) ||
  isUnitOnly(text) ||
  /\b(?:ended|ending|months|quarter|weeks)\b/i.test(text);

/** The topmost line of the heads above the first row. */
function firstHead(
  lines: readonly CellLine[],
  start: number,
  from: number,
  columns: readonly ColumnReach[],
  zone: Zone,
): number {
  let first = start;
  for (let at = start - 1; at >= from; at--) {
    const line = lines[at] as CellLine;
    const gap = (lines[at + 1]?.box[1] ?? 0) - line.box[3];
    if (gap > 3.5 * line.size || isSentence(line) || isRow(line)) break;
    const over = cellsOver(line, zone);
    if (over.length === 0) {
      if (start - at > 3 && first === start) break;
      if (first - at > 2) break;
      continue;
    }
    if (
      isTitle(line, lines[at + 1] as CellLine, columns, zone) ||
      (!zone.hasLabels && line.box[0] < zone.left - line.size)
    )
      break;
    first = at;
  }
  return start - countBelowCaptions(lines.slice(first, start), columns);
}

/** Number of the lines of heads below those that caption all columns: `(in millions)`, and a title above it. */
function countBelowCaptions(heads: readonly CellLine[], columns: readonly ColumnReach[]): number {
  const below = heads.findLastIndex((line) => isCaption(line, columns));
  const isTitled = heads
    .slice(0, below + 1)
    .every((line) => isCaption(line, columns) || (line.cells.length === 1 && !line.cells.some(isHeadText)));
  return heads.length - (isTitled ? below + 1 : heads.findIndex((line) => !isCaption(line, columns)));
}

/** `(in millions)` above all heads holds for all columns. */
const isCaption = ({ cells }: CellLine, columns: readonly ColumnReach[]): boolean =>
  cells.length === 1 &&
  columns.length > 1 &&
  (isUnitOnly(cells[0]?.text ?? '') || isInBrackets(cells[0]?.text ?? ''));

const isInBrackets = (text: string): boolean => /^[([（].*[)\]）]$/.test(text);

/** Figures beside a label stand in no head. */
const isRow = ({ values, isYears, cells }: CellLine): boolean =>
  !isYears && cells.length > values.length && values.some(({ kind }) => kind === 'figure');

/**
 * A text that begins among the labels and runs over the columns is a title, or the end of a note; so is a lone one that
 * names no time, and is set in larger type or stands in the middle of the table with its labels.
 */
function isTitle(
  { cells, box: [left, , right], size }: CellLine,
  below: CellLine,
  columns: readonly ColumnReach[],
  zone: Zone,
): boolean {
  const [text] = cells;
  const start = columns.length > 1 ? zone.left - 2 * size : zone.labelLeft + 2.5 * size;
  if (cells.some(({ box: [from, , to] }) => from < start && to > zone.firstLeft + 2 * size)) return true;
  if (cells.length > 1 || !text || isInBrackets(text.text) || isHeadText(text)) return false;
  if (size > LARGER * below.size) return true;
  const middle = (left + right) / 2;
  const offTable = Math.abs(middle - (zone.labelLeft + zone.right) / 2);
  const offColumns = Math.min(
    ...columns.flatMap((from, i) =>
      columns.slice(i).map((to) => Math.abs(middle - (from.left + to.right) / 2)),
    ),
  );
  return offTable + size < offColumns;
}

/** The first line of the body: labels right above the first row belong to it, unless a head stands below them. */
function firstBody(lines: readonly CellLine[], first: number, start: number, zone: Zone): number {
  let body = start;
  for (let at = start - 1; at >= first; at--) {
    const line = lines[at];
    if (line?.cells.some((cell) => isOver(cell, zone) || isUnitOnly(cell.text))) break;
    body = at;
  }
  return body;
}

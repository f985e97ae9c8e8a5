import { joinTexts, type PositionedText } from '../placed-text.ts';
import { raised } from '../raised-marks.ts';
import { isBullet, isFigure, isLead, isMark, isPlainMark, isTail, isYear } from './cell-kinds.ts';
import { columnAfter, type SpannedCell, type SpannedRow } from './spanned-table.ts';

/** Columns without text between a figure and its sign. */
const WIDEST_GAP = 2;

/** Puts signs and marks that have cells of their own (`$`, `(`, `)`, `%`, `(1)`) to the figure or label they belong to. */
export function joinSigns(rows: readonly SpannedRow[]): SpannedRow[] {
  const figures = plainFigureColumns(rows);
  return rows.map((row) => joinRow(row, figures));
}

type Columns = Pick<ReadonlySet<number>, 'has'>;

/** Columns in which a figure stands that is no mark, or a head of its own, so that `(1)` is a figure there too. */
function plainFigureColumns(rows: readonly SpannedRow[]): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const row of rows) {
    const isHead = !row.some(({ text: { text } }) => isFigure(text) || isMark(text));
    for (const cell of row) {
      if (isHead) columns.add(cell.column);
      if (cell.columnSpan <= 3 && isFigure(cell.text.text) && !isPlainMark(cell.text.text))
        for (let column = cell.column; column < columnAfter(cell); column++) columns.add(column);
    }
  }
  return columns;
}

/** A row by itself, with the columns in which `(1)` is a figure. */
export function joinRow(row: SpannedRow, figures: Columns): SpannedCell[] {
  const joined: SpannedCell[] = [];
  const hasFigure = row.some(({ text: { text } }) => isFigure(text) && !isPlainMark(text));
  for (let i = 0; i < row.length; i++) {
    let cell = row[i] as SpannedCell;
    const next = row[i + 1];
    if (next && isLead(cell.text.text) && isNear(cell, next) && startsFigure(next.text.text)) {
      const separator = cell.text.text.endsWith('(') || /\p{Sc}$/u.test(cell.text.text) ? '' : ' ';
      cell = { ...together(cell, next, separator), core: next.column };
      i++;
    }
    const last = joined.at(-1);
    if (last && joined.length === 1 && isBullet(last.text.text) && isLabel(cell.text.text))
      joined[0] = together(last, cell, ' ');
    else if (last && isNear(last, cell) && endsFigure(last, cell))
      joined[joined.length - 1] = together(last, cell, '');
    else if (last && hasFigure && isNear(last, cell) && marksFigure(last, cell, figures))
      joined[joined.length - 1] = together(last, { ...cell, text: raisedText(cell.text) }, '');
    else joined.push(cell);
  }
  return joined;
}

const isLabel = (text: string): boolean => /\p{L}{2}/u.test(text) && !isFigure(text);

const isNear = (left: SpannedCell, right: SpannedCell): boolean =>
  right.column - columnAfter(left) <= WIDEST_GAP;

const startsFigure = (text: string): boolean =>
  isFigure(text) || isYear(text) || /^[-–−]?[\d.,]+\s?\(?$/.test(text) || /^\([^)]*$/.test(text);

function endsFigure({ text: { text: before } }: SpannedCell, { text: { text } }: SpannedCell): boolean {
  if (!isTail(text) || isYear(before)) return false;
  const opened = before.lastIndexOf('(') > before.lastIndexOf(')');
  if (text.startsWith(')')) return opened && /\d/.test(before);
  return isFigure(before) || (opened && /\d/.test(before));
}

const marksFigure = (
  { text: { text: before } }: SpannedCell,
  { text: { text }, column, columnSpan }: SpannedCell,
  figures: Columns,
): boolean =>
  isMark(text) &&
  /[\p{L}\d)%—–-]$/u.test(before) &&
  (!isPlainMark(text) ||
    !Array.from({ length: columnSpan }, (_, i) => column + i).some((at) => figures.has(at)));

const raisedText = ({ text, runs }: PositionedText): PositionedText => ({ text: raised(text), runs });

const together = (left: SpannedCell, right: SpannedCell, separator: string): SpannedCell => ({
  ...left,
  columnSpan: columnAfter(right) - left.column,
  text: joinTexts([left.text, right.text], separator),
});

import { rememberEach } from '../../src/model/remember.ts';
import type { RawCell, RawRow } from '../1-read/raw-document.ts';
import { type CellFigure, isTornNumber, readCell } from '../grammar/cells.ts';
import { isOpenNumber, type NumberStyle, regularNumbers } from '../grammar/number-style.ts';
import { printedText } from '../grammar/numbers.ts';
import { readYearName } from '../grammar/periods.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { isUnitOnly } from '../grammar/units.ts';

/** What a cell is at first sight; a bare year may be a head or a figure. A figure that cannot be read is one without figures. */
export type CellKind = 'empty' | 'figure' | 'year' | 'time' | 'unit' | 'text';

/** A field with what it states, its currency sign or closing bracket included where they have a field of their own. */
export interface GridCell extends RawCell {
  readonly kind: CellKind;
  readonly figures: readonly CellFigure[];
  /** The field under whose head it stands: its own, unless the row is out of step with the head. */
  readonly column: number;
}

/** A sign that stands in the field before its figure, or behind it. */
const LEAD = /^(?:[A-Z]{0,3}\p{Sc}\s?\(?|\(|[A-Z]{3})$/u;
const TAIL = /^(?:\)|\)?\s?[%％]\s?\)?|pp|bps|x)$/;

/** Tables are asked whether they go on, joined, and laid out: the cells of a row stay what they are. */
export const gridCells = (row: RawRow, style: NumberStyle): readonly GridCell[] => cellsIn(style)(row);

const cellsIn = rememberEach((style: NumberStyle) => rememberEach((row: RawRow) => readCells(row, style)));

function readCells({ cells }: RawRow, style: NumberStyle): readonly GridCell[] {
  return cells.map((cell, i): GridCell => {
    const { text, source } = cell;
    if (isJoined(cells, i)) return { ...cell, text: '', kind: 'empty', figures: [], column: i };
    if (text === '') return { ...cell, kind: 'empty', figures: [], column: i };
    const isMark = isNoted(text) || isNumbering(cells, i);
    const figures =
      i === 0 || isMark
        ? []
        : readFigures(text, leadingSign(cells, i), trailingSign(cells, i), style, printedText(source));
    return { ...cell, kind: i === 0 || isMark ? 'text' : cellKind(text, figures), figures, column: i };
  });
}

/** `RATE (1)`, `Other (Note 1)`, `(Audited) [Refer note 4]`: words with the mark of a footnote state no number. */
function isNoted(text: string): boolean {
  const words = text.replace(MARK_OF_NOTE, '');
  return words !== text && /\p{L}{3}/u.test(words) && !/\d/.test(words) && !/\([^)]*$/.test(words);
}

const MARK_OF_NOTE =
  / ?(?:[([](?:(?:(?:see|refer(?: to)?) )?notes?(?: no\.?)? )?\d{1,2}(?:(?:,| and| &|-) ?\d{1,2})*[)\]])+$/i;

/** `(2) Property, plant and equipment`, or `1)` before `Net sales` in a row without figures: the number of a heading. */
function isNumbering(cells: readonly RawCell[], i: number): boolean {
  const text = cells[i]?.text ?? '';
  if (/^\(?\d{1,2}\)\s+\p{Lu}\p{Ll}{2}/u.test(text)) return true;
  return (
    /^\(?\d{1,2}[.)]$/.test(text) &&
    /^\p{Lu}\p{Ll}{2}[^\d]*$/u.test(cells[i + 1]?.text ?? '') &&
    cells.every(({ text: other }, at) => at === i || !/\d/.test(other))
  );
}

const startsFigure = (text: string): boolean => /^\(?[-–—−+▲△]?\s?\(?[\d.]|^[-–—]+$/.test(text);
/** `$1,204`, `($2.09`, `(US$2.09`: the bracket may stand before the currency. */
const endsFigure = (text: string): boolean =>
  /[\d–—-]$/.test(text) && startsFigure(text.replace(/^(\(?)[A-Z]{0,3}\p{Sc}\s?/u, '$1'));

const leadingSign = (cells: readonly RawCell[], i: number): string => {
  const before = i > 1 ? (cells[i - 1]?.text ?? '') : '';
  return LEAD.test(before) && startsFigure(cells[i]?.text ?? '') ? before : '';
};

const trailingSign = (cells: readonly RawCell[], i: number): string => {
  const after = cells[i + 1]?.text ?? '';
  if (!endsFigure(cells[i]?.text ?? '') || isYear(cells[i])) return '';
  if (TAIL.test(after)) return after;
  return /^\p{Sc}?\s?\([^)]*$/u.test(leadingSign(cells, i) + (cells[i]?.text ?? '')) ? ')' : '';
};

/** A field that holds only a sign of the figure beside it. */
function isJoined(cells: readonly RawCell[], i: number): boolean {
  if (i === 0) return false;
  const text = cells[i]?.text ?? '';
  return (
    (LEAD.test(text) && startsFigure(cells[i + 1]?.text ?? '')) ||
    (i > 1 && TAIL.test(text) && endsFigure(cells[i - 1]?.text ?? '') && !isYear(cells[i - 1]))
  );
}

/** A head `2024` beside a head `%`. */
const isYear = (cell: RawCell | undefined): boolean => readYearName(cell?.text ?? '') !== undefined;

/** Reads a cell together with its signs; places and raw text stay those of the cell itself. */
function readFigures(
  text: string,
  lead: string,
  tail: string,
  style: NumberStyle,
  printed: string,
): CellFigure[] {
  const regular = regularNumbers(text, style);
  if (isOpenNumber(regular, style)) return [];
  const figures = readCell(lead + regular + tail);
  return figures.map((figure) => {
    const start = Math.max(0, figure.start - lead.length);
    const end = Math.min(text.length, figure.start + figure.raw.length - lead.length);
    return { ...figure, start, raw: printed.slice(start, end) };
  });
}

function cellKind(text: string, figures: readonly CellFigure[]): CellKind {
  if (readYearName(text) !== undefined) return 'year';
  if (isDayWithUnit(text)) return 'time';
  if (THOUSANDS.test(text)) return 'text';
  if (figures.length > 0) return isAgainstYear(text, figures) ? 'time' : 'figure';
  if (isUnitOnly(text)) return 'unit';
  if (isTornNumber(text) && !isTimeOnly(text)) return 'figure';
  return isTimeOnly(text) ? 'time' : 'text';
}

/** `vs. 2025`, `2026 vs. 2025`: the head of a change. */
const isAgainstYear = (text: string, figures: readonly CellFigure[]): boolean =>
  figures.every(({ raw }) => readYearName(raw) !== undefined) && isTimeOnly(text);

/** `$000 increase / (decrease)`: thousands of what changed. */
const THOUSANDS = /^\p{Sc}['’]?000s? \p{L}[^\d]*$/u;

/** `30 September 2024 $000`, `2024 £m`: a head that tells the unit too. */
function isDayWithUnit(text: string): boolean {
  const [, time = '', unit = ''] = /^(.*\b(?:19|20)\d{2}),?\s+(\(?(?:\p{Sc}|\p{L}).*)$/u.exec(text) ?? [];
  return unit !== '' && isTimeOnly(time) && isUnitOnly(unit);
}

import { currenciesIn, seenText } from '../../../grammar/numbers.ts';
import { isOpenTime, isTimeOnly } from '../../../grammar/times.ts';
import { joinTexts, type PositionedText, sliceText } from '../../placed-text.ts';
import { isBullet, isFigure, isLead, isMark, isTail, isYear } from '../../regular-rows/cell-kinds.ts';

import { type SpacedField, spacedRows } from './spaced-rows.ts';

/** A cell made of whole lines: a figure with the signs that have lines of their own (`$`, `(5,855`, `)`), or a text. */
export interface LineCell {
  /** A mark is a footnote's `(1)`, or a figure in brackets; a wall is no cell of a table: a row of fields, a bullet. */
  readonly kind: 'figure' | 'mark' | 'year' | 'text' | 'wall';
  readonly text: PositionedText;
  /** Its lines, 1-based, blank ones between them left out. */
  readonly lines: readonly number[];
  /** Lines of nothing but blanks before it, which empty cells leave behind; an empty line parts cells. */
  readonly blanks?: number;
  /** The field of its digits, and how many its line has, where tabs part cells. */
  readonly field?: Field | undefined;
  /** A caption that has run into the head: `Earnings Summary` of `Earnings SummaryThree Months Ended June 30,`. */
  readonly corner?: LineCell;
}

interface Field {
  readonly at: number;
  readonly width: number;
}

export const seenTextIn = ({ text }: Pick<LineCell, 'text'>): string => seenText(text.text).trim();

interface Line {
  readonly number: number;
  readonly blanks: number;
  readonly field: Field | undefined;
  /** Right below the cell before, no empty line between; where tabs part cells, in the same one, if it is a head. */
  readonly isBelow: boolean;
  readonly placed: PositionedText;
}

/**
 * What stands one a line, in order; tabs part the cells of the lines that are `split`, single blanks those of rows that
 * end in several figures.
 */
export function readLineCells(lines: readonly string[], split: ReadonlySet<number> = new Set()): LineCell[] {
  const filled = filledLines(lines, split);
  const first = filled.filter(({ number }, i) => number !== filled[i - 1]?.number);
  const apart = first.filter(({ number }, i) => number > (first[i - 1]?.number ?? -1) + 1);
  const areApart = apart.length * 4 > first.length * 3;
  const goesOn = (at: number): boolean =>
    (areApart || (filled[at - 1]?.field?.width ?? 0) > 1) && isBroken(filled, at);
  const cells: LineCell[] = [];
  for (let at = 0; at < filled.length; ) {
    const figure = figureAt(filled, at);
    let end = at + (figure?.length ?? 1);
    while (!figure && goesOn(end)) end++;
    cells.push(makeLineCell(filled.slice(at, end), figure ? '' : ' '));
    at = end;
  }
  return cells;
}

/** Words right below words: a cell that is broken over lines. A time may as well go on in the next row of heads. */
const isBroken = (lines: readonly Line[], at: number): boolean =>
  Boolean(lines[at]?.isBelow) && isWords(seen(lines[at - 1])) && isWords(seen(lines[at]));

const isWords = (text: string): boolean =>
  lineCellKind(text) === 'text' && !isTimeOnly(text) && !isOpenTime(text);

function filledLines(lines: readonly string[], split: ReadonlySet<number>): Line[] {
  const filled: Line[] = [];
  let blanks = 0;
  let open = 0;
  const spaced = spacedRows(lines);
  for (const [i, line] of lines.entries()) {
    if (PAGE_NUMBER.test(line)) continue;
    const number = i + 1;
    const fields = spaced.get(number) ?? (split.has(number) ? tabParted(line) : [{ text: line, offset: 0 }]);
    const isRow = fields.length > 1 && fields.some((field) => isFigure(field.text.trim()));
    for (const [at, { text: printed, offset }] of fields.entries()) {
      const text = printed.trim();
      const column = offset + printed.indexOf(text) + 1;
      if (text !== '') {
        const place = { kind: 'text', line: number, column } as const;
        const placed = { text, runs: [{ start: 0, end: text.length, place, isLiteral: true }] };
        const field = split.has(number) ? { at, width: fields.length } : undefined;
        filled.push({ number, blanks, field, isBelow: at === 0 && open === i && i > 0 && !isRow, placed });
        blanks = 0;
      }
      open = text === '' ? 0 : number;
    }
    if (line !== '' && filled.at(-1)?.number !== number) blanks++;
  }
  return filled;
}

/** `- 4 -` at the foot of a page. */
const PAGE_NUMBER = /^\s*[-–—]\s?\d{1,3}\s?[-–—]\s*$/;

function tabParted(line: string): SpacedField[] {
  let offset = -1;
  return line.split('\t').map((text, i, fields) => {
    offset += 1 + (fields[i - 1]?.length ?? 0);
    return { text, offset };
  });
}

const seen = (line: Line | undefined): string => seenText(line?.placed.text ?? '').trim();

/** The lines of a figure whose signs stand apart, from the one at an index. */
function figureAt(lines: readonly Line[], from: number): Line[] | undefined {
  let at = from;
  while (at < lines.length && isSignBefore(seen(lines[at]))) at++;
  const opened = lines.slice(from, at).map(seen).join('');
  const body = `${opened}${seen(lines[at])}`;
  if (!isLoneFigure(body) && !(isOpen(body) && /\d\s*$/.test(body))) return undefined;
  if (at > from && !/[\d\p{Sc}]/u.test(body)) return undefined;
  at++;
  while (at < lines.length && !isMark(body) && isTail(seen(lines[at])) && fitsBehind(lines, from, at)) at++;
  const taken = lines.slice(from, at);
  return isLoneFigure(taken.map(seen).join('')) ? taken : undefined;
}

/** `2024.` and `approximately $20 million.` are ends of sentences that wrapped; `1.2 p.p.` and `n.m.` are whole. */
const isLoneFigure = (text: string): boolean =>
  isFigure(text) && (!text.endsWith('.') || /(?<!\p{L})\p{L}\.\p{L}\.$/u.test(text));

/** A bracket closes what is open; a unit stands behind a whole figure. */
function fitsBehind(lines: readonly Line[], from: number, at: number): boolean {
  const before = lines.slice(from, at).map(seen).join('');
  return seen(lines[at]).startsWith(')') ? isOpen(before) : /[\d)]$/.test(before);
}

const isOpen = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')');

/** `$`, `US$ (`, `(`, `EUR`: three letters are a currency or a label. */
const isSignBefore = (text: string): boolean =>
  text !== '' && isLead(text) && (/[\p{Sc}(]/u.test(text) || currenciesIn(text).length > 0);

/** Tabs, bars or runs of blanks part the columns of such a line. */
const IN_COLUMNS = /[\t|]|\S {2,}\S/;

function makeLineCell(placed: readonly Line[], between: string): LineCell {
  const text = joinTexts(
    placed.map((line) => line.placed),
    between,
  );
  const lines = placed.map(({ number }) => number);
  const blanks = placed[0]?.blanks ?? 0;
  const field = (placed.find((line) => /\d/.test(seen(line))) ?? placed[0])?.field;
  const at = RUN_INTO.exec(text.text)?.[1]?.length ?? 0;
  const head = sliceText(text, at, text.text.length);
  return at > 0 && isTimeOnly(head.text)
    ? { ...lineCell(head, lines), blanks, field, corner: lineCell(sliceText(text, 0, at), lines) }
    : { ...lineCell(text, lines), blanks, field };
}

/** A cell of a text and the lines that it takes. */
export const lineCell = (text: PositionedText, lines: readonly number[]): LineCell => ({
  kind: lineCellKind(seenText(text.text).trim()),
  text,
  lines,
});

/** Words with a capital behind a small letter, where a page has put two elements without a blank between them. */
const RUN_INTO = /^(\p{Lu}[\p{L} ]{3,58}\p{Ll})(?=\p{Lu}\p{Ll}+\b)/u;

function lineCellKind(text: string): LineCell['kind'] {
  if (IN_COLUMNS.test(text)) return 'wall';
  if (isYear(text)) return 'year';
  if (isMark(text)) return 'mark';
  if (isLoneFigure(text)) return 'figure';
  return isBullet(text) ? 'wall' : 'text';
}

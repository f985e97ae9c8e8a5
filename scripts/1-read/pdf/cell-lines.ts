import { cellsIn, type PdfCell } from './line-cells.ts';
import type { TextLine } from './text-lines.ts';

/** A line with its cells. */
export interface CellLine extends TextLine {
  readonly cells: readonly PdfCell[];
  /** Cells that stand where figures could: the first only where no words stand before it. */
  readonly values: readonly PdfCell[];
  /** Names nothing but years beside its label: a head. */
  readonly isYears: boolean;
}

/** A line in cells; a gap that is told parts them, or one that is wide in the line. */
export function cellLine(line: TextLine, gap?: number): CellLine {
  const cells = cellsIn(line, gap);
  const isLabelled =
    cells.length > 1 && !(cells[0]?.kind !== 'text' && cells.every(isValue) && !isYearBefore(cells));
  const isSpaced = cells.filter(({ kind }) => kind === 'text').length >= SENTENCE;
  const values = isSpaced ? [] : (isLabelled ? cells.slice(1) : cells).filter(isValue);
  const isYears = values.length > 0 && values.every(({ kind }) => kind === 'year');
  return { ...line, cells, values, isYears };
}

/** So many words, however far apart, are of a sentence. */
export const SENTENCE = 14;

/** A year before figures is a row's label, or the end of one: `2020  9,267  0.30`. */
const isYearBefore = ([first, ...others]: readonly PdfCell[]): boolean =>
  first?.kind === 'year' && others.some(({ kind }) => kind === 'figure');

/** A figure, a dash, or words that begin with a number and its unit: `25% to 26%`, `222,000,000 shares`. */
const isValue = ({ kind, text }: PdfCell): boolean =>
  kind !== 'text' || (text.length <= 40 && COUNTED.test(text));

const COUNTED =
  /^(?:(?:approximately|approx\.|about|around|over|under|up to|at least|more than|less than|c\.|ca\.) )?[~<>≈(+-]?(?:[A-Z]{1,3})?\p{Sc}?\s?\d[\d.,]*\s?(?:[%％xpkKmMbB]|bn|mn|bps|pts?|pp)?\)?(?:\s(?:[-–—]|to|or|and)\s.*|\s(?:million|billion|thousand|trillion|shares?|yen|pence|cents?|points?|times|days|stores|employees|bps|pts?|people|%)\b.*)$/u;

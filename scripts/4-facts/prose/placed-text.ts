import type { LineRange } from '../../../src/model/document.ts';
import { withPlainDigits } from '../../grammar/digits.ts';
import { type NumberStyle, regularNumbers } from '../../grammar/number-style.ts';
import { indexColumns, UNSEEN } from '../../grammar/numbers.ts';
import { betweenLines } from '../../grammar/open-lines.ts';

/** A stretch of text that stands as it is in one line. */
interface Piece {
  /** UTF-16 offset in the joined text. */
  readonly start: number;
  /** 1-based line, and UTF-16 offset in it. */
  readonly line: number;
  readonly offset: number;
}

/** 1-based line and column, in Unicode code points. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Text of several lines as one, without Markdown's marks, that knows where each of its characters stands. */
export class PlacedText {
  /** With numbers as `1,234.5`, character for character. */
  readonly text: string;
  readonly #printed: string;
  readonly #pieces: readonly Piece[];
  readonly #lines: readonly string[];
  readonly #columns = new Map<number, (offset: number) => number>();

  constructor(printed: string, pieces: readonly Piece[], lines: readonly string[], style: NumberStyle) {
    this.text = regularNumbers(withPlainDigits(printed), style);
    this.#printed = printed;
    this.#pieces = pieces;
    this.#lines = lines;
  }

  /** A stretch as it is printed. */
  printed(from: number, to: number): string {
    return this.#printed.slice(from, to);
  }

  /** Where the character at an offset stands in its line. */
  placeOf(offset: number): TextPlace {
    const piece = this.#pieceAt(offset);
    return {
      line: piece.line,
      column: this.#columnsOf(piece.line)(piece.offset + offset - piece.start),
    };
  }

  /** Behind the last character of a stretch. */
  endOf(offset: number): TextPlace {
    const { line, column } = this.placeOf(Math.max(0, offset - 1));
    return { line, column: column + 1 };
  }

  /** Where in a text of one line the character of a column stands. */
  offsetOf(column: number): number {
    let low = 0;
    let high = this.text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.placeOf(middle).column < column) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where a stretch begins on the line that it ends on: a line may break between a currency and its amount. */
  startOnLastLine(from: number, to: number): number {
    const { line } = this.#pieceAt(Math.max(from, to - 1));
    return Math.max(from, this.#pieces.find((piece) => piece.line === line)?.start ?? from);
  }

  #columnsOf(line: number): (offset: number) => number {
    const columns = this.#columns.get(line) ?? indexColumns(this.#lines[line - 1] ?? '');
    this.#columns.set(line, columns);
    return columns;
  }

  #pieceAt(offset: number): Piece {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#pieces[low] ?? { start: 0, line: 1, offset: 0 };
  }
}

/** What is left out of running text: what a reader does not see, and marks of bold or slanted type, or of a note. */
const MARKS = new RegExp(
  `${UNSEEN.source}|\\*\\*+|(?<=^|[\\s(])\\*(?=\\p{L})|(?<=[\\p{L}):])\\*(?=[\\s,.;:)–—-]|$)`,
  'gu',
);

const HAS_MARKS = new RegExp(MARKS, 'u');

/** The lines of a block, joined by spaces, but for words that break at a hyphen. */
export function placeLines(
  lines: readonly string[],
  [first, last]: LineRange,
  style: NumberStyle,
): PlacedText {
  const pieces: Piece[] = [];
  let text = '';
  for (let line = first; line <= last; line++) {
    const source = lines[line - 1] ?? '';
    if (source.trim() === '') continue;
    if (text !== '') text += betweenLines(text, source);
    const from = source.length - source.trimStart().length;
    text += addPieces(pieces, source.trimEnd(), from, line, text.length);
  }
  return new PlacedText(text, pieces, lines, style);
}

/** A part of one line, such as a label in a table: from a UTF-16 offset on. */
export function placePart(
  lines: readonly string[],
  line: number,
  from: number,
  to: number,
  style: NumberStyle,
): PlacedText {
  const pieces: Piece[] = [];
  const text = addPieces(pieces, (lines[line - 1] ?? '').slice(0, to), from, line, 0);
  return new PlacedText(text, pieces, lines, style);
}

function addPieces(pieces: Piece[], source: string, from: number, line: number, start: number): string {
  let text = '';
  let offset = from;
  const add = (end: number) => {
    if (end <= offset) return;
    pieces.push({ start: start + text.length, line, offset });
    text += source.slice(offset, end);
  };
  if (HAS_MARKS.test(source)) {
    for (const mark of source.matchAll(MARKS)) {
      if (mark.index < from) continue;
      add(mark.index);
      offset = mark.index + mark[0].length;
    }
  }
  add(source.length);
  return text;
}

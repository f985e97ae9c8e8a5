import { raised } from '../raised-marks.ts';
import { GROUPED, isYearBeforePercent } from './figure-groups.ts';
import { type Box, boxAround, type Direction, turned } from './geometry.ts';
import type { Piece } from './page-content.ts';

/** A page, and the direction in which some of its text runs. */
export interface TurnedPage {
  readonly page: number;
  readonly direction: Direction;
}

/** A word of a line, in the frame in which its text runs to the right. */
export interface PlacedWord {
  readonly sheet: TurnedPage;
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly isBold: boolean;
  /** Number of the cell that holds it, where the file is tagged and tells its tables. */
  readonly tableCell: number | undefined;
  /** Raised, and close to the word before it: a mark of a footnote, or the end of `1st`. */
  readonly isTied: boolean;
}

/** Words on one baseline, from the left. */
export interface TextLine {
  readonly words: readonly PlacedWord[];
  readonly box: Box;
  readonly base: number;
  /** Height of the type of most of its text. */
  readonly size: number;
  /** Width of a space, where the type says so. */
  readonly space?: number;
}

/** Baselines that differ by no more than this share of the type's size are one. */
const SAME_BASE = 0.3;

/** Raised or lowered text is set in type of this share of the size, or smaller. */
const SMALL = 0.85;

/** Marks of footnotes are no longer than this. */
const LONGEST_MARK = 8;

/** Glyphs so close, in ems, are of one word. */
const TOUCHING = 0.14;

/** A figure that stands apart by so many ems from the groups of another is one of its own. */
const APART = 0.04;

/** The lines of the text of a sheet, from the top. Pieces stand in the order of painting. */
export function linesFrom(pieces: readonly Piece[], sheet: TurnedPage): TextLine[] {
  const parts = pieces.map((piece): Part => ({ piece, box: turned(piece.box, sheet.direction) }));
  const runs = smallRuns(parts);
  const isSmall = parts.map((_, i) => runs[i] !== undefined);
  const rows = byBaseline(parts.filter((_, i) => !isSmall[i]));
  const strays: Part[] = [];
  for (const run of new Set(runs)) {
    if (!run) continue;
    const home = rows.find((row) => row.parts.some((other) => isBeside(run.around, other)));
    if (home)
      home.parts.push(
        ...run.parts.map((part) =>
          part.piece.base < home.base - 0.1 * home.size ? { ...part, isRaised: true as const } : part,
        ),
      );
    else strays.push(...run.parts);
  }
  const all = strays.length > 0 ? [...rows, ...byBaseline(strays)].sort((a, b) => a.base - b.base) : rows;
  return all.flatMap((row) => lineFrom(row, sheet));
}

function lineFrom({ parts, base, size }: Row, sheet: TurnedPage): TextLine[] {
  const words = wordsFrom(parts, sheet);
  const [first] = words;
  if (!first) return [];
  return [{ words, box: words.reduce((around, word) => boxAround(around, word.box), first.box), base, size }];
}

interface Part {
  readonly piece: Piece;
  readonly box: Box;
  readonly isRaised?: true;
}

interface Row {
  readonly base: number;
  readonly size: number;
  readonly parts: Part[];
}

function byBaseline(placed: readonly Part[]): Row[] {
  const sorted = [...placed].sort((a, b) => a.piece.base - b.piece.base || a.box[0] - b.box[0]);
  const groups: Part[][] = [];
  let base = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const part of sorted) {
    const { piece } = part;
    if (piece.base - base > SAME_BASE * Math.min(size, piece.size)) {
      groups.push([]);
      base = piece.base;
      size = piece.size;
    }
    groups.at(-1)?.push(part);
  }
  return groups.map(rowFrom);
}

/** Base and size are those of most of the row's text. */
function rowFrom(parts: Part[]): Row {
  const widths = new Map<string, { width: number; base: number; size: number }>();
  for (const { piece, box } of parts) {
    const key = piece.size.toFixed(1);
    const sum = widths.get(key) ?? { width: 0, base: piece.base, size: piece.size };
    sum.width += box[2] - box[0];
    widths.set(key, sum);
  }
  const [main] = [...widths.values()].sort((a, b) => b.width - a.width);
  return { base: main?.base ?? 0, size: main?.size ?? 0, parts };
}

/** Pieces that are painted one after the other and stand so, a raised `(1)(3)` glyph by glyph, and all of them as one. */
interface Run {
  readonly parts: Part[];
  around: Part;
}

/** For each piece the run that it is of, where that is raised or lowered beside bigger text. */
function smallRuns(parts: readonly Part[]): (Run | undefined)[] {
  const runs: Run[] = [];
  const starts: number[] = [];
  parts.forEach((part, i) => {
    const run = runs.at(-1);
    if (run && isNextIn(run.around, part)) {
      run.parts.push(part);
      run.around = {
        piece: { ...run.around.piece, text: run.around.piece.text + part.piece.text },
        box: boxAround(run.around.box, part.box),
      };
    } else {
      runs.push({ parts: [part], around: part });
      starts.push(i);
    }
  });
  const near = new NearParts(parts);
  return runs.flatMap((run, at) => {
    const [before, after] = [starts[at] ?? 0, starts[at + 1] ?? parts.length];
    const isSmall =
      [before - 1, before - 2, after, after + 1].some((i) => isBeside(run.around, parts[i])) ||
      (MARK.test(run.around.piece.text) &&
        near.partsAround(run.around).some((part) => isBeside(run.around, part)));
    return run.parts.map(() => (isSmall ? run : undefined));
  });
}

/** Marks of footnotes may be painted when all other text of the page is. */
const MARK = /^[\d(),a-z*†‡§]+$/;

/** Pieces by how high they stand. */
class NearParts {
  private readonly strips: Map<number, Part[]>;

  constructor(parts: readonly Part[]) {
    this.strips = Map.groupBy(parts, ({ piece }) => Math.floor(piece.base / STRIP));
  }

  /** Pieces that stand as high as a mark beside them could. */
  partsAround({ piece }: Part): Part[] {
    const at = Math.floor(piece.base / STRIP);
    return [at - 1, at, at + 1].flatMap((strip) => this.strips.get(strip) ?? []);
  }
}

/** Height of a strip in points: marks are raised by less. */
const STRIP = 12;

const isNextIn = ({ piece, box }: Part, next: Part): boolean =>
  next.piece.size === piece.size &&
  Math.abs(next.piece.base - piece.base) < 0.05 * piece.size &&
  Math.abs(next.box[0] - box[2]) <
    (MARK.test(piece.text) && MARK.test(next.piece.text) ? 0.5 : 0.3) * piece.size;

/** Whether a small text is raised or lowered beside a bigger one, close to it. */
function isBeside(part: Part, other: Part | undefined): boolean {
  const size = other?.piece.size ?? 0;
  if (!other || part.piece.size > size * SMALL || part.piece.text.length > LONGEST_MARK) return false;
  const lift = other.piece.base - part.piece.base;
  if (lift > 0.75 * size || lift < -0.45 * size || Math.abs(lift) < 0.08 * size) return false;
  const behind = part.box[0] - other.box[2];
  const before = other.box[0] - part.box[2];
  return (behind > -0.25 * size && behind < 0.35 * size) || (before > -0.1 * size && before < 0.8 * size);
}

function wordsFrom(parts: readonly Part[], sheet: TurnedPage): PlacedWord[] {
  const words: PlacedWord[] = [];
  let last: Part | undefined;
  for (const part of [...parts].sort((a, b) => a.box[0] - b.box[0] || a.box[2] - b.box[2])) {
    const before = words.at(-1);
    if (last && before && isPrintedTwice(last, part, before)) continue;
    if (last && before && isTouching(last, part, before)) words[words.length - 1] = joinedWord(before, part);
    else words.push(wordFrom(part, before, sheet));
    last = part;
  }
  return words.map((word) => (word.isTied ? { ...word, text: raised(word.text) } : word));
}

const isTouching = (last: Part, part: Part, before: PlacedWord): boolean => {
  const gap = part.box[0] - before.box[2];
  const isAlike = part.isRaised === last.isRaised && part.piece.tableCell === last.piece.tableCell;
  if (isYearBeforePercent(before.text, part.piece.text)) return false;
  if (gap > APART * part.piece.size && GROUPED.test(before.text) && /^\d/.test(part.piece.text)) return false;
  return isAlike && !part.piece.isSpaced && gap < TOUCHING * part.piece.size && gap > -part.piece.size;
};

const wordFrom = (
  { piece, box, isRaised }: Part,
  before: PlacedWord | undefined,
  sheet: TurnedPage,
): PlacedWord => ({
  sheet,
  text: piece.text,
  box,
  size: piece.size,
  isBold: piece.isBold,
  tableCell: piece.tableCell,
  isTied: isRaised === true && before !== undefined && box[0] - before.box[2] < 0.4 * before.size,
});

const joinedWord = (word: PlacedWord, { piece, box }: Part): PlacedWord => ({
  ...word,
  text: word.text + piece.text,
  box: boxAround(word.box, box),
  isBold: word.isBold && piece.isBold,
});

/** Some programs print a text twice, a hair apart, to make it bold. */
const isPrintedTwice = (last: Part, { piece, box }: Part, before: PlacedWord): boolean =>
  (piece.text === last.piece.text || before.text.endsWith(piece.text)) &&
  Math.abs(box[2] - last.box[2]) < 0.12 * piece.size &&
  Math.abs(box[0] - last.box[0]) < 0.12 * piece.size;

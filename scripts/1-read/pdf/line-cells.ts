import { GROUPED, isYearBeforePercent } from './figure-groups.ts';
import { type Box, boxAround } from './geometry.ts';
import type { PlacedWord, TextLine } from './text-lines.ts';

/** What a stretch of a line is at first sight; `nil` is a dash or the like where a figure could stand. */
export type PdfCellKind = 'figure' | 'nil' | 'year' | 'text';

/** Words of a line that stand together, apart from the others. */
export interface PdfCell {
  readonly words: readonly PlacedWord[];
  readonly box: Box;
  readonly kind: PdfCellKind;
  readonly text: string;
  /** Left and right edge of the digits, by which columns are aligned; of the whole where there are none. */
  readonly core: readonly [left: number, right: number];
}

const SIGN = String.raw`(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}(?=[ \d(-])|Rs\.?)`;
const DIGITS = String.raw`\d(?:[\d.,'’٫٬]*\d)?(?: \d{3})*(?:[.,]\d+)?`;
const UNIT = String.raw`(?:%|％|x|X|p|c|k|m|bn|b|M|B|K|pp|ppt|ppts|pts?|bps|bp|days|p\.p\.|%pt|t)`;
const MARKS = String.raw`(?:\(\w{1,2}\)|[⁰¹²³⁴-⁹⁽⁾ᵃ-ᶻ*†‡§#]+|\[\w{1,2}\])*`;
const NUMBER = String.raw`[-–—−+±~<>≥≤▲△(\[]*\s?${SIGN}?\s?[-–—−+(\[▲△]*\s?(?:${DIGITS}|\.\d+)\s?${UNIT}?\s?[)\]]*-?\s?${UNIT}?\s?${SIGN}?\s?[)\]]?${MARKS}`;
const FIGURE = new RegExp(`^${NUMBER}(?:\\s?[-–—/]\\s?${NUMBER})?$`, 'u');
const NIL = new RegExp(
  `^[(]?${SIGN}?\\s?(?:[-–—−―‐‑]{1,3}|n/?[am]|n\\.?[am]\\.?|N/?[AM]|N\\.?[AM]\\.?|nil|Nil|NIL)\\s?[%％x]?[)]?${MARKS}$`,
  'u',
);
const YEAR = /^(?:19|20)\d{2}(?:\s?[(][\w]{1,2}[)]|[⁰¹²³⁴-⁹⁽⁾ᵃ-ᶻ*†]+|[EAFPR]|\s?\([EAF]\))?$/u;
const DATE =
  /^\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})$|^(?:19|20)\d{2}[./-]\d{1,2}(?:[./-]\d{1,2})?$|^\d{1,2}:\d{2}$/;

const LEADING_SIGN = new RegExp(`^(?:${SIGN}|[A-Z]{1,3}\\p{Sc}\\(|\\p{Sc}\\(|\\(|\\[)$`, 'u');
const TRAILING_SIGN = /^(?:[)\]]|[)\]]?[%％]|[%％][)\]]|pp|bps|x|p\.p\.|\)[⁰¹²³⁴-⁹⁽⁾ᵃ-ᶻ*†]+)$/u;

/** Dots that lead the eye from a label to its figure. */
const LEADER = /^[.…·․_‥-]{4,}$|^[.…·]{3,}$/;

/** Kind of a text that stands apart from others. */
export function cellKind(text: string): PdfCellKind {
  if (YEAR.test(text)) return 'year';
  if (DATE.test(text)) return 'text';
  if (NIL.test(text)) return 'nil';
  return FIGURE.test(text) ? 'figure' : 'text';
}

/** Splits a line where its words stand apart: by a gap that is wide in the line, or that is told. */
export function cellsIn(line: TextLine, told?: number): PdfCell[] {
  const words = withoutLeaders(line.words);
  const wide = told ?? wideGap(words, line.size);
  const cells: PlacedWord[][] = [];
  let text = '';
  words.forEach((word, i) => {
    const before = words[i - 1];
    const last = cells.at(-1);
    if (!before || !last || parts(text, before, word, words[i + 1], wide, line.size)) {
      cells.push([word]);
      text = word.text;
    } else {
      last.push(word);
      text += spacedText(word, before);
    }
  });
  return cells.map(cellFrom);
}

/** Words with their leading dots taken off, and without those that are dots only; what follows dots stands apart. */
function withoutLeaders(words: readonly PlacedWord[]): PlacedWord[] {
  const dots = words.map(({ text }) => text === '.' || text === '·');
  const isLeader = words.map(
    ({ text }, i) =>
      LEADER.test(text) || (dots[i] === true && (dots[i + 1] === true || dots[i - 1] === true)),
  );
  return words.flatMap((word, i) => {
    if (isLeader[i]) return [];
    const bare = /^(.*?[\p{L}\p{N})%:])[.…·_‥]{4,}$/u.exec(word.text)?.[1];
    if (bare === undefined) return [word];
    const [left, top, right, bottom] = word.box;
    const share = bare.length / word.text.length;
    return [{ ...word, text: bare, box: [left, top, left + (right - left) * share, bottom] as const }];
  });
}

/** The gap from which on words stand apart: wider where the line's own spaces are wide, as in justified text. */
function wideGap(words: readonly PlacedWord[], size: number): number {
  const gaps = words
    .slice(1)
    .map((word, i) => word.box[0] - (words[i]?.box[2] ?? 0))
    .sort((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 10)] ?? 0;
  return Math.min(1.5 * size, Math.max(0.9 * size, 2.5 * usual));
}

function parts(
  text: string,
  before: PlacedWord,
  word: PlacedWord,
  next: PlacedWord | undefined,
  wide: number,
  size: number,
): boolean {
  if (word.isTied) return false;
  const gap = word.box[0] - before.box[2];
  if (isYearBeforePercent(before.text, word.text)) return true;
  if (LEADING_SIGN.test(text) && startsFigure(word.text)) return false;
  if (TRAILING_SIGN.test(word.text) && /\d|[-–—]$/.test(text.slice(-2)) && gap < 2.5 * size) return false;
  if (gap >= wide || isSignBefore(word, next, wide) || areOfTwoCells(before, word)) return true;
  if (OPEN_RANGE.test(text) && startsFigure(word.text)) return false;
  const kindBefore = cellKind(text);
  const isFigureBefore = kindBefore === 'figure' || kindBefore === 'nil';
  if (isFigureBefore && GROUPED.test(text) && /^\d/.test(word.text)) return true;
  if (!isFigureBefore || gap < 0.25 * size) return false;
  if (LEADING_SIGN.test(word.text)) return next !== undefined && startsFigure(next.text) && gap > 0.3 * size;
  const kind = cellKind(word.text);
  if (kind === 'text') return false;
  if (gap < 0.36 * size && /\d$/.test(text) && /^\d{3}(?:[.,)%]|$)/.test(word.text)) return false;
  return kind === 'nil' ? gap > 0.5 * size : true;
}

/** What the file itself tells to stand in two cells of a table, however close. */
const areOfTwoCells = (before: PlacedWord, { tableCell }: PlacedWord): boolean =>
  before.tableCell !== undefined && tableCell !== undefined && before.tableCell !== tableCell;

/** `$` close to a label, whose figure stands apart. */
const isSignBefore = (word: PlacedWord, next: PlacedWord | undefined, wide: number): boolean =>
  next !== undefined &&
  next.box[0] - word.box[2] >= wide &&
  LEADING_SIGN.test(word.text) &&
  startsFigure(next.text);

/** `$8.70 -`, `25% to`: the other end of a range follows. */
const OPEN_RANGE = /\d[)%\w]?\s?(?:[-–—]|to|and)$/;

const startsFigure = (text: string): boolean =>
  /^[-–—−+(▲△]*\p{Sc}?[-–—−(]*(?:\d|\.\d)|^[-–—−]+[)%]?$/u.test(text);

/** Text of a cell: words with spaces, signs close to their figure. */
export const joinedText = (words: readonly PlacedWord[]): string =>
  words.map((word, i) => spacedText(word, words[i - 1])).join('');

/** A word as it stands behind another in the text of a cell. */
const spacedText = (word: PlacedWord, before: PlacedWord | undefined): string =>
  isSpaced(word, before) ? ` ${word.text}` : word.text;

/** Words of a cell, each with whether a space stands before it in the reading text. */
export const spacedWords = (
  words: readonly PlacedWord[],
): { readonly word: PlacedWord; readonly isSpaced: boolean }[] =>
  words.map((word, i) => ({ word, isSpaced: isSpaced(word, words[i - 1]) }));

const isSpaced = (word: PlacedWord, before: PlacedWord | undefined): boolean =>
  before !== undefined &&
  !word.isTied &&
  !(LEADING_SIGN.test(before.text) && startsFigure(word.text)) &&
  !(/^[)\]%％]+[.,;:]?$|^\)[⁰¹²³⁴-⁹⁽⁾ᵃ-ᶻ*†]+$/u.test(word.text) && /[\d–—)-]$/.test(before.text));

const NO_BOX: Box = [0, 0, 0, 0];

/** Words that stand together, as a cell. */
export function cellFrom(words: readonly PlacedWord[]): PdfCell {
  const [first] = words;
  const box = words.reduce((around, word) => boxAround(around, word.box), first?.box ?? NO_BOX);
  const text = joinedText(words);
  const kind = cellKind(text);
  const core = kind === 'figure' ? figureCore(words, box) : ([box[0], box[2]] as const);
  return { words, box, kind, text, core };
}

/** The edges of the words that hold digits: currency signs set apart widen no column. */
function figureCore(words: readonly PlacedWord[], box: Box): readonly [number, number] {
  const digits = words.filter(({ text, isTied }) => /\d/.test(text) && !isTied);
  const [first, last] = [digits[0], digits.at(-1)];
  return first && last ? [first.box[0], last.box[2]] : [box[0], box[2]];
}

import { isTimeOnly } from '../../../grammar/times.ts';
import { isUnitOnly } from '../../../grammar/units.ts';
import { isFigure, isLead, isTail, isYear } from '../../regular-rows/cell-kinds.ts';

/** A stretch of a line between gaps, by UTF-16 offsets. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What a line without tabs is, seen alone: `body` is a label with figures behind it, `bare` figures alone, `heads`
 * stretches apart from each other without figures.
 */
export type LineKind = 'blank' | 'body' | 'bare' | 'heads' | 'text' | 'tabs';

export interface LayoutLine {
  /** 1-based. */
  readonly number: number;
  readonly kind: LineKind;
  /** Words before the figures; of other lines all there is. */
  readonly words: readonly Segment[];
  readonly figures: readonly Segment[];
}

export function readLayoutLine(source: string, number: number): LayoutLine {
  if (source.includes('\t')) return { number, kind: 'tabs', words: [], figures: [] };
  const segments = joinSigns(splitAtGaps(withoutLeaders(source)), source);
  const first = firstFigure(segments);
  const words = segments.slice(0, first);
  const figures = segments.slice(first);
  return { number, kind: lineKind(words, figures), words, figures };
}

function lineKind(words: readonly Segment[], figures: readonly Segment[]): LineKind {
  if (figures.length > 0) return words.length === 0 ? 'bare' : 'body';
  if (words.length === 0) return 'blank';
  const isApart =
    words.length > 1 && words.every(({ text }) => text.length <= LONGEST_HEAD && !/[.;]$/.test(text));
  return isApart ? 'heads' : 'text';
}

const LONGEST_HEAD = 70;

/** Where the run of figures begins that ends the line. */
function firstFigure(segments: readonly Segment[]): number {
  let first = segments.length;
  while (first > 0 && isAlignedFigure(segments[first - 1]?.text ?? '')) first--;
  return first;
}

/** `30,` is the end of a head that wrapped. */
const isAlignedFigure = (text: string): boolean => isFigure(text) && !/,$/.test(text);

/** A head that tells a time or a unit, or a part of one: `June 30,`, `2025`, `Three Months Ended`, `(In thousands)`. */
export const isFrameText = (text: string): boolean =>
  isYear(text) || isTimeOnly(text) || isUnitOnly(text) || FRAME.test(text);

const FRAME =
  /^\((?:un)?audited\)$|^as (?:of|at)\b|^%|\bchange$|\b(?:months?|weeks?|quarters?|years?) end(?:ed|ing)\b|^\d{1,2},?(?: \d{4})?$/i;

/** One space parts words, more of them columns. */
const GAP = / {2,}/g;

function splitAtGaps(source: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const add = (end: number): void => {
    const text = source.slice(at, end).trim();
    const start = source.indexOf(text, at);
    if (text !== '') segments.push({ start, end: start + text.length, text });
  };
  for (const { index, 0: gap } of source.matchAll(GAP)) {
    add(index);
    at = index + gap.length;
  }
  add(source.length);
  return segments;
}

/** Dots and lines that lead the eye from a label to its figures, as spaces. */
const withoutLeaders = (source: string): string =>
  source.replace(/(?:\. ?){4,}|…{2,}|_{3,}/g, (leaders) => ' '.repeat(leaders.length));

/** Puts signs that stand apart to their figures: `$      120,922`. */
function joinSigns(segments: readonly Segment[], source: string): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    const isSigned = last && isLead(last.text) && isFigure(segment.text);
    const isClosed =
      last && isTail(segment.text) && isFigure(last.text) && segment.start - last.end <= WIDEST_TAIL;
    if (!last || !(isSigned || isClosed)) joined.push(segment);
    else
      joined[joined.length - 1] = {
        start: last.start,
        end: segment.end,
        text: source.slice(last.start, segment.end).replace(/\s+/g, isClosed ? '' : ' '),
      };
  }
  return joined;
}

const WIDEST_TAIL = 3;

import type { Calendar } from '../../src/model/calendar.ts';
import type { Coverage, UnreadNumber } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { NumberStyle } from '../grammar/number-style.ts';
import { type NumberToken, scanNumbers } from '../grammar/numbers.ts';
import { findOtherSpans, kindOfNumber, type OtherPlace, type OtherSpan } from './prose/other-numbers.ts';
import { type PlacedText, placePart } from './prose/placed-text.ts';
import { splitSentences } from './prose/sentences.ts';
import { periodsIn } from './prose/times.ts';
import type { UntoldFigure } from './untold.ts';

interface ReadText {
  readonly lines: readonly string[];
  /** How a 1-based line writes its numbers. */
  readonly styleOf: (line: number) => NumberStyle;
  readonly facts: readonly Fact[];
  readonly others: readonly OtherPlace[];
  /** Figures that are no facts, and why. */
  readonly untold: readonly UntoldFigure[];
  readonly calendar: Calendar;
  /** Whether the vocabulary knows what a fact measures. */
  readonly isKnown: (fact: Fact) => boolean;
}

/** Accounts for every number in a document: a statement, something else by kind, or unread. */
export function coverageOf({ lines, styleOf, facts, others, untold, calendar, isKnown }: ReadText): Coverage {
  const stated = byLine(facts);
  const classified = byLine(others);
  const reasons = byLine(untold);
  const other: Record<string, number> = {};
  const unread: UnreadNumber[] = [];
  let [tokens, read] = [0, 0];
  lines.forEach((source, index) => {
    if (!/\d/.test(source)) return;
    const line = index + 1;
    const [here, elsewise] = [stated.get(line) ?? [], classified.get(line) ?? []];
    for (const { token, spans, from, to } of numbersOf(placeLine(lines, line, styleOf(line)), calendar)) {
      const fact = lastBefore(here, to);
      if (fact && from > fact.column && from < fact.column + fact.raw.length) continue;
      tokens++;
      if (fact && fact.column >= from) read++;
      else {
        const reason = startingIn(reasons.get(line), from, to)?.reason;
        const kind = reason
          ? undefined
          : (startingIn(elsewise, from, to)?.kind ?? kindOfNumber(token, spans()));
        if (kind) other[kind] = (other[kind] ?? 0) + 1;
        else unread.push({ line, column: from, text: token.raw, ...(reason && { reason }) });
      }
    }
  });
  return { tokens, facts: read, other, unknown: facts.filter((fact) => !isKnown(fact)).length, unread };
}

const placeLine = (lines: readonly string[], line: number, style: NumberStyle): PlacedText =>
  placePart(lines, line, 0, lines[line - 1]?.length ?? 0, style);

interface PlacedNumber {
  readonly token: NumberToken;
  /** What the sentence around it holds besides statements; looked for only where it is asked. */
  readonly spans: () => readonly OtherSpan[];
  /** 1-based columns of its first character and behind its last. */
  readonly from: number;
  readonly to: number;
}

/** The numbers of a line, read in pieces so that a line of any length takes time in proportion. */
function* numbersOf(placed: PlacedText, calendar: Calendar): Generator<PlacedNumber> {
  const pieces = splitSentences(placed.text);
  let piece = 0;
  let spans = spansOf(pieces[0] ?? { start: 0, text: placed.text }, calendar);
  for (const token of scanNumbers(placed.text)) {
    while (piece < pieces.length - 1 && (pieces[piece]?.end ?? 0) <= token.start) {
      piece++;
      spans = spansOf(pieces[piece] ?? { start: 0, text: '' }, calendar);
    }
    yield { token, spans, from: placed.placeOf(token.start).column, to: placed.endOf(token.end).column };
  }
}

function spansOf(
  { start, text }: { readonly start: number; readonly text: string },
  calendar: Calendar,
): PlacedNumber['spans'] {
  let found: readonly OtherSpan[] | undefined;
  return () => {
    found ??= findOtherSpans(text, periodsIn(text, calendar)).map((span) => ({
      ...span,
      start: span.start + start,
      end: span.end + start,
    }));
    return found;
  };
}

/** The last of several places on a line that starts between two columns. */
function startingIn<T extends { readonly column: number }>(
  sorted: readonly T[] | undefined,
  from: number,
  to: number,
): T | undefined {
  const place = sorted && lastBefore(sorted, to);
  return place && place.column >= from ? place : undefined;
}

/** The last of several places on a line that starts before a column. */
function lastBefore<T extends { readonly column: number }>(
  sorted: readonly T[],
  column: number,
): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.column ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}

/** Places by line, in order of their columns. */
function byLine<T extends { readonly line: number; readonly column: number }>(
  places: readonly T[],
): Map<number, T[]> {
  const lines = new Map<number, T[]>();
  for (const place of places) {
    const list = lines.get(place.line);
    if (list) list.push(place);
    else lines.set(place.line, [place]);
  }
  for (const list of lines.values()) list.sort((a, b) => a.column - b.column);
  return lines;
}

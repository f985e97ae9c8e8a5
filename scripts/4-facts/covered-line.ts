import type { Calendar } from '../../src/model/calendar.ts';
import type { UnreadNumber } from '../../src/model/document.ts';
import type { Printed } from '../../src/model/fact.ts';
import { findDigitRuns, type Stretch } from '../grammar/digit-runs.ts';
import { isOpenNumber, type NumberStyle } from '../grammar/number-style.ts';
import { type NumberToken, scanNumbers } from '../grammar/numbers.ts';
import { isRunTogether } from './prose/lost-rows.ts';
import {
  findOtherSpans,
  kindOfNumber,
  type OtherKind,
  type OtherPlace,
  type OtherSpan,
} from './prose/other-numbers.ts';
import { type PlacedText, placePart } from './prose/placed-text.ts';
import { splitSentences } from './prose/sentences.ts';
import { periodsIn } from './prose/times.ts';
import { LOST_ROW, NOT_UNDERSTOOD, OPEN, type UntoldFigure } from './untold.ts';

/** What became of a number: a statement, something else by kind, or nothing yet. */
export type Fate = 'fact' | OtherKind | UnreadNumber;

/** A fact or a figure left out, and where it stands in the line's text. */
interface Region extends Stretch {
  readonly untold: UntoldFigure | undefined;
}

/** No name has digits in groups: `Net sales48,213` is a row that lost its columns. */
const GROUPED = /\d,\d{3}/;

const DIVIDED = 'only a part of it was read';

/** A line whose numbers are accounted for one by one, from left to right. */
export class CoveredLine {
  readonly #line: number;
  readonly #placed: PlacedText;
  readonly #printed: string;
  readonly #tokens: readonly NumberToken[];
  readonly #style: NumberStyle;
  readonly #calendar: Calendar;
  /** Why a number of the line that is nothing else is unread; asked once, as a line may hold any number of them. */
  #reason: string | undefined;

  constructor(lines: readonly string[], line: number, style: NumberStyle, calendar: Calendar) {
    const length = lines[line - 1]?.length ?? 0;
    this.#line = line;
    this.#placed = placePart(lines, line, 0, length, style);
    this.#printed = this.#placed.printed(0, length);
    this.#tokens = scanNumbers(this.#placed.text);
    this.#style = style;
    this.#calendar = calendar;
  }

  *account(
    facts: readonly Printed[],
    untold: readonly UntoldFigure[],
    others: readonly OtherPlace[],
  ): Generator<Fate> {
    const regions = [
      ...facts.map(({ column, raw }) => this.#region(column, raw, undefined)),
      ...untold.map((figure) => this.#region(figure.column, figure.text, figure)),
    ].sort((a, b) => a.start - b.start || a.end - b.end);
    const kinds = new Map(others.map(({ column, kind }) => [this.#placed.offsetOf(column), kind]));
    const met = new Set<number>();
    for (const { run, token, spans } of this.#numbers()) {
      const region = regionAt(regions, run);
      if (region && met.has(region.start)) continue;
      if (region) met.add(region.start);
      if (region?.untold) yield unreadAs(region.untold);
      else if (region)
        yield region.start <= run.start && region.end >= run.end ? 'fact' : this.#unread(run, DIVIDED);
      else
        yield this.#otherKind(run, token, kinds, spans) ?? this.#unread(unite(run, token), this.#doubt(run));
    }
    for (const { untold: figure, start } of regions) if (figure && !met.has(start)) yield unreadAs(figure);
  }

  #region(column: number, printed: string, untold: UntoldFigure | undefined): Region {
    const start = this.#placed.offsetOf(column);
    return { start, end: start + printed.length, untold };
  }

  #otherKind(
    run: Stretch,
    token: NumberToken | undefined,
    kinds: ReadonlyMap<number, OtherKind>,
    spans: () => readonly OtherSpan[],
  ): OtherKind | undefined {
    if (!token) return undefined;
    const kind = kinds.get(token.start) ?? kinds.get(run.start) ?? kindOfNumber(token, spans(), run);
    return kind === 'name' && GROUPED.test(this.#placed.text.slice(run.start, run.end)) ? undefined : kind;
  }

  #doubt({ start, end }: Stretch): string {
    if (isOpenNumber(this.#placed.text.slice(start, end), this.#style)) return OPEN;
    this.#reason ??= isRunTogether(this.#placed.text, this.#tokens) ? LOST_ROW : NOT_UNDERSTOOD;
    return this.#reason;
  }

  #unread({ start, end }: Stretch, reason: string): UnreadNumber {
    const text = this.#printed.slice(start, end);
    return { line: this.#line, column: this.#placed.placeOf(start).column, text, reason };
  }

  /**
   * The numbers of the line, each with what the reader of numbers makes of its first digit; what one token joins is one
   * number. Read in pieces, so that a line of any length takes time in proportion.
   */
  *#numbers(): Generator<{
    readonly run: Stretch;
    readonly token: NumberToken | undefined;
    readonly spans: () => readonly OtherSpan[];
  }> {
    const { text } = this.#placed;
    const tokens = this.#tokens;
    const pieces = splitSentences(text).map((piece) => ({ ...piece, spans: spansIn(piece, this.#calendar) }));
    let [at, piece, joined] = [0, 0, 0];
    for (const run of findDigitRuns(this.#printed)) {
      if (run.start < joined) continue;
      while (at < tokens.length && (tokens[at]?.end ?? 0) <= run.start) at++;
      while (piece < pieces.length - 1 && (pieces[piece]?.end ?? 0) <= run.start) piece++;
      const token = (tokens[at]?.start ?? Number.POSITIVE_INFINITY) < run.end ? tokens[at] : undefined;
      if (token?.isWhole) joined = token.end;
      yield { run, token, spans: pieces[piece]?.spans ?? (() => []) };
    }
  }
}

const unreadAs = ({ line, column, text, reason }: UntoldFigure): UnreadNumber => ({
  line,
  column,
  text,
  reason,
});

const unite = (run: Stretch, token: NumberToken | undefined): Stretch => ({
  start: Math.min(run.start, token?.start ?? run.start),
  end: Math.max(run.end, token?.end ?? run.end),
});

/** The last region that begins before a number ends, where it reaches to it. */
function regionAt(sorted: readonly Region[], { start, end }: Stretch): Region | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  const region = sorted[low - 1];
  return region && region.end > start ? region : undefined;
}

/** What a sentence holds besides statements; looked for only where it is asked. */
function spansIn(
  { start, text }: { readonly start: number; readonly text: string },
  calendar: Calendar,
): () => readonly OtherSpan[] {
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

import type { Calendar } from '../../src/model/calendar.ts';
import type { Coverage } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import {
  columnAt,
  type NumberToken,
  scanNumbers,
  sourceOffset,
  unescapeMarkdown,
} from '../grammar/numbers.ts';
import { findOtherSpans, kindOfNumber, type OtherSpan } from './prose/other-numbers.ts';
import type { OtherPlace } from './prose/prose-facts.ts';
import { splitSentences } from './prose/sentences.ts';
import { periodsIn } from './prose/times.ts';

/** Accounts for every number in a document: a statement, something else by kind, or unread. */
export function coverageOf(
  lines: readonly string[],
  facts: readonly Fact[],
  others: readonly OtherPlace[],
  calendar: Calendar,
  known: (fact: Fact) => boolean,
): Coverage {
  const stated = byLine(facts);
  const classified = byLine(others);
  const other: Record<string, number> = {};
  const unread: { line: number; column: number; text: string }[] = [];
  let [tokens, read] = [0, 0];
  lines.forEach((source, index) => {
    if (!/\d/.test(source)) return;
    const line = index + 1;
    for (const { token, spans, from, to } of numbersOf(source, calendar)) {
      if (stated.get(line)?.some(({ column, raw }) => from > column && from < column + raw.length)) continue;
      tokens++;
      const isHere = ({ column }: { readonly column: number }) => column >= from && column < to;
      const kind = stated.get(line)?.some(isHere)
        ? 'fact'
        : (classified.get(line)?.find(isHere)?.kind ?? kindOfNumber(token, spans));
      if (kind === 'fact') read++;
      else if (kind) other[kind] = (other[kind] ?? 0) + 1;
      else unread.push({ line, column: from, text: token.raw });
    }
  });
  return { tokens, facts: read, other, unknown: facts.filter((fact) => !known(fact)).length, unread };
}

interface PlacedNumber {
  readonly token: NumberToken;
  readonly spans: readonly OtherSpan[];
  /** 1-based columns of its first character and behind its last. */
  readonly from: number;
  readonly to: number;
}

/** The numbers of a line, read in pieces so that a line of any length takes time in proportion. */
function* numbersOf(source: string, calendar: Calendar): Generator<PlacedNumber> {
  const text = unescapeMarkdown(source);
  const pieces = splitSentences(text);
  let piece = 0;
  let spans: readonly OtherSpan[] | undefined;
  for (const token of scanNumbers(text)) {
    while (piece < pieces.length - 1 && (pieces[piece]?.end ?? 0) <= token.start) {
      piece++;
      spans = undefined;
    }
    const { start, text: words } = pieces[piece] ?? { start: 0, text };
    spans ??= findOtherSpans(words, periodsIn(words, calendar)).map((span) => ({
      ...span,
      start: span.start + start,
      end: span.end + start,
    }));
    const [from, to] = [
      columnAt(source, sourceOffset(source, token.start)),
      columnAt(source, sourceOffset(source, token.end)),
    ];
    yield { token, spans, from, to };
  }
}

function byLine<T extends { readonly line: number }>(places: readonly T[]): Map<number, T[]> {
  const lines = new Map<number, T[]>();
  for (const place of places) {
    const list = lines.get(place.line);
    if (list) list.push(place);
    else lines.set(place.line, [place]);
  }
  return lines;
}

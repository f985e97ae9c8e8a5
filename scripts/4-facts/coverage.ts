import type { Calendar } from '../../src/model/calendar.ts';
import type { Coverage } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { columnAt, type NumberToken, scanNumbers, sourceOffset, unescapeMarkdown } from '../grammar/numbers.ts';
import { findPeriods } from '../grammar/periods.ts';

/** Wordings in which a number is no statement, by kind; the first row that covers a number counts. */
const OTHER_KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['identifier', /https?:\/\/\S+|\S+@\S+\.\S+|\+?\(?\d{1,4}\)?(?:[ -]\d{2,5}){2,}|\(\d{2,4}\) ?\d{3,4}-\d{4}/g],
  ['identifier', /\b(?:NASDAQ|NYSE|TSE|LSE|TYO)\s?:\s?\w+|\b(?:stock )?code(?: number)?:? ?\d+|\bForm \d+-?\w*/gi],
  ['identifier', /\b\d+-\d+(?:-\d+)? [A-Z][a-z]+|\b\d{3}-\d{4}\b/g],
  ['numbering', /^\s*[-*•]?\s*(?:\*+\s)?[*\w ]*?\(?\d{1,2}[.)]\)?(?=\s|\D)|^\s*\[?\^?\d{1,2}\]/g],
  ['numbering', /\((?:note|reference)\s?\d+\)|\bnote\s?\d+\b/gi],
  ['date', /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? ?)?(?:(?:19|20)\d{2})?/g],
  ['date', /\b(?:in|since|of|from|until|for|during|and|year|to) (?:the )?(?:19|20)\d{2}\b(?![,.]?\d)/gi],
  ['date', /\b\d{1,2} months?\b|\((?:three|six|nine|\d{1,2}) months\)|\b(?:1st|2nd|3rd|4th|first|second|third|fourth) (?:quarter|half)\b/gi],
];

/** Accounts for every number in a document: a statement, something else by kind, or unread. */
export function coverageOf(lines: readonly string[], facts: readonly Fact[], calendar: Calendar, known: (fact: Fact) => boolean): Coverage {
  const starts = new Map<number, Fact[]>();
  for (const fact of facts) starts.set(fact.line, [...(starts.get(fact.line) ?? []), fact]);
  const other: Record<string, number> = {};
  const unread: { line: number; column: number; text: string }[] = [];
  let tokens = 0;
  let stated = 0;
  lines.forEach((source, index) => {
    const text = unescapeMarkdown(source);
    const numbers = scanNumbers(text);
    if (numbers.length === 0) return;
    tokens += numbers.length;
    const onLine = starts.get(index + 1) ?? [];
    const others = otherSpans(text, calendar);
    for (const number of numbers) {
      const from = columnAt(source, sourceOffset(source, number.start));
      const to = columnAt(source, sourceOffset(source, number.end));
      if (onLine.some(({ column }) => column >= from && column < to)) stated++;
      else {
        const kind = kindOf(number, others);
        if (kind) other[kind] = (other[kind] ?? 0) + 1;
        else unread.push({ line: index + 1, column: from, text: number.raw });
      }
    }
  });
  return { tokens, facts: stated, other, unknown: facts.filter((fact) => !known(fact)).length, unread };
}

interface Span {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

function otherSpans(text: string, calendar: Calendar): Span[] {
  const spans = findPeriods(text, calendar).map(({ start, end }): Span => ({ kind: 'date', start, end }));
  for (const [kind, pattern] of OTHER_KINDS)
    for (const match of text.matchAll(pattern)) spans.push({ kind, start: match.index, end: match.index + match[0].length });
  return spans;
}

/** Letters that touch a number make it part of a name: `100Mbps`, `FY2012`, `20-F`. */
function kindOf({ start, end, prefix, suffix }: NumberToken, spans: readonly Span[]): string | undefined {
  const span = spans.find((other) => start < other.end && end > other.start);
  return span?.kind ?? (prefix !== '' || suffix !== '' ? 'name' : undefined);
}

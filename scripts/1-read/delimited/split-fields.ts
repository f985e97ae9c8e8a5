import { parse } from 'csv-parse/sync';
import type { PositionedText } from '../placed-text.ts';
import type { Place } from '../places.ts';

/** What may stand between fields. */
export const DELIMITERS = [',', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number] | '\t';

/** Where a line and column of a file are, both from 1. */
export type PlaceAt = (line: number, column: number) => Place;
const inText: PlaceAt = (line, column) => ({ kind: 'text', line, column });

/** The lines of a file from one that begins a record: more than one where quotes hold a line end. */
export interface RecordLines {
  /** Of the first line, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Quotes hold no more line ends than this. */
const MOST_LINES = 6;

/** Lines whose quotes do not close go on in the next; where they never close, each line is by itself. */
export function joinRecords(lines: readonly string[]): RecordLines[] {
  const records: RecordLines[] = [];
  for (let at = 0; at < lines.length; at++) {
    const more = isClosed(lines[at] ?? '') ? 0 : closingLine(lines, at);
    records.push({ line: at + 1, text: lines.slice(at, at + more + 1).join('\n') });
    at += more;
  }
  return records;
}

const isClosed = (text: string): boolean => (text.match(/"/g)?.length ?? 0) % 2 === 0;

function closingLine(lines: readonly string[], at: number): number {
  for (let more = 1; more < MOST_LINES && at + more < lines.length; more++)
    if (
      isClosed(lines.slice(at, at + more + 1).join('\n')) &&
      splitsWell(lines.slice(at, at + more + 1).join('\n'))
    )
      return more;
  return 0;
}

/** Only a field that begins with a quote holds a line end. */
const splitsWell = (text: string): boolean =>
  DELIMITERS.some((delimiter) => splitFields({ line: 1, text }, delimiter) !== undefined);

/**
 * The fields of a record (RFC 4180, quotes where a field needs them), on one line each, with their places; undefined
 * where its quotes do not close.
 */
export function splitFields(
  { line, text }: RecordLines,
  delimiter: Delimiter,
  placeAt = inText,
): PositionedText[] | undefined {
  let fields: readonly Field[];
  try {
    fields =
      (parse(text, { delimiter, relax_column_count: true, cast: withQuotes }) as unknown as Field[][])[0] ??
      [];
  } catch {
    return undefined;
  }
  let at = 0;
  return fields.map(({ value, isQuoted }) => {
    const start = at + (isQuoted ? 1 : 0) + value.length - value.trimStart().length;
    at += value.length + (isQuoted ? 2 + (value.match(/"/g)?.length ?? 0) : 0) + 1;
    const shown = value.trim().replace(/\s*\n\s*/g, ' ');
    if (shown === '') return { text: '', runs: [] };
    const before = text.slice(0, start).split('\n');
    const place = placeAt(line + before.length - 1, (before.at(-1)?.length ?? 0) + 1);
    const isLiteral = place.kind === 'text' && !/["\n]/.test(value.trim());
    return { text: shown, runs: [{ start: 0, end: shown.length, place, isLiteral }] };
  });
}

interface Field {
  readonly value: string;
  readonly isQuoted: boolean;
}

const withQuotes = (value: string, { quoting }: { readonly quoting: boolean }): Field => ({
  value,
  isQuoted: quoting,
});

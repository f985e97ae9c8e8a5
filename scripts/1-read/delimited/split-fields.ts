import { parse } from 'csv-parse/sync';
import type { PlacedText } from '../placed-text.ts';

/** What may stand between fields; tabs are the business of plain text. */
export const DELIMITERS = [',', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number] | '\t';

/**
 * The fields of a line (RFC 4180, quotes where a field needs them), each with its place; undefined where its quotes do
 * not close.
 */
export function splitFields(line: string, number: number, delimiter: Delimiter): PlacedText[] | undefined {
  let fields: readonly Field[];
  try {
    fields =
      (parse(line, { delimiter, relax_column_count: true, cast: withQuotes }) as unknown as Field[][])[0] ??
      [];
  } catch {
    return undefined;
  }
  let at = 0;
  return fields.map(({ value, isQuoted }) => {
    const lead = value.length - value.trimStart().length;
    const text = value.trim();
    const column = at + 1 + (isQuoted ? 1 : 0) + lead;
    at += value.length + (isQuoted ? 2 + (value.match(/"/g)?.length ?? 0) : 0) + 1;
    const run = { start: 0, end: text.length, place: { kind: 'text', line: number, column } as const };
    return { text, runs: text === '' ? [] : [{ ...run, isLiteral: !value.includes('"') }] };
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

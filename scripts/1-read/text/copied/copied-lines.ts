import { isTimeOnly } from '../../../grammar/times.ts';
import type { PositionedText } from '../../placed-text.ts';
import { isFigure, isYear } from '../../regular-rows/cell-kinds.ts';
import { joinRow } from '../../regular-rows/join-signs.ts';
import { columnAfter, type SpannedCell } from '../../regular-rows/spanned-table.ts';
import type { RowField } from '../write-row.ts';

/** A field behind the label, with the signs that have fields of their own beside it. */
export interface Entry extends RowField {
  /** Index of the field in its line; the label's is 0. */
  readonly at: number;
  /** A number or what stands for none; a bare year is a head. */
  readonly isFigure: boolean;
}

/** A line of a table whose cells tabs part; a label alone has no entries. */
export interface CopiedRow {
  readonly line: number;
  readonly label: RowField | undefined;
  readonly entries: readonly Entry[];
  /** Number of its fields, empty ones included. */
  readonly width: number;
  /** Whether a sign of a figure has a field of its own. */
  readonly hasSigns: boolean;
  /** Whether the label stands in a field behind the first. */
  readonly isSetIn: boolean;
}

/** The filled fields of a line. */
export function readCopiedRow(line: string, number: number): CopiedRow {
  if (!line.includes('\t')) return labelAlone(line, number);
  const cells: SpannedCell[] = [];
  let offset = 0;
  const fields = line.split('\t');
  for (const [column, field] of fields.entries()) {
    const text = placedField(field, offset, number);
    if (text.text !== '') cells.push({ ...CELL, column, text });
    offset += field.length + 1;
  }
  const joined = joinRow(cells, ALL);
  const [first, ...others] = joined;
  const isLabel = first && (first.column === 0 || (isWords(first) && others.some(isNumber)));
  const entries = first && !isLabel ? [first, ...others] : others;
  return {
    line: number,
    label: first && isLabel ? fieldWith(first, number) : undefined,
    entries: entries.map((cell) => ({
      ...fieldWith(cell, number),
      at: ownField(cell, cells),
      isFigure: isNumber(cell),
    })),
    width: fields.length,
    hasSigns: joined.length < cells.length,
    isSetIn: Boolean(isLabel) && first?.column !== 0,
  };
}

/** The field that holds the digits, not the sign before them. */
const ownField = (cell: SpannedCell, cells: readonly SpannedCell[]): number =>
  cells.find(
    ({ column, text }) => column >= cell.column && column < columnAfter(cell) && /\d/.test(text.text),
  )?.column ?? cell.column;

function labelAlone(line: string, number: number): CopiedRow {
  const text = placedField(line, 0, number);
  const label = text.text === '' ? undefined : { text, span: 1, lines: [number] };
  return { line: number, label, entries: [], width: 1, hasSigns: false, isSetIn: false };
}

const isNumber = ({ text: { text } }: SpannedCell): boolean =>
  isFigure(text) && !isYear(text) && !isTimeOnly(text);

/** A label that is set in has an empty field before it. */
const isWords = (cell: SpannedCell): boolean => /\p{L}{2}/u.test(cell.text.text) && !isNumber(cell);

/** A number in brackets may be a figure in any field. */
const ALL = { has: () => true };

const CELL = { row: 0, rowSpan: 1, columnSpan: 1, indent: 0, isStrong: false, isHead: false };

const fieldWith = ({ text }: SpannedCell, line: number): RowField => ({ text, span: 1, lines: [line] });

function placedField(field: string, offset: number, line: number): PositionedText {
  const text = field.trim();
  const column = offset + field.indexOf(text) + 1;
  const place = { kind: 'text', line, column } as const;
  return { text, runs: text === '' ? [] : [{ start: 0, end: text.length, place, isLiteral: true }] };
}

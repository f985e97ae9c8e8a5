/** What a cell of a sheet holds. */
export type Cell = string | number | null | MarkedCell;

/** A cell with more than its value. */
export interface MarkedCell {
  readonly value: string | number;
  /** Address that it leads to, seen from the folder of the workbook; the part after `#` may be anything. */
  readonly link?: string;
  /** Formula without its equals sign, which gives the value. */
  readonly formula?: string;
  /** How it is shown: a number not as an amount but without commas or as a day, a text on as many lines as it needs. */
  readonly as?: 'number' | 'date' | 'label';
}

/** A sheet: one header row, which stays in sight, and rows beneath it. */
export interface XlsxSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
  /** Widths of columns in characters; the rest are of the usual width. */
  readonly widths?: readonly number[];
}

const known: string[] = [];

/** `A`, `Z`, `AA`: the letters of a column, counted from 0. */
export const columnLetters = (index: number): string => (known[index] ??= lettersAt(index));

function lettersAt(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (index % 26));
}

/** Days are counted from this one; before it, from March 1900 on. */
const DAY_0 = Date.UTC(1899, 11, 30);
const FIRST_DAY = 61;
const MILLISECONDS = 86_400_000;

/** A day of the calendar as spreadsheets count it; a text where they do not reach back so far. */
export function dateCell(date: string): Cell {
  const day = (Date.parse(date) - DAY_0) / MILLISECONDS;
  return day >= FIRST_DAY ? { value: day, as: 'date' } : date;
}

/** Names that Excel takes: 31 characters, none of `[]:*?/\`, no apostrophe at an end, none twice. */
export function sheetNames(wishes: readonly string[]): string[] {
  const taken = new Set<string>();
  return wishes.map((wish) => {
    const plain =
      wish
        .replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    let name = plain.slice(0, 31);
    for (let next = 2; taken.has(name.toLowerCase()); next++) name = `${plain.slice(0, 27)} ${next}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

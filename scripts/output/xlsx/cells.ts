/** What a cell of a sheet holds. */
export type Cell = string | number | null | LinkedCell;

/** A cell with more than its value. */
export interface LinkedCell {
  readonly value: string | number;
  /** Address that it leads to, seen from the folder of the workbook. */
  readonly link?: string;
  /** Formula without its equals sign, which gives the value. */
  readonly formula?: string;
}

/** A sheet: one header row, which stays in sight, and rows beneath it. */
export interface Sheet {
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

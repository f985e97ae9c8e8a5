/** Tells columns in Unicode code points of a line, of any length, each in no time. */
export class LineColumns {
  /** Offsets of the second halves of characters that take two UTF-16 units. */
  readonly #halves: readonly number[];

  constructor(line: string) {
    this.#halves = [...line.matchAll(/[\uD800-\uDBFF](?=[\uDC00-\uDFFF])/g)].map(({ index }) => index + 1);
  }

  /** 1-based column of a UTF-16 offset. */
  columnAt(offset: number): number {
    return offset + 1 - countUpTo(this.#halves, offset - 1);
  }
}

/** How many numbers of a sorted list are not above a limit. */
export function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

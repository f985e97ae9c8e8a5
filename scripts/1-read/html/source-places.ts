import type { Place } from '../places.ts';

/** Gives lines and columns of a source for its UTF-16 offsets. */
export class SourcePlaces {
  readonly #lineStarts: readonly number[];
  /** Offsets of the second halves of characters beyond the first plane: each counts no column. */
  readonly #halves: readonly number[];

  constructor(source: string) {
    const lineStarts = [0];
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) lineStarts.push(at + 1);
    this.#lineStarts = lineStarts;
    this.#halves = [...source.matchAll(/[\udc00-\udfff]/g)].map(({ index }) => index);
  }

  placeAt(offset: number): Place & { readonly kind: 'text' } {
    const line = countUpTo(this.#lineStarts, offset);
    const start = this.#lineStarts[line - 1] ?? 0;
    const halves = this.#halves.length && countUpTo(this.#halves, offset) - countUpTo(this.#halves, start);
    return { kind: 'text', line, column: offset - start - halves + 1 };
  }
}

/** How many of some ascending offsets are not beyond one. */
function countUpTo(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

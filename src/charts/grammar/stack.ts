/** From where to where a part of a stack reaches, in values. */
export interface Stacked {
  readonly from: number;
  readonly to: number;
}

/** Parts on top of each other: positive ones upwards from zero, negative ones downwards. */
export function stack(parts: readonly number[]): Stacked[] {
  const ends = { up: 0, down: 0 };
  return parts.map((value) => {
    const way = value < 0 ? 'down' : 'up';
    const from = ends[way];
    ends[way] += value;
    return { from, to: ends[way] };
  });
}

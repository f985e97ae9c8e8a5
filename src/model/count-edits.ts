/** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
export function countEdits(from: string, to: string): number {
  let twoBack: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1;
      let best = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        best = Math.min(best, at(twoBack, j - 2) + 1);
      row.push(best);
    }
    [twoBack, last] = [last, row];
  }
  return at(last, to.length);
}

const at = (row: readonly number[], j: number): number => row[j] ?? 0;

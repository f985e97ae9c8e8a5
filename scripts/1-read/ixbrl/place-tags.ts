import type { Place, PlacedRun } from '../places.ts';
import type { NumberTag } from '../raw-document.ts';
import type { SourceTag } from './read-tags.ts';

interface ReadingRun {
  readonly line: number;
  readonly run: PlacedRun;
}

/** Finds where in the reading text the numbers of tags stand; what the page does not show stands nowhere. */
export function placeTags(
  tags: readonly SourceTag[],
  places: readonly (readonly PlacedRun[])[],
  placeAt: (offset: number) => Place,
): NumberTag[] {
  if (tags.length === 0) return [];
  const runs = places
    .flatMap((own, i): ReadingRun[] => own.map((run) => ({ line: i + 1, run })))
    .sort((a, b) => compare(a.run.place, b.run.place));
  return tags.flatMap(({ from, to, ...tag }): NumberTag[] => {
    const [start, end] = [placeAt(from), placeAt(to)];
    const inside: ReadingRun[] = [];
    for (let at = firstFrom(runs, start); at < runs.length; at++) {
      const run = runs[at];
      if (!run || compare(run.run.place, end) >= 0) break;
      inside.push(run);
    }
    const line = inside[0]?.line ?? 0;
    const own = inside.filter((run) => run.line === line).map(({ run }) => run);
    return line === 0
      ? []
      : [
          {
            ...tag,
            line,
            start: Math.min(...own.map((run) => run.start)),
            end: Math.max(...own.map((run) => run.end)),
          },
        ];
  });
}

/** By line and column; places of other kinds do not come together with tags. */
function compare(a: Place, b: Place): number {
  if (a.kind !== 'text' || b.kind !== 'text') return 0;
  return a.line - b.line || a.column - b.column;
}

/** Index of the first run that does not stand before a place. */
function firstFrom(runs: readonly ReadingRun[], place: Place): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(runs[middle]?.run.place ?? place, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { AddedRow, Tested } from './added-rows.ts';
import type { TableFigure } from './figures.ts';
import type { Instance } from './relation.ts';

/** Rows of its own that a column may have for its sum to be looked for with them. */
const MOST_OWN = 3;

/**
 * A column that does not add up may print a line that all others leave empty, such as a write-down. Where it adds up with
 * it, added or taken off or left out, it does so; where it has such a line and does not, nothing can be told of it.
 */
export function withOwnLines(
  instance: Instance,
  { result, terms, instances }: Tested,
  rows: readonly AddedRow[],
): Instance[] {
  if (instance.outcome !== 'broken') return [instance];
  const column = instance.result.column;
  const others = instances.filter(({ outcome }) => outcome === 'exact').map((exact) => exact.result.column);
  const first = Math.min(...terms.map(([{ index }]) => index));
  const own = rows.filter(
    ({ index, values }) =>
      first <= index &&
      index < result.index &&
      values[column] !== 0 &&
      others.every((other) => values[other] === 0),
  );
  if (own.length === 0) return [instance];
  if (own.length > MOST_OWN) return [];
  const kept = instance.terms.map((figure, i) => [figure, instance.weights[i] ?? 1] as const);
  const free = own.map(({ figures }) => figures[column] as TableFigure);
  return addUp(
    instance,
    kept.filter(([figure]) => !free.includes(figure)),
    free,
  );
}

function addUp(
  instance: Instance,
  kept: readonly (readonly [TableFigure, number])[],
  free: readonly TableFigure[],
): Instance[] {
  for (let signs = 0; signs < 3 ** free.length; signs++) {
    const own = free.flatMap((figure, i) => {
      const weight = [1, -1, 0][Math.floor(signs / 3 ** i) % 3] ?? 0;
      return weight === 0 ? [] : [[figure, weight] as const];
    });
    const terms = [...kept, ...own];
    const sum = terms.reduce((all, [figure, weight]) => all + weight * figure.value, 0);
    if (Math.abs(sum - instance.result.value) < instance.result.unit / 2 && terms.length > 1)
      return [
        {
          ...instance,
          terms: terms.map(([figure]) => figure),
          weights: terms.map(([, weight]) => weight),
          expected: instance.result.value,
          outcome: 'exact',
        },
      ];
  }
  return [];
}

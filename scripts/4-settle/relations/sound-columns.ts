import { areMost } from '../../../src/model/majority.ts';
import type { AddedRow, Tested } from './added-rows.ts';
import type { TableFigure } from './figures.ts';
import { withOwnLines } from './own-lines.ts';
import type { DigitRelation, Instance, Kind } from './relation.ts';

interface Found extends Tested {
  readonly kind: Kind;
}

/**
 * Takes out the columns that add up to nothing: of changes, or of other things. A column counts where at least half of
 * the table's relations hold in it, or where one figure explains all that do not.
 */
export function soundColumns(found: readonly Found[], rows: readonly AddedRow[]): DigitRelation[] {
  const columns = Map.groupBy(
    found.flatMap(({ instances }) => instances),
    ({ result }) => result.column,
  );
  const unsound = new Set(
    [...columns].filter(([, instances]) => !isSound(instances)).map(([column]) => column),
  );
  return found.flatMap((relation): DigitRelation[] => {
    const instances = relation.instances
      .filter(
        ({ result, outcome }) =>
          !unsound.has(result.column) && (outcome !== 'broken' || isLike(result, relation)),
      )
      .flatMap((instance) => withOwnLines(instance, relation, rows));
    const exact = instances.filter(({ outcome }) => outcome === 'exact').length;
    if (exact === 0) return [];
    return [{ kind: relation.kind, strength: rateStrength(relation, exact), instances }];
  });
}

/**
 * Only amounts are held to what others of their table do, and only those printed as finely: shares add up in one column
 * and are rates in the next.
 */
const isLike = ({ kind, unit }: TableFigure, { instances }: Found): boolean =>
  kind === 'amount' &&
  instances.some(({ outcome, result }) => outcome === 'exact' && result.unit <= unit * 1.000001);

function isSound(instances: readonly Instance[]): boolean {
  const broken = instances.filter(({ outcome }) => outcome === 'broken');
  return !areMost(instances, ({ outcome }) => outcome === 'broken') || oneExplains(broken);
}

/** One figure stands in all of them, and each wants the same of it. */
function oneExplains([first, ...others]: readonly Instance[]): boolean {
  if (!first) return true;
  return [first.result, ...first.terms].some((figure) => {
    const wanted = neededValue(first, figure);
    return others.every((other) => {
      const needed = neededValue(other, figure);
      return wanted !== undefined && needed !== undefined && Math.abs(needed - wanted) <= figure.unit;
    });
  });
}

/** What a figure would have to be for an instance to hold; undefined where it is not in it. */
export function neededValue(
  { result, terms, weights, expected }: Instance,
  figure: TableFigure,
): number | undefined {
  if (figure === result) return expected;
  const weight = weights[terms.indexOf(figure)];
  return weight ? figure.value + (result.value - expected) / weight : undefined;
}

/** A first figure less the others, in one column, only supports; so do free signs. */
const rateStrength = ({ kind }: Found, exact: number): DigitRelation['strength'] =>
  kind === 'sum' || kind === 'equal' || (kind !== 'signed' && exact >= 2) || exact >= 3 ? 'strong' : 'weak';

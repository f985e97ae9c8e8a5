import type { HeadLayout } from './cell-heads.ts';
import { isChangeHead, isShareHead } from './head-kinds.ts';
import { type LineCell, seenTextIn } from './line-cells.ts';

/** Lines that a table gives to a blank cell tell how far behind its label each cell stands: the column at each such place. */
export type ColumnPlaces = ReadonlyMap<number, number>;

/** The places that full rows share; none where they have no blank cells, or differ. */
export function placesOfColumns(rows: readonly (readonly LineCell[])[]): ColumnPlaces {
  const [first, ...others] = rows.map(placesIn);
  const isShared = first?.some((place, i) => place > i) && others.every((row) => `${row}` === `${first}`);
  return new Map(first && isShared ? first.map((place, column) => [place, column]) : []);
}

/** The columns of values in a row that keeps its blank cells. */
export function columnsByPlace(values: readonly LineCell[], places: ColumnPlaces): number[] | undefined {
  const columns = placesIn(values).map((place) => places.get(place) ?? -1);
  return values.length > 0 && !columns.includes(-1) ? columns : undefined;
}

const placesIn = (values: readonly LineCell[]): number[] => {
  let place = -1;
  return values.map(({ blanks = 0 }) => (place += blanks + 1));
};

type ValueKind = 'amount' | 'percent';

/** The columns of values whose kinds leave one way under their heads: an amount under no `% of revenue`, no rate under a year. */
export function columnsByKind(
  values: readonly LineCell[],
  count: number,
  heads: HeadLayout | undefined,
): readonly number[] | undefined {
  const lowest = heads?.tiers.at(-1)?.heads ?? [];
  if (lowest.length !== count) return undefined;
  const kinds = lowest.map(({ cell }) => kindUnder(cell));
  const [way, ...others] = waysToPlace(
    values.map(({ text }) => (text.text.includes('%') ? 'percent' : 'amount')),
    kinds,
    0,
  );
  return others.length === 0 ? way : undefined;
}

/** At most two ways: a second one leaves the row open. */
function waysToPlace(
  values: readonly ValueKind[],
  kinds: readonly (ValueKind | undefined)[],
  from: number,
): number[][] {
  const [first, ...rest] = values;
  if (first === undefined) return [[]];
  const ways: number[][] = [];
  for (let at = from; at + values.length <= kinds.length && ways.length < 2; at++)
    if (kinds[at] === undefined || kinds[at] === first)
      ways.push(...waysToPlace(rest, kinds, at + 1).map((way) => [at, ...way]));
  return ways.slice(0, 2);
}

/** What may stand under a head; undefined where either may. */
function kindUnder(head: LineCell): ValueKind | undefined {
  if (isShareHead(head)) return 'percent';
  if (!isChangeHead(head)) return 'amount';
  return /[%％]|\bper ?cent/i.test(seenTextIn(head)) ? 'percent' : undefined;
}

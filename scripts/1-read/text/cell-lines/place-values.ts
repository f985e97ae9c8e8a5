import type { HeadLayout } from './cell-heads.ts';
import { isChangeHead, isShareHead } from './head-kinds.ts';
import { type LineCell, seenTextIn } from './line-cells.ts';

/**
 * Where values stand tells their columns: lines that a table gives to a blank cell, or fields between tabs in lines with
 * as many of them. By number of fields, the column at each place.
 */
export type ColumnPlaces = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** The places that full rows share; none where they have no blank cells, or differ. */
export const placesOfColumns = (rows: readonly (readonly LineCell[])[]): ColumnPlaces =>
  new Map([...Map.groupBy(rows, widthIn)].map(([width, alike]) => [width, sharedPlaces(alike)]));

function sharedPlaces(rows: readonly (readonly LineCell[])[]): ReadonlyMap<number, number> {
  const [first, ...others] = rows.map(placesIn);
  const isShared = first?.some((place, i) => place > i) && others.every((row) => `${row}` === `${first}`);
  return new Map(first && isShared ? first.map((place, column) => [place, column]) : []);
}

/** The columns of values in a row that keeps its blank cells. */
export function columnsByPlace(values: readonly LineCell[], places: ColumnPlaces): number[] | undefined {
  const known = places.get(widthIn(values));
  const columns = placesIn(values).map((place) => known?.get(place) ?? -1);
  return values.length > 0 && !columns.includes(-1) ? columns : undefined;
}

/** Fields of the line in which all values stand; 0 where they stand in several. */
const widthIn = (values: readonly LineCell[]): number => {
  const line = values[0]?.lines[0];
  return values.every(({ lines, field }) => field && lines.every((one) => one === line))
    ? (values[0]?.field?.width ?? 0)
    : 0;
};

const placesIn = (values: readonly LineCell[]): number[] => {
  if (widthIn(values) > 0) return values.map(({ field }) => field?.at ?? 0);
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

import { type Bearing, type DigitRelation, findBearing, holds } from './relation.ts';

/** What bears out a figure by digits alone, and what speaks against it. */
export interface Ties {
  readonly strong: number;
  readonly weak: number;
  readonly broken: number;
  readonly bearings: ReadonlySet<Bearing>;
}

export const UNTIED: Ties = { strong: 0, weak: 0, broken: 0, bearings: new Set() };

/** The ties of each figure, by its line and cell: `58.2`. A pair of figures ties once, however often it is found. */
export function tiesByPlace(relations: readonly DigitRelation[]): ReadonlyMap<string, Ties> {
  const ties = new Map<string, { strong: number; weak: number; broken: number; bearings: Set<Bearing> }>();
  for (const { kind, strength, instances } of relations)
    for (const instance of instances)
      for (const { line, cell } of new Set([instance.result, ...instance.terms])) {
        const place = `${line}.${cell}`;
        const own = ties.get(place) ?? { strong: 0, weak: 0, broken: 0, bearings: new Set() };
        if (!holds(instance)) own.broken++;
        else {
          own[strength]++;
          own.bearings.add(findBearing(kind));
        }
        ties.set(place, own);
      }
  return ties;
}

import { type DigitRelation, holds } from './relation.ts';

/** What bears out a figure by digits alone, and what speaks against it. */
export interface Ties {
  readonly strong: number;
  readonly broken: number;
}

export const UNTIED: Ties = { strong: 0, broken: 0 };

/** The ties of each figure, by its line and cell: `58.2`. A pair of figures ties once, however often it is found. */
export function tiesByPlace(relations: readonly DigitRelation[]): ReadonlyMap<string, Ties> {
  const ties = new Map<string, { strong: number; broken: number }>();
  for (const { strength, instances } of relations)
    for (const instance of instances)
      for (const { line, cell } of new Set([instance.result, ...instance.terms])) {
        const place = `${line}.${cell}`;
        const own = ties.get(place) ?? { ...UNTIED };
        if (!holds(instance)) own.broken++;
        else if (strength === 'strong') own.strong++;
        ties.set(place, own);
      }
  return ties;
}

import { conceptById } from './index.ts';

/** The concepts that a concept is added up from, in whatever way. */
export const addedConcepts = (id: string): readonly string[] =>
  (conceptById.get(id)?.sums ?? []).flatMap((way) => Object.keys(way));

const below = new Map<string, readonly string[]>();

/** The same at any depth: parts of parts too. */
export function conceptsBelow(id: string): readonly string[] {
  const known = below.get(id);
  if (known) return known;
  below.set(id, []); // a concept that is made of itself ends here
  const all = [...new Set(addedConcepts(id).flatMap((part) => [part, ...conceptsBelow(part)]))];
  below.set(id, all);
  return all;
}

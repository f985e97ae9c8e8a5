import { concepts } from '../../concepts/index.ts';
import type { Concept } from '../../model/concept.ts';

const byId: ReadonlyMap<string, Concept> = new Map(concepts.map((concept) => [concept.id, concept]));

export const findConceptById = (id: string): Concept | undefined => byId.get(id);

/** The concepts that a statement's part of the vocabulary has, in its order. */
export const conceptsWhere = (holds: (concept: Concept) => boolean): readonly Concept[] =>
  concepts.filter(holds);

import { conceptById, concepts } from '../../concepts/index.ts';
import type { Concept } from '../../model/concept.ts';

export const findConceptById = (id: string): Concept | undefined => conceptById.get(id);

/** The concepts that a statement's part of the vocabulary has, in its order. */
export const conceptsWhere = (holds: (concept: Concept) => boolean): readonly Concept[] =>
  concepts.filter(holds);

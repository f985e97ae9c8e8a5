export { type ConceptMatch, findConcept } from './find-concept.ts';
export { findMember, findSection } from './find-heading.ts';
export type { LabelContext } from './label-context.ts';
export { makeConceptId, makeMemberId } from './make-id.ts';

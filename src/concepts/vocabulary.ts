export { type PartAxis, readAxis } from './axes.ts';
export { type ConceptMatch, findConcept } from './find-concept.ts';
export { findMember, findSection, sectionsAround } from './find-heading.ts';
export { findMeasure, type MeasureMatch } from './find-measure.ts';
export type { LabelContext } from './label-context.ts';
export { makeConceptId, makeMemberId } from './make-id.ts';
export { type Moment, readMoment } from './moments.ts';
export { findTellingPair, readTelling, type Telling } from './tellings.ts';

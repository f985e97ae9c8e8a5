import type { ConceptKind, StatementKind } from '../model/concept.ts';

/** Where a label stands. */
export interface LabelContext {
  /** Ids of the concepts and sections around it, innermost first. */
  readonly enclosing: readonly string[];
  /** Full and short names of the issuer, as its documents give them. */
  readonly issuerNames: readonly string[];
  /** Decide between concepts that are called alike. */
  readonly statement?: StatementKind | undefined;
  readonly kind?: ConceptKind | undefined;
}

/** Of words that are asked about by themselves. */
export const NOWHERE: LabelContext = { enclosing: [], issuerNames: [] };

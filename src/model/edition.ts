import type { Period } from './period.ts';

/** A figure as an edition prints it. */
export interface EditionFigure {
  readonly raw: string;
  readonly line: number;
}

/** A figure that two editions of a release give otherwise, or that only one of them gives. */
export interface EditionDifference {
  readonly concept: string;
  readonly label: string;
  readonly dimensions: string;
  readonly period: Period;
  readonly before: EditionFigure | null;
  /** With the id of the fact, which the edition that is read states. */
  readonly now: (EditionFigure & { readonly fact: string }) | null;
}

/** An edition of a release that is not read, because another takes its place or is the same in another form. */
export interface ReplacedEdition {
  /** Id of the document that is read. */
  readonly document: string;
  /** Its own id and file name. */
  readonly id: string;
  readonly file: string;
  readonly released: string;
  /** Whether it is the same release in a second form, not an earlier state of it. */
  readonly isSame: boolean;
  readonly differences: readonly EditionDifference[];
}

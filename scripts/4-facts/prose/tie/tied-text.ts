import type { Measures } from '../measures.ts';
import type { TimedFigure } from './explain-by-row.ts';

/** A sentence that is to be tied to rows of tables. */
export interface TiedText {
  /** With its wordings of time blanked. */
  readonly text: string;
  readonly figures: readonly TimedFigure[];
  /** Names of parts of the business that stand above it or were told before it. */
  readonly around: string;
  readonly measures: Measures;
  /** Ids of what the headings above name. */
  readonly enclosing: readonly string[];
  /** It tells what is aimed at. */
  readonly isAimed: boolean;
}

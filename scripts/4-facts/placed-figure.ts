import type { Concept } from '../../src/model/concept.ts';
import type { Aspect, Basis } from '../../src/model/fact.ts';
import type { ReadColumn } from '../3-context/read-column.ts';
import type { ReadRow } from '../3-context/read-row.ts';
import type { CellFigure } from '../grammar/cells.ts';

/** A figure and what stands around it. */
export interface PlacedFigure {
  readonly figure: CellFigure;
  readonly row: ReadRow;
  readonly column: ReadColumn;
  readonly concept: Concept | undefined;
  readonly aspect: Aspect;
  readonly basis: Basis;
}

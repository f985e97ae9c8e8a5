import type { StatedWords } from '../../src/model/overrides.ts';

/** What a person says of the rows, by their lines, and of the columns, by their cells, of a table. */
export interface StatedInTable {
  readonly table: StatedWords;
  readonly rows: ReadonlyMap<number, StatedWords>;
  readonly columns: ReadonlyMap<number, StatedWords>;
  /** The unit of the table was said, and stands among its captions. */
  readonly caption?: boolean;
}

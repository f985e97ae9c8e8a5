import type { StatedPlace, StatedWords } from '../../src/model/overrides.ts';

/** What a person says of the rows, by their lines, and of the columns, by their cells, of a table. */
export interface StatedInTable {
  readonly table: StatedWords;
  readonly rows: ReadonlyMap<number, StatedWords>;
  readonly columns: ReadonlyMap<number, StatedWords>;
  /** The unit of the table was said, and stands among its captions. */
  readonly caption?: boolean;
}

/** The lines of a table, and the field in them, that a person speaks of. */
export interface StatedReach {
  readonly one: StatedPlace;
  readonly what: 'table' | 'row' | 'column';
  readonly lines: readonly number[];
  readonly cell?: number;
  /** What is said of the whole table. */
  readonly ofTable: StatedWords;
}

import type { PositionedText } from '../placed-text.ts';

/** A cell of a table as its format gives it, on the exact grid of rows and columns, both from 0. */
export interface SpannedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Trimmed, on one line. */
  readonly text: PositionedText;
  /** How far the text is set in, in points. */
  readonly indent: number;
  readonly isStrong: boolean;
  /** The format marks it as a head. */
  readonly isHead: boolean;
  /** Where its figure stands among its signs, if not in its first column. */
  readonly core?: number;
}

/** The cells of a row that hold something, from the left. */
export type SpannedRow = readonly SpannedCell[];

export const columnAfter = ({ column, columnSpan }: SpannedCell): number => column + columnSpan;

/** A regular row: its label, then one cell for each printed column, empty ones at its end left out. */
export interface RegularRow {
  readonly cells: readonly RegularCell[];
}

export interface RegularCell {
  readonly text: PositionedText;
  /** Printed columns that it covers, itself included. */
  readonly span: number;
  /** Steps that a label is set in. */
  readonly indent: number;
  readonly isStrong: boolean;
}

/** What a table holds in order: texts that stand in it as in a page, and rows under one set of heads. */
export type RegularPart =
  | { readonly kind: 'text'; readonly text: PositionedText; readonly isStrong: boolean }
  | { readonly kind: 'rows'; readonly rows: readonly RegularRow[]; readonly hasHead: boolean };

import type { GridCell } from './grid-cells.ts';

export interface GridRow {
  readonly line: number;
  readonly role: 'header' | 'unit' | 'group' | 'item';
  /** As printed; for a row whose label wrapped, all of it. */
  readonly label: string;
  /** What stands before the label in a field of its own and holds for the rows below too; mostly empty. */
  readonly group: string;
  /** Its number in a field of its own before the label, `XIV` or `2`; empty where there is none. */
  readonly number: string;
  readonly cells: readonly GridCell[];
}

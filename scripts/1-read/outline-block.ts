import type { LineRange, TextKind } from '../../src/model/document.ts';
import type { RawTable } from './raw-document.ts';

/** A stretch of text with what it is and the headings above it. */
export interface OutlineText {
  readonly kind: TextKind;
  readonly lines: LineRange;
  readonly text: string;
  readonly section: readonly string[];
  readonly depth: number;
  readonly mark: string;
}

export interface OutlineTable {
  readonly kind: 'table';
  readonly lines: LineRange;
  readonly raw: RawTable;
  readonly section: readonly string[];
}

export type OutlineBlock = OutlineText | OutlineTable;

import type { LineRange } from '../../src/model/document.ts';

/** A field of a row: its text and where that text starts in the source line. */
export interface RawCell {
  /** Trimmed, Markdown escapes removed. */
  readonly text: string;
  /** Trimmed, as it stands in the line. */
  readonly source: string;
  /** UTF-16 offset of `source` in its line. */
  readonly offset: number;
}

export interface RawRow {
  /** 1-based. */
  readonly line: number;
  readonly cells: readonly RawCell[];
}

export interface RawTable {
  readonly kind: 'table';
  readonly lines: LineRange;
  readonly rows: readonly RawRow[];
  /** The format marks its first row as the head. */
  readonly hasHead: boolean;
}

export interface RawText {
  readonly kind: 'text';
  readonly lines: LineRange;
  /** Depth of a marked heading, 0 where the text is not marked as one. */
  readonly depth: number;
  readonly isListItem: boolean;
  /** The whole block is set bold. */
  readonly isStrong: boolean;
  /** Lines joined by spaces, escapes and emphasis marks removed. */
  readonly text: string;
}

export type RawNode = RawTable | RawText;

/** A document as its format gives it: every node knows its lines. */
export interface RawDocument {
  readonly lines: readonly string[];
  readonly nodes: readonly RawNode[];
}

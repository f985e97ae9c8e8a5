import type { LineRange } from '../../src/model/document.ts';
import type { Place, PlacedRun } from './places.ts';

/** A field of a row: its text and where that text starts in the source line. */
export interface RawCell {
  /** Trimmed, Markdown escapes removed. */
  readonly text: string;
  /** Trimmed, as it stands in the line. */
  readonly source: string;
  /** UTF-16 offset of `source` in its line. */
  readonly offset: number;
  /** Columns that the cell covers, itself included, where the format says so; a head over two columns has 2. */
  readonly span?: number;
  /** Indentation of a label in steps of its table, where the format shows it. */
  readonly indent?: number;
  /** The field of its line, where the row was put in step with its heads. */
  readonly field?: number;
  /** Set bold in the file. */
  readonly isStrong?: boolean;
}

export interface RawRow {
  /** 1-based. */
  readonly line: number;
  readonly cells: readonly RawCell[];
  /** The format shows that it is of the head, whatever numbers it holds: `Other (Note 1)`. */
  readonly isHead?: true;
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
  /** Head, foot or number of a page, which titles nothing. */
  readonly isPageEdge?: true;
}

export type RawNode = RawTable | RawText;

/**
 * What an inline XBRL tag says of the number that it wraps: evidence of the highest rank. The number stands in the
 * reading text at `line`, from `start` to `end` (UTF-16 offsets in the line).
 */
export interface NumberTag {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The element with its prefix, `us-gaap:Revenues`. */
  readonly element: string;
  /** ISO dates, both inclusive; `start` empty for an instant. */
  readonly period: { readonly start: string; readonly end: string };
  /** As the contract's column `unit` has it: `USD`, `USD/share`, `shares`, `percent`. */
  readonly unit: string;
  /** Plain decimal in base units, sign and scale applied; percent as printed. Empty for nil. */
  readonly value: string;
  /** As in XBRL; null for exact or nil. */
  readonly decimals: number | null;
  /** Explicit dimensions, element names with prefixes: `us-gaap:StatementBusinessSegmentsAxis` → member. */
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Text of the file that is no part of the reading text: what the page hides, page numbers, what is around a release. */
export interface LeftOut {
  readonly why: 'hidden' | 'page' | 'site' | 'filing';
  readonly text: string;
  readonly place: Place;
}

/** A document as its format gives it. `lines` are its reading text, tabs between the cells of a row; nodes know their lines. */
export interface RawDocument {
  readonly lines: readonly string[];
  readonly nodes: readonly RawNode[];
  /** By line (index 0 is line 1), where its stretches stand in the file; missing where the reading text is the file. */
  readonly places?: readonly (readonly PlacedRun[])[];
  readonly tags?: readonly NumberTag[];
  /** What the reader passed over or had to decide, one sentence each: hidden text, page heads, another format than the name says. */
  readonly notes?: readonly string[];
  readonly leftOut?: readonly LeftOut[];
}

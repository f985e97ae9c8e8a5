import type { Paragraph } from './inline-text.ts';

/** A paragraph, heading or item of a list. */
export interface HtmlText extends Paragraph {
  readonly kind: 'text';
  /** Depth of a heading, else 0. */
  readonly depth: number;
  readonly isListItem: boolean;
  /** How far it is set in, in points. */
  readonly indent: number;
}

export interface HtmlCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly blocks: readonly HtmlBlock[];
  readonly indent: number;
  readonly isHead: boolean;
}

export interface HtmlTable {
  readonly kind: 'table';
  readonly captions: readonly HtmlBlock[];
  readonly cells: readonly HtmlCell[];
}

/** The end of a printed page. */
export interface PageBreak {
  readonly kind: 'page';
}

export type HtmlBlock = HtmlText | HtmlTable | PageBreak;

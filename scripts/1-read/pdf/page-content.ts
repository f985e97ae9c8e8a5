import type { Box, Direction } from './geometry.ts';

/** Why a reader of the page does not see a text. */
export type Unseen = 'invisible' | 'outside' | 'covered' | 'blank' | 'layer' | 'tiny';

/** A stretch of text without spaces, of one font, as the page paints it. */
export interface Piece {
  /** Characters as they are read; U+FFFD where the font does not tell the character. */
  readonly text: string;
  /** On the page as shown, in points. */
  readonly box: Box;
  /** Distance of the baseline from the page's top in the frame turned by `direction`. */
  readonly base: number;
  /** Height of the type in points as shown. */
  readonly size: number;
  /** Undefined for slanted text. */
  readonly direction: Direction | undefined;
  readonly font: string;
  readonly isBold: boolean;
  /** A space stands before it in the order of painting. */
  readonly isSpaced: boolean;
  /** Number of the cell that holds it, where the file is tagged and tells its tables. */
  readonly tableCell: number | undefined;
  readonly unseen: Unseen | undefined;
  /** Recognised in the picture of a page. */
  readonly isRecognised?: boolean;
}

/** A line, or the edge of a filled area, on the page as shown. */
export interface RulingLine {
  readonly isHorizontal: boolean;
  readonly box: Box;
}

export interface PageContent {
  /** 1-based. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly rules: readonly RulingLine[];
  /** Painted areas, tables' stripes among them. */
  readonly fills: readonly Box[];
}

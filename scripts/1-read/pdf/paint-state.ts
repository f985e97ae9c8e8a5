import { type Box, IDENTITY, type Matrix } from './geometry.ts';

/** A colour as `#rrggbb`; undefined for patterns and other paints that have no single one. */
export type Colour = string | undefined;

/** What pdf.js tells of a font. */
export interface Font {
  readonly id: string;
  readonly name: string;
  readonly isBold: boolean;
  readonly ascent: number;
  readonly descent: number;
  /** Width of a glyph's unit in ems. */
  readonly unit: number;
  readonly isVertical: boolean;
}

/** The part of the graphics state that `q` keeps and `Q` brings back. */
export interface PaintState {
  matrix: Matrix;
  clip: Box;
  fill: Colour;
  stroke: Colour;
  fillAlpha: number;
  strokeAlpha: number;
  isBlended: boolean;
  font: Font | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

export const initialState = (matrix: Matrix, clip: Box): PaintState => ({
  matrix,
  clip,
  fill: '#000000',
  stroke: '#000000',
  fillAlpha: 1,
  strokeAlpha: 1,
  isBlended: false,
  font: undefined,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
});

/** Where the next glyph goes, and where its line began. */
export interface GlyphPosition {
  matrix: Matrix;
  lineX: number;
  lineY: number;
  x: number;
  y: number;
}

export const startOfText = (): GlyphPosition => ({ matrix: IDENTITY, lineX: 0, lineY: 0, x: 0, y: 0 });

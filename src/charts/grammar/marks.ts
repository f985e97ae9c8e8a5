import * as Plot from '@observablehq/plot';
import { keptWithin, type Label, labelMarks } from './labels.ts';
import type { Rectangle } from './places.ts';
import { INK, PAPER } from './type.ts';

/** What a form makes of its data: a drawing for each width in pixels. */
export type Drawing = (width: number) => Plot.PlotOptions;

/** What is drawn, and the texts above it. */
export interface Drawn {
  readonly marks: readonly Plot.Markish[];
  readonly labels: readonly Label[];
}

/**
 * A drawing without axes and margins whose marks stand where they say, in pixels: labels find their places by
 * measuring text, so bars and labels must share one system of places. Labels come last, above everything.
 */
export const frame = (width: number, height: number, { marks, labels }: Drawn): Plot.PlotOptions => ({
  width,
  height: Math.ceil(height),
  margin: 0,
  x: { type: 'identity', axis: null },
  y: { type: 'identity', axis: null },
  marks: [...marks, ...labelMarks(labels.map((label) => keptWithin(label, width)))],
});

/** A rectangle with its fill, and what it says when it is pointed at, where the picture prints no figure for it. */
export interface Tile extends Rectangle {
  readonly fill: string;
  readonly title?: string | undefined;
}

/** Filled rectangles; `inset` leaves a gap of paper above and below each. */
export const tiles = (data: readonly Tile[], inset = 0): Plot.Markish =>
  Plot.rect(data, {
    x1: 'left',
    x2: 'right',
    y1: 'top',
    y2: 'bottom',
    fill: 'fill',
    insetTop: inset,
    insetBottom: inset,
    title: 'title',
  });

/** A line from one place to another. */
export interface Stroke {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** A line across at a height, and one down at a place. */
export const level = (y: number, x1: number, x2: number): Stroke => ({ x1, x2, y1: y, y2: y });
export const plumb = (x: number, y1: number, y2: number): Stroke => ({ x1: x, x2: x, y1, y2 });

export const strokes = (data: readonly Stroke[], stroke: string = INK, strokeWidth = 1): Plot.Markish =>
  Plot.link(data, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', stroke, strokeWidth });

export interface Point {
  readonly x: number;
  readonly y: number;
  readonly title?: string | undefined;
}

export const dots = (data: readonly Point[], r: number, fill: string): Plot.Markish =>
  Plot.dot(data, { x: 'x', y: 'y', r, fill, title: 'title' });

/** Hollow: the year before, or a point that was worked out. */
export const rings = (data: readonly Point[], r: number, stroke: string): Plot.Markish =>
  Plot.dot(data, { x: 'x', y: 'y', r, fill: PAPER, stroke, strokeWidth: 1.75, title: 'title' });

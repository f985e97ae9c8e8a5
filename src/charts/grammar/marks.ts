import * as Plot from '@observablehq/plot';
import type { Rectangle } from './frame.ts';
import { INK, PAPER } from './type.ts';

/** What a mark says when it is pointed at, where the picture prints no figure for it. */
export interface Pointed {
  readonly title?: string | undefined;
}

/** A rectangle with its fill. */
export interface Tile extends Rectangle, Pointed {
  readonly fill: string;
}

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
    ...titled(data),
  });

const titled = (data: readonly Pointed[]) => (data.some(({ title }) => title) ? { title: 'title' } : {});

export const strokes = (data: readonly Stroke[], stroke: string = INK, strokeWidth = 1): Plot.Markish =>
  Plot.link(data, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', stroke, strokeWidth });

/** A band between two heights on the left and two on the right. */
export interface Ribbon {
  readonly x1: number;
  readonly x2: number;
  /** Upper and lower edge on the left, then on the right. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly fill: string;
}

export const ribbons = (data: readonly Ribbon[], fillOpacity = 1): Plot.Markish[] =>
  data.map(({ x1, x2, from, to, fill }) =>
    Plot.areaY(
      [
        { x: x1, upper: from[0], lower: from[1] },
        { x: x2, upper: to[0], lower: to[1] },
      ],
      { x: 'x', y1: 'upper', y2: 'lower', fill, fillOpacity },
    ),
  );

export interface Point extends Pointed {
  readonly x: number;
  readonly y: number;
}

export const dots = (data: readonly Point[], r: number, fill: string): Plot.Markish =>
  Plot.dot(data, { x: 'x', y: 'y', r, fill, ...titled(data) });

/** Hollow: the year before, or a point that was worked out. */
export const rings = (data: readonly Point[], r: number, stroke: string): Plot.Markish =>
  Plot.dot(data, { x: 'x', y: 'y', r, fill: PAPER, stroke, strokeWidth: 1.75, ...titled(data) });

/** Squares before names. */
export const swatches = (data: readonly (Point & { fill: string })[]): Plot.Markish =>
  Plot.rect(data, {
    x1: (d) => d.x - 4.5,
    x2: (d) => d.x + 4.5,
    y1: (d) => d.y - 4.5,
    y2: (d) => d.y + 4.5,
    fill: 'fill',
  });

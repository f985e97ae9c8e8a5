import * as Plot from '@observablehq/plot';
import type { Rectangle } from './places.ts';

/** A rectangle with its fill, and what it says when it is pointed at, where the picture prints no figure for it. */
export interface Tile extends Rectangle {
  readonly fill: string;
  readonly title?: string | undefined;
}

/** Bars that labels make room for, and so are placed before they are drawn; `inset` leaves a gap of paper above and below each. */
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

/** Edges of an upright bar from one value to another. */
export function upright(y: Plot.Scale, from: number, to: number): Pick<Rectangle, 'top' | 'bottom'> {
  const [start, end] = [y.apply(from), y.apply(to)];
  return { top: Math.min(start, end), bottom: Math.max(start, end) };
}

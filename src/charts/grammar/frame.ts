import type { Markish, PlotOptions } from '@observablehq/plot';
import { keptWithin, type Label, labelMarks } from './labels.ts';

/** A rectangle of the picture, in pixels from its upper left corner. */
export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * A drawing without axes and margins whose marks stand where they say, in pixels: labels find their places by
 * measuring text, so bars and labels must share one system of places. Labels come last, above everything.
 */
export const frame = (
  width: number,
  height: number,
  marks: readonly Markish[],
  labels: readonly Label[],
): PlotOptions => ({
  width,
  height: Math.ceil(height),
  margin: 0,
  x: { type: 'identity', axis: null },
  y: { type: 'identity', axis: null },
  marks: [...marks, ...labelMarks(labels.map((label) => keptWithin(label, width)))],
});

/** From values to pixels. */
export type ToPixels = (value: number) => number;

export function linear(domain: readonly [number, number], range: readonly [number, number]): ToPixels {
  const span = domain[1] - domain[0] || 1;
  return (value) => range[0] + ((value - domain[0]) / span) * (range[1] - range[0]);
}

/** Edges of a bar from one value to another, upright or lying. */
export const upright = (at: ToPixels, from: number, to: number): Pick<Rectangle, 'top' | 'bottom'> => ({
  top: Math.min(at(from), at(to)),
  bottom: Math.max(at(from), at(to)),
});

export const lying = (at: ToPixels, from: number, to: number): Pick<Rectangle, 'left' | 'right'> => ({
  left: Math.min(at(from), at(to)),
  right: Math.max(at(from), at(to)),
});

/** The least and the greatest of some values and zero: bars start from zero. */
export const extentFromZero = (values: readonly number[]): [number, number] => [
  Math.min(0, ...values),
  Math.max(0, ...values),
];

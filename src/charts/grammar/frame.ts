import * as Plot from '@observablehq/plot';
import { type Label, labelMarks } from './labels.ts';
import { extentFromZero } from './places.ts';
import { PAPER } from './type.ts';

/** What a form makes of its data: a drawing for each width in pixels. */
export type Drawing = (width: number) => Plot.PlotOptions;

/** What is drawn, and the texts above it. */
export interface Drawn {
  /** Under Plot's scales, or in pixels where there are none. */
  readonly marks: readonly Plot.Markish[];
  /** Always in pixels: where a text goes depends on how wide it is. */
  readonly labels: readonly Label[];
  readonly x?: Plot.ScaleOptions;
  readonly y?: Plot.ScaleOptions;
}

const PIXELS: Plot.ScaleOptions = { type: 'identity' };

/** A drawing without axes and margins: its texts take the room they need. Labels come last, above everything. */
export const frame = (
  width: number,
  height: number,
  { marks, labels, x = PIXELS, y = PIXELS }: Drawn,
): Plot.PlotOptions => ({
  width,
  height: Math.ceil(height),
  margin: 0,
  x: { ...x, axis: null },
  y: { ...y, axis: null },
  marks: [...marks, ...labelMarks(labels, width)],
});

/** Several drawings as one. */
export const joined = (drawn: readonly Drawn[]): Drawn => ({
  marks: drawn.flatMap(({ marks }) => marks),
  labels: drawn.flatMap(({ labels }) => labels),
});

/**
 * Plot's scale from values, and zero, to pixels: marks are drawn by it, and labels ask it where marks end. `nice` extends
 * it to round values, about so many of which lie on it.
 */
export function scaleFromZero(
  values: readonly number[],
  range: readonly [number, number],
  nice: Pick<Plot.ScaleOptions, 'nice'> = {},
): Plot.Scale {
  const [low, high] = extentFromZero(values);
  const domain = low === high ? [low, low + 1] : [low, high];
  return Plot.scale({ x: { type: 'linear', domain, range: [...range], ...nice } });
}

/** Hollow: the year before, or a point that was worked out. */
export const rings = <Of>(data: readonly Of[], options: Plot.DotOptions): Plot.Markish =>
  Plot.dot(data, { ...options, fill: PAPER, strokeWidth: 1.75 });

import type { PlotOptions } from '@observablehq/plot';
import { draw } from '../../src/charts/render.ts';
import { serialise } from '../../src/charts/serialise.ts';

/** A drawing that belongs to no chart. */
export const renderOptions = (options: PlotOptions): string =>
  serialise(draw(options), { prefix: 'form', attributes: {} });

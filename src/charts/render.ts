import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type ChartSpec, type Size, WIDTHS } from './chart.ts';
import { serialise } from './serialise.ts';

/** One document for all charts: a document per chart would cost more than the chart. */
const { document } = parseHTML('<!doctype html><html><body></body></html>');

/**
 * The picture of a chart for a page: colours by custom properties, no styles, scripts or links, and the same bytes
 * whatever was drawn before it.
 */
export function renderChart(spec: ChartSpec, size: Size): string {
  const width = WIDTHS[size];
  return serialise(draw(spec.plot(width)), {
    prefix: `${spec.name}-${size}`,
    isSolid: spec.isSolid,
    attributes: { class: 'chart', role: 'img', 'aria-label': spec.summary },
  });
}

/** The drawing as elements: the root is always the svg, since charts use no legends. */
export const draw = (options: Plot.PlotOptions): Element =>
  Plot.plot({ ...options, document: document as unknown as Document }) as unknown as Element;

import { site } from '../data/index.ts';
import { absolute } from '../model/links.ts';
import { figuresCsv } from './figures-csv.ts';
import type { ChartFile } from './paths.ts';
import { standaloneChart } from './standalone.ts';

/** The figures of a chart as a file. */
export const csvResponse = ({ spec }: ChartFile): Response =>
  new Response(figuresCsv(spec.table), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });

/** A chart as a picture of its own, with its address where that of the site is known. */
export function svgResponse({ spec, credit, place }: ChartFile, origin: URL | undefined): Response {
  const { title } = site().settings;
  const svg = standaloneChart(spec, [credit, origin ? `${title}, ${absolute(place, origin)}` : title]);
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
}

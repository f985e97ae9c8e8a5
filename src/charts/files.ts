import { figuresCsv } from './figures-csv.ts';
import type { ChartFile } from './paths.ts';
import { standaloneChart } from './standalone.ts';

/** The figures of a chart as a file. */
export const csvResponse = ({ spec }: ChartFile): Response =>
  new Response(figuresCsv(spec.table), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });

/** A chart as a picture of its own. */
export const svgResponse = ({ spec, credit }: ChartFile): Response =>
  new Response(standaloneChart(spec, credit), { headers: { 'Content-Type': 'image/svg+xml' } });

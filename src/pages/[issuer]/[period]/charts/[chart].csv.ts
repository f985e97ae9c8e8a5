import type { APIRoute, GetStaticPaths } from 'astro';
import type { ChartSpec } from '../../../../charts/chart.ts';
import { figuresCsv } from '../../../../charts/figures-csv.ts';
import { chartPaths } from '../../../../charts/paths.ts';

/** The figures of a chart. */
export const getStaticPaths = (() => chartPaths()) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly spec: ChartSpec }> = ({ props: { spec } }) =>
  new Response(figuresCsv(spec.table), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });

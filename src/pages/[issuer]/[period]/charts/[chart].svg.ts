import type { APIRoute, GetStaticPaths } from 'astro';
import type { ChartSpec } from '../../../../charts/chart.ts';
import { chartPaths } from '../../../../charts/paths.ts';
import { standaloneChart } from '../../../../charts/standalone.ts';

/** A chart as a picture of its own. */
export const getStaticPaths = (() => chartPaths()) satisfies GetStaticPaths;

interface Props {
  readonly spec: ChartSpec;
  readonly credit: string;
}

export const GET: APIRoute<Props> = ({ props: { spec, credit } }) =>
  new Response(standaloneChart(spec, credit), { headers: { 'Content-Type': 'image/svg+xml' } });

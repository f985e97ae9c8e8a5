import type { APIRoute } from 'astro';
import { svgResponse } from '../../../../charts/files.ts';
import { chartPaths, readChart } from '../../../../charts/paths.ts';

export const getStaticPaths = () => chartPaths();

export const GET: APIRoute = ({ params, site }) => svgResponse(readChart(params), site);

import type { APIRoute } from 'astro';
import { svgResponse } from '../../../../charts/files.ts';
import { measureChartPaths, readMeasureChart } from '../../../../charts/paths.ts';

export const getStaticPaths = () => measureChartPaths();

export const GET: APIRoute = ({ params, site }) => svgResponse(readMeasureChart(params), site);

import type { APIRoute } from 'astro';
import { csvResponse } from '../../../../charts/files.ts';
import { measureChartPaths, readMeasureChart } from '../../../../charts/paths.ts';

export const getStaticPaths = () => measureChartPaths();

export const GET: APIRoute = ({ params }) => csvResponse(readMeasureChart(params));

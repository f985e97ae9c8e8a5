import type { APIRoute } from 'astro';
import { csvResponse } from '../../../../charts/files.ts';
import { chartPaths, readChart } from '../../../../charts/paths.ts';

export const getStaticPaths = () => chartPaths();

export const GET: APIRoute = ({ params }) => csvResponse(readChart(params));

import type { APIRoute, GetStaticPaths } from 'astro';
import { svgResponse } from '../../../../charts/files.ts';
import { type ChartFile, measureChartPaths } from '../../../../charts/paths.ts';

export const getStaticPaths = (() => measureChartPaths()) satisfies GetStaticPaths;

export const GET: APIRoute<ChartFile> = ({ props }) => svgResponse(props);

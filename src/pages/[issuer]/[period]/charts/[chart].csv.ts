import type { APIRoute, GetStaticPaths } from 'astro';
import { csvResponse } from '../../../../charts/files.ts';
import { type ChartFile, chartPaths } from '../../../../charts/paths.ts';

export const getStaticPaths = (() => chartPaths()) satisfies GetStaticPaths;

export const GET: APIRoute<ChartFile> = ({ props }) => csvResponse(props);

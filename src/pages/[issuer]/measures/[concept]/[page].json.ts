import type { APIRoute } from 'astro';
import { listAddresses, readMeasure } from '../../../../view/addresses.ts';
import { inspectMeasure } from '../../../../view/inspector.ts';

export const getStaticPaths = () => listAddresses('measurePage');

/** What the inspector reads of a page of a long measure. */
export const GET: APIRoute = ({ params }) => {
  const { issuer, measure } = readMeasure(params);
  return new Response(`${JSON.stringify(inspectMeasure(issuer, measure, params['page']))}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};

import type { APIRoute } from 'astro';
import { listAddresses, readMeasure } from '../../../view/addresses.ts';
import { inspectMeasure } from '../../../view/inspector.ts';

export const getStaticPaths = () => listAddresses('measure');

/** What the inspector reads of a measure. */
export const GET: APIRoute = ({ params }) => {
  const { issuer, measure } = readMeasure(params);
  return new Response(`${JSON.stringify(inspectMeasure(issuer, measure))}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};

import type { APIRoute } from 'astro';
import { readIssuer } from '../../../data/index.ts';
import { listAddresses } from '../../../view/addresses.ts';
import { searchedNumbers } from '../../../view/search.ts';

export const getStaticPaths = () => listAddresses('numbers');

export const GET: APIRoute = ({ params }) =>
  Response.json(searchedNumbers(readIssuer(params['issuer'])).get(params['digits'] ?? ''));

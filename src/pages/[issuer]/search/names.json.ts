import type { APIRoute } from 'astro';
import { readIssuer } from '../../../data/index.ts';
import { listAddresses } from '../../../view/addresses.ts';
import { searchedNames } from '../../../view/search.ts';

export const getStaticPaths = () => listAddresses('search');

export const GET: APIRoute = ({ params }) => Response.json(searchedNames(readIssuer(params['issuer'])));

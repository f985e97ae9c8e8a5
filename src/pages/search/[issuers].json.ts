import type { APIRoute } from 'astro';
import { isSearchedTogether, searchedIssuers } from '../../view/search-together.ts';

export const getStaticPaths = () => (isSearchedTogether() ? [{ params: { issuers: 'issuers' } }] : []);

export const GET: APIRoute = () => Response.json(searchedIssuers());

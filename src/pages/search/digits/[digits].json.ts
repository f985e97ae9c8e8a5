import type { APIRoute } from 'astro';
import { isSearchedTogether, searchedDigits } from '../../../view/search-together.ts';

export const getStaticPaths = () =>
  isSearchedTogether() ? [...searchedDigits().keys()].map((digits) => ({ params: { digits } })) : [];

export const GET: APIRoute = ({ params }) => Response.json(searchedDigits().get(params['digits'] ?? ''));

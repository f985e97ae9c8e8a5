import type { APIRoute } from 'astro';
import { isSearchedTogether, searchedWords } from '../../../view/search-together.ts';

export const getStaticPaths = () =>
  isSearchedTogether() ? [...searchedWords().keys()].map((letters) => ({ params: { letters } })) : [];

export const GET: APIRoute = ({ params }) => Response.json(searchedWords().get(params['letters'] ?? ''));

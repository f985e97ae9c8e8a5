import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { issuersWithPage } from '../../../data/index.ts';
import { searchedNumbers } from '../../../view/search.ts';

export const getStaticPaths = (() =>
  issuersWithPage('search').flatMap((issuer) =>
    [...searchedNumbers(issuer)].map(([digits, numbers]) => ({
      params: { issuer: issuer.record.slug, digits },
      props: { numbers },
    })),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => Response.json(props.numbers);

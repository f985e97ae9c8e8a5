import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { issuersWithPage } from '../../../data/index.ts';
import { searchedNames } from '../../../view/search.ts';

export const getStaticPaths = (() =>
  issuersWithPage('search').map((issuer) => ({
    params: { issuer: issuer.record.slug },
    props: { issuer },
  }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => Response.json(searchedNames(props.issuer));

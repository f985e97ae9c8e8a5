import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { renderedIssuers } from '../../../data/index.ts';
import { inspectMeasure } from '../../../view/inspector.ts';
import { measuresOf } from '../../../view/measures.ts';

export const getStaticPaths = (() =>
  renderedIssuers().flatMap((issuer) =>
    measuresOf(issuer).map((measure) => ({
      params: { issuer: issuer.record.slug, concept: measure.concept },
      props: { issuer, measure },
    })),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

/** What the inspector reads of a measure. */
export const GET: APIRoute<Props> = ({ props: { issuer, measure } }) =>
  new Response(`${JSON.stringify(inspectMeasure(issuer, measure))}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });

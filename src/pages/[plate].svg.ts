import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { site } from '../data/index.ts';

/** The nameplate, where the owner of the site has one, and that for dark screens. */
export const getStaticPaths = (() => {
  const { nameplate, darkNameplate } = site().settings;
  return Object.entries({ nameplate, 'nameplate-dark': darkNameplate })
    .filter(([, svg]) => svg !== '')
    .map(([plate, svg]) => ({ params: { plate }, props: { svg } }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(props.svg, { headers: { 'Content-Type': 'image/svg+xml' } });

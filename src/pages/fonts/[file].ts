import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { site } from '../../data/index.ts';

/** The typefaces that the owner of the site brings along. */
export const getStaticPaths = (() =>
  site().settings.fonts.files.map((font) => ({
    params: { file: font.file },
    props: { font },
  }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { font } }) =>
  new Response(Buffer.from(font.bytes, 'base64'), { headers: { 'Content-Type': 'font/woff2' } });

import type { APIRoute } from 'astro';
import { site } from '../data/index.ts';

/** The nameplate, where the owner of the site has one. */
export const getStaticPaths = () => (site().settings.nameplate ? [{ params: { plate: 'nameplate' } }] : []);

export const GET: APIRoute = () =>
  new Response(site().settings.nameplate, { headers: { 'Content-Type': 'image/svg+xml' } });

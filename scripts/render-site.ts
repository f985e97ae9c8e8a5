import process from 'node:process';
import { build } from 'astro';
import { projectPath } from './effects.ts';

/** What the pages are rendered from and for. `astro.config.mjs` and `src/data` read it from the environment. */
export interface RenderOptions {
  /** Folder of the site's data, see `output/site-files.ts`. */
  readonly data: string;
  /** Folder for the pages. */
  readonly out: string;
  /** Path under which the site will be served, `/` or `/reports/`. */
  readonly base: string;
  /** Origin at which it will be served, empty where that is not known. */
  readonly site: string;
}

/** Renders all pages. */
export type Render = (options: RenderOptions) => Promise<void>;

export const renderSite: Render = async ({ data, out, base, site }) => {
  Object.assign(process.env, {
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    TIEOUT_BASE: base,
    TIEOUT_DATA: data,
    TIEOUT_OUT: out,
    TIEOUT_SITE: site,
  });
  await build({ root: projectPath('.'), logLevel: 'warn' });
};

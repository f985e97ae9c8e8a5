import { join, resolve } from 'node:path';
import process from 'node:process';
import { type Effects, projectPath } from './effects.ts';
import { listFiles } from './output/list-files.ts';
import { withWorkFolder } from './output/output-folder.ts';

/** What the pages are rendered from and for. `astro.config.mjs` and `src/data` read it from the environment. */
export interface RenderOptions {
  /** Folder of the site's data, see `output/site-files.ts`. */
  readonly data: string;
  /** Folder for the pages, empty. */
  readonly out: string;
  /** Path under which the site will be served, `/` or `/reports/`. */
  readonly base: string;
  /** Origin at which it will be served, empty where that is not known. */
  readonly site: string;
  /** Folder of what pages of all issuers need of each: what is there is used, what is not is left there. */
  readonly views?: string;
  /** Slugs of the issuers whose pages are rendered; all where it is left out. Other pages always are. */
  readonly only?: readonly string[];
}

/** Renders all pages. */
export type Render = (options: RenderOptions, effects: Effects) => Promise<void>;

/**
 * Astro runs its own bundle on the way. That finds the installed packages only within the project, and Astro sees to
 * it only where the current folder is an ancestor of the output: so it works there, and what came out moves.
 */
export const renderSite: Render = async ({ data, out, base, site, views, only }, effects) => {
  const root = resolve(projectPath('.'));

  await withWorkFolder(join(root, '.astro/site'), effects, async (folder) => {
    const pages = join(folder, 'pages');
    Object.assign(process.env, {
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      TIEOUT_BASE: base,
      TIEOUT_DATA: resolve(data),
      TIEOUT_OUT: pages,
      TIEOUT_SITE: site,
    });
    for (const name of ['TIEOUT_ISSUERS', 'TIEOUT_VIEWS']) delete process.env[name];
    if (only) process.env['TIEOUT_ISSUERS'] = only.join(',');
    if (views) process.env['TIEOUT_VIEWS'] = resolve(views);
    const { build } = await import('astro');
    const stop = countPages(pages, effects);
    await inFolder(root, () => build({ root, logLevel: 'warn' })).finally(stop);
    effects.remove(out);
    effects.move(pages, out);
  });
};

/** Milliseconds between two looks at how many pages there are, at least; Astro tells nobody. */
const LOOK = 500;
/** A look at many files takes long: the next one is so many times as far off, or pages would wait for it. */
const PAUSE = 100;

/** Tells how many pages there are by now, until the returned function is called. */
function countPages(folder: string, effects: Effects): () => void {
  let next = setTimeout(look, LOOK);
  return () => clearTimeout(next);

  function look(): void {
    const start = effects.elapsed();
    if (effects.kindOf(folder) === 'folder') {
      const pages = listFiles(folder, effects).filter((path) => path.endsWith('.html')).length;
      effects.progress('Rendering pages', pages, 0);
    }
    next = setTimeout(look, Math.max(LOOK, PAUSE * (effects.elapsed() - start)));
  }
}

async function inFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    await work();
  } finally {
    process.chdir(before);
  }
}

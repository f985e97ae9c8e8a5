import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { AstroInlineConfig } from 'astro';
import { projectPath } from './effects.ts';
import { DOWNLOADS } from './output/site-files.ts';

export interface ServeOptions {
  /** Folder of the site's data, see `output/site-files.ts`. */
  readonly data: string;
  readonly port: number;
}

/** A running preview. */
export interface Preview {
  readonly url: string;
  /** Has every open page load again, from new data. */
  refresh(): void;
  stop(): Promise<void>;
}

export type Serve = (options: ServeOptions) => Promise<Preview>;

const LOOPBACK = '127.0.0.1';

/** Astro's development server, reachable from this machine only. */
export const serveSite: Serve = async ({ data, port }) => {
  Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', TIEOUT_DATA: data });
  const root = projectPath('.');
  const { dev } = await import('astro');
  const server = await dev({
    root,
    logLevel: 'warn',
    server: { host: LOOPBACK, port },
    vite: { plugins: [serveDownloads(data)] },
  });
  return {
    url: `http://${LOOPBACK}:${server.address.port}/`,
    // As if the door to the data had been edited: every page behind it is rendered anew, new routes included.
    refresh: () => void server.watcher.emit('change', resolve(root, 'src/data/index.ts')),
    stop: () => server.stop(),
  };
};

type Plugin = NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number];

/** A build copies the downloads below `/data/`; the preview gives them from where the conversion put them. */
const serveDownloads = (data: string): Plugin => ({
  name: 'tieout:downloads',
  configureServer({ middlewares }) {
    middlewares.use('/data/', (request, response, next) => {
      const file = join(data, DOWNLOADS, URL.parse(request.url ?? '', 'http://preview')?.pathname ?? '');
      if (!/\.\w+$/.test(file) || !existsSync(file) || statSync(file).isDirectory()) return next();
      response.end(readFileSync(file));
    });
  },
});

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
  /** Shows a warning above every page that is open or opened, until there is another or, where it is empty, none. */
  warn(warning: string): void;
  stop(): Promise<void>;
}

export type Serve = (options: ServeOptions) => Promise<Preview>;

const LOOPBACK = '127.0.0.1';

/** Astro's development server, reachable from this machine only. */
export const serveSite: Serve = async ({ data, port }) => {
  Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', TIEOUT_DATA: data });
  const root = projectPath('.');
  const { dev } = await import('astro');
  const warnings = showWarnings();
  const server = await dev({
    root,
    logLevel: 'warn',
    server: { host: LOOPBACK, port },
    vite: { plugins: [serveDownloads(data), warnings.plugin] },
  });
  return {
    url: `http://${LOOPBACK}:${server.address.port}/`,
    // As if the door to the data had been edited: every page behind it is rendered anew, new routes included.
    refresh: () => void server.watcher.emit('change', resolve(root, 'src/data/index.ts')),
    warn: warnings.warn,
    stop: () => server.stop(),
  };
};

type Plugin = NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number];

/** Vite's client, which every page of the preview has, lays an error over its page until the page loads again. */
function showWarnings(): { readonly plugin: Plugin; warn(warning: string): void } {
  let current = '';
  let channel: { send(payload: object): void } | undefined;
  const show = (): void => channel?.send({ type: 'error', err: { message: current, stack: '' } });
  return {
    plugin: {
      name: 'tieout:warnings',
      configureServer({ ws }) {
        channel = ws;
        ws.on('connection', () => {
          if (current) show();
        });
      },
    },
    warn(warning) {
      const isGone = current !== '' && warning === '';
      current = warning;
      if (warning) show();
      else if (isGone) channel?.send({ type: 'full-reload' });
    },
  };
}

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

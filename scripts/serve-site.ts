import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { AstroInlineConfig } from 'astro';
import { mediaType } from '../src/model/originals.ts';
import { projectPath } from './effects.ts';
import { DOWNLOADS_FOLDER, ORIGINALS } from './output/site-files.ts';

export interface ServeOptions {
  /** Folder of the site's data, see `output/site-files.ts`. */
  readonly data: string;
  readonly port: number;
  /** A download, by its path, that the conversion did not make. */
  readonly makeDownload: (path: string) => Promise<Uint8Array | undefined>;
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
export const serveSite: Serve = async ({ data, port, makeDownload }) => {
  Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', TIEOUT_DATA: data });
  const root = projectPath('.');
  const { dev } = await import('astro');
  const warnings = showWarnings();
  const server = await dev({
    root,
    logLevel: 'warn',
    server: { host: LOOPBACK, port },
    integrations: [warnings.integration],
    vite: { plugins: [serveDownloads(data, makeDownload)] },
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

/** Runs in every page of the preview: a warning stays above its words. */
const BANNER = `
import.meta.hot?.on('tieout:warning', ({ warning }) => {
  document.getElementById('tieout-warning')?.remove();
  if (!warning) return;
  const bar = Object.assign(document.createElement('pre'), { id: 'tieout-warning', textContent: warning });
  bar.style.cssText = 'position:sticky;top:0;z-index:9;margin:0;padding:1em;white-space:pre-wrap;color:#fff;background:#9b1c1c';
  document.body.prepend(bar);
});
import.meta.hot?.send('tieout:opened');
`;

/** Tells pages of a warning when there is one, and each that opens later. */
function showWarnings(): { readonly integration: Integration; warn(warning: string): void } {
  let current = '';
  let tellAll = (): void => {};
  return {
    integration: {
      name: 'tieout:warnings',
      hooks: {
        'astro:config:setup': ({ injectScript }) => injectScript('page', BANNER),
        'astro:server:setup': ({ server: { ws } }) => {
          tellAll = () => ws.send('tieout:warning', { warning: current });
          ws.on('tieout:opened', (_, client) => client.send('tieout:warning', { warning: current }));
        },
      },
    },
    warn(warning) {
      current = warning;
      tellAll();
    },
  };
}

type Integration = NonNullable<AstroInlineConfig['integrations']>[number] & object;

/**
 * A build copies the downloads below `/data/` and the releases beside their pages; the preview gives them from where the
 * conversion put them, or makes them now.
 */
const serveDownloads = (data: string, makeDownload: ServeOptions['makeDownload']): Plugin => ({
  name: 'tieout:downloads',
  configureServer({ middlewares }) {
    const places = { '/data/': DOWNLOADS_FOLDER, '/': ORIGINALS };
    for (const [address, folder] of Object.entries(places)) {
      middlewares.use(address, async (request, response, next) => {
        const path = URL.parse(request.url ?? '', 'http://preview')?.pathname ?? '';
        const file = join(data, folder, path);
        if (!/\.\w+$/.test(file) || (existsSync(file) && statSync(file).isDirectory())) return next();
        const isThere = existsSync(file);
        const made = isThere || folder === ORIGINALS ? undefined : await makeDownload(path.slice(1));
        if (!isThere && made === undefined) return next();
        if (folder === ORIGINALS) response.setHeader('Content-Type', mediaType(file));
        response.end(made ?? readFileSync(file));
      });
    }
  },
});

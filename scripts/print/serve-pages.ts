import { extname, join } from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';
import type { Effects } from '../effects.ts';

/** Where the browser believes the site to be: nowhere, and the same in every run, for a PDF holds addresses. */
export const ORIGIN = 'http://printout.invalid';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** Where the pages of a site are taken from. */
export interface Pages {
  /** Folder of the built site. */
  readonly folder: string;
  /** Path below which its pages are addressed, with a slash at both ends. */
  readonly base: string;
  readonly effects: Effects;
  /** Pages that are in no folder, by their path below the base. */
  readonly made: ReadonlyMap<string, string>;
}

/** Answers whatever a page asks for from the built site, and nothing else. */
export async function servePages(context: BrowserContext, pages: Pages): Promise<void> {
  await context.route('**/*', (route) => answer(route, pages));
}

async function answer(route: Route, { folder, base, effects, made }: Pages): Promise<void> {
  const { origin, pathname } = new URL(route.request().url());
  const path = decodeURIComponent(pathname);
  if (origin !== ORIGIN || !path.startsWith(base)) return route.abort();
  const name = path.slice(base.length);
  const text = made.get(name);
  if (text !== undefined) return route.fulfill({ body: text, contentType: TYPES['.html'] as string });
  const file = join(folder, name.endsWith('/') || name === '' ? `${name}index.html` : name);
  if (effects.kindOf(file) !== 'file') return route.fulfill({ status: 404, body: '' });
  const contentType = TYPES[extname(file)] ?? 'application/octet-stream';
  return route.fulfill({ body: Buffer.from(effects.readBytes(file)), contentType });
}

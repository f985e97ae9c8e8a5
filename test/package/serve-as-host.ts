import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A site as a host of static files shows it. */
export interface HostedSite {
  readonly origin: string;
  stop(): void;
}

/**
 * Serves a folder below a path as GitHub Pages, Netlify and the website endpoint of a bucket do: a folder answers with its
 * `index.html`, without its slash with the way there, and what is not there with `404.html`.
 */
export async function serveAsHost(folder: string, base: string): Promise<HostedSite> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://host.invalid');
    const path = decodeURIComponent(pathname);
    const place = join(folder, path.slice(base.length));
    const isThere = path.startsWith(base) && existsSync(place);
    const isFolder = isThere && statSync(place).isDirectory();
    if (isFolder && !path.endsWith('/')) return response.writeHead(301, { Location: `${pathname}/` }).end();
    const file = isFolder ? join(place, 'index.html') : place;
    if (isThere && existsSync(file)) return response.writeHead(200).end(readFileSync(file));
    return response.writeHead(404).end(readFileSync(join(folder, '404.html')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const LINK = /\s(?:href|src|srcset)="([^"#]+)/g;
const TEMPLATE = /<template\b[\s\S]*?<\/template>/g;

/** Follows every link of the pages from one on; how many addresses answer, and those that do not. */
export async function followLinks(
  start: string,
): Promise<{ readonly found: number; readonly broken: string[] }> {
  const seen = new Set([start]);
  const broken: string[] = [];
  for (const address of seen) {
    const response = await fetch(address);
    const text = await response.text();
    if (!response.ok) broken.push(address);
    if (!response.ok || !/^<!doctype html/i.test(text)) continue;
    for (const [, link = ''] of text.replace(TEMPLATE, '').matchAll(LINK)) {
      const { href, origin } = new URL(link.replaceAll('&amp;', '&'), response.url);
      if (origin === new URL(start).origin) seen.add(href);
    }
  }
  return { found: seen.size, broken };
}

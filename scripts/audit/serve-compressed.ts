import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Effects } from '../effects.ts';

/** A built site behind a server of its own. */
export interface ServedSite {
  /** Address of the site, with a slash at its end. */
  readonly url: string;
  /** For the browser's `--host-resolver-rules`: this server and no other can be reached. */
  readonly resolverRules: string;
  stop(): void;
}

const HOST = 'audit.invalid';
const LOOPBACK = '127.0.0.1';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Serves a site as a plain host does: text compressed, whatever else as it is, and nothing but what is there. */
export async function serveCompressed(folder: string, base: string, effects: Effects): Promise<ServedSite> {
  const server = createServer(({ url = '/' }, response) => {
    const file = findFile(decodeURIComponent(new URL(url, `http://${HOST}`).pathname), folder, base);
    if (file === undefined || effects.kindOf(file) !== 'file') return response.writeHead(404).end();
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const bytes = effects.readBytes(file);
    if (!/^text|svg/.test(type)) return response.writeHead(200, { 'Content-Type': type }).end(bytes);
    const headers = { 'Content-Type': type, 'Content-Encoding': 'gzip' };
    return response.writeHead(200, headers).end(gzipSync(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}${base}`,
    resolverRules: `MAP ${HOST} ${LOOPBACK}:${port}, MAP * ~NOTFOUND`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function findFile(path: string, folder: string, base: string): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const name = path.slice(base.length);
  return join(folder, name === '' || name.endsWith('/') ? `${name}index.html` : name);
}

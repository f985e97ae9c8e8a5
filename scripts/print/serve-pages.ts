import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Effects } from '../effects.ts';

/** Where the browser believes the site to be: nowhere, and the same in every run, for a PDF holds addresses. */
const HOST = 'printout.invalid';
export const ORIGIN = `http://${HOST}`;

const LOOPBACK = '127.0.0.1';

/** Width in CSS pixels of the window that pages are opened in: wider than any paper. */
export const WINDOW_WIDTH = 3000;

/**
 * Keeps a page from being laid out before it is printed: the window, where nobody looks at it, shows nothing of it. On
 * paper, which is narrower, all of it stands. A file, since pages allow no styles but their own and their site's.
 */
const BLANK_WINDOW = 'blank-window.css';

/** A page on which others can be put together. */
export const EMPTY_PAGE = 'empty.html';

/** What is served beside the site. */
const OWN: Readonly<Record<string, string>> = {
  [BLANK_WINDOW]: `@media (min-width: ${WINDOW_WIDTH}px) { :root { display: none !important; } }`,
  [EMPTY_PAGE]: '<!doctype html><html><head></head><body></body></html>',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.png': 'image/png',
};

/** Where the pages of a site are taken from. */
export interface Pages {
  /** Folder of the built site. */
  readonly folder: string;
  /** Path below which its pages are addressed, with a slash at both ends. */
  readonly base: string;
  readonly effects: Effects;
}

/** The pages of a site, to be had by a browser on this machine that is told the rule. */
export interface ServedPages extends Pages {
  /** For the browser's `--host-resolver-rules`: this server and no other can be reached. */
  readonly resolverRules: string;
  stop(): void;
}

/**
 * Answers whatever pages ask for from the built site. Typefaces and styles may be kept from one page to the next,
 * which a browser does not do for answers that a program gives in its own process.
 */
export async function servePages(pages: Pages): Promise<ServedPages> {
  const server = createServer(({ url = '/' }, response) => {
    const answer = findAnswer(decodeURIComponent(new URL(url, ORIGIN).pathname), pages);
    if (!answer) return response.writeHead(404).end();
    const keep = answer.type === TYPES['.html'] ? 'no-store' : 'max-age=3600, immutable';
    return response.writeHead(200, { 'Content-Type': answer.type, 'Cache-Control': keep }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...pages,
    resolverRules: `MAP ${HOST} ${LOOPBACK}:${port}, MAP * ~NOTFOUND`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Answer {
  readonly body: Uint8Array;
  readonly type: string;
}

function findAnswer(path: string, { folder, base, effects }: Pages): Answer | undefined {
  if (!path.startsWith(base)) return undefined;
  const name = path.slice(base.length);
  const own = OWN[name];
  const file = join(folder, name.endsWith('/') || name === '' ? `${name}index.html` : name);
  if (own === undefined && effects.kindOf(file) !== 'file') return undefined;
  const type = TYPES[extname(own === undefined ? file : name)] ?? 'application/octet-stream';
  const body = own === undefined ? effects.readBytes(file) : Buffer.from(own);
  return { body: type === TYPES['.html'] ? blankInWindow(body, base) : body, type };
}

/** Adds the sheet to a page that leaves the window blank. */
function blankInWindow(page: Uint8Array, base: string): Buffer {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  const end = bytes.indexOf('</head>');
  const sheet = Buffer.from(`<link rel="stylesheet" href="${base}${BLANK_WINDOW}">`);
  return Buffer.concat([bytes.subarray(0, end), sheet, bytes.subarray(end)]);
}

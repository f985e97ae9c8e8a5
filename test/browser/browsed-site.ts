import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type ServedSite, serveCompressed } from '../../scripts/audit/serve-compressed.ts';
import { fullestPages, listPages } from '../../scripts/audit/site-pages.ts';
import { effects } from '../../scripts/effects.ts';
import { launchBrowser } from '../../scripts/print/launch-browser.ts';

const ROOT = join(import.meta.dirname, '../..');
const BASE = '/';

/** The repository's documents as a site, behind a server, before a browser. */
export class BrowsedSite {
  /** Inside the project: builds that go elsewhere share one workplace and must not run at one time. */
  readonly folder = join(ROOT, `browser-${process.pid}.tmp`);
  #served: ServedSite | undefined;
  #browser: Browser | undefined;

  /** False where there is no browser. */
  async open(): Promise<void> {
    const program = join(import.meta.dirname, 'build-without-print.ts');
    await promisify(execFile)(process.execPath, [program, '--out', this.folder], { cwd: ROOT });
    this.#served = await serveCompressed(this.folder, BASE, effects);
    this.#browser = await launchBrowser(this.#served);
  }

  /** Address of the fullest page of a kind. */
  fullest(kind: string): string {
    const page = fullestPages(listPages(this.folder, effects)).find((one) => one.kind === kind);
    if (!page) throw new Error(`the site has no page of kind ${kind}`);
    return page.address;
  }

  /** Shows a page to what looks at it, in a browser that has seen nothing before. */
  async visit<T>(
    address: string,
    look: (visit: Visit) => Promise<T>,
    options: BrowserContextOptions = {},
  ): Promise<T> {
    if (!this.#browser || !this.#served) throw new Error('the site is not open');
    const context = await this.#browser.newContext(options);
    try {
      const page = await context.newPage();
      const [requests, complaints] = [[], []] as [string[], string[]];
      page.on('request', (request) => void requests.push(request.url()));
      page.on('pageerror', (error) => void complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() !== 'log') complaints.push(message.text());
      });
      await page.goto(this.#served.url + address, { waitUntil: 'load' });
      return await look({ page, requests, complaints, origin: new URL(this.#served.url).origin });
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#served?.stop();
    effects.remove(this.folder);
  }
}

/** A page before a reader. */
export interface Visit {
  readonly page: Page;
  /** Addresses that it asked for. */
  readonly requests: readonly string[];
  /** What the browser had to say: errors, and what the page's own policy forbids. */
  readonly complaints: readonly string[];
  readonly origin: string;
}

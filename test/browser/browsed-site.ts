import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type ServedSite, serveCompressed } from '../../scripts/audit/serve-compressed.ts';
import { fullestPages, listPages } from '../../scripts/audit/site-pages.ts';
import { effects } from '../../scripts/effects.ts';
import { launchBrowser } from '../../scripts/print/launch-browser.ts';
import { BASE, buildRepositorySite } from '../built/repository-site.ts';

/** The repository's documents as a site, behind a server, before a browser. */
export class BrowsedSite {
  folder = '';
  #served: ServedSite | undefined;
  #browser: Browser | undefined;

  /** False where there is no browser. */
  async open(): Promise<void> {
    this.folder = await buildRepositorySite();
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
    const visit = await this.show(address, options);
    try {
      return await look(visit);
    } finally {
      await visit.close();
    }
  }

  /** Shows a page, in a browser that has seen nothing before, until the visit is closed. */
  async show(address: string, options: BrowserContextOptions = {}): Promise<Visit> {
    if (!this.#browser || !this.#served) throw new Error('the site is not open');
    const context = await this.#browser.newContext(options);
    const close = () => context.close();
    try {
      const page = await context.newPage();
      const [requests, complaints] = [[], []] as [string[], string[]];
      page.on('request', (request) => void requests.push(request.url()));
      page.on('pageerror', (error) => void complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() !== 'log') complaints.push(message.text());
      });
      await page.goto(this.#served.url + address, { waitUntil: 'load' });
      return { page, requests, complaints, origin: new URL(this.#served.url).origin, close };
    } catch (error) {
      await close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#served?.stop();
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
  readonly close: () => Promise<void>;
}

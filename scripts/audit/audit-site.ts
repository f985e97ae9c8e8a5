import type { Browser } from 'playwright-core';
import type { Effects } from '../effects.ts';
import { launchBrowser } from '../print/launch-browser.ts';
import { readList } from '../print/print-site.ts';
import { findViolations } from './find-violations.ts';
import { type ServedSite, serveCompressed } from './serve-compressed.ts';
import { listPages, type SitePage } from './site-pages.ts';
import { type Timing, timePage } from './time-page.ts';
import { weighPage } from './weigh-page.ts';

/** What was measured of one page. */
export interface PageAudit extends SitePage, Timing {
  /** Bytes of HTML and CSS, compressed. */
  readonly weight: number;
  readonly violations: readonly string[];
}

export interface AuditOptions {
  /** Folder of the built site. */
  readonly folder: string;
  /** Starts of addresses; all pages where there are none. */
  readonly only: readonly string[];
}

/** Measures the pages of a built site, one after the other, and gives each as soon as it is done. */
export type AuditSite = (options: AuditOptions, effects: Effects) => AsyncIterable<PageAudit>;

export const auditSite: AuditSite = async function* ({ folder, only }, effects) {
  const { base } = readList(folder, effects);
  const pages = listPages(folder, effects).filter(
    ({ address }) => only.length === 0 || only.some((start) => address.startsWith(start)),
  );
  const site = await serveCompressed(folder, base, effects);
  try {
    const browser = await launchBrowser(site);
    try {
      for (const page of pages) {
        const weight = weighPage(folder, base, page.address, effects);
        yield { ...page, weight, ...(await auditPage(browser, site, page)) };
      }
    } finally {
      await browser.close();
    }
  } finally {
    site.stop();
  }
};

async function auditPage(browser: Browser, { url }: ServedSite, { address }: SitePage) {
  const timing = await timePage(browser, url + address);
  const page = await browser.newPage();
  try {
    await page.goto(url + address);
    return { ...timing, violations: await findViolations(page) };
  } finally {
    await page.close();
  }
}

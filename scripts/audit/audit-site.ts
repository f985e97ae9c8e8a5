import { availableParallelism } from 'node:os';
import type { Browser } from 'playwright-core';
import type { Effects } from '../effects.ts';
import { launchBrowser } from '../print/launch-browser.ts';
import { readList } from '../print/print-site.ts';
import { LinkedSite } from './find-broken-links.ts';
import { findOverflow } from './find-overflow.ts';
import { findViolations } from './find-violations.ts';
import { inLanes } from './in-lanes.ts';
import { type ServedSite, serveCompressed } from './serve-compressed.ts';
import { fullestPages, listPages, type SitePage } from './site-pages.ts';
import { readTiming, type Timing, timePage } from './time-page.ts';
import { weighPage } from './weigh-page.ts';

/** What was measured of one page. */
export interface PageAudit extends SitePage {
  /** Bytes of HTML and CSS, compressed. */
  readonly weight: number;
  /** Cumulative layout shift, without unit; 0 where nothing moved. */
  readonly shift: number;
  /** Milliseconds until the largest part was painted on a slow phone; measured of the fullest page of each kind. */
  readonly largestPaint: number | undefined;
  /** What axe finds, where the page is too wide, links that lead nowhere, what the browser had to say. */
  readonly faults: readonly string[];
}

export interface AuditOptions {
  /** Folder of the built site. */
  readonly folder: string;
  /** Starts of addresses; all pages where there are none. */
  readonly only: readonly string[];
}

/** Measures the pages of a built site and gives each as soon as it is done, in order of their addresses. */
export type AuditSite = (options: AuditOptions, effects: Effects) => AsyncIterable<PageAudit>;

export const auditSite: AuditSite = async function* ({ folder, only }, effects) {
  const { base } = readList(folder, effects);
  const pages = listPages(folder, effects).filter(
    ({ address }) => only.length === 0 || only.some((start) => address.startsWith(start)),
  );
  const links = new LinkedSite(folder, base, effects);
  const site = await serveCompressed(folder, base, effects);
  try {
    const browser = await launchBrowser(site);
    try {
      const timings = await timePages(browser, site, fullestPages(pages));
      yield* inLanes(pages, availableParallelism(), async (page) => {
        const { shift, faults } = await lookAtPage(browser, site.url + page.address);
        const timing = timings.get(page.address);
        const broken = links.findBroken(page).map((href) => `leads nowhere: ${href}`);
        return {
          ...page,
          weight: weighPage(folder, base, page.address, effects),
          largestPaint: timing?.largestPaint,
          shift: Math.max(shift, timing?.shift ?? 0),
          faults: [...broken, ...faults],
        };
      });
    } finally {
      await browser.close();
    }
  } finally {
    site.stop();
  }
};

/** One after the other, before anything else keeps the machine busy. */
async function timePages(browser: Browser, { url }: ServedSite, pages: readonly SitePage[]) {
  const timings = new Map<string, Timing>();
  for (const { address } of pages) timings.set(address, await timePage(browser, url + address));
  return timings;
}

async function lookAtPage(browser: Browser, url: string): Promise<{ shift: number; faults: string[] }> {
  const page = await browser.newPage();
  try {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => void faults.push(message));
    page.on('console', (message) => void faults.push(message.text()));
    await page.goto(url);
    const { shift } = await readTiming(page);
    const overflow = await findOverflow(page);
    const violations = await findViolations(page);
    return { shift, faults: [...faults, ...overflow, ...violations] };
  } finally {
    await page.close();
  }
}

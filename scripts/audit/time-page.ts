import type { Browser, Page } from 'playwright-core';

/** How soon a page stands, and how quietly. */
export interface Timing {
  /** Milliseconds until the largest part was painted. */
  readonly largestPaint: number;
  /** Cumulative layout shift, without unit; 0 where nothing moved. */
  readonly shift: number;
}

/** A phone on a slow line: 1.6 Mbit a second, 150 ms there and back, a processor four times slower. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SLOWER = 4;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** Opens a page as on a phone that has never seen the site. */
export async function timePage(browser: Browser, url: string): Promise<Timing> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', LINE);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(url, { waitUntil: 'load' });
    return await readTiming(page);
  } finally {
    await context.close();
  }
}

/** What the browser noted while the open page was loading and its fonts came in. */
export const readTiming = (page: Page): Promise<Timing> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const noted = (type: string): Promise<PerformanceEntryList> =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
        setTimeout(() => resolve([]), 300);
      });
    const paints = await noted('largest-contentful-paint');
    const shifts = (await noted('layout-shift')) as (PerformanceEntry & { readonly value: number })[];
    return {
      largestPaint: Math.round(paints.at(-1)?.startTime ?? Number.NaN),
      shift: shifts.reduce((sum, { value }) => sum + value, 0),
    };
  });

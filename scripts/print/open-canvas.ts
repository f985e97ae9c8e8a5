import type { Browser, Page } from 'playwright-core';
import { loadFonts } from './load-fonts.ts';
import { ORIGIN, type ServedPages } from './serve-pages.ts';

/** A small page of the site, whose typefaces, colours and nameplate pictures are drawn with. */
export const CANVAS_PAGE = '404.html';

interface CanvasRequest {
  /** Rules that come after those of the site. */
  readonly style: string;
  /** Dots of a picture for each pixel. */
  readonly scale: number;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A tab in which pictures are drawn in the site's own look, one after the other. */
interface Canvas {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

export async function openCanvas(
  browser: Browser,
  { base }: ServedPages,
  { style, scale, viewport = { width: 1200, height: 900 } }: CanvasRequest,
): Promise<Canvas> {
  const context = await browser.newContext({
    // The style of pictures is none that the policy of the page knows.
    bypassCSP: true,
    javaScriptEnabled: false,
    serviceWorkers: 'block',
    viewport,
    deviceScaleFactor: scale,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${ORIGIN}${base}${CANVAS_PAGE}`, { waitUntil: 'load' });
  await page.evaluate(addStyle, style);
  await page.evaluate(loadFonts);
  return { page, close: () => context.close() };
}

/** Runs in the page. */
function addStyle(style: string): void {
  const sheet = document.createElement('style');
  sheet.textContent = style;
  document.head.append(sheet);
}

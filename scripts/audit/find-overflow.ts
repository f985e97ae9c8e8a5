import type { Page } from 'playwright-core';
import { unfold } from './find-violations.ts';

/** In CSS pixels; half of a width is what a reader sees at twice the size. */
const WIDTHS = [1280, 700, 640, 390, 320];
const HEIGHT = 900;

/** Widths at which the open page scrolls sideways, or a section of it cuts something off. */
export async function findOverflow(page: Page): Promise<string[]> {
  const found: string[] = [];
  await unfold(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    const pixels = await page.evaluate(() => {
      const parts = [document.documentElement, ...document.querySelectorAll('.section')];
      return Math.max(...parts.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    });
    if (pixels > 0) found.push(`${pixels} pixels too wide at ${width}`);
  }
  return found;
}

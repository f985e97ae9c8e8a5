import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveCompressed } from '../../scripts/audit/serve-compressed.ts';
import { effects } from '../../scripts/effects.ts';
import { launchBrowser } from '../../scripts/print/launch-browser.ts';
import { shrinkPng } from '../../scripts/print/shrink-png.ts';

/** A screen of a desk and one of a hand, and what a reader of the docs sees of each. */
const SCREENS = [
  { name: 'wide', width: 1280, height: 900 },
  { name: 'narrow', width: 390, height: 844 },
] as const;

/** Writes a picture of a page of a built site for each screen: `rebranded-wide.png`, `rebranded-narrow.png`. */
export async function takePictures(site: string, page: string, folder: string): Promise<void> {
  const host = await serveCompressed(site, '/', effects);
  const browser = await launchBrowser(host);
  try {
    for (const { name, ...viewport } of SCREENS) {
      const shown = await browser.newPage({ viewport, colorScheme: 'light' });
      await shown.goto(host.url + page, { waitUntil: 'networkidle' });
      writeFileSync(join(folder, `rebranded-${name}.png`), shrinkPng(await shown.screenshot()));
      await shown.close();
    }
  } finally {
    await browser.close();
    host.stop();
  }
}

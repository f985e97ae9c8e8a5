import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../scripts/print/launch-browser.ts';
import { shrinkPng } from '../../scripts/print/shrink-png.ts';
import { serveAsHost } from './serve-as-host.ts';

/** A screen of a desk and one of a hand, and what a reader of the docs sees of each. */
const SCREENS = [
  { name: 'wide', width: 1280, height: 900 },
  { name: 'narrow', width: 390, height: 844 },
] as const;

/** Writes a picture of a page of a built site for each screen: `rebranded-wide.png`, `rebranded-narrow.png`. */
export async function takePictures(site: string, page: string, folder: string): Promise<void> {
  const host = await serveAsHost(site, '/');
  const browser = await launchBrowser({ resolverRules: 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1' });
  try {
    for (const { name, ...viewport } of SCREENS) {
      const shown = await browser.newPage({ viewport, colorScheme: 'light' });
      await shown.goto(`${host.origin}/${page}`, { waitUntil: 'networkidle' });
      writeFileSync(join(folder, `rebranded-${name}.png`), shrinkPng(await shown.screenshot()));
      await shown.close();
    }
  } finally {
    await browser.close();
    host.stop();
  }
}

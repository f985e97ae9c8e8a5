import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, NoBrowser } from '../../scripts/print/launch-browser.ts';
import { type Ink, inkOf, isAlike } from './ink.ts';

/** The drawings that `test/charts` holds, as a browser shows them, beside what it showed when they were last looked at. */
const DRAWINGS = join(import.meta.dirname, '../charts/snapshots');
const PICTURES = join(import.meta.dirname, 'pictures');
const FONT = join(
  import.meta.dirname,
  '../../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
);
const BRINGS_BROWSER = process.platform === 'linux' && process.arch === 'x64';
const MINUTES = 60_000;

let browser: Browser | undefined;
beforeAll(async () => {
  try {
    browser = await launchBrowser({ resolverRules: 'MAP * ~NOTFOUND' });
  } catch (error) {
    if (BRINGS_BROWSER || !(error instanceof NoBrowser)) throw error;
  }
}, MINUTES);
afterAll(() => browser?.close());

test.for(readdirSync(DRAWINGS).sort())(
  'charts of %s in a browser',
  { timeout: 2 * MINUTES },
  async (set, { skip }) => {
    if (!browser) return skip('there is no browser on this machine');
    const names = readdirSync(join(DRAWINGS, set)).sort();
    const page = await browser.newPage({ viewport: { width: 960, height: 600 } });
    const inks: Ink[] = [];
    for (const name of names) {
      await showDrawing(page, readFileSync(join(DRAWINGS, set, name), 'utf8'));
      expect(await page.evaluate(familiesOfTexts), 'never a font of this machine').toEqual([FAMILY]);
      expect(await page.evaluate(findCrowded)).toEqual([]);
      inks.push(...(await inkOf(page)));
    }
    await page.close();
    const file = join(PICTURES, `${set}.txt`);
    const before = existsSync(file) ? parsePictures(readFileSync(file, 'utf8')) : new Map<string, string[]>();
    const pictures = names.map((name, index) => {
      const [was, is] = [before.get(name) ?? [], inks[index] ?? []];
      return [name, isAlike(was, is) ? was : is] as const;
    });
    await expect(formatPictures(pictures)).toMatchFileSnapshot(file);
  },
);

/** Each alone: drawings on one page share the names of their patterns, and of a long page no picture may be had. */
async function showDrawing(page: Page, drawing: string): Promise<void> {
  await page.setContent(`<!doctype html><style>
    @font-face { font-family: "Source Sans 3"; font-weight: 200 900; src: url(data:font/woff2;base64,${font}); }
    body { margin: 8px; background: white; color: black } svg { display: block; overflow: visible }
  </style>${drawing}`);
  await page.evaluate(() => document.fonts.ready);
}
const font = readFileSync(FONT).toString('base64');

const FAMILY = 'Source Sans 3';

/** Runs in the page: the first font of each text; a family that is not quoted where it must be is none at all. */
const familiesOfTexts = (): string[] => [
  ...new Set(
    [...document.querySelectorAll('svg text')].map(
      (text) => getComputedStyle(text).fontFamily.split(',')[0]?.replaceAll(/["']/g, '') ?? '',
    ),
  ),
];

/** Runs in the page: texts that cover each other, or that leave their drawing, as they are really set. */
function findCrowded(): string[] {
  return [...document.querySelectorAll('svg')].flatMap((drawing) => {
    const frame = drawing.getBoundingClientRect();
    const texts = [...drawing.querySelectorAll('text')].flatMap((text) =>
      (text.querySelector('tspan') ? [...text.querySelectorAll('tspan')] : [text]).map((part) => ({
        words: part.textContent?.trim() ?? '',
        box: part.getBoundingClientRect(),
      })),
    );
    const told = texts.filter(({ words, box }) => words !== '' && box.width > 0);
    const outside = told.filter(
      ({ box }) =>
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 4 ||
        box.bottom > frame.bottom + 4,
    );
    const covered = told.flatMap((one, index) =>
      told
        .slice(index + 1)
        .filter(
          ({ box }) =>
            Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left) > 1 &&
            Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top) > 6,
        )
        .map(({ words }) => `${one.words} covers ${words}`),
    );
    const name = drawing.getAttribute('aria-label')?.slice(0, 60);
    return [...outside.map(({ words }) => `${words} is outside`), ...covered].map(
      (fault) => `${name}: ${fault}`,
    );
  });
}

const formatPictures = (pictures: readonly (readonly [string, readonly string[]])[]): string =>
  pictures.map(([name, rows]) => `${name}\n${rows.join('\n')}\n`).join('\n');

const parsePictures = (text: string): Map<string, string[]> =>
  new Map(
    text.split('\n\n').map((picture) => {
      const [name = '', ...rows] = picture.trimEnd().split('\n');
      return [name, rows];
    }),
  );

import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LinkedSite } from '../../scripts/audit/find-broken-links.ts';
import { findOverflow } from '../../scripts/audit/find-overflow.ts';
import { findViolations } from '../../scripts/audit/find-violations.ts';
import { listPages } from '../../scripts/audit/site-pages.ts';
import { readTiming } from '../../scripts/audit/time-page.ts';
import { weighPage } from '../../scripts/audit/weigh-page.ts';
import { effects } from '../../scripts/effects.ts';
import { NoBrowser } from '../../scripts/print/launch-browser.ts';
import { BASE } from '../built/repository-site.ts';
import { BrowsedSite, type Visit } from './browsed-site.ts';
import { FigureTrails } from './figure-trails.ts';
import { testInspector } from './inspector.ts';

/** An npm package brings a browser for it; elsewhere one has to be installed. */
const BRINGS_BROWSER = process.platform === 'linux' && process.arch === 'x64';
const MINUTES = 60_000;
/** Bytes of HTML and CSS, compressed. */
const HEAVIEST = 150_000;

const site = new BrowsedSite();
let isOpen = false;

beforeAll(async () => {
  try {
    await site.open();
    isOpen = true;
  } catch (error) {
    if (BRINGS_BROWSER || !(error instanceof NoBrowser)) throw error;
  }
}, 4 * MINUTES);
afterAll(() => site.close());

/** A test that is skipped, and said to be, where there is no browser. */
const inBrowser = (name: string, check: () => Promise<void>) =>
  test(name, { timeout: 5 * MINUTES }, async ({ skip }) => {
    if (!isOpen) skip('there is no browser on this machine');
    await check();
  });

/** The fullest page of each kind, and one that no document prints. */
const KINDS: readonly [kind: string, address: () => string][] = [
  ...['front', 'issuer', 'period', 'tables', 'document', 'measure', 'checks', 'data'].map(
    (kind): [string, () => string] => [kind, () => site.fullest(kind)],
  ),
  ['derived period', () => 'iij/3q12/'],
];

/** One visit for each: what changes nothing first, what takes the page apart last. */
describe.each(KINDS)('the fullest page of a kind: %s', (_, address) => {
  let visit: Visit;
  beforeAll(async () => {
    if (isOpen) visit = await site.show(address());
  }, MINUTES);
  afterAll(() => visit?.close());

  inBrowser(
    'comes from its own host alone, fonts too, moves nothing, and the browser is silent',
    async () => {
      const { page, requests, complaints, origin } = visit;
      expect((await readTiming(page)).shift).toBe(0);
      const families = await page.evaluate(() =>
        [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
      );
      for (const family of ['Source Serif 4', 'Source Sans 3']) expect(families.join()).toContain(family);
      expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  inBrowser('is not too heavy', async () => {
    expect(weighPage(site.folder, BASE, address(), effects)).toBeLessThanOrEqual(HEAVIEST);
  });

  inBrowser('is the same without scripts', async () => {
    const read = ({ page }: Visit) => page.locator('main').textContent();
    expect(await site.visit(address(), read, { javaScriptEnabled: false })).toBe(await read(visit));
  });

  inBrowser('the keyboard reaches the way past the navigation first, and one sees where one is', async () => {
    const { page } = visit;
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    expect((await page.locator('.skip').boundingBox())?.y).toBeGreaterThanOrEqual(0);
    for (let stop = 0; stop < 20; stop++) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return '';
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        return outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? focused.outerHTML : '';
      });
      expect(hidden).toBe('');
    }
  });

  inBrowser('nothing scrolls sideways but what has a frame, at any width and at twice the size', async () => {
    expect(await findOverflow(visit.page)).toEqual([]);
  });

  inBrowser('no day is broken on a phone, but in what is for programs', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 390, height: 844 });
    const broken = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (texts.nextNode()) {
        const text = texts.currentNode;
        if (text.parentElement?.closest('pre')) continue;
        for (const { 0: day, index } of (text.textContent ?? '').matchAll(/\d{4}-\d\d-\d\d/g)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + day.length);
          if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1)
            found.push(`${day} in ${text.textContent}`);
        }
      }
      return found;
    });
    expect(broken).toEqual([]);
  });

  inBrowser('axe finds nothing in light, dark and forced colours, wide and narrow', async () => {
    expect(await findViolations(visit.page)).toEqual([]);
  });
});

/** Widths of a screen, and how many pixels the longest page of a period may be there: what a reader gets through. */
const LONGEST = [
  [1280, 14_000],
  [390, 24_000],
] as const;

describe('the fullest page of a period', () => {
  for (const [width, longest] of LONGEST)
    inBrowser(`is at most ${longest} pixels long at ${width}`, async () => {
      const height = await site.visit(
        site.fullest('period'),
        async ({ page }) => {
          await page.evaluate(() => document.fonts.ready);
          for (const section of await page.locator('.section').all()) await section.scrollIntoViewIfNeeded();
          await page.evaluate(() => document.fonts.ready);
          return page.evaluate(() => document.documentElement.scrollHeight);
        },
        { viewport: { width, height: 900 } },
      );
      expect(height).toBeLessThanOrEqual(longest);
    });

  inBrowser('marks on paper, too, what was worked out, and nothing else', async () => {
    await site.visit(site.fullest('period'), async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      const lines = await page.locator('.highlights a').evaluateAll((links) =>
        links.map((link) => {
          const { textDecorationLine: line, textDecorationStyle: style } = getComputedStyle(link);
          return [link.className, line === 'none' ? line : style].join(' ');
        }),
      );
      expect([...new Set(lines)].sort()).toEqual([' none', 'derived dashed']);
    });
  });

  inBrowser('cuts no statement on a phone', async () => {
    await site.visit(
      site.fullest('period'),
      async ({ page }) => {
        const cut = await page
          .locator('.spread .frame')
          .evaluateAll((frames) =>
            frames
              .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
              .map((frame) => frame.querySelector('h3')?.textContent),
          );
        expect(cut).toEqual([]);
      },
      { viewport: { width: 390, height: 844 } },
    );
  });
});

describe('tables', () => {
  inBrowser('none of a release scrolls sideways on a desk', async () => {
    for (const period of ['fy2012', 'fy2011', '1h12', '4q12'])
      await site.visit(
        `iij/${period}/tables/`,
        async ({ page }) => {
          const cut = await page
            .locator('.frame')
            .evaluateAll((frames) =>
              frames
                .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
                .map((frame) => frame.querySelector('h3')?.textContent),
            );
          expect(cut, period).toEqual([]);
        },
        { viewport: { width: 1280, height: 900 } },
      );
  });

  inBrowser(
    'the head of a long table stays in sight while its rows go by, and hides no place led to',
    async () => {
      await site.visit('iij/fy2012/tables/', async ({ page }) => {
        await page.setViewportSize({ width: 1280, height: 900 });
        const tables = page.locator('.statement table');
        const long = await tables.evaluateAll((all) =>
          all.findIndex((table) => table.querySelectorAll('tr').length > 25),
        );
        const head = tables.nth(long).locator('thead');
        const row = tables.nth(long).locator('tbody tr:has(a)').nth(15);
        await row.evaluate((line) => line.scrollIntoView({ behavior: 'instant' }));
        await expect.poll(async () => (await head.boundingBox())?.y).toBeCloseTo(0, 0);
        const { y = 0, height = 0 } = (await head.boundingBox()) ?? {};
        expect((await row.boundingBox())?.y).toBeGreaterThanOrEqual(y + height - 1);
      });
    },
  );

  inBrowser('what scrolls sideways can be reached with the keyboard and has a name', async () => {
    await site.visit('iij/fy2012/', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const frames = await page.locator('.frame').evaluateAll((all) =>
        all
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map((frame) => {
            const name = document.getElementById(frame.getAttribute('aria-labelledby') ?? '');
            return frame.getAttribute('tabindex') === '0' && (name?.textContent ?? '').trim() !== '';
          }),
      );
      expect(frames.length).toBeGreaterThan(0);
      expect(frames).not.toContain(false);
    });
  });

  inBrowser('a reader who wants less motion is moved at once', async () => {
    const behaviour = () => getComputedStyle(document.documentElement).scrollBehavior;
    const focused = (reducedMotion: 'reduce' | 'no-preference') =>
      site.visit(
        'iij/fy2012/',
        async ({ page }) => {
          await page.keyboard.press('Tab');
          return page.evaluate(behaviour);
        },
        { reducedMotion },
      );
    expect(await focused('reduce')).toBe('auto');
    expect(await focused('no-preference')).toBe('smooth');
  });
});

describe('figures lead home', () => {
  inBrowser(
    'every figure leads to its line, and from there to what it is and what speaks for it',
    async () => {
      const trails = new FigureTrails(site.folder, effects);
      expect(trails.findLost()).toEqual([]);
      const ways = [
        'period → line',
        'period → measure',
        'checks → line',
        'document → measure',
        'measure → line',
      ];
      expect(Object.keys(trails.count())).toEqual(expect.arrayContaining(ways));
    },
  );

  inBrowser('every link leads to a page, a file or a place that there is', async () => {
    const links = new LinkedSite(site.folder, BASE, effects);
    const pages = listPages(site.folder, effects);
    expect(pages.flatMap((page) => links.findBroken(page))).toEqual([]);
  });

  inBrowser('a key figure leads to its line and cell, both marked and in sight', async () => {
    await site.visit(
      'iij/fy2012/',
      async ({ page }) => {
        const figure = page.locator('.keys .v a').first();
        const shown = await figure.textContent();
        await figure.click();
        await page.waitForURL(/\/documents\/.*#L\d+\.\d+$/);
        const target = page.locator(':target');
        expect(await target.textContent()).toContain(shown?.trim());
        const seen = await target.evaluate((cell) => {
          const box = cell.getBoundingClientRect();
          const mark = getComputedStyle(document.documentElement).getPropertyValue('--mark');
          const probe = document.body.appendChild(document.createElement('p'));
          probe.style.background = mark;
          const line = [...(cell.closest('tr')?.cells ?? [])];
          return {
            inSight: box.top >= 0 && box.bottom <= window.innerHeight,
            framed: getComputedStyle(cell).outlineStyle,
            marked: line.every(
              (other) => getComputedStyle(other).backgroundColor === getComputedStyle(probe).backgroundColor,
            ),
          };
        });
        expect(seen).toEqual({ inSight: true, framed: 'solid', marked: true });
      },
      { javaScriptEnabled: false },
    );
  });

  inBrowser('a figure of no document leads to how it was worked out', async () => {
    await site.visit(
      'iij/3q12/',
      async ({ page }) => {
        await page.locator('.keys .v a.derived').first().click();
        await page.waitForURL(/\/measures\/.*#/);
        expect(await page.locator(':target').count()).toBe(1);
      },
      { javaScriptEnabled: false },
    );
  });

  inBrowser('the figures of a chart open without a script', async () => {
    const look = { javaScriptEnabled: false };
    await site.visit(
      'iij/fy2012/',
      async ({ page }) => {
        const folded = page.locator('figure details:not([open])').first();
        await folded.locator('summary').click();
        expect(await page.locator('figure details[open] table').first().isVisible()).toBe(true);
      },
      look,
    );
  });
});

describe('the inspector', () => testInspector(site, inBrowser));

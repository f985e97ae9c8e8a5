import process from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations } from '../../scripts/audit/find-violations.ts';
import { NoBrowser } from '../../scripts/print/launch-browser.ts';
import { BrowsedSite } from './browsed-site.ts';

const BRINGS_BROWSER = process.platform === 'linux' && process.arch === 'x64';
const MINUTES = 60_000;

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

const PANEL = '.inspector:not([hidden])';
const REVENUES = 'iij/measures/Revenues/';

/** What happens on a page, where there is a browser to see it in. */
const inBrowser = (name: string, address: string, check: (page: Page) => Promise<void>, options = {}) =>
  test(name, { timeout: 2 * MINUTES }, async ({ skip }) => {
    if (!isOpen) return skip('there is no browser on this machine');
    await site.visit(
      address,
      async ({ page, complaints }) => {
        await check(page);
        expect(complaints).toEqual([]);
      },
      options,
    );
  });

const figure = (page: Page, text: string) => page.locator('a[data-m]', { hasText: text }).first();
const heading = (page: Page) => page.locator(`${PANEL} h2`).textContent();

inBrowser(
  'a click on a figure says what it is, where it is printed and what agrees',
  REVENUES,
  async (page) => {
    const address = page.url();
    await figure(page, '106,248,486').click();
    await page.locator(PANEL).waitFor();
    expect(page.url()).toBe(address);
    expect(await heading(page)).toBe('Revenues, FY2012');
    expect(await page.locator(`${PANEL} mark`).textContent()).toBe('106,248,486');
    const words = await page.locator(PANEL).innerText();
    for (const part of ['Also stated', 'Checks', 'Latest periods']) expect(words).toContain(part);
  },
);

inBrowser('a derived figure shows its inputs, which open in turn', 'iij/3q12/', async (page) => {
  await page.locator('main a.derived[data-m]').first().click();
  const derived = await heading(page);
  await page.locator(`${PANEL} li a[data-m]`).first().click();
  await expect.poll(() => heading(page)).not.toBe(derived);
  await page.goBack();
  await expect.poll(() => heading(page)).toBe(derived);
  await page.goBack();
  await expect.poll(() => page.locator(PANEL).count()).toBe(0);
});

inBrowser('Enter opens, arrows go through the table, Escape gives the focus back', REVENUES, async (page) => {
  const link = page.locator('.stated td a[data-m]').first();
  await link.focus();
  await page.keyboard.press('Enter');
  await page.locator(PANEL).waitFor();
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('inspector');
  const first = await page.locator(`${PANEL} .figure`).textContent();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.locator(`${PANEL} .figure`).textContent()).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.locator(`${PANEL} .figure`).textContent()).toBe(first);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator(PANEL).count()).toBe(0);
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
});

inBrowser('with a modifier key the link goes where it leads', REVENUES, async (page) => {
  const link = figure(page, '106,248,486');
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    link.click({ modifiers: ['Control'] }),
  ]);
  expect(opened.url()).toContain('/documents/');
  expect(await page.locator(PANEL).count()).toBe(0);
});

inBrowser(
  'what the inspector knows nothing of is followed as a link',
  REVENUES,
  async (page) => {
    await page.route('**/measures/*.json', (route) =>
      route.fulfill({ json: { figures: {}, facts: [], rows: [], series: [] } }),
    );
    await figure(page, '106,248,486').click();
    await page.waitForURL(/\/documents\//);
  },
  {},
);

inBrowser(
  'without script a figure leads to its line',
  REVENUES,
  async (page) => {
    await figure(page, '106,248,486').click();
    await page.waitForURL(/\/documents\/.*#L394/);
  },
  { javaScriptEnabled: false },
);

inBrowser('axe finds nothing with the panel open', REVENUES, async (page) => {
  await figure(page, '106,248,486').click();
  await page.locator(PANEL).waitFor();
  expect(await findViolations(page)).toEqual([]);
});

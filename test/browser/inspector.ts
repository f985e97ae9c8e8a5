import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findViolations } from '../../scripts/audit/find-violations.ts';
import type { BrowsedSite } from './browsed-site.ts';

const PANEL = '.inspector:not([hidden])';
const REVENUES = 'iij/measures/Revenues/';

const figure = (page: Page, text: string) => page.locator('a[data-m]', { hasText: text }).first();
const heading = (page: Page) => page.locator(`${PANEL} h2`).textContent();

/** A test that runs where there is a browser. */
type InBrowser = (name: string, check: () => Promise<void>) => void;

/** What a click on a figure does, on a site that is open. */
export function testInspector(site: BrowsedSite, inBrowser: InBrowser): void {
  const onPage = (name: string, address: string, check: (page: Page) => Promise<void>, options = {}) =>
    inBrowser(name, () =>
      site.visit(
        address,
        async ({ page, complaints }) => {
          await check(page);
          expect(complaints).toEqual([]);
        },
        options,
      ),
    );

  onPage(
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
      expect(await page.locator(`${PANEL} .heads`).textContent()).toBe(
        'Consolidated Statements of Income (Unaudited) › REVENUES › Total revenues › Fiscal Year Ended March 31, 2013',
      );
      for (const part of ['Also stated', ': 106,248 JPY millions', 'Checks', 'Latest periods'])
        expect(words).toContain(part);
      await page.locator(`${PANEL} summary`).click();
      await expect.poll(() => page.locator(`${PANEL} pre.cite`).count()).toBe(3);
      const forms = await page.locator(`${PANEL} pre.cite`).allTextContents();
      expect(forms.map((text) => text.slice(0, 8))).toEqual(['@misc{ii', 'TY  - RP', '[\n  {\n  ']);
      for (const form of forms)
        for (const part of ['106,248,486', 'line 394', '#L394.3']) expect(form).toContain(part);
      // What revenues are said to be above is no place that prints them.
      expect(words).not.toMatch(/line \d+: JPY100\b/);
    },
  );

  onPage('a derived figure shows its inputs, which open in turn', 'iij/3q12/', async (page) => {
    await page.locator('main a.derived[data-m]').first().click();
    const derived = await heading(page);
    await page.locator(`${PANEL} li a[data-m]`).first().click();
    await expect.poll(() => heading(page)).not.toBe(derived);
    await page.goBack();
    await expect.poll(() => heading(page)).toBe(derived);
    await page.goBack();
    await expect.poll(() => page.locator(PANEL).count()).toBe(0);
  });

  onPage('a change that was worked out says what it is told in', 'iij/fy2012/', async (page) => {
    const change = page.locator('main td a[data-unit="JPY millions"]').first();
    const shown = await change.textContent();
    await change.click();
    await expect.poll(() => page.locator(`${PANEL} .figure`).textContent()).toBe(`${shown} JPY millions`);
    expect(await page.locator(`${PANEL} li`).count()).toBe(2);
  });

  onPage('Enter opens, arrows go through the table, Escape gives the focus back', REVENUES, async (page) => {
    const link = page.locator('.fold[open] .stated td a[data-m]').first();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.locator(PANEL).waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('inspector');
    const first = await page.locator(PANEL).textContent();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator(PANEL).textContent()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.locator(PANEL).textContent()).toBe(first);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator(PANEL).count()).toBe(0);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  onPage('with a modifier key the link goes where it leads', REVENUES, async (page) => {
    const link = figure(page, '106,248,486');
    expect(await link.getAttribute('href')).toContain('/documents/');
    await page.evaluate(() => {
      const note = (event: Event) => {
        document.body.dataset['left'] = String(!event.defaultPrevented);
        event.preventDefault();
      };
      addEventListener('click', note, { once: true });
    });
    await link.click({ modifiers: ['Control'] });
    expect(await page.evaluate(() => document.body.dataset['left'])).toBe('true');
    expect(await page.locator(PANEL).count()).toBe(0);
  });

  onPage(
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

  onPage(
    'without script a figure leads to its line',
    REVENUES,
    async (page) => {
      await figure(page, '106,248,486').click();
      await page.waitForURL(/\/documents\/.*#L394/);
    },
    { javaScriptEnabled: false },
  );

  onPage('axe finds nothing with the panel open', REVENUES, async (page) => {
    await figure(page, '106,248,486').click();
    await page.locator(PANEL).waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
}

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe is asked to do. */
type RunOptions = Parameters<AxeBuilder['options']>[0];

/** How a reader may see a page. */
export interface PageLook {
  readonly name: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'active' | 'none';
}

const WIDTHS = [1280, 390];
const COLOURS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

export const LOOKS: readonly PageLook[] = WIDTHS.flatMap((width) =>
  COLOURS.map((colours) => ({ ...colours, width, name: `${colours.name} at ${width}` })),
);

/** What depends on colours; all else is the same in every one of them. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** Axe runs it only when asked, since no level but the newest guidelines' wants it. */
const NEWEST_RULES = ['target-size'];
/** So many of the elements that are made up alike, at a place alike, stand for all of them where colours are looked at. */
const ALIKE = 2;
const HEIGHT = 900;
const IN_PAGE = ';';

/**
 * What axe finds on the open page in every look: rule, look, and the first place of each finding. Looking at colours
 * takes longer than all else, so of elements alike in place and make-up two are looked at; the others leave the page.
 */
export async function findViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  await bringAxe(page);
  const rules = { ...enable(COLOUR_RULES, false), ...enable(NEWEST_RULES, true) };
  for (const look of LOOKS.filter(({ name }) => name.startsWith('light'))) {
    await takeLook(page, look);
    await unfold(page);
    found.push(...(await runAxe(page, look, { rules })));
  }
  await page.evaluate(thinOut, ALIKE);
  for (const look of LOOKS) {
    await takeLook(page, look);
    found.push(...(await runAxe(page, look, { runOnly: COLOUR_RULES })));
  }
  return found;
}

/** Its first run, of a single rule, brings axe into the page. */
const bringAxe = (page: Page) =>
  new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ runOnly: ['document-title'] })
    .analyze();

/** Shows a page in a look. */
export async function takeLook(page: Page, { width, colorScheme, forcedColors }: PageLook): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.emulateMedia({ colorScheme, forcedColors });
}

const enable = (rules: readonly string[], enabled: boolean) =>
  Object.fromEntries(rules.map((rule) => [rule, { enabled }]));

/** Lays out what a reader has not come near yet, too; only in narrow looks is there any. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('body *')) {
      if (getComputedStyle(part).contentVisibility === 'auto') part.style.contentVisibility = 'visible';
    }
  });

/**
 * What is in order is only counted, not described, which would take longer than finding it. Axe itself is in the page
 * already, so that no source needs to be read again.
 */
async function runAxe(page: Page, look: PageLook, rules: RunOptions): Promise<string[]> {
  const axe = new AxeBuilder({ page, axeSource: IN_PAGE }).setLegacyMode(true);
  const { violations } = await axe.options({ ...rules, resultTypes: ['violations'] }).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}, ${look.name}, ${nodes.length} times: ${nodes[0]?.target.join(' ')}`,
  );
}

/** Runs in the page: takes out what looks like enough others at the same place, with all that is in it. */
function thinOut(kept: number): void {
  const numbers = new Map<string, number>();
  const number = (text: string): number => {
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    return numbers.get(text) ?? 0;
  };
  const read = (element: Element, name: string): string => element.getAttribute(name) ?? '';
  const makeUps = new Map<Element, number>();
  const describe = (element: Element): number => {
    const parts = new Set([...element.children].map(describe));
    const own = ['class', 'style', 'fill'].map((name) => read(element, name));
    const makeUp = number([element.tagName, ...own, ...[...parts].sort()].join('\n'));
    makeUps.set(element, makeUp);
    return makeUp;
  };
  const seen = new Map<string, number>();
  const thin = (element: Element, place: number): void => {
    for (const child of [...element.children]) {
      const key = `${place} ${makeUps.get(child)}`;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      if (count > kept) child.remove();
      else thin(child, number(`${place}>${child.tagName}.${read(child, 'class')}`));
    }
  };
  for (const main of document.querySelectorAll('main')) {
    describe(main);
    thin(main, 0);
  }
}

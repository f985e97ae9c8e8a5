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
/** What depends on room; axe runs it only when asked, since no level but the newest guidelines' wants it. */
const ROOM_RULES = ['target-size'];
/** Elements of one class beside each other that stand for all of them where colours and room are looked at. */
const ALIKE = 3;
const HEIGHT = 900;
const IN_PAGE = ';';

/**
 * What axe finds on the open page in every look: rule, look, and the first place of each finding. Looking at colours
 * and room takes longer than all else, so of many alike elements in a row the first few are looked at; the others
 * leave the page.
 */
export async function findViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  await bringAxe(page);
  for (const look of LOOKS.filter(isLight)) {
    await takeLook(page, look);
    await unfold(page);
    found.push(...(await runAxe(page, look, { rules: except(COLOUR_RULES) })));
  }
  await page.evaluate(thinOut, ALIKE);
  for (const look of LOOKS) {
    await takeLook(page, look);
    const runOnly = isLight(look) ? [...COLOUR_RULES, ...ROOM_RULES] : COLOUR_RULES;
    found.push(...(await runAxe(page, look, { runOnly })));
  }
  return found;
}

/** Its first run, of a single rule, brings axe into the page. */
const bringAxe = (page: Page) =>
  new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ runOnly: ['document-title'] })
    .analyze();

const isLight = ({ name }: PageLook) => name.startsWith('light');

/** Shows a page in a look. */
export async function takeLook(page: Page, { width, colorScheme, forcedColors }: PageLook): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.emulateMedia({ colorScheme, forcedColors });
}

const except = (rules: readonly string[]) =>
  Object.fromEntries(rules.map((rule) => [rule, { enabled: false }]));

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

/** Runs in the page. */
function thinOut(kept: number): void {
  for (const parent of document.querySelectorAll('main *')) {
    const seen = new Map<string, number>();
    for (const child of [...parent.children]) {
      const kind = `${child.tagName}.${child.getAttribute('class') ?? ''}`;
      const count = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, count);
      if (count > kept) child.remove();
    }
  }
}

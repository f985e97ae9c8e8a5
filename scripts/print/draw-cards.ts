import type { Browser, Page } from 'playwright-core';
import { CARD_SIZE, type Card } from '../../src/model/card.ts';
import { CARD_STYLE } from './card-style.ts';
import { loadFonts } from './load-fonts.ts';
import { ORIGIN, type ServedPages } from './serve-pages.ts';

/** A small page of the site, whose typefaces, colours and nameplate cards are drawn with. */
export const CARD_PAGE = '404.html';

/** Draws cards one after the other in one tab. */
export async function drawCards(
  browser: Browser,
  { base }: ServedPages,
  cards: readonly Card[],
  receive: (card: Card, picture: Uint8Array) => void,
): Promise<void> {
  const context = await browser.newContext({
    // The style of cards is none that the policy of the page knows.
    bypassCSP: true,
    javaScriptEnabled: false,
    serviceWorkers: 'block',
    viewport: CARD_SIZE,
    deviceScaleFactor: 1,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(`${ORIGIN}${base}${CARD_PAGE}`, { waitUntil: 'load' });
    await page.evaluate(prepare, CARD_STYLE);
    await page.evaluate(loadFonts);
    for (const card of cards) receive(card, await draw(page, card));
  } finally {
    await context.close();
  }
}

async function draw(page: Page, card: Card): Promise<Uint8Array> {
  await page.evaluate(fill, card);
  return page.screenshot({ type: 'png', animations: 'disabled', clip: { x: 0, y: 0, ...CARD_SIZE } });
}

/** Runs in the page: leaves the nameplate, and room for a card. */
function prepare(style: string): void {
  const plate = document.querySelector('.plate .name');
  const sheet = document.createElement('style');
  sheet.textContent = style;
  document.head.append(sheet);
  const card = document.createElement('main');
  card.className = 'card';
  document.body.replaceChildren(card);
  if (plate) card.append(plate);
}

/** Runs in the page: texts are set as texts. */
function fill({ issuer, period, when, figures, note }: Card): void {
  const card = document.querySelector('.card');
  if (!card) return;
  const make = (kind: string, name: string, ...content: (string | Node)[]): HTMLElement => {
    const element = document.createElement(kind);
    element.className = name;
    element.append(...content);
    return element;
  };
  const title = make('h1', period.length > 24 ? 'long' : '', period);
  const keys = figures.map(({ name, text, change }) =>
    make(
      'div',
      'key',
      make('h2', '', name),
      make('p', text.length > 9 ? 'v long' : 'v', text),
      make('p', 'u', change),
    ),
  );
  const old = [...card.children].filter((element) => !element.matches('.name'));
  for (const element of old) element.remove();
  card.append(
    make('p', 'draft', note),
    make('p', 'issuer', issuer),
    title,
    make('p', 'when', when),
    make('div', 'figures', ...keys),
  );
}

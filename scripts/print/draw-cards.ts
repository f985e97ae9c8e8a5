import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { CARD_SIZE, type Card } from '../../src/model/card.ts';
import { CARD_STYLE } from './card-style.ts';
import type { Draw } from './make-pictures.ts';
import { openCanvas } from './open-canvas.ts';
import type { ServedPages } from './serve-pages.ts';

/** Draws cards one after the other in one tab. */
export const drawCards: Draw<Card> = async (browser, pages, cards, receive) => {
  const { page, close } = await openCanvas(browser, pages, {
    style: CARD_STYLE,
    scale: 1,
    viewport: CARD_SIZE,
  });
  try {
    await page.evaluate(prepare);
    for (const card of cards) receive(card, await draw(page, card));
  } finally {
    await close();
  }
};

/** The cards of the periods that have pages. */
export const findCards = (cards: readonly Card[], { folder, effects }: ServedPages): Card[] =>
  cards.filter(({ file }) => effects.kindOf(join(folder, dirname(file), 'index.html')) === 'file');

async function draw(page: Page, card: Card): Promise<Uint8Array> {
  await page.evaluate(fill, card);
  return page.screenshot({ type: 'png', animations: 'disabled', clip: { x: 0, y: 0, ...CARD_SIZE } });
}

/** Runs in the page: leaves the nameplate, and room for a card. */
function prepare(): void {
  const plate = document.querySelector('.plate .name');
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

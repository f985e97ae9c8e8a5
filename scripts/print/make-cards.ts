import { basename, dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Card } from '../../src/model/card.ts';
import { sha256 } from '../output/receipt-json.ts';
import type { Results } from '../results/results.ts';
import { CARD_PAGE, drawCards } from './draw-cards.ts';
import { withoutInputs } from './page-inputs.ts';
import type { ServedPages } from './serve-pages.ts';

interface CardMaking {
  readonly cards: readonly Card[];
  /** Slugs of the periods whose cards are wanted; all where there are none. */
  readonly only: readonly string[];
  readonly results: Results;
  /** Version of the browser that draws, or drew what is kept. */
  readonly browser: string;
  /** What pages share: typefaces, rules, the nameplate. */
  readonly shared: unknown;
}

/** Draws the cards of the periods that have pages, in the browser that prints; those drawn before are kept. */
export async function makeCards(
  open: () => Promise<Browser>,
  pages: ServedPages,
  { cards, only, results, browser, shared }: CardMaking,
): Promise<string[]> {
  const { folder, effects } = pages;
  if (effects.kindOf(join(folder, CARD_PAGE)) !== 'file') return [];
  const wanted = cards.filter(({ file }) => {
    const period = dirname(file);
    const hasPage = effects.kindOf(join(folder, period, 'index.html')) === 'file';
    return hasPage && (only.length === 0 || only.includes(basename(period)));
  });
  const html = new TextDecoder().decode(effects.readBytes(join(folder, CARD_PAGE)));
  const page = sha256(withoutInputs(html));
  const dependsOn = (card: Card, version: string): unknown => ({ card, shared, page, version });
  const missing = wanted.filter((card) => {
    const kept = results.find<Uint8Array>(`.printouts/${card.file}`, dependsOn(card, browser));
    if (kept) effects.writeBytes(join(folder, card.file), kept.result);
    return !kept;
  });
  if (missing.length > 0) {
    const drawing = await open();
    let drawn = 0;
    await drawCards(drawing, pages, missing, (card, picture) => {
      effects.progress('Drawing cards', ++drawn, missing.length);
      results.keep(`.printouts/${card.file}`, dependsOn(card, drawing.version()), picture);
      effects.writeBytes(join(folder, card.file), picture);
    });
  }
  return wanted.map(({ file }) => file);
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { effects } from '../../scripts/effects.ts';
import { findBrowsers } from '../../scripts/print/find-browser.ts';
import { printSite } from '../../scripts/print/print-site.ts';
import { keepResults } from '../../scripts/results/keep-results.ts';
import { NOTHING_KEPT, type Results } from '../../scripts/results/results.ts';
import type { Card } from '../../src/model/card.ts';
import { putFiles } from '../programs/stage.ts';

const hasBrowser = !(await findBrowsers().next()).done;

const FILE = 'acme/fy2022/card.png';
const CARD: Card = {
  file: FILE,
  issuer: 'Acme <Works> Corporation',
  period: 'Fiscal year 2022',
  when: '1 January 2022 to 31 December 2022 · USD millions',
  figures: [
    { name: 'Revenues', text: '1,000', change: '+9.2% on the year' },
    { name: 'Operating income', text: '(120)', change: '' },
  ],
  note: '',
};
/** What makes another picture of a card, and what does not. */
const OTHERS: Readonly<Record<string, Card>> = {
  period: { ...CARD, period: 'Fiscal year 2023' },
  note: { ...CARD, note: 'Draft: not for publication' },
  figures: { ...CARD, figures: CARD.figures.slice(0, 1) },
};
const SAME = { ...CARD, file: 'acme/same/card.png' };

const html = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>A</title>${head}</head><body>${body}</body></html>`;
const pageOf = ({ file }: Card) => file.replace('card.png', 'index.html');
const siteWith = (cards: readonly Card[]) => ({
  'printouts.json': JSON.stringify({
    base: '/',
    site: '',
    printouts: [],
    cards: [...cards, { ...CARD, file: 'acme/gone/card.png' }],
  }),
  ...Object.fromEntries(
    cards.map((card) => [
      pageOf(card),
      html(
        `<template data-printout="${card.file}"><meta property="og:image" content="/${card.file}"></template>`,
        '<main id="main"><h1>A</h1></main>',
      ),
    ]),
  ),
  '404.html': html(
    `<meta http-equiv="content-security-policy" content="default-src 'none'">`,
    '<header class="plate"><a class="name" href="/">Acme results</a></header><main><h1>Not here</h1></main>',
  ),
});

const stage = mkdtempSync(join(tmpdir(), 'cards-'));
afterAll(() => rmSync(stage, { recursive: true, force: true }));

async function draw(cards: readonly Card[], results: Results = NOTHING_KEPT, browser?: string) {
  const folder = mkdtempSync(join(stage, 'site-'));
  putFiles(folder, siteWith(cards));
  const options = { folder, paper: 'A4', only: [], results, ...(browser ? { browser } : {}) } as const;
  const { cards: drawn, browser: version } = await printSite(options, effects);
  const pictureOf = ({ file }: Card) => readFileSync(join(folder, file));
  return { drawn, version, folder, pictureOf };
}

/** Each drawing starts a browser, which takes longer than all else. */
describe.skipIf(!hasBrowser)('cards of periods', { timeout: 120_000 }, () => {
  const others = Object.entries(OTHERS).map(([name, card]) => ({ ...card, file: `acme/${name}/card.png` }));
  let first: Awaited<ReturnType<typeof draw>>;
  beforeAll(async () => {
    first = await draw([CARD, SAME, ...others]);
  }, 120_000);

  test('are pictures of 1200 by 630 pixels of the periods that have pages', () => {
    expect(first.drawn.toSorted()).toEqual([CARD, SAME, ...others].map(({ file }) => file).sort());
    const picture = first.pictureOf(CARD);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  test('show what they are given', () => {
    const isAsCard = (card: Card) => first.pictureOf(card).equals(first.pictureOf(CARD));
    expect(isAsCard(SAME)).toBe(true);
    expect(others.filter(isAsCard)).toEqual([]);
  });

  test('are named by their pages once they are drawn', () => {
    for (const card of [CARD, SAME, ...others])
      expect(readFileSync(join(first.folder, pageOf(card)), 'utf8')).toContain(
        `<!--printout--><meta property="og:image" content="/${card.file}"><!--/printout-->`,
      );
  });

  test('are the same bytes each time, and kept for the next run, which then needs no browser', async () => {
    const kept = keepResults(join(stage, 'cache'), effects);
    const { version, pictureOf } = await draw([CARD], kept);
    expect(pictureOf(CARD).equals(first.pictureOf(CARD))).toBe(true);
    const fresh: string[] = [];
    const looking: Results = {
      find: (of, inputs) => kept.find(of, inputs),
      keep: (of) => void fresh.push(of),
    };
    const again = await draw([CARD], looking, version);
    expect(again.pictureOf(CARD).equals(first.pictureOf(CARD))).toBe(true);
    expect(fresh).toEqual([]);
    await draw([{ ...CARD, period: 'Other' }], looking, version);
    expect(fresh).toEqual([`.printouts/${FILE}`]);
  });
});

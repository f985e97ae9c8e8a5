import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { effects } from '../../scripts/effects.ts';
import { findBrowsers } from '../../scripts/print/find-browser.ts';
import { printSite } from '../../scripts/print/print-site.ts';
import { keepResults } from '../../scripts/results/keep-results.ts';
import { NOTHING_KEPT, type Results } from '../../scripts/results/results.ts';
import type { Card } from '../../src/model/card.ts';
import { makeFolder, putFiles } from '../programs/stage.ts';

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
const TEMPLATE = `<template data-printout="${FILE}"><meta property="og:image" content="/${FILE}"></template>`;
const html = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>A</title>${head}</head><body>${body}</body></html>`;
const siteWith = (card: Card) => ({
  'printouts.json': JSON.stringify({
    base: '/',
    site: '',
    printouts: [],
    cards: [card, { ...card, file: 'acme/gone/card.png' }],
  }),
  'acme/fy2022/index.html': html(TEMPLATE, '<main id="main"><h1>A</h1></main>'),
  '404.html': html(
    `<meta http-equiv="content-security-policy" content="default-src 'none'">`,
    '<header class="plate"><a class="name" href="/">Acme results</a></header><main><h1>Not here</h1></main>',
  ),
});

async function draw(card = CARD, results: Results = NOTHING_KEPT, browser?: string) {
  const folder = join(makeFolder(), 'site');
  putFiles(folder, siteWith(card));
  const options = { folder, paper: 'A4', only: [], results, ...(browser ? { browser } : {}) } as const;
  const { cards, browser: version } = await printSite(options, effects);
  return { cards, version, folder, picture: readFileSync(join(folder, FILE)) };
}

describe.skipIf(!hasBrowser)('cards of periods', { timeout: 120_000 }, () => {
  test('are pictures of 1200 by 630 pixels, the same bytes each time, of the periods that have pages', async () => {
    const [one, again] = [await draw(), await draw()];
    expect(one.cards).toEqual([FILE]);
    expect(one.picture.subarray(1, 4).toString()).toBe('PNG');
    expect([one.picture.readUInt32BE(16), one.picture.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(again.picture.equals(one.picture)).toBe(true);
  });

  test('show what they are given', async () => {
    const { picture } = await draw();
    for (const other of [
      { ...CARD, period: 'Fiscal year 2023' },
      { ...CARD, note: 'Draft: not for publication' },
      { ...CARD, figures: CARD.figures.slice(0, 1) },
    ])
      expect((await draw(other)).picture.equals(picture)).toBe(false);
  });

  test('are named by their pages once they are drawn', async () => {
    const { folder } = await draw();
    const page = readFileSync(join(folder, 'acme/fy2022/index.html'), 'utf8');
    expect(page).toContain(`<!--printout--><meta property="og:image" content="/${FILE}"><!--/printout-->`);
  });

  test('are kept for the next run, which then needs no browser', async () => {
    const kept = keepResults(join(makeFolder(), 'cache'), effects);
    const { version, picture } = await draw(CARD, kept);
    const fresh: string[] = [];
    const looking: Results = {
      find: (of, inputs) => kept.find(of, inputs),
      keep: (of) => void fresh.push(of),
    };
    expect((await draw(CARD, looking, version)).picture.equals(picture)).toBe(true);
    expect(fresh).toEqual([]);
    await draw({ ...CARD, period: 'Other' }, looking, version);
    expect(fresh).toEqual([`.printouts/${FILE}`]);
  });
});

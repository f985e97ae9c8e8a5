import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { effects } from '../../scripts/effects.ts';
import { findBrowsers } from '../../scripts/print/find-browser.ts';
import { printSite } from '../../scripts/print/print-site.ts';
import { keepResults } from '../../scripts/results/keep-results.ts';
import type { Results } from '../../scripts/results/results.ts';
import { putFiles } from '../programs/stage.ts';

const hasBrowser = !(await findBrowsers().next()).done;

const svg = (text: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" width="480" height="300"><rect width="100%" height="100%" fill="#fff"/><text x="20" y="40">${text}</text></svg>\n`;
const CHART = 'acme/fy2022/charts/cash.svg';
const [OTHER, MEASURE] = ['acme/1h22/charts/cash.svg', 'acme/measures/Revenues/over-time.svg'];
const PICTURES = [CHART, OTHER, MEASURE].map((file) => file.replace('.svg', '.png'));
const PAGE = 'acme/fy2022/index.html';

const SITE = {
  'printouts.json': JSON.stringify({
    base: '/',
    site: '',
    printouts: [],
    charts: [CHART, OTHER, MEASURE, 'acme/fy2022/charts/gone.svg'],
  }),
  '404.html':
    '<!doctype html><html lang="en"><head><title>A</title></head><body><h1>Not here</h1></body></html>',
  [PAGE]: `<!doctype html><html lang="en"><head><title>A</title></head><body><template data-printout="${PICTURES[0]}"> · <a href="/${PICTURES[0]}">PNG</a></template></body></html>`,
  [CHART]: svg('5,301'),
  [OTHER]: svg('2,200'),
  [MEASURE]: svg('5,301'),
};

const stage = mkdtempSync(join(tmpdir(), 'chart-pictures-'));
afterAll(() => rmSync(stage, { recursive: true, force: true }));
const kept = keepResults(join(stage, 'cache'), effects);

async function draw(only: readonly string[], results: Results, browser?: string) {
  const folder = mkdtempSync(join(stage, 'site-'));
  putFiles(folder, SITE);
  const printed = await printSite(
    { folder, paper: 'A4', only, results, ...(browser ? { browser } : {}) },
    effects,
  );
  return { ...printed, read: (file: string) => readFileSync(join(folder, file)) };
}

describe.skipIf(!hasBrowser)('pictures of charts', { timeout: 120_000 }, () => {
  let all: Awaited<ReturnType<typeof draw>>;
  beforeAll(async () => {
    all = await draw([], kept);
  }, 120_000);

  test('stand beside the files of charts that there are, with twice as many dots across', () => {
    expect(all.charts).toEqual(PICTURES);
    const [picture = Buffer.alloc(0)] = PICTURES.map(all.read);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([960, 600]);
  });

  test('show what the files show', () => {
    const [picture, other, same] = PICTURES.map(all.read);
    expect(same).toEqual(picture);
    expect(other).not.toEqual(picture);
  });

  test('are offered by the pages', () => {
    expect(all.read(PAGE).toString()).toContain(
      `<!--printout-->· <a href="/${PICTURES[0]}">PNG</a><!--/printout-->`,
    );
  });

  test('are kept for the next run', async () => {
    const fresh: string[] = [];
    const looking: Results = {
      find: (of, inputs) => kept.find(of, inputs),
      keep: (of) => void fresh.push(of),
    };
    const again = await draw(['fy2022'], looking, all.browser);
    expect(again.charts).toEqual([PICTURES[0]]);
    expect(PICTURES.slice(0, 1).map(again.read)).toEqual(PICTURES.slice(0, 1).map(all.read));
    expect(fresh).toEqual([]);
  });
});

import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { effects } from '../../scripts/effects.ts';
import { findBrowsers } from '../../scripts/print/find-browser.ts';
import { printSite } from '../../scripts/print/print-site.ts';
import { keepResults } from '../../scripts/results/keep-results.ts';
import type { Results } from '../../scripts/results/results.ts';
import { listFiles, makeFolder, putFiles } from '../programs/stage.ts';

const hasBrowser = !(await findBrowsers().next()).done;

const MADE_FROM = '0f1e'.repeat(16);

const page = (text: string, inputs = MADE_FROM) =>
  `<!doctype html><html lang="en"><head><title>A</title><meta name="tieout:inputs" content="${inputs}"></head><body><main id="main"><h1>A</h1><p>${text}</p></main><footer style="display:none">${inputs.slice(0, 12)}</footer></body></html>`;

const ABOUT = {
  ...{ title: 'A', author: 'Acme', language: 'en', subject: 'A year', date: '2023-02-10', issuer: 'acme' },
  ...{ of: 'fy2022', running: { headLeft: 'a', headRight: 'b', footLeft: 'c' }, rows: [], sources: [] },
};
const PERIOD = { ...ABOUT, kind: 'period', file: 'acme/fy2022/acme-fy2022.pdf', pages: ['acme/fy2022/'] };
/** Beside a document, of which something else is kept. */
const CHECKS = {
  ...ABOUT,
  ...{ kind: 'checks', file: 'acme/documents/2023-02-10-fy2022/checks.pdf', pages: ['acme/checks/'] },
};
const siteOf = (inputs: string) => ({
  'printouts.json': JSON.stringify({
    ...{ base: '/', site: '' },
    printouts: [PERIOD, CHECKS].map((printout) => ({ ...printout, inputs })),
  }),
  'acme/fy2022/index.html': page('Revenue 1,000', inputs),
  'acme/checks/index.html': page('No finding', inputs),
  '_astro/fonts/serif.woff2': 'letters',
});
const SITE = siteOf(MADE_FROM);

/** Prints a site; says which printouts were not found among the results, and gives all of them. */
async function print(files: Readonly<Record<string, string>>, kept: Results, browser?: string) {
  const folder = join(makeFolder(), 'site');
  putFiles(folder, files);
  const fresh: string[] = [];
  const results: Results = {
    find: (of, inputs) => kept.find(of, inputs),
    keep: (of, inputs, result) => {
      fresh.push(of);
      kept.keep(of, inputs, result);
    },
  };
  const printed = await printSite(
    { folder, paper: 'A4', only: [], results, ...(browser ? { browser } : {}) },
    effects,
  );
  return { ...printed, fresh: fresh.sort(), files: listFiles(folder) };
}

describe.skipIf(!hasBrowser)('printouts of an earlier run', { timeout: 120_000 }, () => {
  test('are used where nothing that they show is another, without a browser', async () => {
    const cache = join(makeFolder(), 'cache');
    const kept = keepResults(cache, effects);
    kept.keep('acme/documents/2023-02-10-fy2022', '', '');
    const all = [CHECKS, PERIOD].map(({ file }) => `.printouts/${file}`);
    const letters = { ...SITE, '_astro/fonts/serif.woff2': 'other letters' };
    expect((await print(letters, kept)).fresh).toEqual(all);
    const changed = { ...SITE, 'acme/checks/index.html': page('One finding') };
    expect((await print(changed, kept)).fresh, 'for they are set in other letters').toEqual(all);
    const first = await print(SITE, kept);
    expect(first.fresh).toEqual(all.slice(0, 1));

    const before = process.env['CHROMIUM_PATH'];
    onTestFinished(() => {
      process.env['CHROMIUM_PATH'] = before;
      if (before === undefined) delete process.env['CHROMIUM_PATH'];
    });
    process.env['CHROMIUM_PATH'] = join(cache, 'no-browser');
    const again = await print(SITE, kept, first.browser);
    expect(again.fresh).toEqual([]);
    expect(again.files).toEqual(first.files);
    const inputs = '12ab'.repeat(16);
    const other = await print(siteOf(inputs), kept, first.browser);
    expect(other.fresh).toEqual([]);
    const told = [first, other].map(
      ({ files }) => /<tieout:inputs>(.*?)</.exec(files[PERIOD.file] ?? '')?.[1],
    );
    expect(told).toEqual([MADE_FROM, inputs]);
    await expect(print(SITE, kept, 'the next version')).rejects.toThrow('no browser could be started');
  });
});

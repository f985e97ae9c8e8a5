import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LinkedSite } from '../../scripts/audit/find-broken-links.ts';
import { listPages } from '../../scripts/audit/site-pages.ts';
import { CONFIG_ENTRIES, type Config } from '../../scripts/config/schema.ts';
import { effects } from '../../scripts/effects.ts';
import { findBritish } from '../../src/model/spelling.ts';
import { runScript } from '../print/printed-site.ts';
import { readPrintout } from '../print/read-printout.ts';
import { putFiles } from '../programs/stage.ts';

const ROOT = join(import.meta.dirname, '../..');
const FONT = join(ROOT, 'node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2');

/** Every option there is; a site that is built with it is not a draft, nor without its releases. */
const CONFIG = {
  title: 'Norwell results',
  headline: 'What we earned',
  intro: 'Read **on**.',
  about: 'about.md',
  footer: '[Imprint](https://norwell.example)',
  license: 'https://license.example/by',
  nameplate: { light: 'logo.svg', dark: 'pale.svg' },
  accent: '#7a1f3d',
  styles: 'own.css',
  head: '<meta name="author" content="Norwell">',
  site: 'https://norwell.example',
  base: '/reports/',
  documents: 'documents',
  out: 'dist',
  paper: 'letter',
  publish: 'full',
  draft: false,
  withoutCharts: ['balance-sheet'],
  withoutMeasures: ['GrossProfit'],
  withoutPages: ['search', 'tables', 'comparisons', '9m25', 'norwell/9m24'],
  leadingMeasures: ['AdjustedEBITDA'],
  order: { period: ['statements', 'verified'], issuer: ['documents'] },
  spelling: 'american',
  dates: 'March 31, 2013',
  numbers: '-1 234.5',
  fonts: { sans: 'type/Own.woff2', serif: [{ file: 'type/Head.TTF', weight: '400' }] },
} satisfies Config;

const folder = mkdtempSync(join(tmpdir(), 'tieout-settings-'));
/** Inside the project: builds that go elsewhere share one workplace and must not run at one time. */
const site = join(ROOT, `settings-${process.pid}.tmp`);

beforeAll(() => {
  putFiles(folder, {
    'tieout.config.json': JSON.stringify(CONFIG),
    'about.md': '# Who we are\n',
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"/>',
    'pale.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><g/></svg>',
    'own.css': '.lead { font-style: italic; }\n* { letter-spacing: 0.1em; }\nspan { color: #202020; }',
    'type/Own.woff2': readFileSync(FONT),
    'type/Head.TTF': readFileSync(FONT),
  });
  const release = `${RELEASE}.pdf`;
  cpSync(join(ROOT, 'test/forms/pdf/norwell', release), join(folder, 'documents/norwell', release));
  runScript('build', ['--config', join(folder, 'tieout.config.json'), '--out', site]);
}, 240_000);
afterAll(() => {
  for (const made of [folder, site]) rmSync(made, { recursive: true, force: true });
});

const read = (path: string): string => readFileSync(join(site, path), 'utf8');
const page = (path: string): Document => parseHTML(read(`${path}index.html`)).document;
const textOf = (path: string): string => {
  const { body } = page(path);
  for (const other of body.querySelectorAll('script, style')) other.remove();
  return (body.textContent ?? '').replace(/[ \n]+/g, ' ');
};
const sections = (path: string): string[] => [...page(path).querySelectorAll('.section')].map(({ id }) => id);
const PERIOD = 'norwell/fy2025/';
const RELEASE = '2026-02-12-4q2025';

describe('a site with every option set', () => {
  test('sets every option', () => {
    expect(Object.keys(CONFIG).sort()).toEqual([...CONFIG_ENTRIES].sort());
  });

  test('has no link that leads nowhere', () => {
    const linked = new LinkedSite(site, '/reports/', effects);
    expect(listPages(site, effects).flatMap((one) => linked.findBroken(one))).toEqual([]);
  });

  test('bears its owner’s words, nameplates, colour, rules and tags', () => {
    const html = read('index.html');
    for (const words of [
      'What we earned',
      '<strong>on</strong>',
      '>Imprint</a>',
      'name="author"',
      'nameplate.svg',
    ])
      expect(html).toContain(words);
    expect(html).toMatch(/<source srcset="\/reports\/nameplate-dark\.svg" media="[^"]*dark/);
    expect(html).toMatch(/--accent:#7a1f3d[\s\S]*\.lead \{ font-style: italic; \}/);
    expect(page('').title).toBe('Norwell results: What we earned');
    expect(textOf('about/')).toContain('Who we are');
  });

  test('leaves out pages, periods, charts and measures', () => {
    for (const path of ['norwell/search', `${PERIOD}tables`, 'norwell/9m25', 'norwell/9m24', 'measures'])
      expect(existsSync(join(site, path)), path).toBe(false);
    expect(existsSync(join(site, `${PERIOD}charts/balance-sheet.svg`))).toBe(false);
    expect(textOf('norwell/measures/')).not.toContain('Gross profit');
    expect(page(PERIOD).querySelector('.keys')?.textContent).not.toContain('Gross profit');
    expect(read('norwell/measures/GrossProfit/index.html')).toContain('content="noindex"');
    expect(read('sitemap.xml')).not.toContain('GrossProfit');
    expect(read('feed.xml')).not.toContain('9m25');
  });

  test('leads with its measures, and has its sections in order', () => {
    expect(page(PERIOD).querySelector('.k3 h3')?.textContent?.trim()).toBe('Adjusted EBITDA');
    expect(sections(PERIOD).slice(0, 3)).toEqual(['statements', 'verified', 'highlights']);
    expect(sections('norwell/')[0]).toBe('documents');
  });

  test('writes dates, numbers and words as the house does', () => {
    expect(page('').documentElement.lang).toBe('en-US');
    expect(textOf(PERIOD)).toMatch(/January 1, 2025 to December 31, 2025 · released February 12, 2026/);
    const keys = page(PERIOD).querySelector('.keys')?.textContent ?? '';
    expect(keys).toMatch(/148\u00a0185/);
    expect(keys).not.toMatch(/\d,\d/);
    expect(read(`${PERIOD}charts/cash-bridge.svg`)).toMatch(/>−\d/);
    expect(textOf('norwell/documents/2026-02-12-4q2025/')).toMatch(/517,550/);
    const own = listPages(site, effects).filter(({ address }) => !address.includes('/documents/'));
    expect(own.flatMap(({ address }) => findBritish(textOf(address)))).toEqual([]);
    expect(own.filter(({ address }) => /\b\d{1,2} [A-Z][a-z]+ 20\d\d\b/.test(textOf(address)))).toEqual([]);
  });

  test('is set in its own typefaces', () => {
    const html = read('index.html');
    expect(html).toContain("@font-face{font-family:'Own sans';src:url('/reports/fonts/Own.woff2')");
    expect(html).not.toContain('@font-face{font-family:"Source');
    const asked = [...page('').querySelectorAll('link[as="font"]')];
    expect(asked.map((link) => [link.getAttribute('href'), link.getAttribute('type')])).toEqual([
      ['/reports/fonts/Head.TTF', 'font/ttf'],
      ['/reports/fonts/Own.woff2', 'font/woff2'],
    ]);
    expect(readFileSync(join(site, 'fonts/Head.TTF'))).toEqual(readFileSync(FONT));
  });

  test('is printed on its own paper, whatever its own rules and typefaces are', async () => {
    const book = `norwell/documents/${RELEASE}/norwell-${RELEASE}-book.pdf`;
    for (const path of [`${PERIOD}norwell-fy2025.pdf`, book])
      expect(await readPrintout(join(site, path)), path).toMatchObject({
        ...{ width: 612, height: 792 },
        ...{ poorFonts: 0, lostTargets: [] },
      });
  });
});

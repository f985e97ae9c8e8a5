import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isLegible, leastContrast, lightened } from '../../scripts/config/accent.ts';
import { documentConfig } from '../../scripts/config/document-config.ts';
import { renderMarkdown, renderPage } from '../../scripts/config/markdown.ts';
import { readConfig } from '../../scripts/config/read-config.ts';
import { CONFIG_ENTRIES } from '../../scripts/config/schema.ts';
import { effects } from '../../scripts/effects.ts';
import { contrast, formatAccent } from '../../src/model/accent.ts';
import { InputError } from '../../src/model/problem.ts';
import { DEFAULT_SETTINGS } from '../../src/model/site-settings.ts';
import { makeFolder, putFiles } from '../programs/stage.ts';

const EVERYTHING = {
  title: 'Acme results',
  headline: 'What we earned',
  intro: 'Read **on**.',
  about: 'about.md',
  footer: '[Imprint](https://acme.example)',
  license: 'https://license.example/by',
  nameplate: 'logo.svg',
  accent: '#7a1f3d',
  styles: 'own.css',
  head: '<meta name="author" content="Acme">',
  site: 'https://acme.example',
  base: '/reports/',
  documents: 'releases',
  out: 'public',
  paper: 'letter',
  publish: 'figures',
  draft: true,
  withoutCharts: ['revenue-mix'],
  withoutMeasures: ['GrossProfit'],
  withoutPages: ['search', '2h12'],
  leadingMeasures: ['AdjustedEBITDA'],
  order: { period: ['statements'], issuer: ['documents', 'trends'] },
  spelling: 'american',
  dates: 'March 31, 2013',
  numbers: '-1 234.5',
  fonts: { sans: 'type/Own.woff2', serif: [{ file: 'Head.ttf', weight: '600', style: 'italic' }] },
};
const BESIDE = {
  'about.md': '# Who we *are*\n\n## More\n',
  'logo.svg': '<svg viewBox="0 0 40 10"/>',
  'own.css': '.x{}',
  'type/Own.woff2': 'wOF2…',
  'Head.ttf': '\0\x01\0\0…',
};

const readJson = (config: unknown, files: Readonly<Record<string, string>> = {}) => {
  const folder = makeFolder();
  const text = typeof config === 'string' ? config : JSON.stringify(config, null, 2);
  putFiles(folder, { ...files, 'tieout.config.json': text });
  return readConfig(folder, effects).catch((error: unknown) => {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ line, found, expected }) => `${line}: found ${found}; expected ${expected}`);
  });
};

test('without settings there are the usual ones', async () => {
  expect(await readConfig(makeFolder(), effects)).toMatchObject({ config: {}, settings: DEFAULT_SETTINGS });
});

test('every entry has its effect', async () => {
  const read = await readJson(EVERYTHING, BESIDE);
  expect(read).toMatchObject({
    config: { documents: expect.stringMatching(/\/releases$/), paper: 'letter', base: '/reports/' },
    settings: {
      title: 'Acme results',
      intro: '<p>Read <strong>on</strong>.</p>',
      about: { title: 'Who we are', body: '<h2>More</h2>' },
      footer: '<p><a href="https://acme.example">Imprint</a></p>',
      license: 'https://license.example/by',
      nameplate: BESIDE['logo.svg'],
      css: expect.stringMatching(/^:root\{--accent:#7a1f3d;--tint:#[\da-f]{6};[\s\S]*dark[\s\S]*\n\.x\{\}$/),
      draft: true,
      publish: 'figures',
      withoutCharts: ['revenue-mix'],
      withoutMeasures: ['GrossProfit'],
      withoutPages: ['search', '2h12'],
      leadingMeasures: ['AdjustedEBITDA'],
      order: { period: ['statements'], issuer: ['documents', 'trends'] },
      style: { spelling: 'american', dates: 'March 31, 2013', numbers: '-1 234.5' },
      fonts: {
        files: [
          {
            file: 'Head.ttf',
            role: 'serif',
            weight: '600',
            style: 'italic',
            bytes: btoa('\0\x01\0\0\xe2\x80\xa6'),
          },
          {
            file: 'Own.woff2',
            role: 'sans',
            weight: '400',
            style: 'normal',
            bytes: btoa('wOF2\xe2\x80\xa6'),
          },
        ],
      },
    },
    digest: {
      files: Object.fromEntries(
        ['tieout.config.json', ...Object.keys(BESIDE)].map((name) => [
          name,
          expect.stringMatching(/^[0-9a-f]{64}$/),
        ]),
      ),
    },
  });
  const untested = CONFIG_ENTRIES.filter((name) => !(name in EVERYTHING));
  expect(untested, 'add them to EVERYTHING, and what pages see of them to the settings above').toEqual([]);
});

test('settings that are a program are read', async () => {
  const folder = makeFolder();
  putFiles(folder, { 'tieout.config.mts': 'export default { title: "T" };\n' });
  const { settings } = await readConfig(folder, effects, join(folder, 'tieout.config.mts'));
  expect(settings.title).toBe('T');
});

test('of two files of settings neither counts in silence', async () => {
  const folder = makeFolder();
  putFiles(folder, { 'tieout.config.mjs': 'export default {};\n', 'tieout.config.json': '{"title":"T"}' });
  await expect(readConfig(folder, effects)).rejects.toMatchObject({
    problems: [
      { file: join(folder, 'tieout.config.json'), found: 'settings beside those in tieout.config.mjs' },
    ],
  });
  expect((await readConfig(folder, effects, join(folder, 'tieout.config.json'))).settings.title).toBe('T');
});

describe('a mistake in a program is told with its place', () => {
  test.each([
    ['ts', 'export default {\n  title: "x"\n  accent: 1,\n};', '3:3'],
    ['mts', 'export default { title: titel };', '1:25'],
    ['mts', "export default {\n  // accent: 'blue'\n  intro: 'accent: red',\n  accent: 'red',\n};", '4:11'],
    ['mts', "export default { withoutPages: [\n  'search',\n  'documents'] };", '3:3'],
  ])('%s: %s', async (ending, text, place) => {
    const folder = makeFolder();
    putFiles(folder, { [`tieout.config.${ending}`]: text });
    const { problems } = await readConfig(folder, effects).then(
      () => new InputError([]),
      (error: unknown) => error as InputError,
    );
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual([place]);
  });
});

describe('a mistake is told with its line', () => {
  test.each([
    [{ titel: 'x' }, /^2: found the entry titel; expected one of title, headline.*, likely title$/],
    [{ title: '' }, /^2: found title ""; expected a text$/],
    [{ title: 'x', draft: 'yes' }, /^3: found draft "yes"; expected true or false$/],
    [{ accent: 'red' }, /^2: found accent "red"; expected a colour/],
    [
      { accent: '#eeddaa' },
      /^2: found accent #eeddaa with a contrast of 1\.\d to 1 on light ground; expected a darker/,
    ],
    [{ accent: { light: '#125a3e', dark: '#125a3e' } }, /expected a lighter colour$/],
    [{ nameplate: 'none.svg' }, /^2: found nameplate none\.svg; expected the path of a file/],
    [{ site: 'https://acme.example/reports/' }, /^2: found site .*; a path goes into base$/],
    [{ base: '../reports' }, /^2: found base .*; expected a path as '\/reports\/'$/],
    [
      { spelling: 'british', dates: '31.3.2013' },
      /^3: found dates "31\.3\.2013"; expected one of '31 March 2013'/,
    ],
    [{ numbers: '1.234,5' }, /^2: found numbers .*; expected one of '\(1,234\.5\)'/],
    [{ order: { period: ['notes', 'notes'] } }, /^3: found order .*each once/],
    [{ order: { periods: [] } }, /^3: found the entry periods in order; expected \{ period, issuer \}/],
    [{ order: { period: ['sections'] } }, /^4: found order .*expected .*statements, verified, notes/],
    [{ withoutPages: ['documents'] }, /^3: found withoutPages .*; expected .*'search'/],
    [{ fonts: { serif: 'logo.svg' } }, /^3: found fonts .*; expected .*\.woff2/],
    [{ fonts: { serif: 'none.ttf' } }, /^3: found fonts none\.ttf; expected the path of a file/],
    [{ fonts: { serif: 'tieout.config.json.ttf' } }, /expected a font file/],
    [
      '{\n"title": "x",\n}',
      /^3: found settings that cannot be read \(Expected double-quoted.*; expected JSON/,
    ],
    ['[]', /expected/],
  ])('%j', async (config, complaint) => {
    expect(await readJson(config, { 'tieout.config.json.ttf': '{}' })).toEqual([
      expect.stringMatching(complaint),
    ]);
  });
});

describe('the accent', () => {
  test.each(['#125a3e', '#000000', '#7a1f3d', '#0000ff'])(
    '%s is legible on dark screens once lightened',
    (colour) => {
      expect(isLegible(lightened(colour), 'dark')).toBe(true);
    },
  );
  test.each(['#7a1f3d', '#000080', '#000000', '#8a4b00', '#125a3e'])(
    'on tints of %s words are as legible as on those of the usual accent',
    (light) => {
      const rules = formatAccent({ light, dark: lightened(light) });
      const [tint = '', tint2 = ''] = [...rules.matchAll(/--tint(?:-2)?:(#[\da-f]{6})/g)].map(
        ([, one]) => one,
      );
      for (const [ours, usual] of [
        [tint, '#f1f6f1'],
        [tint2, '#e2ece3'],
      ] as const)
        expect(contrast('#5a6960', ours)).toBeGreaterThanOrEqual(contrast('#5a6960', usual));
    },
  );
  test('contrast is that of WCAG', () => {
    expect(leastContrast('#000000', 'light')).toBeCloseTo(17.4, 0);
    expect(isLegible('#767676', 'light')).toBe(false);
  });
});

test('HTML in Markdown is left out', () => {
  expect(renderMarkdown('a <script>alert(1)</script> b')).toBe('<p>a alert(1) b</p>');
  expect(renderPage('No heading', 'About')).toEqual({ title: 'About', body: '<p>No heading</p>' });
});

test('docs/configuration.md has every entry; `vitest run test/config -u` writes it anew', async () => {
  await expect(documentConfig()).toMatchFileSnapshot('../../docs/configuration.md');
});

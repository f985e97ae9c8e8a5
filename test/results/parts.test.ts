import { existsSync, linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildWith } from '../../scripts/commands/build.ts';
import { mergeWith } from '../../scripts/commands/merge.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { type Effects, effects } from '../../scripts/effects.ts';
import { sha256 } from '../../scripts/output/receipt-json.ts';
import type { PrintSite } from '../../scripts/print/print-site.ts';
import type { Render } from '../../scripts/render-site.ts';
import { listFiles, makeFolder, perform, putFiles } from '../programs/stage.ts';
import { release, releases } from './releases.ts';

const DOCUMENTS = {
  ...releases(['Acme', 'Bolt', 'Core'], [2022]),
  'bolt/2022-02-10-fy2021.txt': release('Bolt', 2021),
};

interface RenderedSite {
  readonly issuers: readonly string[];
  readonly settings: { readonly title: string };
}

/** Stands in for Astro: a page for each issuer, of its own data, and pages of all, which lead into the only one there is. */
function rendering() {
  const rendered: string[] = [];
  const given: string[] = [];
  const render: Render = async ({ data, out, base, views, only: named }) => {
    const { issuers, settings }: RenderedSite = JSON.parse(readFileSync(join(data, 'site.json'), 'utf8'));
    given.push(...issuers.filter((slug) => existsSync(join(data, slug, 'facts.json'))));
    const head = base + settings.title;
    const read = (slug: string) =>
      ['facts.json', 'issuer.json'].map((name) => readFileSync(join(data, slug, name), 'utf8')).join();
    const wanted = named ?? issuers;
    rendered.push(...wanted);
    putFiles(out, Object.fromEntries(wanted.map((slug) => [`${slug}/index.html`, head + read(slug)])));
    const tellings = issuers.map((slug) => viewOnce(views, `${slug}/length`, () => slug + read(slug).length));
    const [only, another] = issuers;
    putFiles(out, { 'index.html': head + (only && !another ? read(only) : tellings.join()) });
    putFiles(out, { '_astro/fonts/serif.woff2': 'letters' });
  };
  return { render, rendered, given };
}

/** What was left for the next rendering of the same data. */
function viewOnce(folder: string | undefined, name: string, view: () => string): string {
  if (folder === undefined) return view();
  const file = join(folder, name);
  if (!existsSync(file)) putFiles(dirname(file), { [basename(file)]: view() });
  return readFileSync(file, 'utf8');
}

async function makeStage(others: Partial<Effects> = {}) {
  const folder = makeFolder();
  const documents = join(folder, 'documents');
  putFiles(documents, DOCUMENTS);
  const at = (name: string) => join(folder, name);
  const build = async (out: string, ...flags: string[]) => {
    const { render, ...told } = rendering();
    const args = ['--documents', documents, '--out', at(out), ...flags];
    return { ...told, ...(await perform(buildWith(convertCorpus, render), args, { folder, ...others })) };
  };
  const merge = async (parts: readonly string[], ...flags: string[]) => {
    const { render, rendered } = rendering();
    const args = [...parts.map(at), '--documents', documents, '--out', at('merged'), ...flags];
    return { rendered, ...(await perform(mergeWith(convertCorpus, render), args, { folder })) };
  };
  const buildParts = async (count: number, ...flags: string[]) => {
    const parts = Array.from({ length: count }, (_, i) => `part-${i + 1}`);
    const rendered: string[][] = [];
    for (const [i, part] of parts.entries()) {
      const built = await build(part, '--shard', `${i + 1}/${count}`, ...flags);
      expect(built).toMatchObject({ status: 0, complained: '' });
      rendered.push(built.rendered);
    }
    return { parts, rendered };
  };
  return { documents, at, build, merge, buildParts, files: (name: string) => listFiles(at(name)) };
}

describe('the parts of a site', () => {
  test.each([2, 4])('%i of them give the same files as one run', async (count) => {
    const { build, merge, buildParts, files } = await makeStage();
    await build('whole');
    const { parts, rendered } = await buildParts(count);
    expect(rendered.flat().sort()).toEqual(['acme', 'bolt', 'core']);
    const merged = await merge(parts);
    expect(merged).toMatchObject({ status: 0, complained: '', rendered: [] });
    expect(files('merged')).toEqual(files('whole'));
  });

  test('are made again from the cache', async () => {
    const { at, build, merge, buildParts, files } = await makeStage();
    await build('whole', '--cache', at('cache'));
    const { parts, rendered } = await buildParts(2, '--cache', at('cache'));
    expect(rendered).toEqual([[], []]);
    expect((await merge(parts)).rendered).toEqual([]);
    expect(files('merged')).toEqual(files('whole'));
  });

  test('are worked out anew as far as they are spoiled or of other documents', async () => {
    const { documents, at, build, merge, buildParts, files } = await makeStage();
    const { parts } = await buildParts(3);
    const spoiled = at('part-2/results/bolt/pages');
    writeFileSync(spoiled, readFileSync(spoiled).subarray(1));
    putFiles(documents, { 'core/2023-02-10-fy2022.txt': release('Core', 2022, 1500) });
    await build('whole');
    const { status, rendered } = await merge(parts);
    expect({ status, rendered }).toEqual({ status: 0, rendered: ['bolt', 'core'] });
    expect(files('merged')).toEqual(files('whole'));
  });

  test('must all be there', async () => {
    const { merge, buildParts } = await makeStage();
    await buildParts(4);
    const { status, complained } = await merge(['part-1', 'part-3']);
    expect(status).toBe(2);
    expect(complained).toMatch(/^of 4 parts 2, 4 are missing\.\n/);
  });

  test('must be of one site', async () => {
    const { at, build, merge, buildParts } = await makeStage();
    await buildParts(2);
    await build('part-2', '--shard', '2/2', '--base', '/reports');
    const other = await merge(['part-1', 'part-2']);
    expect(other.status).toBe(2);
    expect(other.complained).toMatch(/^part-2 was built by another version, or with other flags or settings/);
    rmSync(at('part-2'), { recursive: true });
    await build('part-2', '--shard', '2/3');
    const odd = await merge(['part-1', 'part-2']);
    expect(odd.complained).toMatch(/^part-2 and part-1 are not parts of one site/);
  });

  test.each(['0/2', '3/2', '1', 'a/b', '1/0'])('are not %s', async (shard) => {
    const { at, build } = await makeStage();
    const { status, complained } = await build('part', '--shard', shard);
    expect(status).toBe(2);
    expect(complained).toMatch(/^--shard takes a part of a number of parts, as in 2\/4, not /);
    expect(readdirSync(at('.'))).toEqual(['documents']);
  });
});

describe('a build with results of earlier runs', () => {
  /** What is changed, with the issuers whose pages are rendered anew. */
  const CHANGES: readonly (readonly [string, (documents: string) => void, readonly string[]])[] = [
    ['nothing', () => {}, []],
    [
      'a figure',
      (documents) => putFiles(documents, { 'core/2023-02-10-fy2022.txt': release('Core', 2022, 1500) }),
      ['core'],
    ],
    [
      'a label',
      (documents) => {
        const text = release('Core', 2022).replace('Cost of revenue', 'Cost of sales');
        putFiles(documents, { 'core/2023-02-10-fy2022.txt': text });
      },
      ['core'],
    ],
    [
      'a document',
      (documents) => putFiles(documents, { 'acme/2024-02-10-fy2023.txt': release('Acme', 2023) }),
      ['acme'],
    ],
    [
      'a document that is gone',
      (documents) => rmSync(join(documents, 'bolt/2022-02-10-fy2021.txt')),
      ['bolt'],
    ],
    [
      'an issuer',
      (documents) => putFiles(documents, { 'apex/2023-02-10-fy2022.txt': release('Apex', 2022) }),
      ['apex'],
    ],
    [
      'a setting of one issuer',
      (documents) => putFiles(documents, { 'bolt/issuer.json': '{"website": "https://bolt.example"}' }),
      ['bolt'],
    ],
    ['an issuer that is gone', (documents) => rmSync(join(documents, 'acme'), { recursive: true }), []],
    [
      'all issuers but one that are gone',
      (documents) => {
        for (const slug of ['acme', 'bolt']) rmSync(join(documents, slug), { recursive: true });
      },
      [],
    ],
  ];

  test.each(CHANGES)('renders what a change of %s needs', async (_, change, needed) => {
    const { documents, at, build, files } = await makeStage();
    await build('first', '--cache', at('cache'));
    change(documents);
    await build('whole');
    const { rendered } = await build('again', '--cache', at('cache'));
    expect(rendered).toEqual(needed);
    expect(files('again')).toEqual(files('whole'));
  });

  test('puts the data of those issuers alone in place whose pages or views it makes', async () => {
    const { documents, at, build } = await makeStage();
    const cache = ['--cache', at('cache')];
    expect((await build('out', ...cache)).given).toEqual(['acme', 'bolt', 'core']);
    putFiles(documents, { 'core/2023-02-10-fy2022.txt': release('Core', 2022, 1500) });
    expect((await build('out', ...cache)).given).toEqual(['core']);
    rmSync(at('cache/bolt/pages'));
    expect((await build('out', ...cache)).given).toEqual(['bolt']);
    rmSync(at('cache/acme/views'));
    rmSync(at('cache/.site/pages'));
    expect((await build('out', ...cache)).given).toEqual(['acme']);
  });

  /** What may have happened to a page or a download since it was built. */
  const TOUCHED: readonly (readonly [string, (file: string) => void, boolean])[] = [
    ['as they were', () => {}, true],
    ['written anew', (file) => writeFileSync(file, `?${readFileSync(file, 'latin1').slice(1)}`), false],
    ['gone', (file) => rmSync(file), false],
  ];

  test.each(TOUCHED)('in its own place takes files that are %s', async (_, touch, isTaken) => {
    const { at, build, files } = await makeStage();
    const own = ['out/bolt/index.html', 'out/data/bolt.xbrl.json'].map(at);
    await build('whole');
    await build('out', '--cache', at('cache'));
    const numbers = own.map((file) => statSync(file).ino);
    // As long as a name leads to the file of before, no other one gets its number.
    for (const [i, file] of own.entries()) linkSync(file, at(`before-${i}`));
    own.forEach(touch);
    const { rendered } = await build('out', '--cache', at('cache'));
    expect(rendered).toEqual([]);
    expect(files('out')).toEqual(files('whole'));
    expect(own.map((file, i) => statSync(file).ino === numbers[i])).toEqual([isTaken, isTaken]);
  });

  test('renders pages that are gone and that no longer are kept', async () => {
    const { at, build, files } = await makeStage();
    await build('whole');
    await build('out', '--cache', at('cache'));
    rmSync(at('cache/acme/pages.packed'));
    rmSync(at('cache/bolt/pages.packed'));
    rmSync(at('out/bolt/index.html'));
    const { rendered } = await build('out', '--cache', at('cache'));
    expect(rendered).toEqual(['bolt']);
    expect(files('out')).toEqual(files('whole'));
  });

  test('that fails leaves the site before as it was, pages that it had begun to change too', async () => {
    const { documents, at, build, files } = await makeStage();
    await build('out', '--cache', at('cache'));
    const before = files('out');
    const print: PrintSite = async ({ folder }, { write }) => {
      write(join(folder, 'acme/index.html'), ['another']);
      throw new Error('out of paper');
    };
    const args = ['--documents', documents, '--out', at('out'), '--cache', at('cache')];
    await perform(buildWith(convertCorpus, rendering().render, print), args, { folder: at('.') }).catch(
      () => {},
    );
    expect(files('out')).toEqual(before);
  });

  test('says in its receipt what its files hold, those that printing changed too', async () => {
    const { documents, at, files } = await makeStage();
    const print: PrintSite = async ({ folder }, { readBytes, write }) => {
      const page = join(folder, 'acme/index.html');
      write(page, [`${new TextDecoder().decode(readBytes(page))} printed`]);
      return { made: [], cards: [], charts: [], browser: '1' };
    };
    const args = ['--documents', documents, '--out', at('out'), '--cache', at('cache')];
    for (let run = 0; run < 2; run++) {
      await perform(buildWith(convertCorpus, rendering().render, print), args, { folder: at('.') });
      const { 'receipt.json': receipt = '', ...others } = files('out');
      const hashes = Object.entries(others)
        .filter(([path]) => !path.endsWith('/'))
        .map(([path]) => [path, sha256(readFileSync(at(`out/${path}`)))]);
      expect(JSON.parse(receipt).files).toEqual(Object.fromEntries(hashes));
    }
  });

  test.each([
    ['base', ['--base', '/reports']],
    ['configuration', ['--config', 'tieout.config.json']],
  ])('renders all pages of another %s', async (_, [flag = '', value = '']) => {
    const { at, build, files } = await makeStage();
    putFiles(at('.'), { 'tieout.config.json': '{"title": "Other reports"}' });
    const other = [flag, flag === '--config' ? at(value) : value];
    await build('first', '--cache', at('cache'));
    await build('whole', ...other);
    const { rendered } = await build('again', '--cache', at('cache'), ...other);
    expect(rendered).toEqual(['acme', 'bolt', 'core']);
    expect(files('again')).toEqual(files('whole'));
    expect(files('again')).not.toEqual(files('first'));
  });

  test.each(['src/concepts/members.ts', 'src/components/Base.astro'])(
    'renders all pages by another %s',
    async (changed) => {
      const others: { readBytes?: Effects['readBytes'] } = {};
      const { at, build, files } = await makeStage(others);
      await build('first', '--cache', at('cache'));
      others.readBytes = (path) => (path.endsWith(changed) ? new Uint8Array([1]) : effects.readBytes(path));
      const { rendered } = await build('again', '--cache', at('cache'));
      expect(rendered).toEqual(['acme', 'bolt', 'core']);
      expect(files('again')).toEqual(files('first'));
    },
  );
});

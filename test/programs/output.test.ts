import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildWith } from '../../scripts/commands/build.ts';
import { convertWith } from '../../scripts/commands/convert.ts';
import type { Program } from '../../scripts/commands/program.ts';
import { effects } from '../../scripts/effects.ts';
import { printWith } from '../../scripts/print/command.ts';
import { DOWNLOADS, downloadNames } from '../../src/model/downloads.ts';
import { listFiles, makeFolder, perform, putFiles } from './stage.ts';
import { compileStub, renderStub } from './stubs.ts';

const convert = convertWith(compileStub);
const build = buildWith(compileStub, renderStub);
const DOCUMENTS = { 'documents/acme/2013-05-15-fy2012.txt': 'Acme\n\nRevenues\t100\n' };
/** What machines ask a site for, and the receipt. */
const INDEX = ['acme/feed.xml', 'feed.xml', 'receipt.json', 'robots.txt', 'sitemap.xml'];
const DATA = [
  '.tieout', 'acme.xbrl-labels.xml', 'acme.xbrl.json', 'acme.xbrl.xsd', 'acme.xlsx', 'checks.csv', 'checks.sarif', 'concepts.csv', 'coverage.json', 'datapackage.json', 'facts.csv', 'facts.parquet/', 'facts.parquet/issuer=acme/',
  'facts.parquet/issuer=acme/facts.parquet', 'members.csv',
  'periods.csv', 'series.csv', 'vintages.csv',
]; // biome-ignore format: a list of names
/** The document beside its page, which a printout carries. */
const SOURCE = [
  'acme/',
  'acme/documents/',
  'acme/documents/2013-05-15-fy2012/',
  'acme/documents/2013-05-15-fy2012/2013-05-15-fy2012.txt',
];

/** A folder with one document, and the flags that name its documents and its output. */
function prepare(files: Readonly<Record<string, string>> = {}) {
  const folder = makeFolder();
  putFiles(folder, { ...DOCUMENTS, ...files });
  const args = ['--documents', join(folder, 'documents'), '--out', join(folder, 'out')];
  return { folder, args };
}

const namesIn = (folder: string): string[] => Object.keys(listFiles(folder));

describe('output', () => {
  test('convert writes the data files and nothing else', async () => {
    const { folder, args } = prepare();
    const { status, said, complained } = await perform(convert, args, { folder });
    expect({ status, complained }).toEqual({ status: 0, complained: '' });
    expect(said.split('\n').at(-2)).toBe(
      'Converted to out: 1 issuer, 1 document, 1 fact, 0 checks (0 errors, 0 slips), 0 unread numbers',
    );
    expect(namesIn(join(folder, 'out'))).toEqual(DATA);
    expect(namesIn(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  test('the data page has words for every data file', () => {
    const acme = { slug: 'acme', periods: [{ slug: 'fy2012' }] };
    const described = Object.keys(DOWNLOADS).flatMap((kind) => downloadNames(kind, [acme]));
    const files = DATA.filter((name) => name !== '.tieout' && !name.endsWith('/'));
    expect(
      files.filter((name) => !described.includes(name)),
      'say in src/model/downloads.ts what they hold; the data page lists no others',
    ).toEqual([]);
  });

  test('build writes pages, and the data files below them', async () => {
    const { folder, args } = prepare();
    const { status, said } = await perform(build, args, { folder });
    expect(status).toBe(0);
    expect(said.split('\n').at(-2)).toMatch(/^Built out: 1 page of 1 issuer, 1 document, .* in 0\.0 s$/);
    expect(namesIn(join(folder, 'out'))).toEqual(
      ['.tieout', ...SOURCE, 'data/', ...DATA.map((name) => `data/${name}`), 'index.html', ...INDEX].sort(),
    );
  });

  test('the receipt names every file but itself, and every input, with its hash', async () => {
    const { folder, args } = prepare();
    await perform(build, args, { folder });
    const files = listFiles(join(folder, 'out'));
    const receipt = JSON.parse(files['receipt.json'] ?? '{}');
    const names = Object.keys(files).filter((name) => !/^receipt|\/$/.test(name));
    expect(Object.keys(receipt.files)).toEqual(names.sort());
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(receipt.files['data/facts.csv']).toBe(hash(files['data/facts.csv'] ?? ''));
    expect(receipt.inputs).toEqual({ 'acme/2013-05-15-fy2012.txt': hash('Acme\n\nRevenues\t100\n') });
  });

  test('a second run gives the same bytes', async () => {
    const { folder, args } = prepare();
    await perform(build, args, { folder });
    const first = listFiles(folder);
    await perform(build, args, { folder });
    expect(listFiles(folder)).toEqual(first);
  });

  test('what the new output lacks is gone', async () => {
    const { folder, args } = prepare({
      'out/.tieout': 'site\nold/index.html\n',
      'out/old/index.html': 'old',
    });
    await perform(build, args, { folder });
    expect(namesIn(join(folder, 'out'))).not.toContain('old/index.html');
  });

  test('a build that fails leaves the previous output and nothing else', async () => {
    const { folder, args } = prepare({ 'out/.tieout': 'site\nindex.html\n', 'out/index.html': 'old' });
    const before = listFiles(folder);
    const failing = buildWith(compileStub, async () => {
      throw new Error('no page today');
    });
    const { status, complained } = await perform(failing, args, { folder });
    expect(status).toBe(1);
    expect(complained).toContain('no page today');
    expect(listFiles(folder)).toEqual(before);
  });

  test('a disk that fails while the output moves in gets the previous one back', async () => {
    const { folder, args } = prepare({ 'out/.tieout': 'data\nfacts.csv\n', 'out/facts.csv': 'old' });
    const before = listFiles(folder);
    const move = (from: string, to: string) => {
      if (from.endsWith('new'))
        throw Object.assign(new Error('EIO: i/o error, rename'), { syscall: 'rename' });
      effects.move(from, to);
    };
    const { status, complained } = await perform(convert, args, { folder, move });
    expect(status).toBe(1);
    expect(complained).toBe('failed: EIO: i/o error, rename. Nothing was changed.\n');
    expect(listFiles(folder)).toEqual(before);
  });

  test('convert below a site keeps what the build put beside its files', async () => {
    const { folder, args } = prepare({
      'out/.tieout': 'data\nfacts.csv\nindex.html\n',
      'out/index.html': 'page',
      'out/facts.csv': 'old',
    });
    await perform(convert, args, { folder });
    const files = listFiles(join(folder, 'out'));
    expect(files['index.html']).toBe('page');
    expect(files['facts.csv']).not.toBe('old');
  });

  test('build takes over a folder in which there is only what convert made', async () => {
    const { folder, args } = prepare();
    await perform(convert, [...args.slice(0, -1), join(folder, 'out/data')], { folder });
    expect((await perform(build, args, { folder })).status).toBe(0);
  });

  test('an output that is a link stays one', async () => {
    const { folder, args } = prepare();
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'out'));
    await perform(convert, args, { folder });
    expect(namesIn(join(folder, 'elsewhere'))).toEqual(DATA);
  });
});

interface Refused {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly program: Program;
  readonly documents?: string;
}

describe('output is refused', () => {
  const FOREIGN: readonly Refused[] = [
    {
      title: 'a folder with files of someone else',
      files: { 'out/thesis.txt': 'precious' },
      program: convert,
    },
    { title: 'a folder with a hidden file', files: { 'out/.config': 'precious' }, program: convert },
    {
      title: 'a folder with folders of someone else',
      files: { 'out/a/thesis.txt': 'precious' },
      program: build,
    },
    {
      title: 'a site, for data alone',
      files: { 'out/.tieout': 'site\nindex.html\n', 'out/index.html': '' },
      program: convert,
    },
    {
      title: 'data, for a site',
      files: { 'out/.tieout': 'data\nfacts.csv\n', 'out/facts.csv': '' },
      program: build,
    },
    { title: 'a file', files: { out: 'precious' }, program: convert },
    ...['.git/HEAD', 'CNAME', 'acme/notes.txt'].flatMap((name) =>
      [convert, build].map((program) => ({
        title: `${name} in what ${program === build ? 'build' : 'convert'} made`,
        files: {
          'out/.tieout': `${program === build ? 'site' : 'data'}\nacme/index.html\n`,
          'out/acme/index.html': 'page',
          [`out/${name}`]: 'precious',
        },
        program,
      })),
    ),
    {
      title: 'what was made before lists of files were kept',
      files: { 'out/.tieout': 'site\n', 'out/index.html': '' },
      program: build,
    },
    {
      title: 'the documents in it',
      files: { 'out/.tieout': 'site\n' },
      program: build,
      documents: 'out/documents',
    },
    { title: 'a place among the documents', files: {}, program: build, documents: '.' },
  ];
  test.each(FOREIGN)('$title', async ({ files, program, documents }: Refused) => {
    const { folder, args } = prepare(files);
    if (documents) args.push('--documents', join(folder, documents));
    const before = listFiles(folder);
    const { status, complained } = await perform(program, args, { folder });
    expect(status).toBe(2);
    expect(complained).toMatch(/^(?:the documents are in )?out.* --out DIR/);
    expect(listFiles(folder)).toEqual(before);
  });
});

test.each([
  ['a link to nowhere', 'is a link that leads nowhere', (path: string) => symlinkSync('nowhere', path)],
  ['a link to itself', 'is a link that leads nowhere', (path: string) => symlinkSync('out', path)],
  ['a file', 'is not a folder', (path: string) => writeFileSync(path, 'precious')],
])('neither %s nor what is below one is a place for output', async (_, said, make) => {
  for (const name of ['out', 'out/sub/folder']) {
    const { folder } = prepare();
    make(join(folder, 'out'));
    const args = ['--documents', join(folder, 'documents'), '--out', join(folder, name)];
    const { status, complained } = await perform(convert, args, { folder });
    expect(status).toBe(2);
    expect(complained.startsWith(`out ${said}. Name another with --out DIR`)).toBe(true);
  }
});

test.each([
  ['among the documents by a link', 'link/out', 'link/out is among the documents in documents'],
  ['with all else in it', '/', 'the documents are in /'],
])('a place %s is none for output', async (_, out, said) => {
  const { folder } = prepare();
  symlinkSync('documents', join(folder, 'link'));
  const before = listFiles(folder);
  for (const program of [convert, build]) {
    const args = ['--documents', join(folder, 'documents'), '--out', out === '/' ? out : join(folder, out)];
    const { status, complained } = await perform(program, args, { folder });
    expect(status).toBe(2);
    expect(complained).toContain(said);
  }
  expect(listFiles(folder)).toEqual(before);
});

describe('what stands in an output and was not made', () => {
  const MADE = { 'out/.tieout': 'site\nindex.html\nprintouts.json\n', 'out/index.html': 'page' };

  test.each([
    ['a link', (path: string) => symlinkSync('index.html', path)],
    ['a folder without files', (path: string) => mkdirSync(path)],
    ['a file that may not be written', (path: string) => writeFileSync(path, 'precious', { mode: 0o444 })],
  ])('%s stays', async (_, make) => {
    const { folder, args } = prepare(MADE);
    make(join(folder, 'out/thing'));
    const { status, complained } = await perform(build, args, { folder });
    expect(status).toBe(2);
    expect(complained).toMatch(/^out is not only what this program made: thing/);
    expect(lstatSync(join(folder, 'out/thing'), { throwIfNoEntry: false })).toBeDefined();
  });

  test('is not printed over', async () => {
    const list = { base: '/', site: '', printouts: [{ kind: 'issuer', file: 'acme/acme.pdf', of: '' }] };
    const { folder } = prepare({
      ...MADE,
      'out/printouts.json': JSON.stringify(list),
      'out/acme/acme.pdf': 'precious',
    });
    const print = printWith(async () => ({
      made: [{ file: 'acme/acme.pdf', pages: 1, bytes: 1 }],
      cards: [],
      charts: [],
      browser: '1',
    }));
    const { status, complained } = await perform(print, ['--out', join(folder, 'out')], { folder });
    expect(status).toBe(2);
    expect(complained).toMatch(/^out\/acme\/acme\.pdf was not made by this program/);
  });

  test('what is printed was made', async () => {
    const list = { base: '/', site: '', printouts: [{ kind: 'issuer', file: 'acme.pdf', of: '' }] };
    const { folder, args } = prepare({ ...MADE, 'out/printouts.json': JSON.stringify(list) });
    const print = printWith(async ({ folder: site }) => {
      writeFileSync(join(site, 'acme.pdf'), 'printed');
      return { made: [{ file: 'acme.pdf', pages: 1, bytes: 7 }], cards: [], charts: [], browser: '1' };
    });
    expect((await perform(print, ['--out', join(folder, 'out')], { folder })).status).toBe(0);
    expect((await perform(build, args, { folder })).status).toBe(0);
  });
});

describe('leftovers of a killed run', () => {
  const DEAD = '.out.999999.tmp';

  test('are removed', async () => {
    const { folder, args } = prepare({ [`${DEAD}/.tieout`]: 'work\n', [`${DEAD}/new/index.html`]: 'half' });
    await perform(build, args, { folder });
    expect(namesIn(folder).filter((name) => name.startsWith(DEAD))).toEqual([]);
  });

  test('give the previous output back before anything else', async () => {
    const old = {
      [`${DEAD}/.tieout`]: 'work\n',
      [`${DEAD}/old/.tieout`]: 'data\npage.html\n',
      [`${DEAD}/old/page.html`]: 'kept',
    };
    const { folder, args } = prepare(old);
    await perform(convert, args, { folder });
    expect(listFiles(join(folder, 'out'))['page.html']).toBe('kept');
  });

  test('stay while their run goes on, and where someone else made them', async () => {
    const running = `.out.${process.ppid}.tmp`;
    const { folder, args } = prepare({
      [`${running}/.tieout`]: 'work\n',
      [`${DEAD}/thesis.txt`]: 'precious',
    });
    await perform(build, args, { folder });
    expect(namesIn(folder)).toEqual(expect.arrayContaining([`${running}/.tieout`, `${DEAD}/thesis.txt`]));
  });
});

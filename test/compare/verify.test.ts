import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Unzipped, unzipSync, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { buildWith } from '../../scripts/commands/build.ts';
import { verifyWith } from '../../scripts/commands/verify.ts';
import { offerPrintouts } from '../../scripts/print/offer-printouts.ts';
import type { PrintSite } from '../../scripts/print/print-site.ts';
import type { Render } from '../../scripts/render-site.ts';
import { makeFolder, perform, putFiles } from '../programs/stage.ts';
import { compileStub } from '../programs/stubs.ts';

const RELEASE = 'documents/acme/2013-05-15-fy2012.txt';
const PAGES = { 'index.html': 'page', 'acme/acme.pdf': Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0xff, 0x00) };

const render: Render = async ({ out }) => putFiles(out, PAGES);
const verify = verifyWith({ compile: compileStub, render });
/** Settings, and the files that they name. */
const SETTINGS = {
  'tieout.config.json': '{"nameplate": "logo.svg", "styles": "look/own.css", "about": "about.md"}',
  'logo.svg': '<svg viewBox="0 0 4 1"/>',
  'look/own.css': '.x{}',
  'about.md': '# Who we are',
};

/** Settings that are a program. */
const PROGRAM = 'export default { title: process.env.TIEOUT_TEST_TITLE ?? "One" };\n';

/** A site of one release, and what becomes of it before it is verified. */
async function prepare(change: (folder: string) => void = () => {}) {
  const folder = makeFolder();
  putFiles(folder, {
    [RELEASE]: 'Acme\n\nRevenues\t100\n',
    'documents/acme/issuer.json': '{"name": "Acme"}',
    'documents/acme/answers.csv': 'finding,status,text,by,date\n',
    'documents/acme/2013-05-15-fy2012.overrides.json': '{"tables": []}',
    ...SETTINGS,
  });
  const [documents, site] = [join(folder, 'documents'), join(folder, 'site')];
  const config = join(folder, 'tieout.config.json');
  const build = (...more: string[]) =>
    perform(buildWith(compileStub, render), ['--documents', documents, '--out', site, ...more], { folder });
  expect(await build('--config', config)).toMatchObject({ status: 0 });
  change(folder);
  return {
    folder,
    build,
    plain: () => perform(verify, [site], { folder }),
    rebuilt: (...more: string[]) => perform(verify, [site, '--documents', documents, ...more], { folder }),
  };
}

const flip =
  (file: string) =>
  (folder: string): void => {
    const bytes = readFileSync(join(folder, file));
    bytes[bytes.length - 2] = (bytes[bytes.length - 2] ?? 0) ^ 1;
    writeFileSync(join(folder, file), bytes);
  };

const put = (path: string, text: string) => (folder: string) => putFiles(folder, { [path]: text });
const remove = (path: string) => (folder: string) => rmSync(join(folder, path));

describe('verify', () => {
  test('passes what the build made, and its documents', async () => {
    const { plain, rebuilt } = await prepare();
    expect(await plain()).toMatchObject({ status: 0, complained: '' });
    const { status, said } = await rebuilt();
    expect(status).toBe(0);
    expect(said.split('\n').at(-2)).toBe('Verified site and that its documents give the same data and pages');
  });

  test.each([
    ['a byte of a page', flip('site/index.html'), 'altered: index.html'],
    ['a byte of a table', flip('site/data/facts.csv'), 'altered: data/facts.csv'],
    ['a byte of a printout', flip('site/acme/acme.pdf'), 'altered: acme/acme.pdf'],
    ['a further file', put('site/acme/more.html', ''), 'added: acme/more.html'],
    ['a hidden file', put('site/.htaccess', ''), 'added: .htaccess'],
    ['a file named like a property', put('site/constructor', ''), 'added: constructor'],
    ['a lost file', remove('site/robots.txt'), 'removed: robots.txt'],
  ])('names %s', async (_, change, line) => {
    const { plain } = await prepare(change);
    expect(await plain()).toMatchObject({
      status: 1,
      complained: `${line}\nsite is not what its receipt says.\n`,
    });
  });

  test.each([
    ['a release', put(RELEASE, 'Acme\n\nRevenues\t101\n'), `input altered: acme/2013-05-15-fy2012.txt`],
    ['a figure of it', put(RELEASE, 'Acme\n\nRevenues\t101\n'), 'changed: Revenues, 2012-04-01 to 2013-03-31, JPY: 100 → 101 (document: acme/2013-05-15-fy2012 has another text)'],
    ['a table made of it', put(RELEASE, 'Acme\n\nRevenues\t101\n'), 'rebuilt otherwise: data/facts.csv'],
    ['a setting', put('documents/acme/issuer.json', '{}'), 'input altered: acme/issuer.json'],
    ['a further release', put('documents/acme/2014-05-15-fy2013.txt', 'Acme\n\nRevenues\t90\n'), 'input added: acme/2014-05-15-fy2013.txt'],
    ['an answer', put('documents/acme/answers.csv', 'finding,status,text,by,date\n\n'), 'input altered: acme/answers.csv'],
    ['a pin', put('documents/acme/2013-05-15-fy2012.reading.json', '{ }'), 'input added: acme/2013-05-15-fy2012.reading.json'],
    ['an override', remove('documents/acme/2013-05-15-fy2012.overrides.json'), 'input removed: acme/2013-05-15-fy2012.overrides.json'],
    ['the settings', put('tieout.config.json', SETTINGS['tieout.config.json'].replace('{', '{"draft": true, ')), 'settings altered: tieout.config.json'],
    ['a nameplate', flip('logo.svg'), 'settings altered: logo.svg'],
    ['a style', flip('look/own.css'), 'settings altered: look/own.css'],
    ['a lost page', remove('about.md'), 'settings removed: about.md'],
    ['lost settings', remove('tieout.config.json'), 'settings removed: tieout.config.json'],
    ['a further file of settings', put('tieout.config.json', '{"footer": "about.md"}'), 'settings removed: logo.svg'],
    ['settings in another file', (folder: string) => {
      put('tieout.config.mjs', `export default ${SETTINGS['tieout.config.json']}`)(folder);
      remove('tieout.config.json')(folder);
    }, 'settings added: tieout.config.mjs'],
    ['a lost setting', remove('documents/acme/issuer.json'), 'input removed: acme/issuer.json'],
    ['a count', (folder: string) => {
      const file = join(folder, 'site/receipt.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"single": 1', '"single": 2'));
    }, 'figures single: 2 by the receipt, 1 rebuilt'],
  ])('with documents names %s', async (_, change, line) => {
    const { rebuilt } = await prepare(change);
    const { status, complained } = await rebuilt();
    expect(status).toBe(1);
    expect(complained.split('\n')).toContain(line);
  }); // biome-ignore format: rows

  /** Changes a file of the site, and the receipt with it: as someone would who can write both. */
  const forge = (path: string, change: (text: string) => string) => (folder: string) => {
    const [file, named] = [join(folder, 'site', path), join(folder, 'site/receipt.json')];
    const text = change(readFileSync(file, 'utf8'));
    writeFileSync(file, text);
    const receipt = JSON.parse(readFileSync(named, 'utf8'));
    receipt.files[path] = createHash('sha256').update(text).digest('hex');
    writeFileSync(named, JSON.stringify(receipt));
  };

  test.each([
    ['a page', forge('index.html', (text) => `${text}!`), 'rebuilt otherwise: index.html'],
    ['a page that nobody renders', (folder: string) => {
      put('site/acme/more.html', '')(folder);
      forge('acme/more.html', (text) => text)(folder);
    }, 'not rebuilt: acme/more.html'],
    ['what machines read', forge('sitemap.xml', () => ''), 'rebuilt otherwise: sitemap.xml'],
    ['a table', forge('data/facts.csv', (text) => text.replace(',100,', ',200,')), 'changed: Revenues, 2012-04-01 to 2013-03-31, JPY: 200 → 100 (reading: acme/2013-05-15-fy2012#L3.1:1 is read in another way)'],
    ['a statement, whatever its figure', forge('data/facts.csv', (text) => text.replace(',Revenues,', ',Sales,')), 'statement changed: acme/2013-05-15-fy2012#L3.1:1: label Sales → Revenues'],
  ])('with documents names %s that the receipt was changed for', async (_, change, line) => {
    const { plain, rebuilt } = await prepare(change);
    expect(await plain()).toMatchObject({ status: 0 });
    const { status, complained } = await rebuilt();
    expect(status).toBe(1);
    expect(complained.split('\n')).toContain(line);
  }); // biome-ignore format: rows

  test('compares no pages where the documents are others, as each names them', async () => {
    const { rebuilt } = await prepare(put(RELEASE, 'Acme\n\nRevenues\t101\n'));
    expect((await rebuilt()).complained).not.toContain('index.html');
  });

  test('leaves nothing beside the site', async () => {
    const { folder, rebuilt } = await prepare();
    const before = readdirSync(folder);
    await rebuilt();
    expect(readdirSync(folder)).toEqual(before);
  });

  describe('of a site with printouts', () => {
    const FILE = 'acme/acme.pdf';
    const link = `<a href="${FILE}">{pages}, {size}</a>`;
    const page = `<template data-printout="${FILE}">${link}</template>`;
    const list = { base: '/', site: '', printouts: [{ file: FILE }] };
    const unprinted: Render = async ({ out }) =>
      putFiles(out, { 'acme/index.html': page, 'printouts.json': JSON.stringify(list) });
    const printed: PrintSite = async ({ folder }, effects) => {
      putFiles(folder, { [FILE]: 'twelve pages' });
      offerPrintouts(folder, [{ file: FILE, pages: 12, bytes: 12 }], effects);
      return { made: [], cards: [], charts: [], browser: '1' };
    };
    const makers = { compile: compileStub, render: unprinted, print: printed };

    async function build(change: (folder: string) => void = () => {}) {
      const folder = makeFolder();
      putFiles(folder, { [RELEASE]: 'Acme\n\nRevenues\t100\n' });
      const [documents, site] = [join(folder, 'documents'), join(folder, 'site')];
      const args = ['--documents', documents, '--out', site];
      await perform(buildWith(compileStub, unprinted, printed), args, { folder });
      change(folder);
      return (...more: string[]) =>
        perform(verifyWith(makers), [site, '--documents', documents, ...more], { folder });
    }

    test('passes without a browser, and says what it left out', async () => {
      const rebuilt = await build();
      expect(await rebuilt()).toMatchObject({ status: 0, complained: '' });
      expect((await rebuilt()).said).toContain('1 file that a browser makes left out');
    });

    test('passes with one', async () => {
      const rebuilt = await build();
      const { status, complained, said } = await rebuilt('--print');
      expect([status, complained]).toEqual([0, '']);
      expect(said).not.toContain('left out');
    });

    test.each([
      ['a link', forge('acme/index.html', (text) => text.replace('12 pages', '<b>12</b> pages')), 'rebuilt otherwise: acme/index.html'],
      ['the list of what was made', forge('.tieout', (text) => `${text}more\n`), 'rebuilt otherwise: .tieout'],
    ])('names %s that was changed', async (_, change, line) => {
      const rebuilt = await build(change);
      expect((await rebuilt()).complained.split('\n')).toContain(line);
    }); // biome-ignore format: rows

    test('names a printout that was changed, where it is printed', async () => {
      const rebuilt = await build(forge(FILE, () => 'another text'));
      expect(await rebuilt()).toMatchObject({ status: 0 });
      expect((await rebuilt('--print')).complained).toContain(`rebuilt otherwise: ${FILE}`);
    });
  });

  test('leaves out the settings where they are not to be had', async () => {
    const { rebuilt } = await prepare(remove('tieout.config.json'));
    expect(await rebuilt('--no-settings')).toMatchObject({ status: 0, complained: '' });
  });

  test('names settings whose program gives other values', async () => {
    const { folder, ...program } = await prepare((folder) => {
      put('tieout.config.mjs', PROGRAM)(folder);
    });
    const config = join(folder, 'tieout.config.mjs');
    await program.build('--config', config);
    expect(await program.rebuilt('--config', config)).toMatchObject({ status: 0, complained: '' });
    vi.stubEnv('TIEOUT_TEST_TITLE', 'Other');
    put('tieout.config.mjs', PROGRAM)(folder);
    const { status, complained } = await program.rebuilt('--config', config);
    vi.unstubAllEnvs();
    expect(status).toBe(1);
    expect(complained).toContain('settings otherwise');
  });

  test.each([
    ['takes a workbook that another zlib packed', (parts: Unzipped) => parts, 0],
    ['names a workbook that holds something else', ({ 'xl/styles.xml': _, ...parts }: Unzipped) => parts, 1],
  ])('%s', async (_, change, status) => {
    const { rebuilt } = await prepare((folder) => {
      const [book, file] = ['data/acme.xlsx', 'receipt.json'].map((name) => join(folder, 'site', name)) as [string, string];
      const packed = zipSync(change(unzipSync(readFileSync(book))), { level: 9 });
      writeFileSync(book, packed);
      const { files, ...receipt } = JSON.parse(readFileSync(file, 'utf8'));
      files['data/acme.xlsx'] = createHash('sha256').update(packed).digest('hex');
      writeFileSync(file, JSON.stringify({ ...receipt, files }));
    });
    expect((await rebuilt()).status).toBe(status);
  }); // biome-ignore format: rows

  test('takes receipts of 0.1.0, which name no settings', async () => {
    const { rebuilt } = await prepare((folder) => {
      const file = join(folder, 'site/receipt.json');
      const { settings: _, ...old } = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify(old));
    });
    expect(await rebuilt()).toMatchObject({ status: 0, complained: '' });
  });

  test('says whose site it is', async () => {
    const { plain } = await prepare((folder) => {
      const file = join(folder, 'site/receipt.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/"tieout [^"]*"/, '"tieout 0.0.0"'));
    });
    expect((await plain()).said).toMatch(/^Verified site; it is by tieout 0\.0\.0, this is /m);
  });

  test.each([
    ['a folder without a receipt', remove('site/receipt.json'), /^site has no receipt\.json/],
    ['another receipt', put('site/receipt.json', '{"schema": 1}'), /^site\/receipt\.json is no receipt/],
  ])('refuses %s', async (_, change, complaint) => {
    const { plain } = await prepare(change);
    const { status, complained } = await plain();
    expect(status).toBe(2);
    expect(complained).toMatch(complaint);
  });
});

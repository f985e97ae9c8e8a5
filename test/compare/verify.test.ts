import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Unzipped, unzipSync, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { buildWith } from '../../scripts/commands/build.ts';
import { verifyWith } from '../../scripts/commands/verify.ts';
import type { Render } from '../../scripts/render-site.ts';
import { makeFolder, perform, putFiles } from '../programs/stage.ts';
import { compileStub } from '../programs/stubs.ts';

const RELEASE = 'documents/acme/2013-05-15-fy2012.txt';
const PAGES = { 'index.html': 'page', 'acme/acme.pdf': Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0xff, 0x00) };

const render: Render = async ({ out }) => putFiles(out, PAGES);
const verify = verifyWith(compileStub);
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
    expect(said.split('\n').at(-2)).toBe('Verified site and that its documents give the same data');
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

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildWith } from '../../scripts/commands/build.ts';
import { verifyWith } from '../../scripts/commands/verify.ts';
import type { Render } from '../../scripts/render-site.ts';
import { makeFolder, perform, putFiles } from '../programs/stage.ts';
import { compileStub } from '../programs/stubs.ts';

const RELEASE = 'documents/acme/2013-05-15-fy2012.txt';
const PAGES = { 'index.html': 'page', 'acme/acme.pdf': Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0xff, 0x00) };

const render: Render = async ({ out }) => putFiles(out, PAGES);
const verify = verifyWith(compileStub);

/** A site of one release, and what becomes of it before it is verified. */
async function prepare(change: (folder: string) => void = () => {}) {
  const folder = makeFolder();
  putFiles(folder, {
    [RELEASE]: 'Acme\n\nRevenues\t100\n',
    'documents/acme/issuer.json': '{"name": "Acme"}',
  });
  const [documents, site] = [join(folder, 'documents'), join(folder, 'site')];
  await perform(buildWith(compileStub, render), ['--documents', documents, '--out', site], { folder });
  change(folder);
  return {
    plain: () => perform(verify, [site], { folder }),
    rebuilt: () => perform(verify, [site, '--documents', documents], { folder }),
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

import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { LinkedSite } from '../../scripts/audit/find-broken-links.ts';
import { listPages } from '../../scripts/audit/site-pages.ts';
import { effects } from '../../scripts/effects.ts';

const ROOT = join(import.meta.dirname, '../..');
const CASES = join(ROOT, 'test/documents/cases');

/** The documents of all cases as one site: issuers of many countries, that print growth or leave it to the reader. */
const documents = mkdtempSync(join(tmpdir(), 'many-issuers-'));
/** Inside the project: builds that go elsewhere share one workplace and must not run at one time. */
const site = join(ROOT, `many-issuers-${process.pid}.tmp`);

function build(out: string, ...flags: readonly string[]): SpawnSyncReturns<string> {
  const program = [
    join(ROOT, 'scripts/tieout.mjs'),
    'build',
    '--documents',
    documents,
    '--out',
    out,
    ...flags,
  ];
  const env = { ...process.env, CHROMIUM_PATH: join(documents, 'no-browser') };
  return spawnSync(process.execPath, program, { cwd: ROOT, env, encoding: 'utf8' });
}

beforeAll(() => {
  for (const name of readdirSync(CASES)) {
    const isDocument = (path: string) => !path.endsWith('.facts');
    cpSync(join(CASES, name), documents, { recursive: true, filter: isDocument });
  }
  said = build(site);
  pages = readPages();
}, 240_000);
afterAll(() => {
  for (const folder of [documents, site]) rmSync(folder, { recursive: true, force: true });
}, 60_000);

test('without a browser nothing is printed and no page links to a printout, which is said', () => {
  expect(said).toMatchObject({ status: 0, stdout: expect.not.stringContaining('Printed') });
  expect(said?.stderr).toContain('no browser could be started');
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
  expect(files.filter((path) => path.endsWith('.pdf'))).toEqual([]);
  const offered = listPages(site, effects).filter(({ address }) => {
    const html = readFileSync(join(site, address, 'index.html'), 'utf8');
    return html.replace(/<template[\s\S]*?<\/template>/g, '').includes('.pdf');
  });
  expect(offered).toEqual([]);
});

test('a part that no issuer falls to is built too', () => {
  const part = join(ROOT, `no-issuer-${process.pid}.tmp`);
  onTestFinished(() => rmSync(part, { recursive: true, force: true }));
  const { status, stderr } = build(part, '--shard', '999/999');
  expect({ status, stderr }).toMatchObject({ status: 0 });
}, 60_000);

test('every link leads somewhere', () => {
  const linked = new LinkedSite(site, '/', effects);
  const broken = listPages(site, effects).flatMap((page) =>
    linked.findBroken(page).map((href) => `${page.address}: ${href}`),
  );
  expect(broken).toEqual([]);
});

test('every page names what it was made from: the inputs of its issuer, or all', () => {
  const hashes = JSON.parse(readFileSync(join(site, 'receipt.json'), 'utf8')).inputs as Record<
    string,
    string
  >;
  const digest = (prefix: string) => {
    const lines = Object.entries(hashes).filter(([path]) => path.startsWith(prefix));
    return createHash('sha256')
      .update(lines.map(([path, hash]) => `${hash}  ${path}\n`).join(''))
      .digest('hex');
  };
  const slugs = new Set(Object.keys(hashes).map((path) => path.split('/', 1)[0]));
  const wrong = pages.filter(({ address, document }) => {
    const [slug = ''] = address.split('/', 1);
    const named = document.querySelector('meta[name="tieout:inputs"]')?.getAttribute('content');
    return named !== digest(slugs.has(slug) ? `${slug}/` : '');
  });
  expect(wrong.map(({ address }) => address)).toEqual([]);
});

let said: SpawnSyncReturns<string> | undefined;
let pages: readonly { readonly address: string; readonly document: Document }[] = [];

const readPages = () =>
  listPages(site, effects).map(({ address }) => {
    const { document } = parseHTML(readFileSync(join(site, address, 'index.html'), 'utf8'));
    return { address, document };
  });

test('the lines of a table stand as they are printed, field for field', () => {
  const wrong = pages.flatMap(({ address, document }) => {
    const [, issuer, id] = /^([^/]+)\/documents\/([^/]+)\/$/.exec(address) ?? [];
    if (!issuer || !id) return [];
    const name = readdirSync(join(documents, issuer)).find((file) => file.startsWith(`${id}.`)) ?? '';
    const lines = readFileSync(join(documents, issuer, name), 'utf8').split(/\r?\n/);
    return [...document.querySelectorAll('tr[id^=L]')].flatMap((row) => {
      const printed = (lines[Number(row.id.slice(1)) - 1] ?? '').split('\t').map(plain);
      const bare = row.cloneNode(true) as Element;
      for (const added of bare.querySelectorAll('.vh, .mk')) added.remove();
      const shown = [...bare.querySelectorAll('[id*="."]')].map(({ textContent }) => plain(textContent));
      const isSame = printed.length < 2 || printed.every((text, index) => text === (shown[index] ?? ''));
      return isSame ? [] : [`${address} ${row.id}: ${shown.join(' | ')}`];
    });
  });
  expect(wrong).toEqual([]);
});

/** Without escapes and emphasis of Markdown; a nil is shown by one kind of dash. */
const plain = (text: string): string => text.replace(/\\(?=[^\w\s])|\*\*|\s+/g, '').replace(/^[-—]$/, '–');

test('no table is empty', () => {
  const empty = pages.flatMap(({ address, document }) =>
    [...document.querySelectorAll('table')]
      .filter((table) => !table.querySelector('tbody :is(td, th)'))
      .map((table) => `${address}: ${table.querySelector('caption')?.textContent.trim()}`),
  );
  expect(empty).toEqual([]);
});

test('no head of a row or column is empty', () => {
  const empty = pages.flatMap(({ address, document }) =>
    [...document.querySelectorAll('th')]
      .filter((head) => head.textContent.trim() === '')
      .map((head) => `${address}: ${head.closest('tr')?.textContent.trim()}`),
  );
  expect(empty).toEqual([]);
});

test('every figure leads to its place, or is told there', () => {
  const unled = pages.flatMap(({ address, document }) => {
    const places = [...document.querySelectorAll('data')].filter((figure) => !figure.closest('a[href]'));
    return places
      .filter((figure) => !figure.closest('[id^="worked-"], .derived'))
      .map((figure) => `${address}: ${figure.textContent}`);
  });
  expect(unled).toEqual([]);
});

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import type { IssuerRecord } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { withMeasurePages } from '../../src/model/measure-pages.ts';
import type { SettledFact } from '../../src/model/settled.ts';
import { BuiltSite } from '../built/built-site.ts';
import { later } from '../documents/over-years.ts';

/** No page but a document's own is heavier, however many releases an issuer has. */
const MOST = { bytes: 1_000_000, compressed: 120_000, links: 3_000 };
/** Releases, each two years after the one before it, so that no two tell of one year. */
const RELEASES = 30;
/** How often each release states a figure: so that the statements of some measures need pages of their own. */
const TIMES = 4;

const FIXTURE = fileURLToPath(new URL('fixture/', import.meta.url));
const DATA = mkdtempSync(join(tmpdir(), 'many-releases-'));
writeManyReleases();
const site = new BuiltSite(DATA);
afterAll(() => {
  site.remove();
  rmSync(DATA, { recursive: true });
}, 60_000);

test('no page but a document’s own is too heavy', () => {
  const heavy = site.pages
    .filter(({ address }) => !/\/documents\/./.test(address))
    .map(({ address, html, document }) => ({
      address,
      bytes: Buffer.byteLength(html),
      compressed: gzipSync(html).length,
      links: document.querySelectorAll('a').length,
    }))
    .filter(
      ({ bytes, compressed, links }) =>
        bytes > MOST.bytes || compressed > MOST.compressed || links > MOST.links,
    );
  expect(heavy).toEqual([]);
});

test('a measure of many statements has a page for each year, which the releases lead to', () => {
  const years = site.pages
    .map(({ address }) => /^norrland\/measures\/Revenues\/(\d{4})\/$/.exec(address)?.[1])
    .filter((year) => year !== undefined);
  expect(years).toHaveLength(2 * RELEASES);
  const main = site.page('norrland/measures/Revenues/');
  expect(main.document.querySelectorAll('.stated')).toHaveLength(0);
  expect(
    [...main.document.querySelectorAll('.years-of-statements a')].map((link) => link.textContent),
  ).toEqual(years.sort().reverse());
});

test('every figure leads to a place that there is', () => {
  const lost = site.pages
    .filter(({ address }) => /measures\/Revenues|documents\/2023/.test(address))
    .flatMap((page) =>
      [...page.document.querySelectorAll('a[href]')]
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => !href.startsWith('http') && site.follow(page, href) === null)
        .map((href) => `${page.address}: ${href}`),
    );
  expect(lost).toEqual([]);
});

test('the inspector finds a figure in the file of its page', () => {
  const page = site.page('norrland/measures/Revenues/2023/');
  const [file] = new Set(
    [...page.document.querySelectorAll('[data-m]')].map((link) => link.getAttribute('data-m')),
  );
  expect(file).toBe('norrland/measures/Revenues/2023');
  const { figures } = JSON.parse(site.read(`${file}.json`)) as { figures: Record<string, unknown> };
  const ids = [...page.document.querySelectorAll('.stated tbody tr')].map(({ id }) => id);
  expect(Object.keys(figures)).toEqual(expect.arrayContaining(ids));
});

/** The data of the fixture's release as if it had been released again and again, and stated each figure several times. */
function writeManyReleases(): void {
  const folder = join(FIXTURE, 'norrland');
  const first = 2 - 2 * Math.ceil(RELEASES / 2);
  const moves = Array.from({ length: RELEASES }, (_, index) => first + 2 * index);
  const readAll = <T>(file: string): T[] =>
    moves.map((years) => JSON.parse(later(readFileSync(join(folder, file), 'utf8'), years)) as T);
  const again = (id: string, time: number): string => (time === 0 ? id : id.replace(/:1$/, `:${time + 1}`));
  const times = Array.from({ length: TIMES }, (_, time) => time);

  cpSync(FIXTURE, DATA, { recursive: true });
  rmSync(join(DATA, 'solo'), { recursive: true });
  const siteFile = JSON.parse(readFileSync(join(DATA, 'site.json'), 'utf8')) as object;
  writeFileSync(join(DATA, 'site.json'), JSON.stringify({ ...siteFile, issuers: ['norrland'] }));
  const write = (file: string, content: unknown) =>
    writeFileSync(join(DATA, 'norrland', file), JSON.stringify(content));
  const records = readAll<IssuerRecord>('issuer.json');
  write('issuer.json', {
    ...records[0],
    documents: records.flatMap(({ documents }) => documents),
    periods: records.flatMap(({ periods }) => periods),
  });
  write(
    'facts.json',
    withMeasurePages(
      readAll<Fact[]>('facts.json').flatMap((facts) =>
        facts.flatMap((fact) => times.map((time) => ({ ...fact, id: again(fact.id, time) }))),
      ),
    ),
  );
  write(
    'settled.json',
    readAll<SettledFact[]>('settled.json').flatMap((settled) =>
      settled.map((one) => ({
        ...one,
        statements: one.statements.flatMap((id) => times.map((time) => again(id, time))),
      })),
    ),
  );
  write('coverage.json', Object.assign({}, ...readAll<object>('coverage.json')));
  mkdirSync(join(DATA, 'norrland/documents'), { recursive: true });
  for (const document of readAll<{ id: string }>('documents/2023-08-22-fy2023.json'))
    write(`documents/${document.id}.json`, document);
}

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { copyFolder, makeFolder, putFiles } from './stage.ts';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENT = 'documents/acme/2013-05-15-fy2012.txt';
const LONG_LINE = 'Revenues <b>grew</b> '.repeat(5000);

/** Elements that no page needs and a document must not be able to put there. */
const UNWANTED =
  'script:not([src^="/_astro/"], [type="application/ld+json"]), iframe, object, embed, img, form:not(.search), input:not(#q), base, meta[http-equiv="refresh"]';
const SAFE_TARGET = /^(https?:\/\/|\/|#|\.|data:image\/svg\+xml,)/;

test('hostile text is shown as text', { timeout: 120_000 }, () => {
  const folder = makeFolder();
  copyFolder(join(import.meta.dirname, 'hostile-text'), folder);
  const text = readFileSync(join(folder, DOCUMENT), 'utf8');
  putFiles(folder, { [DOCUMENT]: `${text}\n${LONG_LINE}\n` });
  const out = join(folder, 'out');
  const args = ['scripts/tieout.ts', 'build', '--documents', join(folder, 'documents'), '--out', out];
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'pipe' });

  const pages = readPages(out);
  expect(pages.length).toBeGreaterThan(4);
  for (const { path, document } of pages) expect(findUnwanted(document), path).toEqual([]);
  const shown =
    pages.find(({ path }) => /documents\/[^/]+\/index/.test(path))?.document.body.textContent ?? '';
  for (const line of [...text.split('\n'), LONG_LINE].filter(Boolean)) {
    expect(squeeze(shown)).toContain(squeeze(line));
  }
});

interface Page {
  readonly path: string;
  readonly document: Document;
}

const readPages = (folder: string): Page[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({ path, document: parseHTML(readFileSync(join(folder, path), 'utf8')).document }));

function findUnwanted(document: Document): string[] {
  const elements = [...document.querySelectorAll('*')];
  const attributes = elements.flatMap((element) => [...element.attributes]);
  return [
    ...[...document.querySelectorAll(UNWANTED)].map((element) => element.outerHTML),
    ...attributes.filter(({ name }) => name.startsWith('on')).map(({ name, value }) => `${name}=${value}`),
    ...attributes
      .filter(({ name, value }) => ['href', 'src', 'action'].includes(name) && !SAFE_TARGET.test(value))
      .map(({ name, value }) => `${name}=${value}`),
  ];
}

/** Without white space and emphasis, which pages set as they like. */
const squeeze = (text: string): string => text.replace(/\s+|\*\*/g, '');

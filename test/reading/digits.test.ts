import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { openPdf } from '../../scripts/1-read/pdf/open-pdf.ts';
import { readSource } from '../../scripts/1-read/read-source.ts';
import { countDigits } from './html/reading-proof.ts';

/** Releases of an invented company, and real ones of others, which may lie beside the checkout. */
const FOLDERS = ['../forms', '../../../shared/corpus/documents'].map((path) =>
  join(import.meta.dirname, path),
);
const filesOf = (extension: string): [string, string][] =>
  FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    globSync(`**/*.${extension}`, { cwd: folder })
      .sort()
      .map((file): [string, string] => [file, join(folder, file)]),
  );

async function readLines(file: string): Promise<readonly string[]> {
  const source = { issuer: 'acme', id: 'acme', name: basename(file), file, bytes: readFileSync(file) };
  return (await readSource(source)).lines;
}

describe('no digit of a file is lost or invented', () => {
  test.each(filesOf('pdf'))('%s', async (_, file) => {
    const pages = await openPdf(readFileSync(file));
    if ('found' in pages) throw new Error(pages.found);
    const unseen = pages.flatMap(({ pieces }) => pieces.filter((piece) => piece.unseen));
    const read = [...(await readLines(file)), ...unseen.map(({ text }) => text)];
    expect(countDigits(read.join('\n'))).toBe(countDigits(await extractText(file)));
  });

  test.each([...filesOf('txt'), ...filesOf('md')])('%s', async (_, file) => {
    const lines = await readLines(file);
    expect(countDigits(lines.join('\n'))).toBe(countDigits(withoutTags(readFileSync(file, 'utf8'))));
  });
});

/** Addresses and ids of tags are no text. */
const withoutTags = (text: string): string => text.replace(/<!--.*?-->|<\/?[a-z][^<>]*>/gis, ' ');

/** What the library itself takes out of a PDF file, in its own order. */
async function extractText(file: string): Promise<string> {
  const pdf = await getDocumentProxy(Uint8Array.from(readFileSync(file)), { verbosity: 0 });
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  await pdf.loadingTask.destroy();
  return texts.join('\n');
}

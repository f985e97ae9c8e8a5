import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../scripts/1-read/text/decode-text.ts';
import { effects } from '../../scripts/effects.ts';
import { readDocument, readDocuments } from '../../scripts/input/read-documents.ts';
import { makeFolder, putFiles } from './stage.ts';

const reading = { effects, extensions: ['txt', 'md'] };

function readFiles(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = makeFolder();
  putFiles(folder, files);
  return readDocuments(folder, reading);
}

const TEXTS = [
  { title: 'a byte order mark is no text', file: '\ufeffAcme\n', text: 'Acme\n' },
  { title: 'CRLF is one line end', file: 'Acme\r\n\r\nRevenues\t100\r\n', text: 'Acme\n\nRevenues\t100\n' },
  { title: 'so is a lone CR', file: 'Acme\r\rRevenues\t100\r', text: 'Acme\n\nRevenues\t100\n' },
  { title: 'blanks at line ends stay', file: 'Acme \t\n', text: 'Acme \t\n' },
  {
    title: 'a replacement character that was written down stays',
    file: 'Acme \ufffd\n',
    text: 'Acme \ufffd\n',
  },
  { title: 'so do signs beyond the first plane', file: 'Acme \u{1f4c8} 髙\n', text: 'Acme \u{1f4c8} 髙\n' },
  { title: 'markup is text', file: '<script>alert(1)</script>\n', text: '<script>alert(1)</script>\n' },
];

describe('the text of a document', () => {
  test.each(TEXTS)('$title', ({ file, text }) => {
    expect(decodeText(new TextEncoder().encode(file))).toBe(text);
  });
});

describe('a documents folder', () => {
  test('passes over READMEs, hidden names and what stands beside the issuers', () => {
    const { sources, problems } = readFiles({
      'README.md': 'About.\n',
      'notes.pdf': '%PDF-1.4',
      EDITION: 'transcription\n',
      '.cache/2013-05-15-fy2012.txt': 'Hidden\n',
      'acme/README': 'About.\n',
      'acme/readme.rst': 'About.\n',
      'acme/.2013-05-15-fy2012.txt.swp': 'Hidden\n',
      'acme/2013-05-15-fy2012.TXT': 'Acme\n',
    });
    expect(problems).toEqual([]);
    expect(sources.map(({ issuer, id, name }) => ({ issuer, id, name }))).toEqual([
      { issuer: 'acme', id: '2013-05-15-fy2012', name: '2013-05-15-fy2012.TXT' },
    ]);
  });

  test('gives issuers and documents in the order of their names', () => {
    const { sources } = readFiles({
      'beta/2013-05-15-fy2012.txt': 'Beta\n',
      'Acme/2013-05-15-fy2012.txt': 'Acme\n',
      'Acme/2012-11-08-1h.md': 'Acme\n',
    });
    expect(sources.map(({ issuer, id }) => `${issuer}/${id}`)).toEqual([
      'Acme/2012-11-08-1h',
      'Acme/2013-05-15-fy2012',
      'beta/2013-05-15-fy2012',
    ]);
  });

  test.each([
    { files: {}, edition: 'published' },
    { files: { EDITION: 'published' }, edition: 'published' },
    { files: { EDITION: 'transcription\n' }, edition: 'transcription' },
  ])('with $files is the edition $edition', ({ files, edition }) => {
    const folder = makeFolder();
    putFiles(folder, { ...(files as Record<string, string>), 'acme/2013-05-15-fy2012.txt': 'Acme\n' });
    expect(readDocuments(folder, reading).edition).toBe(edition);
    expect(readDocument(join(folder, 'acme/2013-05-15-fy2012.txt'), reading).edition).toBe(edition);
  });

  test('may hold documents of one id from two issuers', () => {
    const files = { 'acme/2013-05-15-fy2012.txt': 'Acme\n', 'beta/2013-05-15-fy2012.txt': 'Beta\n' };
    expect(readFiles(files).problems).toEqual([]);
  });
});

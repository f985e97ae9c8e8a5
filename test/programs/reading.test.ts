import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXTENSIONS } from '../../scripts/1-read/formats.ts';
import { decodeText, notesOnEncoding } from '../../scripts/1-read/text/decode-text.ts';
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

const PRINTED = 'Café “Acme”\r\nUmsatz\t1.234 €\n';
const READ = 'Café “Acme”\nUmsatz\t1.234 €\n';
const wide = (text: string) => Buffer.from(text, 'utf16le');
const WESTERN: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '€': 0x80, é: 0xe9 };

const ENCODED = [
  { encoding: 'utf-16le', bytes: wide(`\ufeff${PRINTED}`) },
  { encoding: 'utf-16le', bytes: wide('Acme\r\nUmsatz\t1.234 e\n'), text: 'Acme\nUmsatz\t1.234 e\n' },
  { encoding: 'utf-16be', bytes: wide(`\ufeff${PRINTED}`).swap16() },
  {
    encoding: 'windows-1252',
    bytes: Uint8Array.from(Array.from(PRINTED, (sign) => WESTERN[sign] ?? sign.charCodeAt(0))),
  },
];

describe('a text in another encoding is read, and says so', () => {
  test.each(ENCODED)('$encoding', ({ encoding, bytes, text = READ }) => {
    expect(decodeText(bytes)).toBe(text);
    expect(notesOnEncoding(bytes)).toEqual([`Read as ${encoding}, not UTF-8.`]);
  });

  test('bytes that no such text has are refused', () => {
    expect(decodeText(Uint8Array.of(0x41, 0xe9, 0x81, 0x0a))).toMatchObject({ line: 1, column: 2 });
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x41))).toMatchObject({ found: 'a broken text in utf-16le' });
    expect(notesOnEncoding(new TextEncoder().encode(PRINTED))).toEqual([]);
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

  test.each([
    ['inline XBRL', 'htm', 'html', '<html><ix:header>'],
    ['a page', 'html', 'docx', '<html>'],
    ['a page', 'htm', 'csv', '<html>'],
    ['a layout', 'pdf', 'md', '%PDF-1.7'],
    ['text', 'txt', 'csv', 'Acme'],
    ['a workbook', 'xlsx', 'csv', 'PK'],
  ])('holds a release in two forms, of which it reads %s (.%s before .%s)', (_, richer, poorer, content) => {
    const folder = makeFolder();
    const [read, left] = [`2013-05-15-fy2012.${richer}`, `2013-05-15-fy2012.${poorer}`];
    putFiles(folder, { [`acme/${read}`]: content, [`acme/${left}`]: 'Acme\n' });
    const { sources, problems } = readDocuments(folder, { effects, extensions: EXTENSIONS });
    expect(sources.map(({ name }) => name)).toEqual([read]);
    expect(problems.map(({ file }) => file)).toEqual([join(folder, 'acme', left)]);
  });

  test('may hold documents of one id from two issuers', () => {
    const files = { 'acme/2013-05-15-fy2012.txt': 'Acme\n', 'beta/2013-05-15-fy2012.txt': 'Beta\n' };
    expect(readFiles(files).problems).toEqual([]);
  });
});

/** Names in `documents/acme` that are no documents and no problem. */
const PASSED_OVER = [
  '~$2013-05-15-fy2012.docx',
  '.2013-05-15-fy2012.txt.swp',
  '2013-05-15-fy2012.txt~',
  '2013-05-15-fy2012.txt.swp',
  '#2013-05-15-fy2012.txt#',
  'Thumbs.db',
  'desktop.ini',
  '.DS_Store',
  'answers.csv',
];

test.each(PASSED_OVER)('%s is passed over', (name) => {
  const { sources, problems } = readFiles({
    'acme/2013-05-15-fy2012.txt': 'Acme\n',
    [`acme/${name}`]: 'no document',
  });
  expect(problems).toEqual([]);
  expect(sources).toHaveLength(1);
});

describe('names unfit for an address', () => {
  test.each(['index.html', 'printouts.json', 'sitemap.xml', 'robots.txt', 'Data', 'measures', '404'])(
    'the issuer %s would take an address of the site',
    (issuer) => {
      const { sources, problems } = readFiles({ [`${issuer}/2013-05-15-fy2012.txt`]: 'Acme\n' });
      expect(sources).toEqual([]);
      expect(problems[0]?.expected).toContain('addresses of the site itself');
    },
  );

  test.each(['con', 'AUX', 'nul.old', 'com1', 'acme.', 'acme inc', '-acme'])('the issuer %j', (issuer) => {
    const { problems } = readFiles({ [`${issuer}/2013-05-15-fy2012.txt`]: 'Acme\n' });
    expect(problems[0]?.expected).toContain('a name of letters, digits, dots, hyphens and underscores');
  });

  test.each(['2013-05-15-fy2012..txt', '2013-05-15-fy 2012.txt', '2013-05-15-f\u0007.txt'])(
    'the file %j',
    (name) => {
      const { problems } = readFiles({ [`acme/${name}`]: 'Acme\n' });
      expect(problems).toHaveLength(1);
    },
  );

  test('issuers and documents that differ in capitals only', () => {
    const folder = makeFolder();
    putFiles(folder, { 'acme/2013-05-15-fy2012.txt': 'Acme\n' });
    const twice = (names: string[]) => names.flatMap((name) => [name.toUpperCase(), name]);
    const list = (path: string) => twice(effects.list(path));
    const anyCase = (path: string) => path.replace(/ACME/g, 'acme').replace('FY2012.TXT', 'fy2012.txt');
    const cased = {
      ...effects,
      list: (path: string) => list(anyCase(path)),
      kindOf: (path: string) => effects.kindOf(anyCase(path)),
      readBytes: (path: string) => effects.readBytes(anyCase(path)),
    };
    const { sources, problems } = readDocuments(folder, { ...reading, effects: cased });
    expect(sources).toHaveLength(1);
    expect(problems.map(({ found }) => found)).toEqual([
      'a second document with the id 2013-05-15-fy2012, of which 2013-05-15-FY2012.TXT is read',
      'the folders `ACME` and `acme`, which are one on some systems',
    ]);
  });
});

describe('links and folders that cannot be followed', () => {
  function linked(target: (folder: string) => string, name: string) {
    const folder = makeFolder();
    putFiles(folder, {
      'documents/acme/2013-05-15-fy2012.txt': 'Acme\n',
      'elsewhere/2012-05-15-fy2011.txt': 'Secret\n',
    });
    symlinkSync(target(folder), join(folder, 'documents', name));
    const { sources, problems } = readDocuments(join(folder, 'documents'), reading);
    return { read: sources.map(({ id }) => id), found: problems.map(({ found }) => found) };
  }

  const out = 'a link that leads out of the documents folder';
  const nowhere = 'no such file, or a link that leads nowhere';
  test.each([
    {
      title: 'a file',
      target: '../../elsewhere/2012-05-15-fy2011.txt',
      name: 'acme/2012-05-15-x.txt',
      found: out,
    },
    { title: 'a folder', target: '../elsewhere', name: 'beta', found: out },
    { title: 'a loop', target: '2012-05-15-x.txt', name: 'acme/2012-05-15-x.txt', found: nowhere },
    { title: 'nothing', target: 'gone.txt', name: 'acme/2012-05-15-x.txt', found: nowhere },
    { title: 'a loop of folders', target: 'beta', name: 'beta', found: nowhere },
    { title: 'a folder that is gone', target: '../gone', name: 'beta', found: nowhere },
  ])('$title', ({ target, name, found }) => {
    expect(linked(() => target, name)).toEqual({ read: ['2013-05-15-fy2012'], found: [found] });
  });

  test('a link within the folder is followed', () => {
    expect(linked(() => '2013-05-15-fy2012.txt', 'acme/2012-05-15-x.txt')).toEqual({
      read: ['2012-05-15-x', '2013-05-15-fy2012'],
      found: [],
    });
  });

  test('a folder that may not be listed', () => {
    const folder = makeFolder();
    putFiles(folder, { 'acme/2013-05-15-fy2012.txt': 'Acme\n', 'beta/2013-05-15-fy2012.txt': 'Beta\n' });
    const list = (path: string) => {
      if (path.endsWith('beta')) throw Object.assign(new Error('denied'), { code: 'EACCES' });
      return effects.list(path);
    };
    const { sources, problems } = readDocuments(folder, { ...reading, effects: { ...effects, list } });
    expect(sources).toHaveLength(1);
    expect(problems[0]?.found).toBe('a file that cannot be read (EACCES)');
  });
});

describe('a folder with a date in its name', () => {
  test('is one document of its CSV files in the order of their names', () => {
    const { sources, problems } = readFiles({
      'acme/2013-05-15-fy2012/2-cash.csv': 'b',
      'acme/2013-05-15-fy2012/1-income.csv': 'a',
      'acme/2013-05-15-fy2012/Thumbs.db': '',
    });
    expect(problems).toEqual([]);
    expect(sources.map(({ id, parts }) => [id, parts?.map(({ name }) => name)])).toEqual([
      ['2013-05-15-fy2012', ['1-income.csv', '2-cash.csv']],
    ]);
  });

  test.each([{ files: { 'a.pdf': '' } }, { files: {} as Record<string, string> }])(
    'is none with $files',
    ({ files }) => {
      const folder = makeFolder();
      mkdirSync(join(folder, 'acme/2013-05-15-fy2012'), { recursive: true });
      putFiles(join(folder, 'acme/2013-05-15-fy2012'), files as Record<string, string>);
      expect(readDocuments(folder, reading).problems).toHaveLength(1);
    },
  );
});

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildWith } from '../../scripts/commands/build.ts';
import { convertWith } from '../../scripts/commands/convert.ts';
import { effects } from '../../scripts/effects.ts';
import { describeCases } from '../suite.ts';
import { copyFolder, listFiles, makeFolder, perform, putFiles } from './stage.ts';
import { compileStub, renderStub } from './stubs.ts';

const PREVIOUS = { 'out/.tieout': 'data\nfacts.csv\n', 'out/facts.csv': 'id\r\n' };

describeCases(
  'bad input is told, and the previous output stays',
  join(import.meta.dirname, 'bad-input'),
  async (one) => {
    const folder = makeFolder();
    copyFolder(one.folder, folder);
    putFiles(folder, PREVIOUS);
    const before = listFiles(folder);
    const args = ['--documents', join(folder, 'documents'), '--out', join(folder, 'out')];
    const { status, complained } = await perform(convertWith(compileStub), args, { folder });
    expect(status).toBe(1);
    expect(listFiles(folder)).toEqual(before);
    await one.expectFile('message.txt', complained);
  },
);

describeCases(
  'bad documents are told, and the others published',
  join(import.meta.dirname, 'left-out'),
  async (one) => {
    const folder = makeFolder();
    copyFolder(one.folder, folder);
    putFiles(folder, PREVIOUS);
    const args = ['--documents', join(folder, 'documents'), '--out', join(folder, 'out')];
    const { status, said, complained } = await perform(convertWith(compileStub), args, { folder });
    expect(status).toBe(4);
    expect(listFiles(folder)['out/facts.csv']).not.toBe(PREVIOUS['out/facts.csv']);
    await one.expectFile('message.txt', `${complained}${said.split('\n').at(-2)}\n`);
  },
);

test('a bad document fails a strict build, and the previous site stays', async () => {
  const folder = makeFolder();
  putFiles(folder, {
    'documents/acme/2013-05-15-fy2012.txt': 'Acme\n\nRevenues\t100\n',
    'documents/beta/2013-05-15-fy2012.txt': 'MISPRINT\n',
    'out/.tieout': 'site\nindex.html\n',
    'out/index.html': 'old',
  });
  const before = listFiles(folder);
  const args = ['--documents', join(folder, 'documents'), '--out', join(folder, 'out')];
  const build = buildWith(compileStub, renderStub);
  expect(await perform(build, [...args, '--strict'], { folder })).toMatchObject({ status: 1 });
  expect(listFiles(folder)).toEqual(before);
  const { status, said } = await perform(build, args, { folder });
  expect(status).toBe(4);
  expect(said).toMatch(/, 1 document left out in 0\.0 s\n$/);
  expect(Object.keys(listFiles(folder)).filter((name) => name.startsWith('out/beta/'))).toEqual([]);
});

/** A disk on which one file may not be read. */
const closing = (closed: string) => (path: string) => {
  if (path === closed)
    throw Object.assign(new Error('permission denied'), { code: 'EACCES', syscall: 'open' });
  return effects.readBytes(path);
};

const PROGRAMS = { convert: convertWith(compileStub), build: buildWith(compileStub, renderStub) };

describe.each(Object.entries(PROGRAMS))('%s', (_name, program) => {
  test('tells of a file that may not be read, and publishes the others', async () => {
    const folder = makeFolder();
    putFiles(folder, {
      'documents/acme/2012-05-15-fy2011.txt': 'Acme\n\nRevenues\t100\n',
      'documents/acme/2013-05-15-fy2012.txt': 'Acme\n',
    });
    const readBytes = closing(join(folder, 'documents/acme/2013-05-15-fy2012.txt'));
    const args = ['--documents', join(folder, 'documents'), '--out', join(folder, 'out')];
    const { status, complained } = await perform(program, args, { folder, readBytes });
    expect(status).toBe(4);
    expect(complained).toMatch(
      /^documents\/acme\/2013-05-15-fy2012\.txt: found a file that cannot be read \(EACCES\); expected/,
    );
  });

  test('tells that the word of its edition may not be read, and publishes nothing', async () => {
    const folder = makeFolder();
    putFiles(folder, {
      'documents/EDITION': 'transcription\n',
      'documents/acme/2012-05-15-fy2011.txt': 'Acme\n\nRevenues\t100\n',
    });
    const args = ['--documents', join(folder, 'documents'), '--out', join(folder, 'out')];
    const readBytes = closing(join(folder, 'documents/EDITION'));
    const { status, complained } = await perform(program, args, { folder, readBytes });
    expect(status).toBe(1);
    expect(complained).toMatch(
      /^documents\/EDITION: found a file that cannot be read \(EACCES\); expected a file that can be read\. To mend: give yourself/,
    );
  });

  test('tells that the folder of documents is not there, and leaves none behind', async () => {
    const folder = makeFolder();
    const args = ['--documents', join(folder, 'documents'), '--out', join(folder, 'new/out')];
    const { status, complained } = await perform(program, args, { folder });
    expect(status).toBe(1);
    expect(complained).toMatch(/^documents: found nothing; expected a folder of documents\. To mend: /);
    expect(listFiles(folder)).toEqual({});
  });
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { convertWith } from '../../scripts/commands/convert.ts';
import { describeCases } from '../suite.ts';
import { copyFolder, listFiles, makeFolder, perform, putFiles } from './stage.ts';
import { compileStub } from './stubs.ts';

const PREVIOUS = { 'out/.tieout': 'data\n', 'out/facts.csv': 'id\r\n' };

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

test('a file that may not be read is told', async () => {
  const folder = makeFolder();
  putFiles(folder, { 'documents/acme/2013-05-15-fy2012.txt': 'Acme\n' });
  const readBytes = () => {
    throw Object.assign(new Error('permission denied'), { code: 'EACCES', syscall: 'open' });
  };
  const args = ['--documents', join(folder, 'documents'), '--out', join(folder, 'out')];
  const { status, complained } = await perform(convertWith(compileStub), args, { folder, readBytes });
  expect(status).toBe(1);
  expect(complained).toMatch(
    /^documents\/acme\/2013-05-15-fy2012\.txt: found a file that cannot be read \(EACCES\); expected/,
  );
});

import { describe, expect, test } from 'vitest';
import { buildWith } from '../../scripts/commands/build.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { progressLine } from '../../scripts/progress-line.ts';
import { makeFolder, perform, putFiles } from './stage.ts';
import { renderStub } from './stubs.ts';

/** What is written to a terminal. */
function watch(env: Readonly<Record<string, string>>, isTTY = true, columns = 30) {
  const written: string[] = [];
  const terminal = { isTTY, columns, write: (text: string) => written.push(text) };
  return { line: progressLine(terminal, env), written };
}

describe('progress', () => {
  test('is one line of a terminal, written anew and taken away', () => {
    const { line, written } = watch({});
    line.show('Reading releases', 1, 80);
    line.show('Reading releases', 1, 80);
    line.show('Reading releases', 2, 80);
    line.clear();
    line.clear();
    expect(written).toEqual([
      '\r\x1b[K\x1b[2mReading releases: 1 of 80\x1b[22m',
      '\r\x1b[K\x1b[2mReading releases: 2 of 80\x1b[22m',
      '\r\x1b[K',
    ]);
  });

  test('has no colour where none is wanted, and never breaks its line', () => {
    const { line, written } = watch({ NO_COLOR: '1' });
    line.show('Reading a great many releases', 1, 80);
    expect(written).toEqual(['\r\x1b[KReading a great many releases']);
  });

  test('is shown on a terminal that does not know its width', () => {
    const { line, written } = watch({ NO_COLOR: '1' }, true, 0);
    line.show('Reading releases', 1, 80);
    expect(written).toEqual(['\r\x1b[KReading releases: 1 of 80']);
  });

  test.each([
    ['a pipe', {}, false],
    ['a log of a build', { CI: 'true' }, true],
    ['a terminal that cannot erase', { TERM: 'dumb' }, true],
  ] as const)('is not written to %s', (_, env, isTTY) => {
    const { line, written } = watch(env, isTTY);
    line.show('Reading releases', 1, 80);
    line.clear();
    expect(written).toEqual([]);
  });

  test('tells what of how many a build has done', async () => {
    const folder = makeFolder();
    const release = 'Acme Corp\n\nRevenues\t100\n';
    putFiles(folder, {
      'documents/acme/2013-05-15-fy2012.txt': release,
      'documents/acme/2014-05-15-fy2013.txt': release,
      'documents/best/2013-05-15-fy2012.txt': release,
    });
    const told: string[] = [];
    const progress = (what: string, done: number, all: number) => void told.push(`${what} ${done}/${all}`);
    const args = ['--documents', `${folder}/documents`, '--out', `${folder}/out`, '--no-cache'];
    await perform(buildWith(convertCorpus, renderStub), args, { folder, progress });
    expect(told.slice(0, 3)).toEqual([
      'Reading releases 1/3',
      'Reading releases 2/3',
      'Reading releases 3/3',
    ]);
  });
});

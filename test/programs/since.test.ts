import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkWith } from '../../scripts/commands/check.ts';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { hasTool } from '../print/read-printout.ts';
import { makeFolder, perform, putFiles } from './stage.ts';

const check = checkWith(convertCorpus);
const read = (name: string) => readFileSync(join(import.meta.dirname, '../../documents/iij', name), 'utf8');
const HALF = '2012-11-08-1h-fy2012.txt';
/** The same release with a sum that no longer adds up, and another figure that nothing holds. */
const SLIPPED = read(HALF).replace('33,454,103', '33,445,103').replace('318,190', '318,910');

describe.skipIf(!hasTool('git'))('what is new since a commit', () => {
  /** A repository whose one commit has these documents, and whose folder has those. */
  function makeRepository(then: Record<string, string>, now: Record<string, string>): string {
    const folder = makeFolder();
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: folder });
    git('init', '--quiet');
    putFiles(folder, { 'README.md': '', ...then });
    git('add', '.');
    git('commit', '--quiet', '--message', 'Releases');
    putFiles(folder, now);
    return folder;
  }
  const since = (folder: string, ...more: string[]) =>
    perform(check, ['--documents', join(folder, 'documents'), '--since', 'HEAD', ...more], { folder });

  test('is only what the commit does not have', async () => {
    const folder = makeRepository(
      { [`documents/iij/${HALF}`]: read(HALF) },
      { [`documents/iij/${HALF}`]: SLIPPED },
    );
    const { status, said } = await since(folder);
    expect(status).toBe(3);
    expect(said).toMatch(
      /Since HEAD: 0 new documents, 0 new figures, 2 changed(?:, \d gone)?, [1-9] new findings?/,
    );
    expect(said).toMatch(/^changed: .*318,190,000 → 318,910,000 \(document: /m);
    expect(said, 'the sum of its lines stays').toMatch(/^changed: .*33,454,103,000 \(.*\(document: /m);
  });

  test('is named, for comments, programs and the lines of releases', async () => {
    const folder = makeRepository({}, { [`documents/iij/${HALF}`]: SLIPPED });
    const { said, complained } = await since(folder, '--markdown', '--annotate');
    expect(said).toMatch(
      /### What checks found[\s\S]*### Published figures[\s\S]*\| appeared \| .* \| document \|/,
    );
    expect(said.length).toBeLessThan(65_000);
    expect(complained).toMatch(
      /^::error file=documents\/iij\/[^:,]*\.txt,line=\d+,col=\d+,title=[\w-]+::.*33,445,103/m,
    );
    const told = JSON.parse((await since(folder, '--json')).said);
    expect(told.since.counts.appeared).toBe(told.since.changes.length);
  });

  test('is all where the commit has no documents', async () => {
    const folder = makeRepository({}, { [`documents/iij/${HALF}`]: read(HALF) });
    expect((await since(folder)).said).toContain('Since HEAD: 1 new document, 1,');
  });

  test('is nothing where nothing changed, and open errors of before do not count', async () => {
    const folder = makeRepository({ [`documents/iij/${HALF}`]: SLIPPED }, {});
    const { status, said } = await since(folder, '--markdown');
    expect({ status, said }).toEqual({
      status: 0,
      said: '### What checks found\n\nSince HEAD: 0 new documents, 0 new figures, 0 new findings.\n',
    });
  });

  test('is refused where there is no such commit', async () => {
    const folder = makeRepository({}, { [`documents/iij/${HALF}`]: read(HALF) });
    const { status, complained } = await perform(
      check,
      ['--documents', join(folder, 'documents'), '--since', 'no-such-branch'],
      { folder },
    );
    expect(status).toBe(2);
    expect(complained).toContain('documents has no commit no-such-branch.');
  });
});

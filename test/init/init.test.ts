import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { initWith } from '../../scripts/init/command.ts';
import { findSlug } from '../../scripts/init/slug.ts';
import { listFiles, makeFolder, perform, putFiles } from '../programs/stage.ts';

describe('the slug of a name', () => {
  test.each([
    ['Acme Corporation', 'acme'],
    ['Rhône Verrière S.A.', 'rhone-verriere'],
    ['The Company', 'the-company'],
    ["Fisher & O'Neill plc", 'fisher-oneill'],
    ['Internet Initiative Japan Inc.', 'internet-initiative-japan'],
    ['Data', 'data-reports'],
    ['株式会社', undefined],
    ['', undefined],
  ])('%s', (name, slug) => {
    expect(findSlug(name)).toBe(slug);
  });
});

const RELEASE = join(import.meta.dirname, '../forms/md/norwell/2026-02-12-4q2025.md');
const init = initWith(convertCorpus);

describe('tieout init', () => {
  const before = process.cwd();
  let folder = '';
  beforeEach(() => {
    folder = makeFolder();
    process.chdir(folder);
  });
  afterEach(() => process.chdir(before));

  test('with a release writes all that a build needs', async () => {
    const { status, said } = await perform(init, [RELEASE], { folder });
    expect(status).toBe(0);
    expect(said).toMatch(/Norwell.*, fy\w+, released 2026-02-12, \d+ facts/);
    const written = listFiles(folder);
    expect(Object.keys(written).filter((name) => !name.endsWith('/'))).toEqual([
      '.github/workflows/publish.yml',
      '.gitignore',
      'README.md',
      expect.stringMatching(/^documents\/norwell[^/]*\/2026-02-12-4q2025\.md$/),
      'tieout.config.ts',
    ]);
    expect(written['tieout.config.ts']).toMatch(/title: 'Norwell[^']* results'/);
  });

  test('names a release without a date in its name by what it says', async () => {
    putFiles(folder, { 'results (final).md': readFileSync(RELEASE) });
    await perform(init, ['results (final).md', '--issuer', 'nw'], { folder });
    expect(Object.keys(listFiles(folder))).toContainEqual(
      expect.stringMatching(/^documents\/nw\/2026-02-12-\w+\.md$/),
    );
  });

  test('leaves what is there', async () => {
    putFiles(folder, { 'README.md': 'mine', 'tieout.config.ts': 'mine too' });
    const { said } = await perform(init, [], { folder });
    expect(listFiles(folder)).toMatchObject({ 'README.md': 'mine', 'tieout.config.ts': 'mine too' });
    expect(said).toContain('Left README.md as it is');
  });

  test.each([
    ['nothing.pdf', 1, /^nothing\.pdf: found no such file/],
    ['--issuer ../x', 2, /^--issuer takes letters/],
    ['.', 2, /^\. is a folder/],
  ])('%s writes nothing', async (line, expected, complaint) => {
    const { status, complained } = await perform(init, line.split(' '), { folder });
    expect(status).toBe(expected);
    expect(complained).toMatch(complaint);
    expect(listFiles(folder)).toEqual({});
  });
});

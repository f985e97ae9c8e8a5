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
const ACME =
  'Acme Corp. reports results\n\nDENVER, January 1, 2025 - Acme Corp. (NYSE: ACM) today announced its results for the year ended December 31, 2024.\n';

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

  test.each([
    ['by its releases', {}],
    ['by its settings', { 'documents/nps/issuer.json': '{"name":"Norwell Precision Systems, Inc."}' }],
  ])('puts a release to the others of its issuer, who is known %s', async (_, settings) => {
    const text = readFileSync(RELEASE, 'utf8');
    const told = Object.keys(settings).length > 0 ? text.replaceAll('Norwell', 'Another') : text;
    putFiles(folder, {
      'documents/nps/2025-11-12-3q2025.md': told,
      'documents/acme/2025-01-01-fy2024.md': ACME,
      ...settings,
    });
    const { status } = await perform(init, [RELEASE], { folder });
    expect(status).toBe(0);
    const issuers = Object.keys(listFiles(folder)).filter((path) => /^documents\/[^/]+\/$/.test(path));
    expect(issuers).toEqual(['documents/acme/', 'documents/nps/']);
    expect(Object.keys(listFiles(folder))).toContain('documents/nps/2026-02-12-4q2025.md');
  });

  test('leaves what is there', async () => {
    putFiles(folder, { 'README.md': 'mine', 'tieout.config.ts': 'mine too' });
    const { said } = await perform(init, [], { folder, load: async () => ({}) });
    expect(listFiles(folder)).toMatchObject({ 'README.md': 'mine', 'tieout.config.ts': 'mine too' });
    expect(said).toContain('Left README.md as it is');
  });

  test('writes no settings beside others, and puts releases where those say', async () => {
    putFiles(folder, { 'tieout.config.json': '{"documents":"releases"}' });
    const { said } = await perform(init, [RELEASE, '--issuer', 'nw'], { folder });
    const written = listFiles(folder);
    expect(Object.keys(written)).toContain('releases/nw/2026-02-12-4q2025.md');
    expect(Object.keys(written).filter((name) => /config|documents/.test(name))).toEqual([
      'tieout.config.json',
    ]);
    expect(said).toContain('Left tieout.config.json as it is');
    expect(written['README.md']).toContain('`tieout.config.json`');
  });

  test.each(['there', 'beside it'])('takes no release by the name of another that is %s', async (where) => {
    const text = readFileSync(RELEASE, 'utf8');
    putFiles(folder, {
      'tieout.config.json': '{}',
      'a.md': text,
      'b.md': text.replace('# ', '# Corrected: '),
    });
    if (where === 'there') await perform(init, ['a.md', '--issuer', 'nw'], { folder });
    const before = listFiles(folder);
    const files = where === 'there' ? ['b.md'] : ['a.md', 'b.md'];
    const { status, complained } = await perform(init, [...files, '--issuer', 'nw'], { folder });
    expect({ status, files: listFiles(folder) }).toEqual({ status: 1, files: before });
    expect(complained).toMatch(
      /^b\.md: found another release than \S+, which has its name in the documents; .* call it 2026-02-12-fy2025-corrected\.md/,
    );
    expect(await perform(init, ['a.md', 'a.md', '--issuer', 'nw'], { folder })).toMatchObject({ status: 0 });
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

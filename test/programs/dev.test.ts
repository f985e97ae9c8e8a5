import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { devWith } from '../../scripts/commands/dev.ts';
import { effects } from '../../scripts/effects.ts';
import type { Serve } from '../../scripts/serve-site.ts';
import { makeFolder, perform, putFiles } from './stage.ts';
import { compileStub } from './stubs.ts';

const DOCUMENT = 'documents/acme/2013-05-15-fy2012.txt';

/** Runs the preview with a stand-in for Astro; `edit` is its user, who stops it when done. */
async function preview(files: Readonly<Record<string, string>>, edit: (stage: Stage) => Promise<void>) {
  const folder = makeFolder();
  putFiles(folder, files);
  const data = join(folder, 'generated');
  let refreshed = 0;
  const warnings: string[] = [];
  let makeDownload: Stage['makeDownload'] = async () => undefined;
  const serve: Serve = async (options) => {
    makeDownload = options.makeDownload;
    return {
      url: 'http://127.0.0.1:1/',
      refresh: () => {
        refreshed += 1;
      },
      warn: (warning: string) => void warnings.push(warning.replaceAll(`${folder}/`, '')),
      stop: async () => {},
    };
  };
  const changed = async (path: string, text: string) => {
    putFiles(folder, { [path]: text });
    await save();
  };
  let save = async () => {};
  const stage: Stage = {
    changed,
    makeDownload: (path) => makeDownload(path),
    read: (path) => readFileSync(join(data, path), 'utf8'),
  };
  const outcome = await perform(
    devWith(compileStub, serve, data),
    ['--documents', join(folder, 'documents')],
    {
      folder,
      watch: (_, onChange) => {
        save = async () => onChange();
        return () => {};
      },
      stopped: () => edit(stage),
    },
  );
  return { ...outcome, refreshed, warnings };
}

interface Stage {
  changed(path: string, text: string): Promise<void>;
  read(path: string): string;
  makeDownload(path: string): Promise<Uint8Array | undefined>;
}

describe('the preview', () => {
  test('converts again when a document is saved, and refreshes', async () => {
    const { status, refreshed } = await preview({ [DOCUMENT]: 'Acme\n\nRevenues\t100\n' }, async (stage) => {
      expect(stage.read('acme/facts.json')).toContain('"value":"100"');
      await stage.changed(DOCUMENT, 'Acme\n\nRevenues\t200\n');
      expect(stage.read('acme/facts.json')).toContain('"value":"200"');
      const original = 'acme/documents/2013-05-15-fy2012/2013-05-15-fy2012.txt';
      expect(stage.read(`originals/${original}`)).toBe('Acme\n\nRevenues\t200\n');
    });
    expect({ status, refreshed }).toEqual({ status: 0, refreshed: 1 });
  });

  test('keeps the last good data while a document cannot be converted', async () => {
    const files = { [DOCUMENT]: 'Acme\n\nRevenues\t100\n' };
    const { complained, refreshed, warnings } = await preview(files, async (stage) => {
      await stage.changed(DOCUMENT, 'Acme\n\nRevenues\tMISPRINT\n');
      expect(stage.read('acme/facts.json')).toContain('"value":"100"');
    });
    expect(complained).toMatch(/^documents\/acme\/2013-05-15-fy2012\.txt:3:10: found a misprint/);
    expect(refreshed).toBe(0);
    expect(warnings).toEqual(['', complained.trimEnd()]);
  });

  test('keeps all pages while one document of several cannot be read, and says so on them', async () => {
    const other = 'documents/acme/2012-05-15-fy2011.txt';
    const files = { [DOCUMENT]: 'Acme\n\nRevenues\t100\n', [other]: 'Acme\n\nRevenues\t90\n' };
    const { refreshed, warnings } = await preview(files, async (stage) => {
      await stage.changed(DOCUMENT, 'Acme\n\nRevenues\tMISPRINT\n');
      expect(stage.read('acme/facts.json')).toContain('"value":"100"');
      await stage.changed(DOCUMENT, 'Acme\n\nRevenues\t300\n');
      expect(stage.read('acme/facts.json')).toContain('"value":"300"');
    });
    expect(refreshed).toBe(1);
    expect(warnings).toEqual([
      '',
      expect.stringMatching(/^documents\/acme\/2013.*:3:10: found a misprint/),
      '',
    ]);
  });

  test('shows the others beside a document that could never be read', async () => {
    const bad = 'documents/acme/2012-05-15-fy2011.txt';
    const files = { [DOCUMENT]: 'Acme\n\nRevenues\t100\n', [bad]: 'Acme\n\nRevenues\tMISPRINT\n' };
    const { refreshed, warnings } = await preview(files, async (stage) => {
      await stage.changed(DOCUMENT, 'Acme\n\nRevenues\t200\n');
      expect(stage.read('acme/facts.json')).toContain('"value":"200"');
    });
    expect(refreshed).toBe(1);
    expect(warnings.map((warning) => warning.includes('found a misprint'))).toEqual([true, true]);
  });

  test('makes workbooks when they are asked for', async () => {
    const { status, complained } = await preview({ [DOCUMENT]: 'Acme\n\nRevenues\t100\n' }, async (stage) => {
      expect(() => stage.read('public/acme.xlsx')).toThrow('ENOENT');
      await stage.changed(DOCUMENT, 'Acme\n\nRevenues\t200\n');
      const workbook = await stage.makeDownload('acme.xlsx');
      expect(new TextDecoder('latin1').decode(workbook)).toMatch(/^PK/);
      const report = await stage.makeDownload('acme.xbrl.json');
      expect(new TextDecoder().decode(report)).toContain('"documentType"');
      expect(await stage.makeDownload('bolt.xlsx')).toBeUndefined();
      expect(await stage.makeDownload('acme/none.xlsx')).toBeUndefined();
    });
    expect({ status, complained }).toEqual({ status: 0, complained: '' });
  });

  test('does not start without any data', async () => {
    const { status } = await preview({ [DOCUMENT]: '' }, async () => {});
    expect(status).toBe(1);
  });
});

test('watching tells once of each save, in new folders and of files put in place by renaming too', async () => {
  const folder = join(makeFolder(), 'documents');
  mkdirSync(folder);
  let count = 0;
  const unwatch = effects.watch(folder, () => {
    count += 1;
  });
  const told = (times: number) => expect.poll(() => count, { timeout: 5000 }).toBe(times);
  putFiles(folder, { 'acme/a.txt': 'one' });
  putFiles(folder, { 'acme/a.txt': 'one two' });
  await told(1);
  putFiles(folder, { 'acme/a.txt': 'one two three' });
  await told(2);
  for (const times of [3, 4]) {
    putFiles(folder, { '../a.tmp': `${times}` });
    renameSync(join(folder, '../a.tmp'), join(folder, 'acme/a.txt'));
    await told(times);
  }
  unwatch();
});

test('a folder that is moved away is watched again when it is back', async () => {
  const folder = join(makeFolder(), 'documents');
  putFiles(folder, { 'acme/a.txt': 'one' });
  let count = 0;
  const unwatch = effects.watch(folder, () => {
    count += 1;
  });
  const told = (times: number) => expect.poll(() => count, { timeout: 5000 }).toBe(times);
  renameSync(folder, `${folder}.moved`);
  await told(1);
  putFiles(folder, { 'acme/a.txt': 'one two' });
  await told(2);
  putFiles(folder, { 'acme/a.txt': 'one two three' });
  await told(3);
  unwatch();
});

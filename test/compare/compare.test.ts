import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { diff } from '../../scripts/commands/diff.ts';
import { makeFolder, perform, putFiles } from '../programs/stage.ts';
import { describeCases } from '../suite.ts';

/** Two files of facts, and what is said of them to a person and in a comment. */
describeCases('diff', fileURLToPath(new URL('cases/', import.meta.url)), async (one) => {
  const files = [one.path('old.csv'), one.path('new.csv')];
  const text = await perform(diff, files, { folder: one.folder });
  expect(text.status).toBe(0);
  await one.expectFile('expected.txt', text.said);
  const markdown = await perform(diff, [...files, '--markdown'], { folder: one.folder });
  await one.expectFile('expected.md', markdown.said);
  const json = JSON.parse((await perform(diff, [...files, '--json'], { folder: one.folder })).said);
  expect(json.changes).toHaveLength(text.said.split('\n').length - 2);
});

describe('diff refuses', () => {
  test.each([
    ['one output', ['facts.csv'], /^two outputs are expected, not 1\./],
    ['what is not there', ['facts.csv', 'nowhere'], /^nowhere is not there\./],
    ['a folder of something else', ['facts.csv', 'other'], /^other is a folder without facts\.csv\./],
    [
      'a table of something else',
      ['facts.csv', 'other/a.csv'],
      /^other\/a\.csv is no facts\.csv of Tieout\./,
    ],
    ['text that is no table', ['facts.csv', 'other/b.csv'], /^other\/b\.csv is no facts\.csv of Tieout\./],
    ['two forms at once', ['facts.csv', 'facts.csv', '--json', '--markdown'], /^either --json or --markdown/],
  ])('%s', async (_, args, complaint) => {
    const folder = makeFolder();
    const head = 'id,issuer,document,concept,period_end,unit,value,grade\n';
    putFiles(folder, { 'facts.csv': head, 'other/a.csv': 'a,b\n1,2\n', 'other/b.csv': 'a\n"1' });
    const paths = args.map((arg) => (arg.startsWith('--') ? arg : `${folder}/${arg}`));
    const { status, complained } = await perform(diff, paths, { folder });
    expect(status).toBe(2);
    expect(complained).toMatch(complaint);
  });
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { textSource } from '../text-source.ts';

const CASE = new URL('cases/a-misprint-in-a-column/', import.meta.url);
const NAME = '2021-05-12-fy2020.txt';
const TEXT = readFileSync(new URL(`nordvik/${NAME}`, CASE), 'utf8');

const idsOf = async (...texts: readonly string[]): Promise<string[]> => {
  const sources = texts.map((text, index) =>
    textSource('nordvik', NAME.replace('12', `${12 + index}`), text),
  );
  const { issuers } = await convertCorpus(sources, 'published');
  return issuers.flatMap(({ findings }) => findings.map(({ id }) => id));
};

test('a finding keeps its id where the text around it changes', async () => {
  const ids = await idsOf(TEXT);
  const edited = TEXT.replace('\n', '\n\nA paragraph that came later, without a figure.\n');
  expect(await idsOf(edited)).toEqual(ids);
});

test('a finding keeps its id where another release adds checks of its own', async () => {
  const ids = await idsOf(TEXT);
  expect(await idsOf(TEXT, TEXT)).toEqual(expect.arrayContaining(ids));
});

test('a figure that is printed otherwise is another finding', async () => {
  const [ids, mended] = [await idsOf(TEXT), await idsOf(TEXT.replace('57,324,129', '57,720,129'))];
  expect(mended).toHaveLength(ids.length);
  expect(mended).not.toEqual(ids);
});

test('ids are unique', async () => {
  const ids = await idsOf(TEXT, TEXT);
  expect(new Set(ids).size).toBe(ids.length);
});

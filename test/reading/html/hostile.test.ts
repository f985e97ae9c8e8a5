import { expect, test } from 'vitest';
import { parseTree } from '../../../scripts/1-read/html/parse-tree.ts';
import { InputError } from '../../../src/model/problem.ts';
import { readPage } from './reading-proof.ts';

const row = (cells: number): string => `<tr>${'<td>12</td>'.repeat(cells)}</tr>`;

test.each([
  ['elements that nest without end', '<div>'.repeat(100_000), 'elements nested more than 2,000 deep'],
  ['bold that nests without end', '<b>'.repeat(100_000), 'elements nested more than 2,000 deep'],
])('%s are refused', (_, page, found) => {
  expect(() => readPage(page)).toThrow(InputError);
  expect(() => readPage(page)).toThrow(found);
});

test.each([
  ['tables in tables', `${'<table><tr><td>'.repeat(300)}7${'</td></tr></table>'.repeat(300)}`],
  [
    'spans of thousands',
    `<table>${`<tr>${'<td colspan=1000 rowspan=65000>12</td>'.repeat(40)}</tr>`.repeat(300)}</table>`,
  ],
  ['a row of thousands of cells', `<table>${row(20_000)}${row(20_000)}</table>`],
  ['a table of a hundred thousand cells', `<table>${row(20).repeat(5000)}</table>`],
  ['a sheet of nothing but openings', `<style>${'/*{'.repeat(100_000)}</style>7`],
  ['tags that never end', '<a href="'.repeat(50_000)],
  ['references that are none', '&;&#;&#x;&#99999999;&'.repeat(20_000)],
  ['misnested formatting', '<b><i><p></b>7'.repeat(400)],
])('%s are read', (_, page) => {
  expect(readPage(`<html><body>${page}</body></html>`).lines.length).toBeGreaterThanOrEqual(0);
});

test('more elements than a release has are refused', () => {
  expect(parseTree('<i></i>'.repeat(60), 50)).toMatchObject({ found: 'a page of more than 50 elements' });
});

test('nothing of a script, a handler or an address is text', () => {
  const page =
    '<p onclick="alert(1)">Revenue <a href="javascript:alert(2)">5</a><script>alert(3)</script><img src=x onerror="alert(4)" alt="6"></p>';
  expect(readPage(`<html><body>${page}</body></html>`).lines).toEqual(['Revenue 5']);
});

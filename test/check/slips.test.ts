import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import type { Finding } from '../../src/model/finding.ts';
import { textSource } from '../text-source.ts';

/**
 * A release that ties out, and single slips that are planted in it, each with the finding that names it: in the line of
 * the slip, or where it says so in the first line of a column under a head.
 */
const read = (name: string): string => readFileSync(new URL(`slips/${name}`, import.meta.url), 'utf8');

const RELEASE = read('release.txt').split('\n');
const SLIPS = read('slips.tsv')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t'));

test('the release ties out', async () => {
  expect((await notable(RELEASE)).map(({ message }) => message)).toEqual([]);
});

test.each(SLIPS)('%s in line %s: %s for %s is %s', async (_, line, printed, instead, finding = '') => {
  const [expected = '', place = line] = finding.split(' at ');
  const index = Number(line) - 1;
  const cells = (text = ''): string => text.replaceAll(' | ', '\t');
  const before = RELEASE[index] ?? '';
  const after = before.replace(cells(printed), () => cells(instead));
  expect(after).not.toBe(before);
  const found = await notable(RELEASE.with(index, after));
  const named = found.filter(
    (one) => one.line === Number(place) || one.facts.some((id) => isIn(id, Number(place))),
  );
  expect(named.map(({ verdict, rule }) => `${verdict} ${rule}`)).toContain(expected);
});

const isIn = (id: string, line: number): boolean => new RegExp(`#L${line}[.@]`).test(id);

async function notable(lines: readonly string[]): Promise<Finding[]> {
  const source = textSource('harrow', '2025-02-06-fy2024.txt', lines.join('\n'));
  const { issuers } = await convertCorpus([source], 'published');
  return issuers.flatMap(({ findings }) =>
    findings.filter(({ verdict }) => verdict === 'error' || verdict === 'slip' || verdict === 'doubt'),
  );
}

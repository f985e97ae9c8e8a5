import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import type { IssuerData } from '../../src/model/corpus.ts';
import { factKey } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/finding.ts';
import { meets, printedQuantity } from '../../src/model/quantity.ts';
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

const original = await convert(RELEASE);

test('the release ties out', () => {
  expect(notable(original).map(({ message }) => message)).toEqual([]);
});

test.each(SLIPS)('%s in line %s: %s for %s is %s', async (_, line, printed, instead, finding = '') => {
  const [expected = '', place = line] = finding.split(' at ');
  const index = Number(line) - 1;
  const cells = (text = ''): string => text.replaceAll(' | ', '\t');
  const before = RELEASE[index] ?? '';
  const after = before.replace(cells(printed), () => cells(instead));
  expect(after).not.toBe(before);
  const altered = await convert(RELEASE.with(index, after));
  const found = notable(altered);
  const named = found.filter(
    (one) => one.line === Number(place) || one.facts.some((id) => isIn(id, Number(place))),
  );
  expect(named.map(({ verdict, rule }) => `${verdict} ${rule}`)).toContain(expected);
  expect(misled(altered)).toEqual([]);
});

/** Facts that other statements gave too, and that are settled to another number without a word. */
function misled(altered: IssuerData): string[] {
  const before = settledFacts(original);
  return [...settledFacts(altered)].flatMap(([key, { best, isOpen }]) => {
    const was = before.get(key);
    const isSame = !was || was.statements < 2 || meets(printedQuantity(was.best), printedQuantity(best));
    return isSame || isOpen ? [] : [`${best.id} ${best.value}, not ${was.best.value}`];
  });
}

const settledFacts = ({ facts, settled }: IssuerData) =>
  new Map(
    settled.flatMap(({ statements, isOpen }) => {
      const best = facts.find(({ id }) => id === statements[0]);
      return best ? [[factKey(best), { best, isOpen, statements: statements.length }] as const] : [];
    }),
  );

const isIn = (id: string, line: number): boolean => new RegExp(`#L${line}[.@]`).test(id);

async function convert(lines: readonly string[]): Promise<IssuerData> {
  const source = textSource('harrow', '2025-02-06-fy2024.txt', lines.join('\n'));
  const [data] = (await convertCorpus([source], 'published')).issuers;
  if (!data) throw new Error('the release is not read');
  return data;
}

const notable = ({ findings }: IssuerData): Finding[] =>
  findings.filter(({ verdict }) => verdict === 'error' || verdict === 'slip' || verdict === 'doubt');

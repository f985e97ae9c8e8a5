import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import type { SourceText } from '../../src/model/corpus.ts';
import { isPrinted, type Printed } from '../../src/model/fact.ts';
import { textOf, textSource } from '../text-source.ts';
import { later, movedBy } from './over-years.ts';

const FOLDER = new URL('../../documents/iij/', import.meta.url);
const sources: readonly SourceText[] = readdirSync(FOLDER)
  .filter((name) => /^\d.*\.txt$/.test(name))
  .sort()
  .map((name) => textSource('iij', name, readFileSync(new URL(name, FOLDER), 'utf8')));

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DATE = new RegExp(`\\b(${MONTHS}) (\\d{1,2}), (\\d{4})`, 'g');
const isRow = (line: string): boolean => line.includes('\t');
const inRows =
  (respell: (line: string) => string) =>
  (text: string): string =>
    text
      .split('\n')
      .map((line) => (isRow(line) ? respell(line) : line))
      .join('\n');

/** What a release says does not depend on how it is written. */
const SPELLINGS: readonly (readonly [name: string, respell: (text: string) => string])[] = [
  ['lines end as on Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark stands first', (text) => `\ufeff${text}`],
  [
    'words are held together by spaces that do not break',
    (text) => text.replace(/(?<=\w) (?=\w)/g, '\u00a0'),
  ],
  ['spaces are thin', (text) => text.replace(/(?<=[a-z]) (?=\w)/g, '\u2009')],
  ['spaces are doubled', (text) => text.replace(/(?<=[a-z.,]) (?=\w)/g, '  ')],
  ['characters of no width stand between words', (text) => text.replace(/(?<=[a-z]) (?=[a-z])/g, ' \u200b')],
  ['pages begin with a form feed', (text) => text.replace(/^(?=[A-Z])/gm, '\f')],
  ['fields are padded', (text) => text.replaceAll('\t', ' \t ')],
  ['rows end with a tab', inRows((line) => `${line}\t`)],
  [
    'quotation marks are curly',
    (text) => text.replaceAll("'", '’').replaceAll(' "', ' “').replaceAll('" ', '” '),
  ],
  ['nil is a long dash', (text) => text.replace(/(?<=\t)-(?=\t|\n)/g, '—')],
  ['days stand before their months', (text) => text.replace(DATE, '$2 $1 $3')],
  [
    'months are short',
    (text) =>
      text.replace(
        DATE,
        (_, month: string, day: string, year: string) =>
          `${month.length > 3 ? `${month.slice(0, 3)}.` : month} ${day}, ${year}`,
      ),
  ],
  ['fiscal years have two digits', (text) => text.replace(/\bFY20(\d\d)/g, 'FY$1')],
  ['fiscal years stand apart', (text) => text.replace(/\bFY(\d{4})/g, 'FY $1')],
  ['quarters are told the other way round', (text) => text.replace(/\b([1-4])Q(\d\d)\b/g, 'Q$1 20$2')],
  ['quarters name their fiscal year', (text) => text.replace(/\b([1-4])Q(\d\d)\b/g, '$1Q FY20$2')],
  ['halves are told the other way round', (text) => text.replace(/\b([12])H(\d\d)\b/g, 'H$1 FY20$2')],
  ['percent signs stand apart', (text) => text.replace(/(?<=\d)%/g, ' %')],
  ['percent is a word', (text) => text.replace(/(?<=\d)%(?=[ ,.])/g, ' percent')],
  ['millions are short', (text) => text.replace(/(JPY ?[\d,.]+) million/g, '$1 mn')],
  ['the currency is a sign', (text) => text.replace(/JPY ?(?=\d)/g, '¥')],
  ['the currency stands behind', (text) => text.replace(/JPY ?([\d,.]+) (million|billion)/g, '$1 $2 yen')],
];

/** What facts and checks say, without where in its line a number starts and how it is spelled. */
async function said(texts: readonly SourceText[]): Promise<string[]> {
  const { issuers } = await convertCorpus(texts, 'transcription');
  const facts = issuers.flatMap(({ facts }) => facts.filter(isPrinted).map(describe));
  const findings = issuers.flatMap(({ findings }) =>
    findings.map(({ rule, verdict, document, line, cell }) =>
      [rule, verdict, document, line, cell].join(' '),
    ),
  );
  return [...facts, ...findings].sort();
}

const describe = (fact: Printed): string =>
  [
    ...[fact.document, fact.line, fact.cell, fact.concept, fact.aspect, fact.basis, fact.dimensions],
    ...[
      fact.period,
      fact.compared,
      fact.unit,
      `=${fact.value}`,
      fact.polarity,
      fact.qualifier,
      fact.decimals,
    ],
  ].join(' ');

const plain = await said(sources);

/** Releases are read once for each group, respelled by its last first: spaces come at the end. */
const GROUPS = 4;
const groups = Array.from({ length: GROUPS }, (_, group) =>
  SPELLINGS.filter((_, index) => index % GROUPS === group),
);

test.each(groups.map((group) => [group.map(([name]) => name).join(', '), group] as const))(
  'is read alike where %s',
  async (_, group) => {
    const respelled = group.reduceRight((texts, [name, respell]) => {
      const changed = texts.map((source) => textSource('iij', source.name, respell(textOf(source))));
      expect(changed.map(textOf), name).not.toEqual(texts.map(textOf));
      return changed;
    }, sources);
    const now = await said(respelled);
    expect({ lost: without(plain, now), new: without(now, plain) }).toEqual({ lost: [], new: [] });
  },
);

/** By fours, since they leap alike. */
test.each([-4, 4])('is read alike where all of it happened %i years later', async (years) => {
  const moved = sources.map((source) => movedBy(source, years));
  const now = await said(moved);
  const wanted = plain.map((line) => later(line, years)).sort();
  expect({ lost: without(wanted, now), new: without(now, wanted) }).toEqual({ lost: [], new: [] });
});

function without(list: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return list.filter((one) => !known.has(one)).slice(0, 20);
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import type { SourceText } from '../../src/model/corpus.ts';
import { type Fact, isInTable, type Printed } from '../../src/model/fact.ts';
import { Case } from '../suite.ts';
import { textOf, textSource } from '../text-source.ts';
import { documentOf } from './one-document.ts';

const FOLDER = join(import.meta.dirname, 'cases');
const sources = readdirSync(FOLDER).map((name) => documentOf(new Case(FOLDER, name)));

const MEASURES =
  '(?:total )?(?:net )?(?:revenues?|sales)|gross profit|operating (?:income|profit)|profit before tax|net (?:income|profit)';
const label = (put: string): ((text: string) => string) => {
  const named = new RegExp(`^(${MEASURES})(?=\\t)`, 'gim');
  return (text) => text.replace(named, put);
};

const isOther = (before: Fact, now: Fact): boolean =>
  before.label === now.label || told(before) !== told(now);

const told = ({ concept, dimensions, aspect }: Fact): string => [concept, dimensions, aspect].join(' ');

/**
 * A word that nobody knows where one is expected that tells the scale, the span or the measure. What was sure of a figure
 * may be in doubt then, or be told of a measure of that name; it is never told otherwise without a word.
 */
const ROWS: readonly (readonly [
  what: string,
  respell: (text: string) => string,
  isSame: (before: Fact, now: Fact) => boolean,
])[] = [
  [
    'a scale',
    (text) => text.replace(/\b(in|of) (?:thousands|millions)\b/gi, '$1 zillards'),
    (a, b) => !/^[A-Z]{3}$/.test(a.unit) || (Number(a.value) === Number(b.value) && a.unit === b.unit),
  ],
  [
    'the length of a span',
    (text) => text.replace(/\b(?:three|six|nine|twelve|3|6|9|12) months ended\b/gi, 'trimester ended'),
    (a, b) => a.period === b.period,
  ],
  ['what a remark says of a measure', label('$1 (zorbed)'), isOther],
  ['the kind of a measure', label('Zorbed $1'), isOther],
  ['whose measure it is', label('$1 of Zorba'), isOther],
];

async function sureFigures(texts: readonly SourceText[]): Promise<Map<string, Printed>> {
  const { issuers } = await convertCorpus(texts, 'published');
  const facts = issuers.flatMap(({ facts }) => facts);
  return new Map(
    facts
      .filter(isInTable)
      .filter(({ doubt }) => doubt === '')
      .map((fact) => [`${fact.document} ${fact.line}.${fact.cell} ${fact.raw}`, fact]),
  );
}

const plain = await sureFigures(sources);

test.each(ROWS)('where %s is told in unknown words nothing is misread', async (_, respell, isSame) => {
  const respelled = sources.map((source) => textSource(source.issuer, source.name, respell(textOf(source))));
  expect(respelled.map(textOf)).not.toEqual(sources.map(textOf));
  const now = await sureFigures(respelled);
  const misread = [...plain].flatMap(([place, before]) => {
    const after = now.get(place);
    return after && !isSame(before, after)
      ? [
          `${place}: ${before.label} ${told(before)} ${before.period} ${before.value} ${before.unit} -> ${told(after)} ${after.period} ${after.value} ${after.unit}`,
        ]
      : [];
  });
  expect(misread).toEqual([]);
});

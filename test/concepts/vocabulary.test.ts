import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldLabel } from '../../src/concepts/fold-label.ts';
import { concepts } from '../../src/concepts/index.ts';
import { LabelIndex } from '../../src/concepts/label-index.ts';
import {
  findConcept,
  findMember,
  findSection,
  type LabelContext,
  makeConceptId,
  makeMemberId,
} from '../../src/concepts/vocabulary.ts';
import { readCases } from './cases.ts';

const issuerNames = ['Internet Initiative Japan Inc.', 'IIJ'];
const nowhere: LabelContext = { enclosing: [], issuerNames };

for (const [label = '', text, sense] of readCases('folding.tsv')) {
  test(`folds ${label}`, () => expect(foldLabel(label)).toEqual({ text, sense: Number(sense) }));
}

for (const [heading = '', section = ''] of readCases('sections.tsv')) {
  test(`the heading ${heading} is ${section || 'no section'}`, () => {
    expect(findSection(heading, nowhere)?.id ?? '').toBe(section);
  });
}

for (const [axis = '', label = '', member = ''] of readCases('members.tsv')) {
  test(`the ${axis} ${label} is ${member || 'unknown'}`, () => {
    expect(findMember(axis, label, issuerNames)?.id ?? '').toBe(member);
  });
}

test('a concept that a standard defines has the name of its element', () => {
  const others = concepts.filter(({ id, element }) => element !== '' && element.split(':')[1] !== id);
  expect(others.map(({ id, element }) => `${id} is ${element}`)).toEqual([]);
});

test('says when a label is spelled wrong', () => {
  expect(findConcept('INVESTMENTS IN EQUITY METHOD INVESTEEES', nowhere)?.spelling).toBe('near');
  expect(findConcept('INVESTMENTS IN EQUITY METHOD INVESTEES', nowhere)?.spelling).toBe('alias');
});

describe('a slip of the pen', () => {
  const LABELS = [
    'goodwill',
    'cost of goods sold',
    'accumulated depreciation',
    'amortization of intangible asset',
  ];
  const index = new LabelIndex<string>();
  for (const label of LABELS) index.add(label, label);
  const slip = fc.constantFrom(...LABELS).chain((label) => fc.tuple(fc.constant(label), misspelt(label)));

  test('in one long word, or in a space, is seen wherever it stands', () => {
    fc.assert(
      fc.property(slip, ([label, wrong]) => {
        expect(index.near(wrong)).toEqual(wrong.length < 12 ? [] : [label]);
      }),
    );
  });

  test('in two words, in a number or in a known word is none', () => {
    expect(index.near('cosst of goodss sold')).toEqual([]);
    expect(index.near('cost of goods goodwill')).toEqual([]);
    expect(index.near('acumulated depreciatoin')).toEqual([]);
  });
});

/** The label with a letter of a long word doubled, or without one of its spaces. */
const misspelt = (label: string): fc.Arbitrary<string> =>
  fc
    .nat(label.length - 1)
    .filter((at) => label[at] === ' ' || (wordAt(label, at).length >= 8 && !startsWord(label, at)))
    .map(
      (at) => `${label.slice(0, at)}${label[at] === ' ' ? '' : label[at]?.repeat(2)}${label.slice(at + 1)}`,
    );

const startsWord = (label: string, at: number): boolean => at === 0 || label[at - 1] === ' ';
const wordAt = (label: string, at: number): string =>
  /^\w*/.exec(label.slice(label.lastIndexOf(' ', at) + 1))?.[0] ?? '';

test('statement and kind decide between concepts that are called alike', () => {
  expect(findConcept('Gross margin', { ...nowhere, kind: 'percent' })?.concept.id).toBe('GrossMarginRatio');
  expect(findConcept('Gross margin', { ...nowhere, kind: 'monetary' })?.concept.id).toBe('GrossProfit');
  expect(
    findConcept('Stock-based compensation', { ...nowhere, statement: 'equity' })?.concept.statement,
  ).toBe('equity');
  expect(findConcept('Stock-based compensation', { ...nowhere, statement: 'cashFlow' })?.concept.id).toBe(
    'ShareBasedCompensation',
  );
});

test('a label nobody knows gets one id, however its words turn with the sign', () => {
  const path = ['Operating activities'];
  expect(findConcept('Increase in gadget reserves', nowhere)).toBeUndefined();
  expect(makeConceptId(path, 'Increase in gadget reserves')).toBe('OperatingActivityChangeInGadgetReserve');
  expect(makeConceptId(path, 'Decrease (increase) in gadget reserves')).toBe(
    makeConceptId(path, 'Increase in gadget reserves'),
  );
  expect(makeConceptId([], '—')).toBe('Unnamed');
  expect(makeConceptId([], 'Goodwill')).toBe('GoodwillLine');
  expect(makeConceptId([], 'much too long '.repeat(1000)).length).toBeLessThan(80);
  expect(makeMemberId('North America & Asia')).toBe('north-america-asia');
});

test('hostile labels are unknown, and their cost grows with their length only', () => {
  expect(findConcept('a'.repeat(100_000), nowhere)).toBeUndefined();
  expect(findConcept('(loss '.repeat(10_000), nowhere)).toBeUndefined();
  expect(findConcept('attributable to '.repeat(5_000), nowhere)).toBeUndefined();
  expect(findConcept(`(${'us$'.repeat(30_000)}x`, nowhere)).toBeUndefined();
  expect(findConcept('a, net of '.repeat(10_000), nowhere)).toBeUndefined();
  expect(findConcept('<script>alert(1)</script>', nowhere)).toBeUndefined();
});

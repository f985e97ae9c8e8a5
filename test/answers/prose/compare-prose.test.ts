import { describe, expect, test } from 'vitest';
import { duration } from '../../../src/model/period.ts';
import { DOCUMENTS } from '../expand.ts';
import { compareProse, type ProseField, shareRight } from './compare-prose.ts';
import { expectedProse } from './expand-prose.ts';
import { factsOf } from './facts-of-key.ts';

const [HALF_YEAR, FULL_YEAR] = DOCUMENTS;

describe('comparing with the key', () => {
  test.each(DOCUMENTS)('finds nothing where facts are as they should be: %s', (document) => {
    const comparison = compareProse(factsOf(document), document);
    expect(comparison).toEqual({ statements: expectedProse(document).length, differences: [] });
    expect(shareRight(comparison, ['value', 'unit', 'column', 'period', 'measure'])).toBe(1);
  });

  const one = factsOf(FULL_YEAR).findIndex(({ line, raw }) => line === 92 && raw === 'JPY106,248');

  test.each<[ProseField, object]>([
    ['value', { value: '106248' }],
    ['unit', { unit: 'USD' }],
    ['period', { period: duration('2011-04-01', '2012-03-31') }],
    ['basis', { basis: 'target' }],
    ['polarity', { polarity: -1 }],
    ['raw', { raw: '106,248' }],
    ['measure', { concept: 'cost' }],
    ['measure', { concept: 'revenue in other words' }],
  ])('tells a wrong %s', (field, wrong) => {
    const facts = factsOf(FULL_YEAR).map((fact, index) => (index === one ? { ...fact, ...wrong } : fact));
    const { differences } = compareProse(facts, FULL_YEAR);
    expect(differences.map(({ line, field }) => [line, field])).toEqual([[92, field]]);
  });

  test('tells what is missing and what is too much', () => {
    const facts = factsOf(FULL_YEAR).map((fact, index) =>
      index === one ? { ...fact, id: 'made up', line: 93, column: 1 } : fact,
    );
    const comparison = compareProse(facts, FULL_YEAR);
    expect(comparison.differences.map(({ line, field }) => [line, field])).toEqual([
      [92, 'missing'],
      [93, 'surplus'],
    ]);
    expect(shareRight(comparison, [])).toBe(1 - 1 / comparison.statements);
  });

  test('leaves open what the key leaves open', () => {
    const facts = factsOf(HALF_YEAR).map((fact) =>
      fact.value === '200' ? { ...fact, raw: '200', column: fact.column + 2, unit: 'new shares' } : fact,
    );
    expect(compareProse(facts, HALF_YEAR).differences).toEqual([]);
  });
});

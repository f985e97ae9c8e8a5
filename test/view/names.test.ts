import { expect, test } from 'vitest';
import { NO_CHECKS, settle } from '../../scripts/6-check/settle.ts';
import type { Fact } from '../../src/model/fact.ts';
import { Settled } from '../../src/model/settled.ts';
import { dimensionLabel, figureNames, measureLabel, partOfFact } from '../../src/view/names.ts';

const fact = (known: Partial<Fact>): Fact =>
  ({ id: 'a', concept: '', label: '', header: [], section: [], dimensions: '', ...known }) as Fact;

const NAMES = [
  ['a row', { concept: 'TollsReceived', label: 'Tolls received' }, 'Tolls received'],
  ['a head over rows of periods', { concept: 'RecurringProfit', label: 'Full fiscal year', header: ['Recurring profit'] }, 'Recurring profit'],
  ['a heading above rows of dates', { concept: 'NumberOfTreasuryShare', label: 'As of March 31, 2031', section: ['Number of treasury shares'] }, 'Number of treasury shares'],
  ['a row under headings of its own', { concept: 'RoadsTollsReceived', label: 'Tolls received (¥ million)', section: ['Roads'] }, 'Tolls received'],
  ['a row of a list', { concept: 'ProvisionForDoubtfulDebt', label: '- Provision for doubtful debts' }, 'Provision for doubtful debts'],
  ['a row with a note', { concept: 'NetDebtNote5Iv', label: 'Net Debt (Note 5(iv))¹' }, 'Net Debt'],
  ['its id where its row has no label', { concept: 'EquitySubtotal', label: '', section: ['EQUITY'] }, 'Equity subtotal'],
  ['the vocabulary', { concept: 'Revenues', label: 'Net sales' }, 'Revenues'],
] as const; // biome-ignore format: a name a line

for (const [what, known, expected] of NAMES)
  test(`a measure is named by ${what}`, () =>
    expect(measureLabel(fact(known as Partial<Fact>))).toBe(expected));

test('a part is named as releases write it', () => {
  const part = fact({
    concept: 'Revenues',
    label: 'Ferry Services',
    dimensions: 'segment=ferry-service',
    issuer: 'norrland',
    value: '1',
  });
  const facts = new Settled([part], settle([part], NO_CHECKS));
  expect(partOfFact(facts, part)).toBe('Ferry Services');
});

test.each([
  ['AdjustedEarning', 'Adjusted earnings', 'variant=adjusted', ['Adjusted earnings']],
  ['Asia', 'Asia', 'region=asia', ['Asia']],
  ['TollsReceived', 'Tolls received', 'region=asia', ['Tolls received', 'Asia']],
  ['TollsReceived', 'Tolls received', '', ['Tolls received']],
])('%s, called %s, of %s', (concept, label, dimensions, names) => {
  const told = fact({ concept, label, dimensions, issuer: 'a', value: '1' });
  expect(figureNames(new Settled([told], settle([told], NO_CHECKS)), told)).toEqual(names);
});

test.each([
  ['Building Materials', 'product=major-product-line-building-material'],
  ['Décor', 'product=major-product-line-dcor'],
])('a part that a tag names after what it is one of is %s as its row is', (label, dimensions) => {
  const part = fact({ concept: 'Revenues', label, section: ['Line'], dimensions, issuer: 'a', value: '1' });
  expect(partOfFact(new Settled([part], settle([part], NO_CHECKS)), part)).toBe(label);
});

test.each([
  ['variant=non-gaap', 'Non-GAAP'],
  ['segment=us-retail', 'US retail'],
  ['variant=adjusted-ebitda;segment=north-sea', 'Adjusted EBITDA, North sea'],
])('a member that nobody prints is spelled by its id: %s', (dimensions, expected) => {
  expect(dimensionLabel(dimensions)).toBe(expected);
});

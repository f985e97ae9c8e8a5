import { expect, test } from 'vitest';
import { measureNames } from '../../scripts/output/measure-names.ts';
import { memberNames } from '../../scripts/output/member-names.ts';
import type { IssuerData } from '../../src/model/corpus.ts';
import type { Fact } from '../../src/model/fact.ts';

const fact = (known: Partial<Fact>): Fact =>
  ({ concept: '', label: '', header: [], section: [], ...known }) as Fact;

const NAMES = [
  ['the vocabulary', [{ concept: 'Revenues', label: 'Net sales' }], 'Revenues'],
  ['its issuer’s settings', [{ concept: 'Tolls', label: 'Tolls (net)' }], 'Bridge tolls'],
  ['its row and the headings above', [{ concept: 'RoadTollReceived', label: 'Tolls received (Note 5)', section: ['Statement', 'Roads'] }], 'Roads, Tolls received'],
  ['the head of its column', [{ concept: 'SavingDepositRate', label: 'Savings deposits', header: ['2031', 'RATE (1)'] }], 'Savings deposits, RATE (1)'],
  ['a head over rows of periods', [{ concept: 'RecurringProfit', label: 'Full fiscal year', header: ['Recurring profit'] }], 'Recurring profit'],
  ['its own row, not one of a part', [{ concept: 'Warehouse', label: 'Canada' }, { concept: 'Warehouse', label: 'warehouses' }], 'warehouses'],
  ['its tag, where no row says it', [{ concept: 'AllocatedShareCost', label: 'Cost of revenue' }], 'Allocated share cost'],
  ['its id, where the row has no label', [{ concept: 'MarketingSaleSubtotal', section: ['Marketing and sales'] }], 'Marketing sale subtotal'],
] as const; // biome-ignore format: a name a line

test.each(NAMES)('a measure is named after %s', (_, stated, expected) => {
  const facts = stated.map((known) => fact(known as Partial<Fact>));
  const issuer = { measures: [{ id: 'Tolls', label: 'Bridge tolls' }] };
  expect([...measureNames({ issuer, facts } as unknown as IssuerData)]).toEqual([
    [facts[0]?.concept, expected],
  ]);
});

test.each([
  ['equity=common-stock', 'Ordinary shares', 'Common stock'],
  ['segment=north-sea', 'North Sea¹', 'North Sea'],
  ['product=line-dcor', 'Décor', 'Décor'],
  ['region=north-sea', 'Revenues', 'North sea'],
])('the part %s is named in all files as its row %s has it', (dimensions, label, expected) => {
  const facts = [fact({ concept: 'Revenues', label, dimensions })];
  expect([...memberNames({ facts } as unknown as IssuerData)]).toEqual([[dimensions, expected]]);
});

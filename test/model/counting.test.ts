import { expect, test } from 'vitest';
import { countEdits } from '../../src/model/count-edits.ts';
import { areHalf, areMost } from '../../src/model/majority.ts';
import { findMostFrequent } from '../../src/model/most-frequent.ts';

test.each([
  { votes: [], most: false, half: true },
  { votes: [true, false], most: false, half: true },
  { votes: [true, true, false], most: true, half: true },
  { votes: [true, false, false], most: false, half: false },
])('$votes: most $most, half $half', ({ votes, most, half }) => {
  expect([areMost(votes, Boolean), areHalf(votes, Boolean)]).toEqual([most, half]);
});

test.each([
  { values: [], found: undefined },
  { values: [3, 1, 3], found: 3 },
  { values: [3, 1], found: 3 },
  { values: [3, 1], order: (a: number, b: number) => a - b, found: 1 },
])('most frequent of $values: $found', ({ values, order, found }) => {
  expect(findMostFrequent(values, order)).toBe(found);
});

test.each([
  ['revenue', 'revenue', 0],
  ['revenue', 'revneue', 1],
  ['revenue', 'revenues', 1],
  ['investes', 'investees', 1],
  ['cost', 'costs of sales', 10],
  ['', 'cost', 4],
])('%s to %s takes %i edits', (from, to, edits) => {
  expect(countEdits(from, to)).toBe(edits);
});

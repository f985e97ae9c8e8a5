import { expect, test } from 'vitest';
import { documentOf, type Fact, isPrinted } from '../../src/model/fact.ts';

const told = {
  id: 'acme/derived#Revenues/2024',
  issuer: 'acme',
  label: 'Revenues',
  concept: 'Revenues',
  aspect: 'amount',
  basis: 'reported',
  dimensions: '',
  period: '2024-01-01/2024-12-31',
  compared: '',
  unit: 'USD',
  value: '12',
  polarity: 1,
  qualifier: 'exact',
  decimals: 0,
  doubt: '',
} as const;
const fact: Fact = { ...told, origin: 'derived', inputs: ['acme/2025-02-12-fy2024#L3.1:1'], tolerance: '0' };
const asked: Fact = fact;

test('a derived fact has no place in a document', () => {
  expect(isPrinted(asked)).toBe(false);
  expect(documentOf(asked)).toBe('');
});

test('nobody reads a line before it is known that a document prints the fact, nor inputs before it is derived', () => {
  const readers = [
    // @ts-expect-error a derived fact stands in no line
    (one: Fact) => one.line,
    // @ts-expect-error and is printed nowhere
    (one: Fact) => one.raw,
    // @ts-expect-error a printed fact was worked out of nothing
    (one: Fact) => one.inputs,
    (one: Fact) => (isPrinted(one) ? one.line : one.inputs.length),
  ];
  expect(readers.map((read) => read(asked))).toEqual([
    undefined,
    undefined,
    ['acme/2025-02-12-fy2024#L3.1:1'],
    1,
  ]);
});

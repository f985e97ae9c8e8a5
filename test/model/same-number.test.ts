import { expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import { isSameFigure, mayBeOneNumber } from '../../src/model/same-number.ts';

const fact = (value: string, decimals: number): Fact =>
  ({ value, decimals, unit: 'JPY', polarity: 1, qualifier: 'exact' }) as Fact;

test.each([
  ['the same digits', fact('52813000000', -6), fact('52813000000', -6), true, true],
  ['one that rounds to the other', fact('52813400000', -5), fact('52813000000', -6), true, true],
  ['the last digit moved', fact('52813000000', -6), fact('52814000000', -6), false, true],
  ['another number', fact('52813000000', -6), fact('52819000000', -6), false, false],
])('%s', (_, a, b, isSame, mayBeOne) => {
  expect([isSameFigure(a, b), mayBeOneNumber(a, b)]).toEqual([isSame, mayBeOne]);
});

import { expect, test } from 'vitest';
import type { MeasuredAmount } from '../../src/charts/reading/measured.ts';
import { scaleInForm } from '../../src/charts/scale.ts';
import type { Fact } from '../../src/model/fact.ts';
import { around } from '../../src/model/quantity.ts';

const of = (value: number, decimals: number, derived = false): MeasuredAmount => ({
  ...around(value, 10 ** -decimals / 2),
  facts: [],
  fact: { decimals } as Fact,
  derived,
  unit: 'USD',
});

test.each([
  ['amounts in millions', [of(2_312e6, -6), of(2_219e6, -6)], 'USD millions', ['2,312', '2,219']],
  [
    'one that was worked out of rounded ones',
    [of(2_312e6, -6), of(2_260e6, -7, true)],
    'USD millions',
    ['2,312', '2,260'],
  ],
  ['one that is printed in billions', [of(2_312e6, -6), of(2_260e6, -7)], 'USD millions', ['2,312', '2,260']],
  ['nothing but such', [of(2_310e6, -7), of(2_260e6, -7)], 'USD billions', ['2.31', '2.26']],
  ['amounts printed finer than the page', [of(106_248_123_000, -3)], 'USD millions', ['106,248']],
])('%s', (_, amounts, unit, told) => {
  const scale = scaleInForm(amounts, { scale: 6, places: 0 });
  expect(scale.name).toBe(unit);
  expect(amounts.map((amount) => scale.figure(amount))).toEqual(told);
});

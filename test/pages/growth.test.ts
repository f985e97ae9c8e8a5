import { expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import { deriveDifference, deriveGrowth } from '../../src/view/growth.ts';

const fact = (value: string, decimals: number | null, unit = 'JPY') =>
  ({ value, decimals, unit, polarity: 1 }) as Fact;

/** Now, before (value and decimals as printed) and the growth that may be told. */
const GROWTHS: readonly (readonly [Fact, Fact, string | undefined, string])[] = [
  [fact('106248000000', -6), fact('97315000000', -6), '9.2', 'known to the tenth'],
  [fact('9639000000', -6), fact('11659000000', -6), '(17.3)', 'a fall'],
  [fact('71000000', -6), fact('67000000', -6), undefined, 'not even the percent is known'],
  [fact('150000000', -6), fact('140000000', -6), '7', 'only the percent is known'],
  [fact('239000000', -6), fact('-194000000', -6), undefined, 'from a loss'],
  [fact('-12000000', -6), fact('44000000', -6), undefined, 'to a loss'],
  [fact('5000000', -6), fact('', null), undefined, 'from nil'],
];

for (const [now, before, expected, why] of GROWTHS)
  test(`growth, ${why}`, () => expect(deriveGrowth(now, before)?.text).toBe(expected));

/** Now, before and their difference in millions, or in points. */
const DIFFERENCES: readonly (readonly [Fact, Fact, string | undefined, string])[] = [
  [fact('5317347000', -3), fact('3574510000', -3), '1,742.837', 'to the last digit of both'],
  [fact('5317000000', -6), fact('3574510000', -3), '1,742', 'to the last digit of the coarser'],
  [fact('', null), fact('94000000', -6), '(94)', 'nil is nought'],
  [fact('', null), fact('', null), undefined, 'of two nils none'],
];

for (const [now, before, expected, why] of DIFFERENCES)
  test(`difference, ${why}`, () => expect(deriveDifference(now, before, 6)?.text).toBe(expected));

test('what is worked out says what it is told in', () => {
  const [now, before] = [fact('5317000000', -6), fact('3574510000', -3)];
  expect(deriveDifference(now, before, 6)?.toldIn).toBe('JPY millions');
  expect(deriveGrowth(now, before)?.toldIn).toBe('%');
});

test('the difference of two ratios is in points', () => {
  expect(deriveDifference(fact('7.3', 1, 'percent'), fact('6.5', 1, 'percent'), 0)).toMatchObject({
    text: '0.8',
    value: '0.8',
    unit: 'points',
    toldIn: 'points',
  });
});

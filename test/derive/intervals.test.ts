import { expect, test } from 'vitest';
import { formatDecimal } from '../../src/model/decimal.ts';
import { between, decimalsKnown, meets, minus, over, plus } from '../../src/model/quantity.ts';

const of = between;

test.each([
  ['ends that touch meet', of(1, 2), of(2, 3), true],
  ['ends that touch but for floating point meet', of(0, 0.1 + 0.2), of(0.3, 1), true],
  ['a gap does not', of(1, 2), of(2.01, 3), false],
  ['a bound meets whatever is beyond it', of(100, Number.POSITIVE_INFINITY), of(106, 107), true],
  ['and nothing before it', of(100, Number.POSITIVE_INFINITY), of(98, 99), false],
] as const)('%s', (_, a, b, expected) => {
  expect(meets(a, b)).toBe(expected);
});

test('what is left open adds up, whether numbers are added or taken off', () => {
  expect(plus(of(9, 11), of(4, 6))).toEqual(of(13, 17));
  expect(minus(of(9, 11), of(4, 6))).toEqual(of(3, 7));
});

test('nothing is told over what may be zero', () => {
  expect(over(of(1, 2), of(-1, 1))).toBeUndefined();
  expect(over(of(-4, 4), of(2, 2))).toMatchObject({ low: -2, high: 2 });
});

test.each([
  [of(999.5, 1000.5), 0],
  [of(24841262000, 24841264000), -3],
  [of(25581087500, 25581090500), -4],
  [of(9.14, 9.16), 1],
  [of(9, 10.4), 0],
])('of %o the last digit that is known stands at %d', (interval, decimals) => {
  expect(decimalsKnown(interval, 1)).toBe(decimals);
});

test.each([
  [25581089000, -4, '25581090000'],
  [-0.04, 1, '0.0'],
  [1e15, -3, '1000000000000000'],
  [9.1449, 1, '9.1'],
])('%d to %d places is %s', (value, decimals, text) => {
  expect(formatDecimal(value, decimals)).toBe(text);
});

import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import {
  formatAmount,
  formatBasis,
  formatBytes,
  formatCounted,
  formatDate,
  formatFact,
  formatPeriod,
  formatRaw,
  formatSpan,
  formatUnit,
  placesBeside,
  printedScale,
  signOfRise,
} from '../../src/model/format.ts';

/** Rows of arguments and the words that come of them. */
function rows<A extends readonly unknown[]>(
  title: string,
  format: (...args: A) => string,
  cases: readonly (readonly [...A, string])[],
): void {
  describe(title, () => {
    for (const one of cases) {
      const args = one.slice(0, -1) as unknown as A;
      test(JSON.stringify(args), () => expect(format(...args)).toBe(one.at(-1)));
    }
  });
}

rows('an amount', formatAmount as (value: string, scale: number, places: number) => string, [
  ['106248000000', 6, 0, '106,248'],
  ['106248486000', 6, 0, '106,248'],
  ['106248500000', 6, 0, '106,249'],
  ['-16693000', 6, 0, '(17)'],
  ['-400000', 6, 0, '0'],
  ['-0.04', 0, 1, '0.0'],
  ['-0.05', 0, 1, '(0.1)'],
  ['9.2', 0, 1, '9.2'],
  ['-17.3', 0, 1, '(17.3)'],
  ['0', 0, 0, '0'],
  ['130.76', 0, 2, '130.76'],
  ['1128400000', 6, 1, '1,128.4'],
  ['5', 0, 2, '5.00'],
  ['999', 0, 0, '999'],
  ['1000', 0, 0, '1,000'],
  ['123456789012345678901234567890', 0, 0, '123,456,789,012,345,678,901,234,567,890'],
]);

const fact = (value: string, decimals: number | null, polarity: 1 | -1 = 1) =>
  ({ value, decimals, polarity }) as Fact;

rows('a fact as printed', (value: string, decimals: number | null) => formatFact(fact(value, decimals)), [
  ['106248000000', -6, '106,248'],
  ['106248486000', -3, '106,248,486'],
  ['1128400000', -5, '1,128.4'],
  ['6200000000', -8, '6.2'],
  ['9.2', 1, '9.2'],
  ['', null, '–'],
]);

rows(
  'a fact in its own sense, in millions',
  (value: string, decimals: number, polarity: 1 | -1) => {
    const one = fact(value, decimals, polarity);
    return formatFact(one, 6, placesBeside(one, 6));
  },
  [
    ['64003000', -3, 1, '64'],
    ['12000000', -6, -1, '(12)'],
    ['-12000000', -6, -1, '12'],
    ['0', -6, -1, '0'],
  ],
);

rows('a scale', (decimals: number | null) => String(printedScale(fact('1', decimals))), [
  [-6, '6'],
  [-3, '3'],
  [-5, '6'],
  [-8, '9'],
  [1, '0'],
  [0, '0'],
  [null, '0'],
]);

rows('a number as printed', formatRaw, [
  ['-', '–'],
  ['—', '–'],
  ['(2,077)', '(2,077)'],
  ['-5', '-5'],
]);

rows('the sign of a rise', signOfRise, [
  ['9.2', '+'],
  ['(17.3)', ''],
  ['0.0', ''],
  ['–', ''],
]);

rows('a unit', formatUnit as (unit: string, scale: number) => string, [
  ['JPY', 6, 'JPY millions'],
  ['USD', 3, 'USD thousands'],
  ['EUR', 0, 'EUR'],
  ['JPY/share', 0, 'JPY a share'],
  ['USD/ADS', 0, 'USD an ADS'],
  ['JPY/USD', 0, 'JPY per USD'],
  ['percent', 0, '%'],
  ['points', 0, 'points'],
  ['shares', 3, 'thousand shares'],
  ['contracts', 0, 'contracts'],
]);

rows('a count of things', formatCounted, [
  [0, 'release', '0 releases'],
  [1, 'release', '1 release'],
  [12, 'line', '12 lines'],
  [1049, 'fact', '1,049 facts'],
]);

rows('a size', formatBytes, [
  [19, '19 bytes'],
  [14_400, '14 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [2_345_678, '2.3 MB'],
]);

rows('a date', formatDate, [['2013-05-05', '5 May 2013']]);

rows('the dates of a period', formatPeriod, [
  ['2012-04-01/2013-03-31', '1 April 2012 to 31 March 2013'],
  ['2013-03-31', '31 March 2013'],
]);

rows('a period without a name', formatSpan, [
  ['2012-04-01/2013-03-31', 'year to 31 March 2013'],
  ['2012-07-01/2012-09-30', 'three months to 30 September 2012'],
  ['2012-04-01/2012-04-30', 'one month to 30 April 2012'],
  ['2011-04-01/2013-03-31', '24 months to 31 March 2013'],
  ['2013-03-31', '31 March 2013'],
]);

rows('a basis', formatBasis, [
  [{ accounting: 'US GAAP', scope: 'consolidated', audit: 'unaudited' }, 'US GAAP, consolidated, unaudited'],
  [{ accounting: '', scope: 'non-consolidated', audit: '' }, 'non-consolidated'],
  [{ accounting: '', scope: '', audit: '' }, ''],
]);

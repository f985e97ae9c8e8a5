import { expect, test } from 'vitest';
import { findPeriods } from '../../scripts/grammar/periods.ts';
import type { Calendar } from '../../src/model/calendar.ts';

/** Years end in March and are named by the year that they begin in. */
const MARCH: Calendar = { endMonth: 3, labelOffset: 1 };
/** Years end in December. */
const DECEMBER: Calendar = { endMonth: 12, labelOffset: 0 };

const YEAR = '2012-04-01/2013-03-31';
const FOURTH = '2013-01-01/2013-03-31';
const HALF = '2012-04-01/2012-09-30';
const NINE = '2012-04-01/2012-12-31';

test.each([
  [
    YEAR,
    [
      'FY2012',
      'FY 12',
      'FY’12',
      'fiscal 2012',
      'Fiscal Year 12',
      'FY2012-13',
      'FY12/13',
      'FY3/13',
      'FY3/2013',
      'FY2013/3',
    ],
  ],
  [YEAR, ['fiscal year ended March 31, 2013', 'year ended Mar. 31, 2013', 'twelve months to 31 March 2013']],
  [FOURTH, ['4Q12', '4Q’12', '4Q FY12', 'Q4 FY2012', 'FY12 Q4', 'FY2012 4Q', '4Q FY3/13', 'FY3/13 4Q']],
  [
    FOURTH,
    ['4th Quarter FY12', 'fourth quarter of FY2012', 'fourth quarter of fiscal 12', 'fourth quarter 2012/13'],
  ],
  [
    HALF,
    [
      '1H12',
      '1H FY12',
      'H1 FY2012',
      'FY12 H1',
      'first half of FY12',
      'first half ’12',
      'Six months ended Sep. 30, 2012',
    ],
  ],
  [
    NINE,
    [
      '9M12',
      '9M FY12',
      'nine months of FY12',
      'nine months of fiscal 2012',
      'Nine Months ended 31 December 2012',
    ],
  ],
])('%s is told in many ways', (period, wordings) => {
  expect(wordings.filter((text) => findPeriods(text, MARCH)[0]?.period !== period)).toEqual([]);
});

test('a half of a calendar year is told in many ways', () => {
  const wordings = [
    'H1 2025',
    'First Half 2025',
    '6M 2025',
    'half-year report 2025',
    '2025 half-year results',
    '2025 interim report',
    'Interim report January – June 2025',
    '01.01.–30.06.2025',
    '1.1. - 30.6.2025',
    '1-6/2025',
    '1 January to 30 June 2025',
    'for the six-month period to 30 June 2025',
    'H1 2025¹',
    'six months ended June 30, 2025⁽²⁾',
  ];
  expect(
    wordings.filter((text) => findPeriods(text, DECEMBER)[0]?.period !== '2025-01-01/2025-06-30'),
  ).toEqual([]);
});

test.each([
  ['12 contracts are no year', 'first half 12 contracts', MARCH, []],
  ['a month that ends no year is none', 'FY2013/6', MARCH, ['2013-04-01/2014-03-31']],
  ['a year before what is no report is by itself', 'sold in 2025 half of its stores', DECEMBER, []],
  ['both years name one, whatever month it ends with', 'FY12/13', DECEMBER, ['2013-01-01/2013-12-31']],
])('%s', (_, text, calendar, periods) => {
  expect(findPeriods(text, calendar).map(({ period }) => period)).toEqual(periods);
});

import { expect, test } from 'vitest';
import {
  type Calendar,
  fiscalPart,
  fiscalPeriod,
  periodName,
  periodSlug,
  slugYearsOn,
  yearsOn,
} from '../../src/model/calendar.ts';
import { quarterEnd } from '../../src/model/fiscal-quarters.ts';
import { lastDay, monthsIn, opening } from '../../src/model/period.ts';

const MARCH: Calendar = { endMonth: 3, labelOffset: 1 };
const JANUARY: Calendar = { endMonth: 1, labelOffset: 1, weeks: [13, 13, 13, 13] };

/** Calendar, period, years on, slug. */
const SLUGS: readonly (readonly [Calendar, string, number, string])[] = [
  [MARCH, '2012-04-01/2013-03-31', -1, 'fy2011'],
  [MARCH, '2012-07-01/2012-09-30', -1, '2q11'],
  [MARCH, '2012-04-01/2012-09-30', 1, '1h13'],
  [JANUARY, '2024-05-05/2024-08-03', -1, '2q23'],
  [JANUARY, '2024-02-04/2024-08-03', 0, '1h24'],
  [MARCH, '2012-05-01/2012-06-30', -1, ''],
  [MARCH, '2013-03-31', -1, ''],
];

test.each(SLUGS)('%j: %s, %i years on, is %s', (calendar, period, years, slug) => {
  expect(slugYearsOn(calendar, period, years)).toBe(slug);
});

/** Years of weeks as their issuers close them: the last known end, the rule in words, ends of the years after. */
const WEEK_YEARS: readonly (readonly [string, Calendar, readonly string[]])[] = [
  [
    'the Saturday nearest to the end of January',
    { ...JANUARY, ends: { [4 * 2023 + 4]: '2023-01-28' } },
    ['2024-02-03', '2025-02-01', '2026-01-31'],
  ],
  [
    'the last Sunday of January',
    { ...JANUARY, closes: 'last', ends: { [4 * 2023 + 4]: '2023-01-29' } },
    ['2024-01-28', '2025-01-26', '2026-01-25', '2027-01-31'],
  ],
  [
    'the Sunday nearest to the end of August, quarters of 12, 12, 12 and 16 weeks',
    {
      endMonth: 8,
      labelOffset: 0,
      closes: 'nearest',
      weeks: [12, 12, 12, 16],
      ends: { [4 * 2022 + 4]: '2022-08-28' },
    },
    ['2023-09-03', '2024-09-01'],
  ],
];

test.each(WEEK_YEARS)('years close on %s', (_, calendar, ends) => {
  const [known = 0] = Object.keys(calendar.ends ?? {}).map(Number);
  expect(ends.map((_, i) => quarterEnd(calendar, known + 4 * (i + 1)))).toEqual(ends);
});

test.each([
  ['2025-03-01/2025-03-31', 'm2503'],
  ['2024-07-01/2025-06-30', 'ttm-2506'],
  ['2025-01-05/2025-02-28', 't-2025-01-05-2025-02-28'],
  ['1998-07-01/1998-09-30', '3q98'],
  ['2025-07-01/2025-09-30', '3q25'],
  ['1925-07-01/1925-09-30', '3q1925'],
  ['1925-03-01/1925-03-31', 'm192503'],
])('%s is %s', (span, slug) => {
  expect(periodSlug({ endMonth: 12, labelOffset: 0 }, span)).toBe(slug);
});

const PARTS = ['1q', '2q', '3q', '4q', '1h', '2h', '9m', 'fy'] as const;

/** Calendars of months and of weeks, whatever month their years end in. */
const CALENDARS: readonly Calendar[] = Array.from({ length: 12 }, (_, i) => i + 1).flatMap((endMonth) => [
  { endMonth, labelOffset: 0 },
  { endMonth, labelOffset: 1, endDay: 20 },
  {
    endMonth,
    labelOffset: 1,
    weeks: [13, 13, 13, 13] as const,
    ends: { [4 * 2020 + 4]: `2020-${String(endMonth).padStart(2, '0')}-28` },
  },
  {
    endMonth,
    labelOffset: 0,
    closes: 'last' as const,
    weeks: [16, 12, 12, 12] as const,
    ends: { [4 * 2021 + 4]: `2021-${String(endMonth).padStart(2, '0')}-26` },
  },
]);

test('each part of a year is known by its own days, and its quarters follow one on the other', () => {
  for (const calendar of CALENDARS)
    for (let year = 2010; year <= 2035; year++) {
      for (const part of PARTS)
        expect(fiscalPart(calendar, fiscalPeriod(calendar, year, part)), JSON.stringify(calendar)).toEqual({
          year,
          part,
        });
      const slugs = PARTS.map((part) => periodSlug(calendar, fiscalPeriod(calendar, year, part)));
      expect(new Set(slugs).size).toBe(PARTS.length);
      const [first, second] = [fiscalPeriod(calendar, year, '1q'), fiscalPeriod(calendar, year, '2q')];
      expect(opening(second)).toBe(lastDay(first));
      expect(yearsOn(calendar, fiscalPeriod(calendar, year, '3q'), 1)).toBe(
        fiscalPeriod(calendar, year + 1, '3q'),
      );
    }
});

const AUGUST: Calendar = {
  ...JANUARY,
  endMonth: 8,
  labelOffset: 0,
  closes: 'nearest',
  weeks: [12, 12, 12, 16],
};

/** Calendar, period, its months, its name. */
const NAMED: readonly (readonly [Calendar, string, number, string])[] = [
  [MARCH, '2012-04-01/2012-12-31', 9, 'Nine months of fiscal 2012'],
  [MARCH, '2012-04-01/2012-09-30', 6, 'First half of fiscal 2012'],
  [JANUARY, '2024-02-04/2024-11-02', 9, 'First 39 weeks of fiscal 2024'],
  [JANUARY, '2024-02-04/2024-08-03', 6, 'First half of fiscal 2024'],
  [AUGUST, '2022-08-29/2023-05-07', 9, 'First 36 weeks of fiscal 2023'],
  [AUGUST, '2022-08-29/2023-02-12', 6, 'First 24 weeks of fiscal 2023'],
  [AUGUST, '2023-05-08/2023-09-03', 3, 'Fourth quarter of fiscal 2023'],
  [MARCH, '2012-04-01/2012-07-31', 4, ''],
  [MARCH, '2023-03-01/2023-10-31', 8, ''],
];

test.each(NAMED)('%j: %s has %i months and is %s', (calendar, period, months, name) => {
  expect([monthsIn(period), periodName(calendar, period)]).toEqual([months, name]);
});

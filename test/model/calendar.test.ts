import { expect, test } from 'vitest';
import { type Calendar, slugYearsOn } from '../../src/model/calendar.ts';

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

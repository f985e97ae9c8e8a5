import { expect, test } from 'vitest';
import type { PeriodRecord } from '../../src/model/document.ts';
import { periodBefore } from '../../src/model/year-before.ts';

/** Two years in weeks, the later one of 53. */
const periods = [
  { slug: 'fy2022', period: '2021-10-03/2022-10-01', yearBefore: '' },
  { slug: 'fy2023', period: '2022-10-02/2023-09-30', yearBefore: 'fy2022' },
  { slug: 'fy2024', period: '2023-10-01/2024-10-05', yearBefore: 'fy2023' },
] as unknown as readonly PeriodRecord[];

test.each([
  ['a year that the issuer has', '2023-10-01/2024-10-05', '2022-10-02/2023-09-30'],
  ['the day that ended it', '2024-10-05', '2023-09-30'],
  ['a year with none before it', '2021-10-03/2022-10-01', '2020-10-03/2021-10-01'],
  ['a year to come', '2024-10-06/2025-10-04', '2023-10-01/2024-10-05'],
  ['a period that has no page', '2024-01-01/2024-03-31', '2023-01-01/2023-03-31'],
  ['a day that ends no period', '2024-02-29', '2023-02-28'],
])('a year before %s', (_, period, before) => {
  expect(periodBefore({ periods }, period)).toBe(before);
});

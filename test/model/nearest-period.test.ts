import { expect, test } from 'vitest';
import { timeline } from '../../src/charts/reading/periods.ts';
import { findNearestPeriod } from '../../src/model/nearest-period.ts';
import { type Period, shift } from '../../src/model/period.ts';
import { issuerFromText } from '../pages/issuer-from-text.ts';
import { printedIn } from '../printed-in.ts';

/** Years that end on the last Sunday of January: their quarters end on other days each year. */
const QUARTERS: readonly Period[] = [
  '2023-10-30/2024-01-28',
  '2024-01-29/2024-04-28',
  '2024-04-29/2024-07-28',
  '2024-07-29/2024-10-27',
  '2024-10-28/2025-01-26',
  '2025-01-27/2025-04-27',
];

test('periods of weeks are found by the months that are meant', () => {
  const last = QUARTERS.at(-1) ?? '';
  const found = QUARTERS.map((_, back) => findNearestPeriod(QUARTERS, shift(last, -3 * back)));
  expect(found).toEqual(QUARTERS.toReversed());
});

test('neither another length, nor a day for a span, nor another month is near', () => {
  expect(findNearestPeriod(QUARTERS, '2024-01-29/2025-01-26')).toBeUndefined();
  expect(findNearestPeriod(QUARTERS, '2025-01-26')).toBeUndefined();
  expect(findNearestPeriod(QUARTERS, '2024-11-28/2025-02-26')).toBeUndefined();
  expect(findNearestPeriod(['2025-01-26'], '2025-01-31')).toBe('2025-01-26');
});

const RELEASE = `# Acme Instruments, Inc. Reports First Quarter Fiscal 2026 Results

AUSTIN, Texas, May 28, 2025 – Acme Instruments, Inc. (NYSE: ACM) today announced results for the first quarter ended April 27, 2025.

## Condensed Consolidated Statements of Operations

(in thousands)

	Three Months Ended April 27, 2025	Three Months Ended January 26, 2025	Three Months Ended April 28, 2024
Revenue	$120,400	$115,300	$110,200
Cost of revenue	70,100	68,200	66,300
Gross profit	50,300	47,100	43,900
Operating expenses	30,100	29,300	28,800
Net income	$20,200	$17,800	$15,100
`;

test('a line of quarters of weeks leaves out none that is known', async () => {
  const { record, facts } = await issuerFromText('2025-05-28-fy2026-q1.md', RELEASE);
  const slots = timeline(record, 3, '2025-04-27', 8);
  const told = slots.map(
    ({ name, period }) => `${name} ${printedIn(facts.find({ concept: 'Revenues', period })) ?? '–'}`,
  );
  expect(told).toEqual(['1Q25 $110,200', '2Q25 –', '3Q25 –', '4Q25 $115,300', '1Q26 $120,400']);
});

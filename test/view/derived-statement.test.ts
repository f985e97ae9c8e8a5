import { expect, test } from 'vitest';
import { derivedStatement } from '../../src/view/derived-statements.ts';
import { issuerFromText } from '../pages/issuer-from-text.ts';

/** The nine months follow from the year and its last quarter; a reconciliation has more rows than the statement. */
const RELEASE = `# Acme Circuits, Inc.

Fourth quarter and fiscal year ended December 31, 2025

## Consolidated Statements of Income

USD millions	Three Months Ended December 31, 2025	Twelve Months Ended December 31, 2025
Revenue	1,200	4,300
Cost of revenue	480	1,720
Gross profit	720	2,580
Research and development	210	800
Sales, general and administrative	110	420
Operating income	400	1,360
Income before income tax	400	1,360
Income tax expense	80	270
Net income	320	1,090

## Reconciliation of GAAP to Non-GAAP Financial Measures

USD millions	Three Months Ended December 31, 2025	Twelve Months Ended December 31, 2025
GAAP cost of revenue	480	1,720
GAAP gross profit	720	2,580
Acquisition-related costs	6	24
Stock-based compensation expense	4	16
Non-GAAP gross profit	730	2,620
GAAP operating income	400	1,360
Acquisition-related costs	11	44
Stock-based compensation expense	39	156
Non-GAAP operating income	450	1,560
GAAP net income	320	1,090
Acquisition-related costs	11	44
Stock-based compensation expense	39	156
Tax impact of adjustments	(10)	(40)
Non-GAAP net income	360	1,250
`;

test('a statement that no release prints has the rows of one, not of a reconciliation', async () => {
  const issuer = await issuerFromText('2026-02-12-4q2025.md', RELEASE);
  const period = issuer.record.periods.find(({ slug }) => slug === '9m25');
  if (!period) throw new Error('no nine months follow');
  const found = derivedStatement(issuer, period, { id: 'income', title: 'Income', statement: 'income' });
  expect(found?.blocks.map(({ title }) => title)).toEqual(['Consolidated Statements of Income']);
  expect(found?.rows[0]?.cells[0]?.told?.fact.value).toBe('3100000000');
});

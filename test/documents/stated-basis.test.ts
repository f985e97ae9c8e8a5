import { expect, test } from 'vitest';
import { readBasis } from '../../scripts/3-context/stated-basis.ts';

test.each([
  ['Results for the half-year\n\nSales rose 3%.', '', '', ''],
  ['Consolidated Statements of Income (Unaudited)', '', 'consolidated', 'unaudited'],
  ['The figures in this report have not been audited.', '', '', 'unaudited'],
  ['Non-consolidated results\n(Japanese GAAP)', 'Japanese GAAP', 'non-consolidated', ''],
  ['Consolidated results\n\nReference: non-consolidated results', '', 'consolidated', ''],
  ['The pro rata share of such adjustments of unconsolidated subsidiaries.', '', '', ''],
  ['Consolidated income statement, audited\n\nPrepared under IFRS.', 'IFRS', 'consolidated', 'audited'],
  ['The annual accounts were audited by the auditor.', '', '', 'audited'],
  [
    'We will publish our audited annual report, with notes on every business and region, in spring.',
    '',
    '',
    '',
  ],
  ['Interim results (unaudited)\n\nYear to 31 December (audited)', '', '', 'unaudited'],
  ['Prepared under Swiss GAAP FER, not IFRS', 'Swiss GAAP FER', '', ''],
])('%j', (text, accounting, scope, audit) => {
  expect(readBasis(text, 'USD')).toEqual({ accounting, scope, audit });
});

test.each([
  ['GAAP measures and non-GAAP measures', 'USD', 'US GAAP'],
  ['GAAP measures and non-GAAP measures', 'EUR', ''],
  ['Form 6-K\n\nGAAP measures and non-GAAP measures', 'USD', ''],
  ['Form 6-K\n\nNon-GAAP measures, beside those of IFRS', 'GBP', 'IFRS'],
  ['Prepared under U.S. GAAP', 'EUR', 'US GAAP'],
])('takes %j in %s for %j', (text, currency, accounting) => {
  expect(readBasis(text, currency).accounting).toBe(accounting);
});

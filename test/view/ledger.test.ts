import { expect, test } from 'vitest';
import { makeLedger } from '../../src/view/checks-ledger.ts';
import { issuerFromText } from '../pages/issuer-from-text.ts';
import { printedIn } from '../printed-in.ts';

const RELEASE = `# Acme Instruments, Inc. Reports First Quarter Fiscal 2023 Results

AUSTIN, Texas, May 25, 2023 – Acme Instruments, Inc. (NYSE: ACM) today announced results for the first quarter ended March 31, 2023.

## Condensed Consolidated Statements of Operations

(in thousands)

	Three Months Ended March 31, 2023	Three Months Ended March 31, 2022
Net sales	$120,400	$110,200
Cost of sales	70,100	66,300
Net income	$20,200	$15,100

## Fiscal 2023 Outlook

	Prior FY23 Outlook	Updated FY23 Outlook
Net sales	$480 million to $490 million	$490 million to $505 million
`;

test('a range is one target, and what it was before is told once', async () => {
  const issuer = await issuerFromText('2023-05-25-fy2023-q1.md', RELEASE);
  const rows = makeLedger(issuer).flatMap(({ rows }) => rows);
  const told = rows.map(({ measure, targets }) => [
    measure,
    ...targets.map(({ parts, given }) =>
      [...parts.map((part) => (typeof part === 'string' ? part : printedIn(part))), ', ', given].join(''),
    ),
  ]);
  expect(told).toEqual([['Revenues', '$480 to $490, Earlier', '$490 to $505, 25 May 2023']]);
});

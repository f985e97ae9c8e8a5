import { expect, test } from 'vitest';
import { latestCells } from '../../src/view/across-issuers.ts';
import { issuerFromText } from '../pages/issuer-from-text.ts';
import { printedIn } from '../printed-in.ts';

const HALF_YEAR = `# Acme Instruments plc

Half-year results for the six months ended 30 June 2025

Acme Instruments plc today announces its unaudited results for the six months ended 30 June 2025.

## Condensed consolidated income statement

£m	Six months ended 30 June 2025	Six months ended 30 June 2024
Revenue	120.9	137.1
Cost of sales	(64.8)	(75.5)
Gross profit	56.1	61.6
Profit for the period	10.2	15.1

## Condensed consolidated balance sheet

£m	30 June 2025	31 December 2024
Total assets	406.9	416.2
`;

test.each([
  ['Revenues', ['1H24 137.1', '1H25 120.9']],
  ['Assets', ['1H25 406.9']],
])('of an issuer that tells of half-years alone %s stands beside that of others', async (concept, cells) => {
  const issuer = await issuerFromText('2025-08-05-h1.md', HALF_YEAR);
  expect(
    latestCells(issuer, concept).map(({ period, fact }) => `${period.label} ${printedIn(fact)}`),
  ).toEqual(cells);
});

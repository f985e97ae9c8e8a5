import { expect, test } from 'vitest';
import { issuerFromText } from '../pages/issuer-from-text.ts';

/** Most cells of a statement of equity are dashes, which no unit is printed for. */
const RELEASE = `# Acme Power plc

Results for the year ended 31 December 2025

## Consolidated statement of changes in equity

£m	Share capital	Retained earnings	Total equity
Balance at 1 January 2025	71.2	64.8	136.0
Issue of shares	39.6	-	39.6
Share-based payments	-	0.7	0.7
Dividends paid	-	-	-
Purchase of own shares	-	-	-
Transfer between reserves	-	-	-
Profit for the year	-	6.1	6.1
Balance at 31 December 2025	110.8	71.6	182.4
`;

test('a column is told in what its amounts are printed in, however many of its cells are nil', async () => {
  const issuer = await issuerFromText('2026-02-12-fy2025.md', RELEASE);
  const [table] = issuer.documents.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  expect(table?.columns.slice(1).map(({ unit, scale }) => [unit, scale])).toEqual([
    ['GBP', 6],
    ['GBP', 6],
    ['GBP', 6],
  ]);
});

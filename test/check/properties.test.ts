import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import type { Finding } from '../../src/model/finding.ts';
import { formatAmount } from '../../src/model/format.ts';
import { textSource } from '../text-source.ts';

/** Amounts of one year in single units of the currency; everything else of a release follows from them. */
interface Year {
  readonly products: number;
  readonly services: number;
  readonly cost: number;
  readonly marketing: number;
  readonly administration: number;
}

const amount = fc.integer({ min: 1_000_000_000, max: 90_000_000_000 });
const year = fc.record({
  products: amount,
  services: amount,
  cost: amount,
  marketing: amount,
  administration: amount,
});
const RUNS = { numRuns: 60, seed: 20210512 };

test('any consistent statements, each number rounded by itself, give no error', async () => {
  await fc.assert(
    fc.asyncProperty(year, year, async (before, now) => {
      expect(await errorsIn(release(before, now))).toEqual([]);
    }),
    RUNS,
  );
});

test('any figure changed beyond rounding gives an error that names it', async () => {
  const place = fc.record({
    row: fc.nat({ max: 7 }),
    column: fc.constantFrom(1, 2),
    by: fc.integer({ min: 10, max: 9_000_000 }),
  });
  await fc.assert(
    fc.asyncProperty(year, year, place, async (before, now, { row, column, by }) => {
      const lines = release(before, now).split('\n');
      const line = lines.findIndex((text) => text.startsWith('Product revenue')) + row;
      const fields = (lines[line] ?? '').split('\t');
      const printed = Number((fields[column] ?? '').replaceAll(',', '').replace(/\((.+)\)/, '-$1'));
      lines[line] = fields.with(column, formatAmount(String(printed + by))).join('\t');
      const marked = (await errorsIn(lines.join('\n'))).flatMap(({ facts }) => facts);
      expect(marked).toContain(`nordvik/2021-05-12-fy2020#L${line + 1}.${column}:1`);
    }),
    RUNS,
  );
});

async function errorsIn(text: string): Promise<Finding[]> {
  const source = textSource('nordvik', '2021-05-12-fy2020.txt', text);
  const { issuers } = await convertCorpus([source], 'published');
  return issuers.flatMap(({ findings }) => findings.filter(({ verdict }) => verdict === 'error'));
}

/** A release with a statement in thousands, a summary in millions with growth, and a sentence. */
function release(before: Year, now: Year): string {
  const rows = (
    [
      'Product revenue',
      'Service revenue',
      'Total revenues',
      'Cost of revenues',
      'Gross profit',
      'Sales and marketing',
      'General and administrative',
      'Operating income',
    ] as const
  ).map((label, i) => [label, linesOf(before)[i] ?? 0, linesOf(now)[i] ?? 0] as const);
  const summary = rows.filter(([label]) => /^(?:Total|Operating)/.test(label));
  return `Nordvik Industries Inc.

For Immediate Release

**Nordvik Announces Full Year Results for the Fiscal Year Ended March 31, 2021**

Oslo, May 12, 2021 - Nordvik Industries Inc. ("NVK" NASDAQ:NVKI) today announced its results for the fiscal year ended March 31, 2021 ("FY2020").

Consolidated Statements of Income (Unaudited)

	Fiscal Year Ended March 31, 2020	Fiscal Year Ended March 31, 2021
	Thousands of JPY	Thousands of JPY
${rows.map((row) => inThousands(...row)).join('\n')}

Operating Results Summary

	FY2019	FY2020	YoY % Change
	JPY millions	JPY millions	
${summary.map((row) => inMillions(...row)).join('\n')}

Total revenues were JPY${formatAmount(String(linesOf(now)[2]), 6)} million.
`;
}

function linesOf({ products, services, cost, marketing, administration }: Year): number[] {
  const revenues = products + services;
  const gross = revenues - cost;
  return [
    products,
    services,
    revenues,
    cost,
    gross,
    marketing,
    administration,
    gross - marketing - administration,
  ];
}

const inThousands = (label: string, before: number, now: number): string =>
  [label, formatAmount(String(before), 3), formatAmount(String(now), 3)].join('\t');

function inMillions(label: string, before: number, now: number): string {
  const growth = before > 0 ? formatAmount((100 * (now / before - 1)).toFixed(1), 0, 1) : '-';
  return [label, formatAmount(String(before), 6), formatAmount(String(now), 6), growth].join('\t');
}

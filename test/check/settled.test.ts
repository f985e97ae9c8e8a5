import { expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import type { IssuerData } from '../../src/model/corpus.ts';
import { type Fact, factKey } from '../../src/model/fact.ts';
import { meets, printedQuantity } from '../../src/model/quantity.ts';
import { textSource } from '../text-source.ts';

/** Two releases of an invented issuer: a year with its quarters and dollars, and the quarter after it. */
const YEAR = `Hollin Cable Inc. announces results for the year ended December 31, 2023

Revenues for the year were JPY84,204 million, up 6.2% from JPY79,310 million in the previous year. Operating income was JPY9,314 million.

Consolidated statements of income
(in millions of JPY)

	FY2022	FY2023
Revenues	79,310	84,204
Cost of revenues	58,004	61,120
Gross profit	21,306	23,084
Selling, general and administrative	12,870	13,770
Operating income	8,436	9,314

Convenience translation
(in thousands of U.S. dollars)

	FY2023
Revenues	561,360
Cost of revenues	407,467
Gross profit	153,893

Quarterly results
(in millions of JPY)

	1Q23	2Q23	3Q23	4Q23	FY2023
Revenues	20,112	20,870	21,305	21,917	84,204
Cost of revenues	14,690	15,160	15,420	15,850	61,120
Gross profit	5,422	5,710	5,885	6,067	23,084

Consolidated balance sheets
(in millions of JPY)

	December 31, 2022	December 31, 2023
Cash and cash equivalents	12,418	13,022
Inventories	7,216	7,521
Prepaid expenses	1,342	1,507
Total current assets	20,976	22,050
`;

const QUARTER = `Hollin Cable Inc. announces results for the first quarter ended March 31, 2024

Revenues for the first quarter were JPY21,640 million.

Consolidated statements of income
(in millions of JPY)

	1Q23	1Q24
Revenues	20,112	21,640
Cost of revenues	14,690	15,730
Gross profit	5,422	5,910

Consolidated balance sheets
(in millions of JPY)

	December 31, 2023	March 31, 2024
Cash and cash equivalents	13,022	13,420
Inventories	7,521	7,690
Prepaid expenses	1,507	1,520
Total current assets	22,050	22,630
`;

async function convert(year: string, quarter = QUARTER): Promise<IssuerData> {
  const sources = [
    textSource('hollin', '2024-02-14-fy2023.txt', year),
    textSource('hollin', '2024-05-14-1q24.txt', quarter),
  ];
  const [data] = (await convertCorpus(sources, 'published')).issuers;
  if (!data) throw new Error('the releases are not read');
  return data;
}

function settledFacts({ facts, settled }: IssuerData): Map<string, Fact> {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const best = settled.flatMap(({ statements: [id = ''] }) => byId.get(id) ?? []);
  return new Map(best.map((fact) => [factKey(fact), fact]));
}

/** Facts that are settled to another number than they are in the releases as they should be. */
async function misled(year: string, quarter = QUARTER): Promise<string[]> {
  const right = settledFacts(await original);
  return [...settledFacts(await convert(year, quarter))].flatMap(([key, fact]) => {
    const should = right.get(key);
    if (should === undefined || meets(printedQuantity(should), printedQuantity(fact))) return [];
    return [`${fact.id}: ${fact.value}, not ${should.value}`];
  });
}

const original = convert(YEAR);
const failuresIn = ({ findings }: IssuerData) =>
  findings.filter(({ verdict }) => verdict === 'error' || verdict === 'doubt');

test('the releases tie out', async () => {
  expect(failuresIn(await original)).toEqual([]);
});

test.each([
  ['a line of a statement', '79,310	84,204', '79,310	84,024'],
  ['its total', '21,306	23,084', '21,306	23,804'],
  ['a sentence', 'were JPY84,204', 'were JPY82,404'],
  ['what a sentence compares with', 'from JPY79,310', 'from JPY73,910'],
  ['dollars', 'Revenues	561,360', 'Revenues	516,360'],
  ['a quarter', '20,112	20,870', '20,112	20,780'],
  ['the year beside its quarters', '21,917	84,204', '21,917	82,404'],
  ['a line of the balance sheet', '7,216	7,521', '7,216	7,251'],
])('a slip in %s is found, and nothing is settled to it', async (_, printed, instead) => {
  expect(YEAR.split(printed)).toHaveLength(2);
  const year = YEAR.replace(printed, instead);
  expect(failuresIn(await convert(year)).length).toBeGreaterThan(0);
  expect(await misled(year)).toEqual([]);
});

test('what a later release restates is settled so, and is no error of the earlier one', async () => {
  const restated = QUARTER.replace('7,521	7,690', '7,621	7,690').replace('1,507	1,520', '1,407	1,520');
  const data = await convert(YEAR, restated);
  expect(failuresIn(data)).toEqual([]);
  const at = (concept: string) =>
    [...settledFacts(data).values()].find((fact) => fact.concept === concept && fact.period === '2023-12-31');
  expect(at('InventoryNet')?.value).toBe('7621000000');
  expect(at('PrepaidExpenseCurrent')?.value).toBe('1407000000');
});

const HALF = `Brennik Tools AG: half-year results 2024

Sales were CHF1.2 billion in the first half of 2024.

Key figures, first half 2024

Net sales (CHF million)	1,024.5
EBITDA (CHF million)	188.1

Sales by division
(in CHF millions)

	First half 2024	First half 2023
Machining	802.0	790.1
Metrology	402.5	377.7
Total net sales	1,204.5	1,167.8
`;

test('a figure that its parts prove is not doubted for one of another table, and holds', async () => {
  const source = textSource('brennik', '2024-08-15-half-year-2024.txt', HALF);
  const [data] = (await convertCorpus([source], 'published')).issuers;
  const facts = [...settledFacts(data as IssuerData).values()];
  const sales = facts.find(
    ({ concept, period, dimensions }) =>
      concept === 'Revenues' && period === '2024-01-01/2024-06-30' && dimensions === '',
  );
  expect(sales?.value).toBe('1204500000');
});

import { expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import { type BalanceRow, withRests } from '../../src/view/balances.ts';

/** Amounts in millions of one date; totals are marked. Expected: the rows that are put between, with what they leave. */
const SHEETS: readonly {
  readonly title: string;
  readonly rows: readonly (readonly [string, number])[];
  readonly rests: readonly (readonly [string, string])[];
}[] = [
  {
    title: 'a small first line counts although the total would come out without it but for rounding',
    rows: [['Common stock', 2], ['Additional paid-in capital', 7211], ['Other comprehensive income', -1680], ['Retained earnings', 18035], ['= Equity', 23568]],
    rests: [],
  },
  {
    title: 'parts that come to one less than their total',
    rows: [['Cash', 101], ['Receivables', 202], ['= Current assets', 304]],
    rests: [['Rounding', '1']],
  },
  {
    title: 'a line that the sheet leaves out',
    rows: [['Cash', 101], ['Receivables', 202], ['= Current assets', 390]],
    rests: [['Not in the lines above', '87']],
  },
  {
    title: 'a total of totals',
    rows: [['Payables', 50], ['= Liabilities', 50], ['Capital', 9], ['Reserves', 41], ['= Equity', 50], ['= Liabilities and equity', 100]],
    rests: [],
  },
  {
    title: 'a line left out of a total that stands right below another',
    rows: [['Cash', 30], ['= Current assets', 30], ['Land', 92], ['= Property', 92], ['Goodwill', 14], ['Securities', 150], ['Loans', 8], ['= Investments', 158], ['= Noncurrent assets', 283], ['= Total assets', 313]],
    rests: [['Not in the lines above', '19']],
  },
  {
    title: 'totals whose names do not tell that they are',
    rows: [['Land', 30], ['Ships', 12], ['Fixed assets', 42], ['Stocks', 5], ['Cash', 8], ['Current assets', 13], ['= Total assets', 55]],
    rests: [],
  },
  {
    title: 'a total without lines of its own',
    rows: [['Payables', 50], ['= Liabilities', 50], ['= Equity', 70], ['= Liabilities and equity', 120]],
    rests: [],
  },
]; // biome-ignore format: a sheet a line

const rowOf = ([name, millions]: readonly [string, number]): BalanceRow => ({
  concept: name,
  name,
  isSum: name.startsWith('='),
  cells: [
    {
      fact: { value: `${millions}000000`, decimals: -6, polarity: 1 } as Fact,
      scale: 6,
      places: 0,
      hanging: false,
    },
  ],
});

test.each(SHEETS)('$title', ({ rows, rests }) => {
  const added = withRests(rows.map(rowOf)).flatMap(({ name, rest }) => (rest ? [[name, rest[0]]] : []));
  expect(added).toEqual(rests);
});

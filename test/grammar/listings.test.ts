import { expect, test } from 'vitest';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { findNamedListings, meantListing } from '../../scripts/grammar/listings.ts';
import { textSource } from '../text-source.ts';

test.each([
  ['N:NVIK', 'N:NVKI N:NVKI', 'N:NVKI'],
  ['N:NVIK', 'N:NVIK N:NVKI N:NVKI', 'N:NVKI'],
  ['N:NVIK', 'N:NVIK N:NVKI', 'N:NVIK'],
  ['N:NVIK', 'M:NVKI M:NVKI', 'N:NVIK'],
  ['N:GOOG', 'N:GOOGL N:GOOGL', 'N:GOOG'],
  ['N:NVKA', 'N:NVKB N:NVKB', 'N:NVKA'],
  ['N:T', 'N:B N:B', 'N:T'],
])('%s beside %s is %s', (listing, named, meant) =>
  expect(meantListing(listing, named.split(' '))).toBe(meant),
);

test.each([
  ['Nordvik Industries Inc. ("NVK", NASDAQ: NVKI, OSE: NVK) today said', 'NASDAQ:NVKI OSE:NVK'],
  ['NASDAQ:NVKI; "NVK"', 'NASDAQ:NVKI'],
  ['Nordvik (NASDAQ: NVKI) sells pumps to Nordhav Inc. (NASDAQ: NVKO)', 'NASDAQ:NVKI'],
])('%s', (text, expected) => {
  const found = findNamedListings(['Nordvik Industries Inc.', 'NVK'], text);
  expect(found.map(({ listing }) => listing).join(' ')).toBe(expected);
});

test('a ticker that only the latest release has otherwise is not taken for the issuer’s', async () => {
  const release = (day: string, ticker: string): string =>
    `Oslo, ${day} - Nordvik Industries Inc. (NASDAQ: ${ticker}) today announced results for the year ended March 31, 2021.\n\nRevenue rose 4.2% to $120.5 million.\n\nNordvik Industries Inc. (NASDAQ: NVKI)\n`;
  const { issuers } = await convertCorpus(
    [
      textSource('nordvik', '2021-05-12-fy2020.txt', release('May 12, 2021', 'NVKI')),
      textSource('nordvik', '2021-05-20-more.txt', release('May 20, 2021', 'NVIK')),
    ],
    'published',
  );
  expect(issuers.map(({ issuer }) => issuer.listings)).toEqual([['NASDAQ:NVKI']]);
  expect(
    issuers.flatMap(({ findings }) =>
      findings.filter(({ verdict }) => verdict === 'slip').map(({ actual }) => actual),
    ),
  ).toEqual(['NASDAQ:NVIK']);
});

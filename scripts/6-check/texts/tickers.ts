import { findNamedListings, meantListing } from '../../grammar/listings.ts';
import { columnAt } from '../../grammar/numbers.ts';
import type { TextCheck } from './text-finding.ts';

/** A share is listed under one ticker: one that is a slip of the pen away from what is told more often is a slip. */
export const tickers: TextCheck = {
  rule: 'ticker',
  *compare(document, { issuerNames, listings }) {
    for (const [index, text] of document.lines.entries()) {
      for (const { listing, index: start } of findNamedListings(issuerNames, text)) {
        const expected = meantListing(listing, listings);
        if (expected === listing) continue;
        const column = columnAt(text, start);
        const message = `The share is called "${listing}" in line ${index + 1}; elsewhere the text calls it "${expected}".`;
        yield { line: index + 1, column, expected, actual: listing, message };
      }
    }
  },
  example: {
    text: `NVK (NASDAQ: NVIK) sells pumps.

Nordvik Industries Inc. (NASDAQ: NVKI)`,
    finds: 'The share is called "NASDAQ:NVIK" in line 9; elsewhere the text calls it "NASDAQ:NVKI".',
  },
};

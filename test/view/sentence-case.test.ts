import { expect, test } from 'vitest';
import type { DocumentRecord } from '../../src/model/document.ts';
import { sentenceCase } from '../../src/view/sentence-case.ts';

const document = {
  lines: [
    'BASIC WEIGHTED-AVERAGE NUMBER OF SHARES (shares)',
    'One ADS stands for 400 shares, and the number of ADSs is told for NTT too.',
    'Holders of ADSs may vote.',
  ],
} as unknown as DocumentRecord;

/** A label as printed, and in sentence case. */
const LABELS: readonly (readonly [string, string])[] = [
  ['BASIC WEIGHTED-AVERAGE NUMBER OF SHARES', 'Basic weighted-average number of shares'],
  ['NET INCOME PER ADS EQUIVALENT', 'Net income per ADS equivalent'],
  ['Revenues From NTT', 'Revenues from NTT'],
];

test.each(LABELS)('%s', (printed, written) => {
  expect(sentenceCase(printed, document)).toBe(written);
});

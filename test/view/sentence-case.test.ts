import { expect, test } from 'vitest';
import type { DocumentRecord } from '../../src/model/document.ts';
import { sentenceCase } from '../../src/view/sentence-case.ts';

const document = {
  lines: [
    'BASIC WEIGHTED-AVERAGE NUMBER OF SHARES (shares)',
    'One ADS stands for 400 shares, and the number of ADSs is told for NTT too.',
    'Holders of ADSs may vote.',
    'We at Polar Internet Group sell IP lines, see www.polar-internet.example and ip.example.',
    'Shares in Internet Group rose as others at Internet Group did.',
  ],
} as unknown as DocumentRecord;

/** A label as printed, and in sentence case. */
const LABELS: readonly (readonly [string, string])[] = [
  ['BASIC WEIGHTED-AVERAGE NUMBER OF SHARES', 'Basic weighted-average number of shares'],
  ['NET INCOME PER ADS EQUIVALENT', 'Net income per ADS equivalent'],
  ['Revenues From NTT', 'Revenues from NTT'],
  ['IP Service and DSL/F', 'IP service and DSL/F'],
  ['Total Internet Group Shareholders’ Equity', 'Total Internet Group shareholders’ equity'],
  ['TOTAL INTERNET GROUP SHAREHOLDERS’ EQUITY', 'Total Internet Group shareholders’ equity'],
  ['OEM', 'OEM'],
  ['CASH', 'Cash'],
  ['CASH, BEGINNING OF THE YEAR', 'Cash, beginning of the year'],
  ['SG&A Expenses (A)', 'SG&A expenses (A)'],
  ['April 29 - May 26', 'April 29 - May 26'],
  ['BALANCE, MARCH 31, 2012', 'Balance, March 31, 2012'],
  ['($ in Millions)', '($ in Millions)'],
  ['+ Share of Revenues', '+ Share of revenues'],
  ['Customer A', 'Customer A'],
  [
    'FISCAL 2023 and FISCAL 2022 THREE MONTH COMPARISONS',
    'Fiscal 2023 and fiscal 2022 three month comparisons',
  ],
  ['Revenues and OEM', 'Revenues and OEM'],
];

test.each(LABELS)('%s', (printed, written) => {
  expect(sentenceCase(printed, document)).toBe(written);
});

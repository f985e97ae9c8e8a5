import { expect, test } from 'vitest';
import { readMarkdown } from '../../scripts/1-read/read-markdown.ts';
import { readTitle } from '../../scripts/3-context/document-title.ts';
import { readIssuerNames } from '../../scripts/3-context/issuer-names.ts';

/** The head of a document, the names read from it, and its title. */
const HEADS: readonly (readonly [head: string, names: readonly string[], title: string])[] = [
  [
    'Acme Posts Record Results\n\nOSLO, May 3, 2024 – Acme Widgets ASA ("Acme", OSE: ACME) today announced results.',
    ['Acme Widgets ASA', 'Acme', 'Acme Widgets'],
    'Acme Posts Record Results',
  ],
  [
    'Acme Corp. Reports Results\n\nDENVER, August 1, 2024 - Acme Corp. (NYSE: ACM) today announced results.',
    ['Acme Corp.', 'Acme'],
    'Acme Corp. Reports Results',
  ],
  [
    'Acme Foods plc\nInterim results for the 26 weeks ended 29 June 2024\n\nAcme Foods plc (AIM: ACM) ("Acme" or the "Company") reports.',
    ['Acme Foods plc', 'Acme', 'Acme Foods'],
    'Interim results for the 26 weeks ended 29 June 2024',
  ],
  [
    'Summary of Results\n\nMay 13, 2025\n\nCompany name: Acme Seiki Co., Ltd.',
    ['Acme Seiki Co., Ltd.', 'Acme Seiki'],
    'Summary of Results',
  ],
  [
    'Interim report January–March 2024\n\nAcme AB (publ)',
    ['Acme AB', 'Acme'],
    'Interim report January–March 2024',
  ],
  [
    '# Acme AG: Quarterly Statement\n\nMunich, November 7, 2024. **Acme AG** ("Acme") publishes its figures.',
    ['Acme AG', 'Acme'],
    'Quarterly Statement',
  ],
  [
    'Acme Reports Results\n\nRENO, May 3, 2024 - Acme Mining, Inc . (NYSE American: ACM) today announced results.\n\nAcme Mining, Inc. · 1 Main Street',
    ['Acme Mining, Inc.', 'Acme', 'Acme Mining'],
    'Acme Reports Results',
  ],
  [
    'Acme Foundry Corp Reports Results\n\nMay 3, 2024 - Acme Foundry Corp. (Nasdaq Capital Market: ACMF) today announced results. Acme Foundry Corp. was founded in 1920.',
    ['Acme Foundry Corp.', 'Acme Foundry'],
    'Acme Foundry Corp Reports Results',
  ],
  ['# Acme SE\n\n## Half-year results', ['Acme SE', 'Acme'], 'Half-year results'],
  ['Acme Reports Results for 2024', ['Acme'], 'Acme Reports Results for 2024'],
  ['Acme Group – 2024 Annual Report', ['Acme Group'], '2024 Annual Report'],
  ['ACME GROUP\nHALF-YEAR REPORT 2024', ['ACME GROUP'], 'HALF-YEAR REPORT 2024'],
  ['Acme Group – Interim report January–March 2024', ['Acme Group'], 'Interim report January–March 2024'],
  [
    'Acme Energie SE: strong start\n\nKiel, 14 May 2024. Revenue rose.',
    ['Acme Energie SE', 'Acme Energie'],
    'Acme Energie SE: strong start',
  ],
  [
    'Acme Inc. Reports Results\n\nApril 29, 2024 - DENVER - Acme Inc. (NYSE: ACM) reported.\n\nDuring the year, we sold our Nordic Logistics ("NLI") and grew.',
    ['Acme Inc.', 'Acme'],
    'Acme Inc. Reports Results',
  ],
  [
    'ACME HOLDINGS REPORTS FIRST QUARTER\n\n2024 RESULTS\n\nLIMA, May 3, 2024 - Acme Holdings, Ltd. (NYSE: ACM) today reported results.',
    ['Acme Holdings, Ltd.', 'Acme Holdings'],
    'ACME HOLDINGS REPORTS FIRST QUARTER 2024 RESULTS',
  ],
  [
    'Source: Acme Banc Corp.\n\nACME BANC CORP. ANNOUNCES\n\n2024 FIRST QUARTER FINANCIAL RESULTS\n\nNet income rose.',
    ['Acme Banc Corp.', 'Acme Banc'],
    'ACME BANC CORP. ANNOUNCES 2024 FIRST QUARTER FINANCIAL RESULTS',
  ],
  [
    'Financial Report for the Fiscal Year Ended\n\nMarch 31, 2024\n\nAcme Holdings Inc.',
    ['Acme Holdings Inc.', 'Acme Holdings'],
    'Financial Report for the Fiscal Year Ended March 31, 2024',
  ],
  [
    'UNITED STATES\n\nSECURITIES AND EXCHANGE COMMISSION\n\nWashington, D.C. 20549\n\nFORM 10-Q\n\nFor the quarterly period ended July 30, 2023\n\nTHE ACME DEPOT, INC.',
    ['THE ACME DEPOT, INC.', 'THE ACME DEPOT'],
    'FORM 10-Q For the quarterly period ended July 30, 2023',
  ],
  [
    `Acme Cloud Drives Third Quarter Results\n\n${'Acme Corp. today announced what it did in the quarter, and so on. '.repeat(4)}\n\n**Weather Impact**\n\nIt rained.`,
    ['Acme Corp.', 'Acme'],
    'Acme Cloud Drives Third Quarter Results',
  ],
  [
    'The Acme Company Reports First Quarter 2024 Results\n\nThe Acme Company (NYSE: ACM) (the "Company") today announced revenue.',
    ['The Acme Company', 'Acme'],
    'The Acme Company Reports First Quarter 2024 Results',
  ],
  [
    'Recurring Annual Orders ( " RAO " ) grew 7% to $210 million\n\nBOISE – May 6, 2025 – Acme Alerts, Inc. (NYSE:AAL), who watch servers, today announced results.',
    ['Acme Alerts, Inc.', 'Acme Alerts'],
    'Recurring Annual Orders ( " RAO " ) grew 7% to $210 million',
  ],
  [
    'First half year: 9% growth driven by enzymes\n\n*Published: August 12, 2024*\n\n- The backlog was DKK 101 million. However, plant order intake ("POI") fell.\n- Folder’s markets grew. Nobody else did.',
    ['Folder'],
    'First half year: 9% growth driven by enzymes',
  ],
  [
    `TULSA, Okla. – May 5, 2025 – Acme Wells, Inc. (NYSE: AWL) ("we," "our," "Acme," or the "Company") today reported results.${' More was said of wells.'.repeat(5)}\n\nFIRST QUARTER 2025 HIGHLIGHTS\n\n• Net income of $1.2 million\n\nFINANCIAL AND OPERATING RESULTS`,
    ['Acme Wells, Inc.', 'Acme', 'Acme Wells'],
    'FIRST QUARTER 2025 HIGHLIGHTS',
  ],
  [
    '**Acme Shoes, Inc.**\n\n12 West St.\n\nPhone: 555-0100\n\n**Contact:**\n\nJo Field, Chief Financial Officer\n\n**ACME SHOES, INC. REPORTS FIRST QUARTER NET INCOME**\n\nOMAHA -- (WIRE) -- Acme Shoes, Inc. (NYSE: ASH) announced today that net income fell.',
    ['Acme Shoes, Inc.', 'Acme Shoes'],
    'ACME SHOES, INC. REPORTS FIRST QUARTER NET INCOME',
  ],
  [
    'Second Quarter Highlights\n\n• Net sales grew.\n\nAbout Folder Racing Brands\n\nFOLDER INC. AND SUBSIDIARIES',
    ['Folder Inc.', 'Folder'],
    'Second Quarter Highlights',
  ],
  [
    'Acme Reports First Quarter Results\n\nAbout Non-GAAP Financial Measures\n\nAbout Acme Sensors, Inc.\n\nAcme Sensors, Inc. is a maker of sensors.',
    ['Acme Sensors, Inc.', 'Acme', 'Acme Sensors'],
    'Acme Reports First Quarter Results',
  ],
  [
    '# Q3 & 9M FY26 Earnings Release\n\nSurat, January 23, 2026: Folder Weaves, a maker of cloth, tells its results.',
    ['Folder'],
    'Q3 & 9M FY26 Earnings Release',
  ],
  [
    'Acme Markets Inc. second quarter 2025 results\n\nRevenue was $120.4 million.',
    ['Acme Markets Inc.', 'Acme Markets'],
    'Acme Markets Inc. second quarter 2025 results',
  ],
  [
    'Folder Markets plc lifts its outlook\n\nRevenue was £120.4 million.',
    ['Folder Markets plc', 'Folder Markets'],
    'Folder Markets plc lifts its outlook',
  ],
  [
    'ACME MARKETS CO., LTD. SECOND QUARTER RESULTS\n\nRevenue was $120.4 million.',
    ['ACME MARKETS CO., LTD.', 'ACME MARKETS'],
    'SECOND QUARTER RESULTS',
  ],
  [
    'Folder Markets Inc. Lifts Its Outlook\n\nRevenue was $120.4 million.',
    ['Folder'],
    'Folder Markets Inc. Lifts Its Outlook',
  ],
  ['Sales up 5% as demand held\n\nRevenue was $120.4 million.', ['folder'], 'Sales up 5% as demand held'],
  ['Results for the third quarter\n\nHighlights', ['folder'], 'Results for the third quarter'],
  ['Results for the quarter', ['folder'], 'Results for the quarter'],
  ['', ['folder'], ''],
];

test.each(HEADS)('%j', (head, names, title) => {
  const raw = readMarkdown(head);
  expect(readIssuerNames(raw, 'folder')).toEqual(names);
  expect(readTitle(raw, names)).toBe(title);
});

test('a folder’s words are spelled as the text spells them', () => {
  const raw = readMarkdown('Growth goes on\n\nThe sales of Acme & Sons rose by 4%.');
  expect(readIssuerNames(raw, 'acme-sons')).toEqual(['Acme & Sons']);
});

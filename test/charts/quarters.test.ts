import { expect, test } from 'vitest';
import { parseData } from './parse-data.ts';
import { specsOf } from './specs-of.ts';

test('quarters of a half stand in columns of their years, not of the halves', () => {
  const spec = specsOf(
    parseData(`
set page 1h12
	1q11	2q11	1h11	1q12	2q12	1h12
Revenues	100	110	210	120	130	250
OperatingIncomeLoss	10	12	22	13	11	24
`),
  ).find(({ name }) => name === 'operating-income');
  expect(spec?.table.header.slice(1, 3)).toEqual(['FY2011', 'FY2012']);
  expect(spec?.table.rows.map(({ label }) => label)).toEqual(['1Q', '2Q']);
});

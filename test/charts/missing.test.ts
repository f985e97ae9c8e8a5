import { expect, test } from 'vitest';
import { missingCharts } from '../../src/charts/missing.ts';
import { listCharts } from '../../src/charts/sections.ts';
import { parseData } from './parse-data.ts';

/** Parts as they are, and one of them with two digits changed places. */
const release = (part: string) => `
	fy2011	fy2012
NetworkServicesRevenue	63410	65232
SystemsIntegrationRevenue	31469	${part}
EquipmentSalesRevenue	1112	1491
ATMOperationRevenue	1324	2320
Revenues	97315	106248
`;

test('charts whose parts add up are drawn', () => {
  const { facts, period, issuer } = parseData(release('37205'));
  expect(missingCharts(facts, period, issuer)).toEqual([]);
  expect(listCharts(facts, period, issuer).map(({ name }) => name)).toContain('revenue-by-part');
});

test('those whose parts do not say so in their place', () => {
  const { facts, period, issuer } = parseData(release('37025'));
  const told = missingCharts(facts, period, issuer).map(({ id, parts }) =>
    [id, ...parts.map((part) => (typeof part === 'string' ? part : part.text))].join(' '),
  );
  expect(told).toEqual([
    'chart-revenue-by-part Revenue by part is not drawn: its parts do not add up. In FY2012 they make 106,068, JPY millions, where the total is  106,248 .',
    'chart-growth-by-part Growth by part is not drawn: its parts do not add up. In FY2012 they make 106,068, JPY millions, where the total is  106,248 .',
  ]);
});

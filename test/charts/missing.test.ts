import { expect, test } from 'vitest';
import { chartSections } from '../../src/charts/sections.ts';
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

function sectionsOf(text: string) {
  const { facts, period, issuer } = parseData(text);
  return chartSections(facts, period, issuer);
}

test('charts whose parts add up are drawn', () => {
  const [section] = sectionsOf(release('37205'));
  expect(section?.missing).toEqual([]);
  expect(section?.rows.flat().map(({ name }) => name)).toContain('revenue-by-part');
});

test('those whose parts do not say so in their place', () => {
  const told = sectionsOf(release('37025'))
    .flatMap(({ missing }) => missing)
    .map(({ id, parts }) =>
      [id, ...parts.map((part) => (typeof part === 'string' ? part : part.text))].join(' '),
    );
  expect(told).toEqual([
    'chart-revenue-by-part Revenue by part is not drawn: its parts do not add up. In FY2012 they make 106,068, JPY millions, where the total is  106,248 .',
    'chart-growth-by-part Growth by part is not drawn: its parts do not add up. In FY2012 they make 106,068, JPY millions, where the total is  106,248 .',
  ]);
});

import { expect, test } from 'vitest';
import type { ChartSpec } from '../../src/charts/chart.ts';
import { renderChart } from '../../src/charts/render.ts';
import { listCharts } from '../../src/charts/sections.ts';
import { parseData } from './parse-data.ts';

/** Revenue and what it was made of, all of it worked out but for what stands in place of `PART`. */
const data = (part: string) =>
  parseData(`
	fy2011
NetworkServicesRevenue	47242*
SystemsIntegrationRevenue	${part}
Revenues	68950*
`);

function drawMix(part: string, derived: boolean): { readonly spec: ChartSpec; readonly svg: string } {
  const { facts, period, issuer } = data(part);
  const spec = listCharts(facts, { ...period, derived }, issuer).find(({ name }) => name === 'revenue-mix');
  if (!spec) throw new Error('the parts are not drawn');
  return { spec, svg: renderChart(spec, 'half') };
}

test('what no release prints is drawn solid on a page that says so once', () => {
  const { svg } = drawMix('21708*', true);
  expect(svg).not.toMatch(/hatch|derived/);
});

test('it is hatched where the page is of a release', () => {
  const { svg } = drawMix('21708*', false);
  expect(svg).toMatch(/hatch/);
  expect(svg).toMatch(/>derived</);
});

test('it is hatched beside what is printed', () => {
  expect(drawMix('21708', true).svg).toMatch(/hatch/);
});

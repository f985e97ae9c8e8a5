import { renderedIssuers, site } from '../data/index.ts';
import type { ChartSpec } from './chart.ts';
import { measureOverTime } from './measure-over-time.ts';
import { listCharts } from './sections.ts';

/** What stands at the address of a chart. */
export interface ChartFile {
  readonly spec: ChartSpec;
  /** Said under a picture that stands by itself. */
  readonly credit: string;
}

/** The addresses of all charts of periods: `/<issuer>/<period>/charts/<name>`. */
export const chartPaths = () =>
  renderedIssuers().flatMap(({ record, facts }) =>
    record.periods.flatMap((period) =>
      listCharts(facts, period, record, site().settings).map((spec) => ({
        params: { issuer: record.slug, period: period.slug, chart: spec.name },
        props: { spec, credit: `${record.name}, ${period.name}. ${site().settings.title}` },
      })),
    ),
  );

/** The addresses of the charts of measures: `/<issuer>/measures/<concept>/over-time`. */
export const measureChartPaths = () =>
  renderedIssuers().flatMap(({ record, facts }) =>
    [...new Set(facts.statements.map(({ concept }) => concept))].flatMap((concept) => {
      const spec = measureOverTime(facts, concept, record);
      const credit = `${record.name}. ${site().settings.title}`;
      return spec ? [{ params: { issuer: record.slug, concept }, props: { spec, credit } }] : [];
    }),
  );

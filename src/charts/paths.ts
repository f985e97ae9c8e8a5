import { type Issuer, readIssuer, site, type View, viewRendered } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import { rememberLast } from '../model/remember.ts';
import { type Params, readAddressedPeriod } from '../view/addresses.ts';
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
export const chartPaths = () => viewRendered(PERIOD_CHARTS).flat();

/** The addresses of the charts of measures: `/<issuer>/measures/<concept>/over-time`. */
export const measureChartPaths = () => viewRendered(MEASURE_CHARTS).flat();

type Path = { readonly params: Record<string, string> };

const PERIOD_CHARTS: View<Path[]> = {
  name: 'period-charts',
  make: (issuer) =>
    issuer.record.periods.flatMap((period) =>
      drawn(period, issuer).map(({ name }) => ({
        params: { issuer: issuer.record.slug, period: period.slug, chart: name },
      })),
    ),
};

const MEASURE_CHARTS: View<Path[]> = {
  name: 'measure-charts',
  make: ({ record, facts }) =>
    [...new Set(facts.statements.map(({ concept }) => concept))]
      .filter((concept) => measureOverTime(facts, concept, record))
      .map((concept) => ({ params: { issuer: record.slug, concept } })),
};

const drawn = rememberLast((period: PeriodRecord, { record, facts }: Issuer) =>
  listCharts(facts, period, record, site().settings),
);

/** The chart of a period that an address names. */
export function readChart(params: Params): ChartFile {
  const { issuer, period } = readAddressedPeriod(params);
  const spec = drawn(period, issuer).find(({ name }) => name === params['chart']);
  return makeFile(spec, `${issuer.record.name}, ${period.name}`);
}

/** The chart of a measure that an address names. */
export function readMeasureChart({ issuer: slug, concept = '' }: Params): ChartFile {
  const { record, facts } = readIssuer(slug);
  return makeFile(measureOverTime(facts, concept, record), record.name);
}

function makeFile(spec: ChartSpec | undefined, about: string): ChartFile {
  if (!spec) throw new Error('there is no such chart');
  return { spec, credit: `${about}. ${site().settings.title}` };
}

import { type Issuer, readIssuer, site, type View, viewIssuers, viewRendered } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import { linkToMeasure, linkToPeriod } from '../model/links.ts';
import { rememberLast } from '../model/remember.ts';
import { type Params, readAddressedPeriod } from '../view/addresses.ts';
import type { ChartSpec } from './chart.ts';
import { measureOverTime } from './measure-over-time.ts';
import { listCharts } from './sections.ts';
import { listSources, nameSources } from './sources.ts';

/** What stands at the address of a chart. */
export interface ChartFile {
  readonly spec: ChartSpec;
  /** Said under a picture that stands by itself: for whom it is, and where its figures stand. */
  readonly credit: string;
  /** Address of the chart on the site. */
  readonly place: string;
}

/** The addresses of all charts of periods: `/<issuer>/<period>/charts/<name>`. */
export const chartPaths = () => viewRendered(PERIOD_CHARTS).flat();

/** The addresses of the charts of measures: `/<issuer>/measures/<concept>/over-time`. */
export const measureChartPaths = () => viewRendered(MEASURE_CHARTS).flat();

/** The files of all charts of the site, below its base. */
export const listChartFiles = (): string[] => [
  ...viewIssuers(PERIOD_CHARTS)
    .flat()
    .map(({ params: { issuer, period, chart } }) => `${issuer}/${period}/charts/${chart}.svg`),
  ...viewIssuers(MEASURE_CHARTS)
    .flat()
    .map(({ params: { issuer, concept } }) => `${issuer}/measures/${concept}/over-time.svg`),
];

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
  const { slug, name } = issuer.record;
  return makeFile(spec, issuer, { about: `${name}, ${period.name}`, page: linkToPeriod(slug, period.slug) });
}

/** The chart of a measure that an address names. */
export function readMeasureChart({ issuer: slug, concept = '' }: Params): ChartFile {
  const issuer = readIssuer(slug);
  const { record, facts } = issuer;
  const page = linkToMeasure(record.slug, concept);
  return makeFile(measureOverTime(facts, concept, record), issuer, { about: record.name, page });
}

function makeFile(
  spec: ChartSpec | undefined,
  { facts, documents }: Issuer,
  { about, page }: { readonly about: string; readonly page: string },
): ChartFile {
  if (!spec) throw new Error('there is no such chart');
  const sources = nameSources(listSources(spec.sources, facts, documents));
  return { spec, credit: `${about}. Source: ${sources}`, place: `${page}#chart-${spec.name}` };
}

import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { isDuration } from '../model/period.ts';
import { QUESTIONS, type Question } from '../model/sections.ts';
import type { Settled } from '../model/settled.ts';
import { DEFAULT_SETTINGS, type SiteSettings } from '../model/site-settings.ts';
import type { ChartSpec } from './chart.ts';
import { isFact } from './figures-csv.ts';
import { charts } from './index.ts';
import { type MissingChart, missingCharts } from './missing.ts';
import { type PageFigures, readPage } from './reading/page.ts';

/** The charts of a page that help to answer one question. */
export interface ChartSection {
  readonly id: string;
  readonly question: Question;
  readonly title: string;
  /** Those of half the width side by side. */
  readonly rows: readonly (readonly ChartSpec[])[];
  /** Charts that cannot be drawn, each with the reason in its place. */
  readonly missing: readonly MissingChart[];
}

const TITLES: Readonly<Record<Question, string>> = {
  revenue: 'Revenue',
  profit: 'Profit',
  target: 'Targets',
  cash: 'Cash',
  position: 'Balance',
  operations: 'Operating data',
  shareholders: 'Dividends',
  trend: 'Trend',
};

/** What the owner of a site leaves out: charts by name, and all that draw certain measures. */
export type ChartsLeftOut = Pick<SiteSettings, 'withoutCharts' | 'withoutMeasures'>;

/** Every chart that the facts of a period support, but for those that are left out. */
export const listCharts = (
  facts: Settled,
  period: PeriodRecord,
  issuer: IssuerRecord,
  leftOut: ChartsLeftOut = DEFAULT_SETTINGS,
): readonly ChartSpec[] => drawAll(readPage(facts, period, issuer)).filter((spec) => isDrawn(spec, leftOut));

/** The first that the facts support in each place. */
const drawAll = (page: PageFigures): readonly ChartSpec[] =>
  charts
    .flatMap(
      (kinds) =>
        kinds
          .values()
          .map((chart) => chart(page))
          .find(Boolean) ?? [],
    )
    .map((spec) => (page.record.derived && isAllDerived(spec) ? withoutHatch(spec) : spec));

/** Nothing that it draws of a stretch of time is printed. */
function isAllDerived({ sources }: ChartSpec): boolean {
  const flows = sources.filter(({ period }) => isDuration(period));
  return flows.length > 0 && flows.every(({ origin }) => origin === 'derived');
}

const withoutHatch = (spec: ChartSpec): ChartSpec => ({ ...spec, isSolid: true, hatched: '' });

export const isDrawn = (
  { name, sources }: ChartSpec,
  { withoutCharts, withoutMeasures }: ChartsLeftOut,
): boolean =>
  !withoutCharts.includes(name) && !sources.some(({ concept }) => withoutMeasures.includes(concept));

export function chartSections(
  facts: Settled,
  period: PeriodRecord,
  issuer: IssuerRecord,
  leftOut: ChartsLeftOut = DEFAULT_SETTINGS,
): readonly ChartSection[] {
  const page = readPage(facts, period, issuer);
  const drawn = drawAll(page);
  const left = missingCharts(page, drawn);
  return QUESTIONS.map((question): ChartSection => {
    const isAsked = (one: { readonly question: Question }): boolean => one.question === question;
    const rows = groupRows(drawn.filter((spec) => isAsked(spec) && isDrawn(spec, leftOut)));
    return {
      id: `charts-${question}`,
      question,
      title: TITLES[question],
      rows,
      missing: left.filter(isAsked),
    };
  }).filter(({ rows, missing }) => rows.length + missing.length > 0);
}

/** The facts in the tables of charts. */
export const listDrawn = (sections: readonly ChartSection[]): Fact[] =>
  sections.flatMap(({ rows }) =>
    rows.flat().flatMap(({ table }) => table.rows.flatMap(({ cells }) => cells.filter(isFact))),
  );

/** Charts of the whole width each by itself; those of half of it together, where the first of them stands. */
function groupRows(specs: readonly ChartSpec[]): ChartSpec[][] {
  const halves = specs.filter(({ size }) => size === 'half');
  return specs.flatMap((spec) => {
    if (spec.size === 'wide') return [[spec]];
    return spec === halves[0] ? [halves] : [];
  });
}

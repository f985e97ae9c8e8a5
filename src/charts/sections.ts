import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import type { Settled } from '../model/settled.ts';
import { type ChartSpec, QUESTIONS, type Question } from './chart.ts';
import { charts } from './index.ts';
import { type MissingChart, missingCharts } from './missing.ts';

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

/** Every chart that the facts of a period support, but for those that the owner of the site leaves out. */
export const listCharts = (
  facts: Settled,
  period: PeriodRecord,
  issuer: IssuerRecord,
  without: readonly string[] = [],
): readonly ChartSpec[] =>
  charts.flatMap((chart) => chart(facts, period, issuer) ?? []).filter(({ name }) => !without.includes(name));

export function chartSections(
  facts: Settled,
  period: PeriodRecord,
  issuer: IssuerRecord,
  without: readonly string[] = [],
): readonly ChartSection[] {
  const all = listCharts(facts, period, issuer, without);
  const left = missingCharts(facts, period, issuer);
  return QUESTIONS.flatMap((question) => {
    const specs = all.filter((spec) => spec.question === question);
    const missing = left.filter((one) => one.question === question);
    if (specs.length === 0 && missing.length === 0) return [];
    return [{ id: `charts-${question}`, question, title: TITLES[question], rows: groupRows(specs), missing }];
  });
}

/** Charts of the whole width each by itself; those of half of it together, where the first of them stands. */
function groupRows(specs: readonly ChartSpec[]): ChartSpec[][] {
  const halves = specs.filter(({ size }) => size === 'half');
  return specs.flatMap((spec) => {
    if (spec.size === 'wide') return [[spec]];
    return spec === halves[0] ? [halves] : [];
  });
}

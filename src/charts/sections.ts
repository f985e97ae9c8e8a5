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
  /** Side by side where there are two of half the width. */
  readonly rows: readonly (readonly ChartSpec[])[];
  /** Charts that cannot be drawn, each with the reason in its place. */
  readonly missing: readonly MissingChart[];
}

const TITLES: Readonly<Record<Question, string>> = {
  trend: 'Over time',
  revenue: 'Revenue',
  profit: 'Profit',
  target: 'Against target',
  cash: 'Cash flow',
  position: 'Financial position',
  operations: 'Business in numbers',
  shareholders: 'Dividends',
};

/** Every chart that the facts of a period support. */
export const chartsOf = (facts: Settled, period: PeriodRecord, issuer: IssuerRecord): readonly ChartSpec[] =>
  charts.flatMap((chart) => chart(facts, period, issuer) ?? []);

export function chartSections(
  facts: Settled,
  period: PeriodRecord,
  issuer: IssuerRecord,
): readonly ChartSection[] {
  const all = chartsOf(facts, period, issuer);
  const left = missingCharts(facts, period, issuer);
  return QUESTIONS.flatMap((question) => {
    const specs = all.filter((spec) => spec.question === question);
    const missing = left.filter((one) => one.question === question);
    if (specs.length === 0 && missing.length === 0) return [];
    return [{ id: `charts-${question}`, question, title: TITLES[question], rows: rowsOf(specs), missing }];
  });
}

/** Charts of half the width in pairs, wherever they stand among the others: no half is left alone that has a partner. */
function rowsOf(specs: readonly ChartSpec[]): ChartSpec[][] {
  const rows: ChartSpec[][] = [];
  for (const spec of specs) {
    const open = rows.find(([first, second]) => first?.size === 'half' && second === undefined);
    if (spec.size === 'half' && open) open.push(spec);
    else rows.push([spec]);
  }
  return rows;
}

import { type Issuer, site } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatFact, formatUnit } from '../model/format.ts';
import { formFor, type PageForm } from '../model/page-form.ts';
import type { Period } from '../model/period.ts';
import { periodBefore } from '../model/year-before.ts';
import {
  amountAt,
  findChange,
  issuerForm,
  type KeyFigure,
  rankedConcepts,
  unitBeside,
} from './key-figures.ts';
import { inStatementOrder } from './measures.ts';
import { measureLabel } from './names.ts';
import { DERIVED_COLUMNS } from './worked-out.ts';

/** Measures over the periods of one length. */
export interface Trend {
  readonly months: number;
  readonly title: string;
  readonly unit: string;
  /** The newest of them, oldest first. */
  readonly periods: readonly PeriodRecord[];
  /** How many there are. */
  readonly count: number;
  readonly rows: readonly TrendRow[];
  /** Whether a row tells how its latest figure compares with the year before. */
  readonly hasChange: boolean;
}

export interface TrendRow {
  readonly concept: string;
  /** With its unit where that is not the table's own. */
  readonly name: string;
  readonly cells: readonly (TrendCell | undefined)[];
  /** Of the last figure, on the year. */
  readonly change?: KeyFigure['change'];
}

export interface TrendCell {
  readonly fact: Fact;
  readonly scale: number;
  readonly places: number;
  /** Closes with a parenthesis. */
  readonly hanging: boolean;
}

/** Columns that a page has room for side by side: six years of quarters. The page of a measure tells all. */
export const MOST_COLUMNS = 24;

const TITLES: Readonly<Record<number, string>> = {
  12: 'Years',
  6: 'Half-years',
  3: 'Quarters',
};

/** What spans are called whose names differ: some in weeks, some in months. */
const SPANS: Readonly<Record<number, string>> = { 9: 'Nine months' };

/** `Nine months`, `First 36 weeks`: what the names of periods have in common but for their years. */
function partName(periods: readonly PeriodRecord[]): string | undefined {
  const names = new Set(periods.map(({ name }) => name.split(' of fiscal ')[0]));
  return names.size === 1 ? [...names][0] || undefined : undefined;
}

/** The leading measures of an issuer over time, one table for each length of period. */
export function listTrends(issuer: Issuer): Trend[] {
  const lengths = Map.groupBy(issuer.record.periods, ({ months }) => months);
  return [...lengths]
    .sort(([a], [b]) => b - a)
    .map(([months, periods]) => makeTrend(issuer, months, periods))
    .filter(({ rows }) => rows.length > 0);
}

/** That there are more than are shown; empty where there are not. */
export const tellCut = (shown: number, all: number): string =>
  shown < all ? `, the newest ${shown} of ${all}` : '';

function makeTrend(issuer: Issuer, months: number, all: readonly PeriodRecord[]): Trend {
  const form = issuerForm(issuer);
  const periods = all.slice(-MOST_COLUMNS);
  const spans = periods.map(({ period }) => period);
  const rows = listConcepts(issuer).flatMap((concept) => {
    const row = trendRow(issuer, concept, spans, form);
    return row ? [withChange(issuer, row)] : [];
  });
  return {
    months,
    title: TITLES[months] ?? partName(all) ?? SPANS[months] ?? `Periods of ${months} months`,
    unit: formatUnit(issuer.record.reportingCurrency, form.scale),
    periods,
    count: all.length,
    rows,
    hasChange: rows.some(({ change }) => change),
  };
}

/** Those that the owner of the site leads with, then the others as statements have them. */
function listConcepts(issuer: Issuer): string[] {
  const ranked = rankedConcepts(issuer);
  const led = ranked.filter((id) => site().settings.leadingMeasures.includes(id));
  return [...led, ...inStatementOrder(ranked.filter((id) => !led.includes(id)))];
}

function withChange(issuer: Issuer, row: TrendRow): TrendRow {
  const fact = row.cells.at(-1)?.fact;
  if (!fact) return row;
  const earlier = periodBefore(issuer.record, fact.period);
  const before = amountAt(issuer, fact.concept, earlier, [fact.dimensions]);
  const comparable = before?.unit === fact.unit ? before : undefined;
  return { ...row, change: findChange(issuer, fact, comparable, earlier, { page: '', id: DERIVED_COLUMNS }) };
}

/** A measure over periods or dates; none where no one of them has it. */
export function trendRow(
  issuer: Issuer,
  concept: string,
  periods: readonly Period[],
  form: PageForm,
): TrendRow | undefined {
  const found = periods.map((period) => amountAt(issuer, concept, period));
  const latest = found.findLast((fact) => fact !== undefined);
  if (!latest) return undefined;
  const alike = found.map((fact) => (fact && isAlike(fact, latest) ? fact : undefined));
  const own = Math.max(...alike.map((fact) => (fact ? formFor(fact, form).scale : 0)));
  const unit = latest.unit === 'percent' ? '%' : unitBeside(latest, own, form.scale);
  return {
    concept,
    name: [measureLabel(latest), unit].filter(Boolean).join(', '),
    cells: alike.map((fact) => fact && trendCell(fact, { ...form, scale: own })),
  };
}

/** Facts of other units or on another share basis than the latest are not told in one row with it. */
const isAlike = (fact: Fact, latest: Fact): boolean =>
  fact.unit === latest.unit && fact.dimensions === latest.dimensions;

export function trendCell(fact: Fact, form: PageForm): TrendCell {
  const { scale, places } = formFor(fact, form);
  return { fact, scale, places, hanging: formatFact(fact, scale, places).endsWith(')') };
}

import type { Issuer } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatFact, formatUnit, placesBeside, printedScale } from '../model/format.ts';
import { amountAt, pageScale, rankedConcepts } from './key-figures.ts';
import { conceptLabel } from './names.ts';

/** Measures over the periods of one length. */
export interface Trend {
  readonly months: number;
  readonly title: string;
  readonly unit: string;
  readonly periods: readonly PeriodRecord[];
  readonly rows: readonly TrendRow[];
}

export interface TrendRow {
  readonly concept: string;
  readonly label: string;
  /** Unit where it is not the table's own. */
  readonly unit: string;
  readonly cells: readonly (TrendCell | undefined)[];
}

export interface TrendCell {
  readonly fact: Fact;
  readonly scale: number;
  readonly places: number;
  /** Closes with a parenthesis. */
  readonly hanging: boolean;
}

const TITLES: Readonly<Record<number, string>> = {
  12: 'Years',
  9: 'Nine months',
  6: 'Half-years',
  3: 'Quarters',
};

/** The leading measures of an issuer over time, one table for each length of period. */
export function trendsOf(issuer: Issuer): Trend[] {
  const lengths = Map.groupBy(issuer.record.periods, ({ months }) => months);
  return [...lengths]
    .sort(([a], [b]) => b - a)
    .map(([months, periods]) => trendOf(issuer, months, periods))
    .filter(({ rows }) => rows.length > 0);
}

function trendOf(issuer: Issuer, months: number, periods: readonly PeriodRecord[]): Trend {
  const scale = Math.max(...periods.map(({ period }) => pageScale(issuer, period)));
  const rows = rankedConcepts(issuer).map((concept) => rowOf(issuer, concept, periods, scale));
  return {
    months,
    title: TITLES[months] ?? `Periods of ${months} months`,
    unit: formatUnit(issuer.record.reportingCurrency, scale),
    periods,
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== undefined)),
  };
}

function rowOf(issuer: Issuer, concept: string, periods: readonly PeriodRecord[], scale: number): TrendRow {
  const facts = periods.map(({ period }) => amountAt(issuer, concept, period, scale));
  const known = facts.filter((fact) => fact !== undefined);
  const first = known[0];
  const isMoney = /^[A-Z]{3}$/.test(first?.unit ?? '');
  const own = isMoney ? Math.max(scale, ...known.map(printedScale)) : Math.max(0, ...known.map(printedScale));
  return {
    concept,
    label: conceptLabel(concept, first?.label ?? concept),
    unit: isMoney && own === scale ? '' : formatUnit(first?.unit ?? '', own),
    cells: facts.map((fact) => fact && cellOf(fact, own)),
  };
}

function cellOf(fact: Fact, scale: number): TrendCell {
  const places = placesBeside(fact, scale);
  return { fact, scale, places, hanging: formatFact(fact, scale, places).endsWith(')') };
}

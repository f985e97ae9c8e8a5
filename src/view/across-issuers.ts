import type { Issuer, Site } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatUnit, printedScale } from '../model/format.ts';
import { conceptLabel } from './names.ts';

/** A measure that several issuers report, side by side. */
export interface SharedMeasure {
  readonly concept: string;
  readonly label: string;
  readonly rows: readonly SharedRow[];
}

/** The latest year and quarter of one issuer, each beside the year before. */
export interface SharedRow {
  readonly issuer: Issuer;
  readonly unit: string;
  readonly cells: readonly { readonly period: PeriodRecord; readonly fact: Fact }[];
}

const MOST_PERIODS = 2;
const YEAR = 12;
const QUARTER = 3;

/** Every measure that at least two issuers of the site report for a period of theirs, by its name. */
export function sharedMeasures({ issuers, settings }: Site): SharedMeasure[] {
  if (settings.withoutPages.includes('comparisons')) return [];
  const reported = issuers.flatMap((issuer) =>
    [...new Set(issuer.facts.statements.map(({ concept }) => concept))].map((concept) => ({
      issuer,
      concept,
    })),
  );
  return [...Map.groupBy(reported, ({ concept }) => concept)]
    .filter(([concept, list]) => list.length > 1 && !settings.withoutMeasures.includes(concept))
    .flatMap(([concept, list]): SharedMeasure[] => {
      const rows = list.flatMap(({ issuer }) => sharedRow(issuer, concept));
      return rows.length > 1 ? [{ concept, label: conceptLabel(concept, concept), rows }] : [];
    })
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

function sharedRow(issuer: Issuer, concept: string): SharedRow[] {
  const cells = [YEAR, QUARTER].flatMap((months) => latestOf(issuer, concept, months));
  const [first] = cells;
  return first ? [{ issuer, cells, unit: formatUnit(first.fact.unit, printedScale(first.fact)) }] : [];
}

const latestOf = (issuer: Issuer, concept: string, months: number): SharedRow['cells'] =>
  issuer.record.periods
    .filter((period) => period.months === months)
    .flatMap((period) => {
      const fact = issuer.facts.find({ concept, period: period.period });
      return fact && fact.value !== '' ? [{ period, fact }] : [];
    })
    .slice(-MOST_PERIODS);

import { type Issuer, site, type View, viewIssuers } from '../data/index.ts';
import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatUnit, printedScale } from '../model/format.ts';
import { closing } from '../model/period.ts';
import { listMeasures } from './measures.ts';
import { measureLabel } from './names.ts';

/** A measure that several issuers report, side by side. */
export interface SharedMeasure {
  readonly concept: string;
  readonly label: string;
  readonly rows: readonly SharedRow[];
}

/** The latest years and quarters of one issuer, or half-years where it tells of neither. Rows of all issuers are held at once. */
export interface SharedRow {
  readonly issuer: Pick<IssuerRecord, 'slug' | 'shortName'>;
  readonly unit: string;
  readonly cells: readonly { readonly period: Pick<PeriodRecord, 'slug' | 'label'>; readonly fact: Fact }[];
}

const MOST_PERIODS = 2;
/** In months: years and quarters, else half-years, else nine months. */
const LENGTHS: readonly (readonly number[])[] = [[12, 3], [6], [9]];

/** Every measure that at least two issuers of the site report for a period of theirs, by its name. */
export function sharedMeasures(): SharedMeasure[] {
  const { withoutPages, withoutMeasures } = site().settings;
  if (withoutPages.includes('comparisons')) return [];
  return [...Map.groupBy(viewIssuers(LATEST_FIGURES).flat(), ({ concept }) => concept)]
    .filter(([concept, rows]) => rows.length > 1 && !withoutMeasures.includes(concept))
    .map(([concept, rows]) => ({ concept, label: nameShared(rows), rows }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** What the vocabulary calls it, or the first issuer that does so in words. */
const nameShared = (rows: readonly SharedRow[]): string => {
  const [name = ''] = rows.flatMap(({ cells }) => cells.map(({ fact }) => measureLabel(fact)));
  return name;
};

const LATEST_FIGURES: View<(SharedRow & { readonly concept: string })[]> = {
  name: 'latest-figures',
  make: (issuer) => {
    const { slug, shortName } = issuer.record;
    return listMeasures(issuer).flatMap((concept) => {
      const cells = latestCells(issuer, concept);
      const [first] = cells;
      if (!first) return [];
      const unit = formatUnit(first.fact.unit, printedScale(first.fact));
      return [{ issuer: { slug, shortName }, concept, cells, unit }];
    });
  },
};

/** The latest figures of a measure; a balance once, by the longest period that it closes. */
export function latestCells(issuer: Issuer, concept: string): SharedRow['cells'] {
  const [cells = []] = LENGTHS.map((lengths) =>
    lengths.flatMap((months) => listLatest(issuer, concept, months)),
  ).filter(({ length }) => length > 0);
  return cells.filter(({ fact }, index) => cells.findIndex((one) => one.fact === fact) === index);
}

const listLatest = (issuer: Issuer, concept: string, months: number): SharedRow['cells'] =>
  issuer.record.periods
    .filter((period) => period.months === months)
    .flatMap(({ period, slug, label }) => {
      const fact =
        issuer.facts.find({ concept, period }) ?? issuer.facts.find({ concept, period: closing(period) });
      return fact && fact.value !== '' ? [{ period: { slug, label }, fact }] : [];
    })
    .slice(-MOST_PERIODS);

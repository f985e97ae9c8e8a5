import type { Issuer } from '../data/index.ts';
import type { Fact } from '../model/fact.ts';
import { linkToMeasure } from '../model/links.ts';
import { lastDay } from '../model/period.ts';
import { rememberLast } from '../model/remember.ts';
import {
  listSeries,
  listStatements,
  type MeasureSeries,
  type SeriesSpan,
  type StatementView,
} from './checks-measure.ts';
import { listRefusals, type Refused } from './checks-refusals.ts';
import type { DerivedFactView, MeasureView } from './measures.ts';
import { type Reasons, reasonsOfMeasure } from './said.ts';
import { type RevisedFigure, revisedFigures } from './vintages.ts';

/** What a page shows of a measure: all of it, one of the pages of a long one, or what leads to those. */
export interface MeasurePage {
  /** `2013`; empty on the page of the measure. */
  readonly name: string;
  readonly series: readonly MeasureSeries[];
  /** Statements by the year in which their periods end, the latest first. */
  readonly years: readonly { readonly year: string; readonly statements: readonly StatementView[] }[];
  /** The pages over which the statements go, the latest first; none where this page has them. */
  readonly pages: readonly { readonly name: string; readonly href: string; readonly count: number }[];
  readonly revised: readonly RevisedFigure[];
  readonly reasons: Reasons['list'];
  readonly derived: readonly DerivedFactView[];
  readonly refused: readonly Refused[];
}

/** Periods of a length that the page of a long measure shows: all years, and the latest quarters and dates. */
const LATEST = 12;
/** Reasons that it shows, the latest. */
const MOST_REASONS = 12;

export function makeMeasurePage(issuer: Issuer, measure: MeasureView, name = ''): MeasurePage {
  const { concept } = measure;
  const isLeading = name === '' && listPages(issuer, concept).length > 0;
  const isShown = (fact: Fact) => !isLeading && (name === '' || fact.page === name);
  const statements = listStatements(issuer, concept, isShown);
  const reasons = reasonsOfMeasure(issuer, concept, name === '' ? undefined : isShown).list;
  return {
    name,
    series: isLeading
      ? listSeries(issuer, concept)
          .filter(({ isWhole }) => isWhole)
          .map(cutSeries)
      : listSeries(issuer, concept, isShown),
    years: [...Map.groupBy(statements, ({ fact }) => lastDay(fact.period).slice(0, 4))].map(
      ([year, list]) => ({
        year: year || 'Undated',
        statements: list,
      }),
    ),
    pages: isLeading ? listPages(issuer, concept) : [],
    revised: revisedFigures(issuer, concept, isShown),
    reasons: isLeading ? reasons.slice(-MOST_REASONS) : reasons,
    derived: measure.derived.filter(({ fact }) => isShown(fact)),
    refused: name === '' ? listRefusals(issuer, concept) : [],
  };
}

const cutSeries = (series: MeasureSeries): MeasureSeries => ({
  ...series,
  spans: series.spans.map(
    (span): SeriesSpan => (span.title === 'Years' ? span : { ...span, rows: span.rows.slice(0, LATEST) }),
  ),
});

/** The pages of a measure whose statements go over several, the latest first. */
function listPages(issuer: Issuer, concept: string): MeasurePage['pages'] {
  return [...countPages(issuer)]
    .flatMap(([key, count]) => {
      const [of = '', name = ''] = key.split('/');
      return of === concept ? [{ name, count, href: linkToMeasure(issuer.record.slug, concept, name) }] : [];
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** Facts of each page of a long measure, by measure and page: `Revenues/2013`. */
const countPages = rememberLast((issuer: Issuer): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const fact of issuer.facts.statements) {
    if (!fact.page) continue;
    const key = `${fact.concept}/${fact.page}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
});

/** The pages of all long measures of an issuer, those of one measure in a row. */
export const listMeasurePages = (issuer: Issuer): { concept: string; page: string }[] =>
  [...countPages(issuer).keys()].sort().map((key) => {
    const [concept = '', page = ''] = key.split('/');
    return { concept, page };
  });

import type { Issuer } from '../data/index.ts';
import type { DocumentRecord, PeriodRecord } from '../model/document.ts';
import { documentOf, isPrinted } from '../model/fact.ts';
import { lastDay } from '../model/period.ts';
import { restatedIn } from './checks-lists.ts';
import { listFurtherHighlights } from './highlights.ts';
import { keyFigures, rankedConcepts } from './key-figures.ts';
import { type LeadPart, leadSentence, writeLead } from './lead.ts';

/** What a release brought that was not known before it. */
export interface News {
  /** The period that it is about, undefined where that has no page. */
  readonly main: PeriodRecord | undefined;
  readonly lead: readonly LeadPart[];
  /** What the highlights of the period say, in their words. */
  readonly highlights: readonly string[];
  /** Periods that no earlier release printed, the latest first. */
  readonly printed: readonly PeriodRecord[];
  /** Periods that no release prints, which follow since this one. */
  readonly derived: readonly PeriodRecord[];
  readonly figures: number;
  /** Numbers of earlier releases that it gives otherwise. */
  readonly restated: number;
  readonly errors: number;
}

const MOST_HIGHLIGHTS = 4;
/** Measures by which a period counts as told. */
const LEADING = 3;

export function gatherNews(issuer: Issuer, document: DocumentRecord): News {
  const { record, findings, coverage } = issuer;
  const main = mainPeriod(issuer, document);
  const figures = main && keyFigures(issuer, main);
  const added = record.periods
    .filter((period) => broughtBy(issuer, period) === document.id)
    .sort(byEndThenLength);
  return {
    main,
    lead: figures ? leadSentence(figures) : [],
    highlights:
      main && figures
        ? listFurtherHighlights(issuer, main, writeLead(issuer, main, figures))
            .slice(0, MOST_HIGHLIGHTS)
            .map(({ title }) => title)
        : [],
    printed: added.filter(({ derived }) => !derived),
    derived: added.filter(({ derived }) => derived),
    figures: coverage[document.id]?.facts ?? 0,
    restated: restatedIn(issuer, document.id).length,
    errors: findings.filter(({ document: id, verdict }) => id === document.id && verdict === 'error').length,
  };
}

/** The period that a release reports on first, else the longest that ends with it. */
const mainPeriod = ({ record }: Issuer, { period, periodSlug }: DocumentRecord): PeriodRecord | undefined =>
  record.periods.find(({ slug }) => slug === periodSlug) ??
  record.periods
    .filter((one) => lastDay(one.period) === lastDay(period))
    .sort((a, b) => b.months - a.months)[0];

/** The latest first, of those with one end the longest. */
function byEndThenLength(a: PeriodRecord, b: PeriodRecord): number {
  const [first, second] = [lastDay(a.period), lastDay(b.period)];
  return first === second ? b.months - a.months : first < second ? 1 : -1;
}

/**
 * Id of the release since which a period is known: the first that prints one of its leading measures; for a period
 * that none prints, the latest of those that they follow from. Ids of documents begin with the day of release.
 */
function broughtBy(issuer: Issuer, { period }: PeriodRecord): string {
  const told = rankedConcepts(issuer)
    .slice(0, LEADING)
    .flatMap((concept) => issuer.facts.listAllStatements(concept).filter((fact) => fact.period === period))
    .filter(({ basis, aspect, dimensions }) => basis === 'reported' && aspect === 'amount' && !dimensions);
  const printed = told.filter(isPrinted).map(({ document }) => document);
  if (printed.length > 0) return printed.reduce((a, b) => (a < b ? a : b));
  const latest = told.map((fact) =>
    (issuer.verification.derived[fact.id]?.inputs ?? [])
      .map((id) => documentOf(issuer.facts.byId(id)))
      .reduce((a, b) => (a > b ? a : b), ''),
  );
  return latest.filter(Boolean).reduce((a, b) => (a < b ? a : b), latest[0] ?? '');
}

import { conceptById } from '../concepts/index.ts';
import type { Issuer } from '../data/index.ts';
import { ruleWords } from '../model/check-rules.ts';
import { type Fact, isPrinted, latestFirst, type Printed } from '../model/fact.ts';
import type { Finding, Verdict } from '../model/finding.ts';
import {
  formatCounted,
  formatUnit,
  knownPlaces,
  placesBeside,
  printedScale,
  upperFirst,
} from '../model/format.ts';
import { linkToFact, linkToFinding, linkToLine, statementId } from '../model/links.ts';
import { findNearestPeriod } from '../model/nearest-period.ts';
import { isMoney, measureForm } from '../model/page-form.ts';
import { isDuration, lastDay, monthsIn, type Period, shift } from '../model/period.ts';
import { periodBefore } from '../model/year-before.ts';
import { findingById, releaseName } from './checks-lists.ts';
import { isNotable } from './checks-verdicts.ts';
import { verifiedWords } from './checks-words.ts';
import { deriveDifference, deriveGrowth, type WorkedFigure } from './growth.ts';
import { isForeignUnit } from './key-figures.ts';
import { conceptLabel, measureLabel, partOfFact } from './names.ts';
import { shortPeriodName } from './periods.ts';

/** One printed statement of a measure with all that is known of it. */
export interface StatementView {
  readonly fact: Printed;
  readonly id: string;
  readonly period: string;
  /** What it tells where that is not the plain amount: `target`, `change from FY2011`, a segment. */
  readonly says: string;
  readonly unit: string;
  readonly precision: string;
  readonly release: string;
  readonly verified: string;
  readonly checks: readonly CheckLink[];
}

export interface CheckLink {
  readonly href: string;
  readonly title: string;
  readonly verdict: Verdict;
}

/** A measure in one unit and of one part. */
export interface MeasureSeries {
  readonly id: string;
  readonly title: string;
  /** Of the whole, not of a part. */
  readonly isWhole: boolean;
  readonly unit: string;
  readonly spans: readonly SeriesSpan[];
}

/** Its periods of one length, or its dates. */
export interface SeriesSpan {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly MeasureSeriesRow[];
  readonly hasYear: boolean;
  readonly hasBefore: boolean;
}

/** Which facts of a measure are looked at: all, or those of one of its pages. */
export type IsShown = (fact: Fact) => boolean;
const all: IsShown = () => true;

export interface MeasureSeriesRow {
  readonly period: string;
  readonly fact: Fact;
  readonly scale: number;
  readonly places: number;
  /** Change on the year, as printed or derived. */
  readonly year: Fact | undefined;
  /** Change on the period before. */
  readonly before: WorkedFigure | undefined;
}

/** A measure that another is made of, with the word that joins it to those before. */
export interface FormulaTerm {
  readonly words: string;
  readonly concept: string;
  readonly label: string;
  readonly hasPage: boolean;
}

/** Every printed statement of a measure, the latest period first. */
export const listStatements = (issuer: Issuer, concept: string, isShown = all): StatementView[] =>
  issuer.facts
    .listAllStatements(concept)
    .filter(isPrinted)
    .filter(isShown)
    .sort(byPeriod)
    .map((fact) => makeStatement(issuer, fact));

function makeStatement(issuer: Issuer, fact: Printed): StatementView {
  return {
    fact,
    id: statementId(fact),
    period: upperFirst(shortPeriodName(issuer.record, fact.period)),
    says: describeStatement(issuer, fact),
    unit: formatUnit(fact.unit, printedScale(fact)) || fact.unit,
    precision: formatPrecision(fact),
    release: releaseName(issuer.documents.find(({ id }) => id === fact.document)),
    verified: verifiedWords(fact),
    checks: listChecks(issuer, fact),
  };
}

/** What a number is that is not the figure itself. */
const QUALIFIED: Readonly<Record<Fact['qualifier'], string>> = {
  exact: '',
  approximate: 'about',
  over: 'threshold: over',
  under: 'threshold: under',
  from: 'lower end of a range',
  to: 'upper end of a range',
};

/** Whether a statement prints the figure, if but about, and not what it lies above, below or between. */
export const printsFigure = ({ qualifier }: Fact): boolean =>
  qualifier === 'exact' || qualifier === 'approximate';

/** What a statement tells where that is not the plain amount. */
export function describeStatement({ record, facts }: Issuer, fact: Fact): string {
  const { aspect, basis, compared, qualifier } = fact;
  const from = compared === '' ? '' : ` from ${shortPeriodName(record, compared)}`;
  const aspects = { amount: '', ratio: 'ratio', change: `change${from}`, changePercent: `growth${from}` };
  const words = [partOfFact(facts, fact), aspects[aspect], basis === 'target' ? 'target' : ''];
  return [...words, QUALIFIED[qualifier]].filter(Boolean).join(', ');
}

/** Places behind the point to which a number is printed in its unit. */
function formatPrecision(fact: Fact): string {
  if (fact.decimals === null) return 'nil';
  const places = knownPlaces(fact, printedScale(fact));
  return places === 0 ? '' : formatCounted(places, 'decimal');
}

/** The checks that fix a figure best, and those that found something. */
function listChecks(issuer: Issuer, { id }: Fact): CheckLink[] {
  const { support = [], findings = [] } = issuer.verification.facts[id] ?? {};
  return [...new Set([...findings, ...support])].flatMap((check) => {
    const finding = findingById(issuer).get(check);
    if (!finding) return [];
    const { verdict, rule } = finding;
    const { title } = ruleWords(rule);
    if (isNotable(verdict)) return [{ href: linkToFinding(finding), title, verdict }];
    const [href, lines] = againstLines(issuer, finding, id);
    return [{ href, title: lines === '' ? title : `${title}: ${lines}`, verdict }];
  });
}

/** Lines named at most; the others are counted. */
const LINES = 4;

/** What a check that passed compares a figure with: a link to the first of the places, and their lines. */
function againstLines(issuer: Issuer, finding: Finding, id: string): readonly [href: string, lines: string] {
  const others = finding.facts.filter((one) => one !== id).flatMap((one) => issuer.facts.byId(one) ?? []);
  const printed = others.filter(isPrinted);
  const lines = [...new Set(printed.map(({ line }) => line))].sort((a, b) => a - b);
  const more = lines.length > LINES ? ` and ${lines.length - LINES} more` : '';
  const [first] = printed;
  return [
    first ? linkToFact(first) : linkToLine(finding.issuer, finding.document, finding.line),
    lines.length === 0
      ? ''
      : `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, LINES).join(', ')}${more}`,
  ];
}

/** The reported amounts of a measure over time, of the whole and in its own currency first. */
export function listSeries(issuer: Issuer, concept: string, isShown = all): MeasureSeries[] {
  const amounts = issuer.facts
    .ofConcept(concept)
    .filter(
      ({ aspect, basis, value }) =>
        (aspect === 'amount' || aspect === 'ratio') && basis === 'reported' && value !== '',
    );
  const groups = Map.groupBy(amounts, ({ dimensions, unit }) => `${dimensions}|${unit}`);
  return [...groups.values()]
    .sort(([a], [b]) => rankSeries(issuer, a) - rankSeries(issuer, b))
    .map((facts, index) => makeSeries(issuer, facts, `series-${index + 1}`, isShown))
    .filter(({ spans }) => spans.length > 1 || (spans[0]?.rows.length ?? 0) > 1);
}

const rankSeries = ({ record }: Issuer, fact: Fact | undefined): number =>
  2 * Number(fact?.dimensions !== '') + Number(isForeignUnit(fact?.unit ?? '', record.reportingCurrency));

/** Names of spans, in the order in which they stand side by side. */
const SPANS: readonly (readonly [months: number, title: string])[] = [
  [12, 'Years'],
  [6, 'Half-years'],
  [3, 'Quarters'],
  [9, 'Nine months'],
  [0, 'Dates'],
];

function makeSeries(issuer: Issuer, facts: readonly Fact[], id: string, isShown: IsShown): MeasureSeries {
  const preferred = new Map<Period, Fact>();
  for (const fact of facts) if (!preferred.has(fact.period)) preferred.set(fact.period, fact);
  const chosen = [...preferred.values()].filter(isShown).sort(byPeriod);
  const [first] = facts as [Fact];
  const scale = isMoney(first)
    ? measureForm(issuer.facts, first).scale
    : Math.max(...chosen.map(printedScale));
  const lengths = Map.groupBy(chosen, ({ period }) => countSpanMonths(issuer, period));
  const spans = [...SPANS, [-1, 'Other periods'] as const].flatMap(([months, title]): SeriesSpan[] => {
    const rows = (lengths.get(months) ?? []).map((fact) => makeSeriesRow(issuer, fact, preferred, scale));
    if (rows.length === 0) return [];
    return [{ id: `${id}-${months}`, title, rows, ...findFilledColumns(rows) }];
  });
  return {
    id,
    title: partOfFact(issuer.facts, first) || measureLabel(first),
    isWhole: first.dimensions === '',
    unit: formatUnit(first.unit, scale),
    spans,
  };
}

const findFilledColumns = (rows: readonly MeasureSeriesRow[]): Pick<SeriesSpan, 'hasYear' | 'hasBefore'> => ({
  hasYear: rows.some(({ year }) => year),
  hasBefore: rows.some(({ before }) => before),
});

/** Months of a span that has a name, 0 for a date, -1 for any other, as for a year that is no fiscal one. */
function countSpanMonths({ record }: Issuer, period: Period): number {
  if (!isDuration(period)) return 0;
  const months = monthsIn(period);
  const ends = (one: Period) => lastDay(one).slice(5, 7);
  const years = record.periods.filter((one) => one.months === months);
  const isFiscal =
    months !== 12 || years.length === 0 || years.some((one) => ends(one.period) === ends(period));
  return isFiscal && SPANS.some(([known]) => known === months) ? months : -1;
}

function makeSeriesRow(
  issuer: Issuer,
  fact: Fact,
  all: ReadonlyMap<Period, Fact>,
  scale: number,
): MeasureSeriesRow {
  const { concept, period, dimensions, unit } = fact;
  const changes = issuer.facts.findAll({ concept, period, dimensions, aspect: 'changePercent' });
  const months = monthsIn(period);
  const previous =
    isDuration(period) && months < 12 ? findNearestPeriod(all.keys(), shift(period, -months)) : undefined;
  const earlier = previous === undefined ? undefined : all.get(previous);
  return {
    period: upperFirst(shortPeriodName(issuer.record, period)),
    fact,
    scale,
    places: fact.origin === 'derived' && scale > 0 ? 0 : placesBeside(fact, scale),
    year:
      /^(?!ADS$)[A-Z]{3}/.test(unit) && !unit.startsWith(issuer.record.reportingCurrency)
        ? undefined
        : changes.find(
            ({ compared, value }) => value !== '' && compared === periodBefore(issuer.record, period),
          ),
    before:
      earlier && (unit === 'percent' ? deriveDifference(fact, earlier, 0) : deriveGrowth(fact, earlier)),
  };
}

/** How a measure is made of others, by the vocabulary; empty where it stands for itself. */
export function listTerms(issuer: Issuer, concept: string): FormulaTerm[] {
  const { sums = [], ratio, product, changeOf, multipleOf } = conceptById.get(concept) ?? {};
  const term = (words: string, id: string): FormulaTerm => ({
    words,
    concept: id,
    label: conceptLabel(id, id),
    hasPage: issuer.facts.ofConcept(id).length > 0,
  });
  if (ratio) return [term('', ratio.of), term(ratio.average ? 'over the average of' : 'over', ratio.to)];
  if (product) return [term('', product[0]), term('times', product[1])];
  if (changeOf) return [term('the change over the period of', changeOf)];
  if (multipleOf) return [term('a fixed multiple of', multipleOf)];
  const sum = sums.find((one) => Object.keys(one).some((id) => issuer.facts.ofConcept(id).length > 0));
  return Object.entries(sum ?? {})
    .filter(([id]) => issuer.facts.ofConcept(id).length > 0)
    .map(([id, weight], index) => term(weight < 0 ? 'less' : index > 0 ? 'plus' : '', id));
}

/** Latest first; of periods with one end the longest, then plain amounts, then the latest document, by line. */
export function byPeriod(a: Fact, b: Fact): number {
  return (
    compare(lastDay(b.period), lastDay(a.period)) ||
    monthsIn(b.period) - monthsIn(a.period) ||
    compare(a.basis === 'target' ? 1 : 0, b.basis === 'target' ? 1 : 0) ||
    compare(a.dimensions, b.dimensions) ||
    compare(a.aspect, b.aspect) ||
    latestFirst(a, b)
  );
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

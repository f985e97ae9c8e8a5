import { type ConceptId, conceptById } from '../concepts/index.ts';
import { type Issuer, site } from '../data/index.ts';
import type { PeriodRecord } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import { formatUnit } from '../model/format.ts';
import { linkToPeriod } from '../model/links.ts';
import { formFor, type PageForm, pageForm } from '../model/page-form.ts';
import { closing, type Period } from '../model/period.ts';
import { periodBefore } from '../model/year-before.ts';
import { deriveDifference, deriveGrowth, type WorkedFigure } from './growth.ts';
import { measureLabel } from './names.ts';
import { printedGrowth, soundGrowth } from './printed-growth.ts';

/**
 * What a reader asks first, in order; of each row the first measure that the period has. The first three found
 * are set large, the next six small.
 */
const LEADING: readonly (readonly ConceptId[])[] = [
  ['Revenues', 'InterestIncomeExpenseNet'],
  ['OperatingIncomeLoss'],
  ['NetIncomeLoss', 'ProfitLoss'],
];
const FOLLOWING: readonly (readonly ConceptId[])[] = [
  ['OperatingMarginRatio'],
  ['AdjustedEBITDA', 'EBITDA'],
  ['NetCashProvidedByUsedInOperatingActivities'],
  ['EquityRatio'],
  ['EarningsPerShareBasic', 'EarningsPerShareBasicAndDiluted', 'EarningsPerShareDiluted'],
  ['CommonStockDividendsPerShareDeclared'],
];
/** What is asked of issuers in the United States, where analysts go by diluted earnings and free cash flow. */
const FOLLOWING_IN_DOLLARS: readonly (readonly ConceptId[])[] = [
  ['EarningsPerShareDiluted', 'EarningsPerShareBasicAndDiluted', 'EarningsPerShareBasic'],
  ['OperatingMarginRatio'],
  ['NetCashProvidedByUsedInOperatingActivities'],
  ['FreeCashFlow'],
  ['AdjustedEBITDA', 'EBITDA'],
  ['CommonStockDividendsPerShareDeclared'],
];
const LAST: readonly (readonly ConceptId[])[] = [
  ['GrossProfit'],
  ['CapitalExpendituresIncludingCapitalLeases', 'PaymentsToAcquirePropertyPlantAndEquipment'],
  ['CashAndCashEquivalentsAtCarryingValue', 'CashCashEquivalentsAndShortTermInvestments'],
  ['StockholdersEquity', 'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest'],
  ['Assets'],
  [
    'IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments',
    'IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest',
    'OrdinaryIncomeLoss',
  ],
  ['CostOfRevenue'],
];

/** The measures that the owner of the site leads with, then the usual ones; each once, and none that is left out. */
function rankedFor({ record }: Issuer): readonly (readonly string[])[] {
  const { leadingMeasures, withoutMeasures } = site().settings;
  const usual = [
    ...LEADING,
    ...(record.reportingCurrency === 'USD' ? FOLLOWING_IN_DOLLARS : FOLLOWING),
    ...LAST,
  ].filter((concepts) => !concepts.some((id) => leadingMeasures.includes(id)));
  return [...leadingMeasures.map((id) => [id]), ...usual].map((concepts) =>
    concepts.filter((id) => !withoutMeasures.includes(id)),
  );
}

const LARGE = 3;
const SMALL = 6;

/** One measure of a period as the page leads with it. */
export interface KeyFigure {
  readonly concept: string;
  readonly label: string;
  readonly fact: Fact;
  /** Power of ten that the figure is told in. */
  readonly scale: number;
  readonly places: number;
  /** Unit where it is not the page's own. */
  readonly unit: string;
  readonly before?: Fact;
  readonly change?: { readonly printed: Fact } | WorkedChange;
  readonly target?: Target;
}

/** What was aimed at, and how far the figure went beyond it or fell short. */
export interface Target extends WorkedChange {
  readonly fact: Fact;
  readonly isMet: boolean;
}

/** A change that no document prints. */
export interface WorkedChange {
  readonly derived: WorkedFigure;
  /** Id, on the period's page, of how it was worked out. */
  readonly id: string;
  /** Address of that place. */
  readonly how: string;
}

export interface KeyFigures {
  /** What most of them are told in: `JPY millions`. */
  readonly unit: string;
  readonly large: readonly KeyFigure[];
  readonly small: readonly KeyFigure[];
}

export function keyFigures(issuer: Issuer, period: PeriodRecord): KeyFigures {
  const form = issuerForm(issuer);
  const all = rankedFor(issuer).flatMap((concepts) =>
    takeFirst(concepts, (id) => keyFigure(issuer, period, id, form)),
  );
  return {
    unit: formatUnit(issuer.record.reportingCurrency, form.scale),
    large: all.slice(0, LARGE),
    small: all.slice(LARGE, LARGE + SMALL),
  };
}

/** The measures of the ranked list that an issuer's periods have, for a table over time. */
export const rankedConcepts = (issuer: Issuer): string[] =>
  rankedFor(issuer).flatMap((concepts) => concepts.find((id) => issuer.facts.ofConcept(id).length > 0) ?? []);

/** How the amounts of an issuer are told on its pages. */
export const issuerForm = ({ facts, record }: Issuer): PageForm => pageForm(facts, record.reportingCurrency);

/** Share bases that amounts per share can be compared on, the current one first. */
const SHARE_BASES = ['', 'shareBasis=post-split', 'shareBasis=pre-split'];

/** The figure of a measure in a period or at its end, on the first share basis that has one: its share in a whole is another. */
export function amountAt(
  { facts, record }: Issuer,
  concept: string,
  period: Period,
  bases = SHARE_BASES,
): Fact | undefined {
  const isMoney = conceptById.get(concept)?.kind === 'monetary';
  const settled = facts
    .ofConcept(concept)
    .filter(
      (fact) =>
        (fact.period === period || fact.period === closing(period)) &&
        fact.basis === 'reported' &&
        (fact.aspect === 'amount' || (fact.aspect === 'ratio' && !isMoney)) &&
        (fact.qualifier === 'exact' || fact.qualifier === 'approximate') &&
        fact.value !== '' &&
        !isForeignUnit(fact.unit, record.reportingCurrency),
    );
  for (const basis of bases) {
    const found = settled.find(({ dimensions }) => dimensions === basis);
    if (found) return found;
  }
  return undefined;
}

function keyFigure(
  issuer: Issuer,
  record: PeriodRecord,
  concept: string,
  form: PageForm,
): KeyFigure | undefined {
  const fact = amountAt(issuer, concept, record.period);
  if (!fact) return undefined;
  const own = formFor(fact, form);
  const unit = unitBeside(fact, own.scale, form.scale);
  const earlier = periodBefore(issuer.record, record.period);
  const before = amountAt(issuer, concept, earlier, [fact.dimensions]);
  const comparable = before && before.unit === fact.unit && before.value !== '' ? before : undefined;
  const place = {
    page: linkToPeriod(issuer.record.slug, record.slug),
    id: `worked-${record.slug}-${concept}`,
  };
  const change = findChange(issuer, fact, comparable, earlier, place);
  const target = findTarget(issuer, fact, place);
  return {
    concept,
    label: measureLabel(fact),
    fact,
    ...own,
    unit,
    ...(comparable && { before: comparable }),
    ...(change && { change }),
    ...(target && { target }),
  };
}

/** The target of a figure as it last was, where both are settled and say which way it came out. */
function findTarget(issuer: Issuer, actual: Fact, { page, id }: Place): Target | undefined {
  const { concept, period, dimensions, unit } = actual;
  const entry = issuer.verification.ledger.find(
    (one) =>
      one.concept === concept && one.period === period && one.dimensions === dimensions && one.unit === unit,
  );
  const fact = issuer.facts.byId(entry?.statements.at(-1)?.fact ?? '');
  const isExact = fact?.qualifier === 'exact' || fact?.qualifier === 'approximate';
  if (!entry || !fact || !isExact || (entry.outcome !== 'met' && entry.outcome !== 'missed'))
    return undefined;
  const derived = deriveGrowth(actual, fact);
  const own = `${id}-target`;
  return derived && { fact, isMet: entry.outcome === 'met', derived, id: own, how: `${page}#${own}` };
}

/** Where a page says how a figure was worked out. */
interface Place {
  readonly page: string;
  readonly id: string;
}

/** The growth on the year that all pages tell; where no figure of the year before is known, what is printed, right or wrong. */
export function findChange(
  issuer: Issuer,
  fact: Fact,
  before: Fact | undefined,
  earlier: Period,
  { page, id }: Place,
): KeyFigure['change'] {
  const printed = before
    ? soundGrowth(issuer.facts, fact, before)
    : printedGrowth(issuer.facts, fact, earlier);
  if (printed) return { printed };
  const derived =
    before && (fact.unit === 'percent' ? deriveDifference(fact, before, 0) : deriveGrowth(fact, before));
  return derived && { derived, id, how: `${page}#${id}` };
}

/** Unit to tell beside the name: none for percent and the page's own, for amounts per share their currency. */
export function unitBeside({ unit }: Fact, own: number, scale: number): string {
  const [measure = '', per] = unit.split('/');
  if (unit === 'percent' || (/^[A-Z]{3}$/.test(unit) && own === scale)) return '';
  return per === undefined ? formatUnit(unit, own) : measure;
}

/** Money in a currency that the issuer does not report in: a translation for convenience. */
export const isForeignUnit = (unit: string, currency: string): boolean =>
  currency !== '' && /^[A-Z]{3}(\/|$)/.test(unit) && unit !== 'ADS' && !unit.startsWith(currency);

function takeFirst<T>(ids: readonly string[], find: (id: string) => T | undefined): T[] {
  for (const id of ids) {
    const found = find(id);
    if (found !== undefined) return [found];
  }
  return [];
}

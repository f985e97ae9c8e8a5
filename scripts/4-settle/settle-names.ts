import { foldLabel } from '../../src/concepts/fold-label.ts';
import { conceptById } from '../../src/concepts/index.ts';
import { findConcept, findSection, readTelling } from '../../src/concepts/vocabulary.ts';
import { factKey, type Printed } from '../../src/model/fact.ts';
import { remember } from '../../src/model/remember.ts';
import { mayBeOneNumber } from '../../src/model/same-number.ts';
import { DATE } from '../grammar/dates.ts';
import { namesNoPart, OF_BUSINESS, OF_REPORTS } from '../grammar/part-names.ts';
import { isPlainWord, wordsIn } from '../grammar/plain-words.ts';
import { isTimeOnly } from '../grammar/times.ts';
import { isUnitOnly } from '../grammar/units.ts';
import type { Doubts, Evidence } from './evidence.ts';

const REASONS = {
  part: (heading: string) =>
    `“${heading}” over it may name a part of the business: no other place gives its figures for the whole.`,
  lead: 'Its label says what is left out or taken in, not of which measure.',
  none: 'Nothing over or before it names what it measures.',
  taken: 'Its label takes it off and a minus stands before it: whether it is a gain or a loss is open.',
};

/**
 * What stands over or before a figure and no reading has taken in: a heading that names something, over the measures that
 * every report has, or a label that only says what a measure leaves out. Sums show neither: a part has sums of its own.
 */
export function doubtNames(evidence: Evidence): Doubts {
  const doubts = new Map<string, string>();
  const tables = Map.groupBy(
    evidence.facts.filter((fact) => evidence.tableOf(fact) >= 0),
    (fact) => evidence.tableOf(fact),
  );
  for (const { id, concept } of evidence.facts)
    if (!conceptById.has(concept) && namesNothing(concept)) doubts.set(id, REASONS.none);
  for (const fact of evidence.facts) {
    const name = OF_PART.test(fact.dimensions) ? undefined : fact.section.findLast(namesBusiness);
    if (name && isUnread(name, evidence)) doubts.set(fact.id, REASONS.part(name));
  }
  const places = Map.groupBy(evidence.facts, factKey);
  for (const facts of tables.values()) {
    const tellsParts = facts.some(
      ({ concept, dimensions }) => HEADLINES.has(concept) && OF_PART.test(dimensions),
    );
    const whole = tellsParts ? [] : facts.filter(isOfWhole);
    for (const [name, below] of belowNames(whole, evidence)) {
      const heads = below.filter(({ concept }) => HEADLINES.has(concept));
      if (heads.length === 0 || heads.some((fact) => isToldElsewhere(fact, name, places, evidence))) continue;
      for (const { id } of below) doubts.set(id, REASONS.part(name));
    }
    for (const fact of facts) {
      if (conceptById.has(fact.concept) || fact.dimensions.includes('adjustment=')) continue;
      if (LEADS.test(fact.label)) doubts.set(fact.id, REASONS.lead);
      if (TAKEN.test(fact.label) && fact.value.startsWith('-') && evidence.tiesOf(fact).strong === 0)
        doubts.set(fact.id, REASONS.taken);
    }
  }
  return doubts;
}

/** The id of a measure that was made of the words of a time, a total or a count alone. */
const namesNothing = (concept: string): boolean => {
  const words = concept.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{L})(?=\d)/gu, ' ');
  return (
    isTimeOnly(words) ||
    readTelling(words)?.rest === '' ||
    /^\d{4,}|\d{3,} ?(?:Million|Billion|Thousand|Cent)\b/.test(words) ||
    /^(?:total|sub ?total|shares?|amounts?|items?|figures?|number|unnamed|per (?:(?:basic|diluted|common|and|share|unit)\s?)+)$/i.test(
      words,
    )
  );
};

const LEADS = /^(?:excluding|including|excl\.?|incl\.?|before|after|adjusted for|net of|without)\s/i;
const TAKEN = /^less\b(?! than)/i;

const isOfWhole = ({ concept, dimensions, aspect }: Printed): boolean =>
  conceptById.get(concept)?.kind === 'monetary' &&
  aspect === 'amount' &&
  !OF_PART.test(dimensions) &&
  !dimensions.includes('adjustment=');

const OF_PART = /(?:^|;)(?:segment|product|region|entity)=/;

/** `Consumer Banking`, `Asset Management`; what every company manages is no business of it. */
const namesBusiness: (heading: string) => boolean = remember(
  (heading) =>
    OF_BUSINESS.test(withoutMarks(heading)) &&
    !/\bby\b|^names?\b/i.test(heading) &&
    !/^(?:(?:risk|capital|liquidity|costs?|working|cash|market|balance|sheet|senior|executive|our|financial|credit|treasury|supply|chain|asset[- ]liability) )+(?:and \p{L}+ )?(?:management|division|segment)$/iu.test(
      withoutMarks(heading),
    ),
);

/** Measures of the whole that a part of the business has too. */
const HEADLINES: ReadonlySet<string> = new Set([
  'Revenues',
  'RevenuesNetOfInterestExpense',
  'GrossProfit',
  'OperatingIncomeLoss',
  'IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments',
  'ProfitLoss',
  'NetIncomeLoss',
  'InterestIncomeExpenseNet',
  'NoninterestIncome',
  'NoninterestExpense',
  'EBITDA',
  'AdjustedEBITDA',
]);

/** Facts of a table by the names that stand over them and that no reading has taken in. */
function belowNames(facts: readonly Printed[], evidence: Evidence): ReadonlyMap<string, readonly Printed[]> {
  const below = new Map<string, Printed[]>();
  for (const fact of facts)
    for (const name of namesOver(fact, evidence)) {
      const own = below.get(name) ?? [];
      own.push(fact);
      below.set(name, own);
    }
  return new Map([...below].filter(([name]) => isUnread(name, evidence)));
}

/** The heading of its table, what stands in the corner and over the first rows, the words of its column's head. */
function namesOver(fact: Printed, evidence: Evidence): readonly string[] {
  const table = evidence.tables[evidence.tableOf(fact)];
  if (!table) return [fact.table];
  const column = table.columns.find(({ cell }) => cell === fact.cell);
  const texts = [
    fact.table,
    ...table.grid.frame,
    ...table.grid.captions.values(),
    column?.unknownMeasure ?? '',
  ];
  return [...new Set(texts.map((text) => text.replace(/\s*\([^()]*\)/g, '').trim()))].filter(Boolean);
}

/** Another heading stands over the same number, and none of that name. */
const isToldElsewhere = (
  fact: Printed,
  name: string,
  places: ReadonlyMap<string, readonly Printed[]>,
  evidence: Evidence,
): boolean =>
  (places.get(factKey(fact)) ?? []).some(
    (other) =>
      evidence.tableOf(other) !== evidence.tableOf(fact) &&
      (other.table !== fact.table || !isUnread(fact.table, evidence)) &&
      [other.table, ...other.section].every((text) => withoutMarks(text) !== withoutMarks(name)) &&
      mayBeOneNumber(fact, other),
  );

/** `Consumer Banking¹` is told as `Consumer Banking`. */
const withoutMarks = (text: string): string => foldLabel(text.replace(/[⁰¹²³⁴-⁹*†‡]+$/u, '')).text;

/** A short heading with a word that neither the vocabulary nor a report’s own words explain. */
function isUnread(heading: string, { issuerNames }: Evidence): boolean {
  const { text } = foldLabel(heading);
  const lookup = { enclosing: [], issuerNames };
  return (
    heading.length <= LONGEST_NAME &&
    /^\p{Lu}/u.test(heading) &&
    !namesNoPart(text) &&
    !OF_REPORTS.test(heading) &&
    !isTimeOnly(heading) &&
    !OPENS_WITH_DATE.test(heading) &&
    !readTelling(heading) &&
    !heading.split(LISTED).every((name) => findConcept(name, lookup)) &&
    !findSection(heading, lookup) &&
    !isUnitOnly(heading) &&
    wordsIn(heading).some((word) => word.length >= SHORTEST_WORD && !isPlainWord(word)) &&
    !issuerNames.some((name) => heading.includes(name))
  );
}

/** `EBITA and EBITDA` names two measures. */
const LISTED = /,? and |, | & /;
const LONGEST_NAME = 60;
/** `July 1, 2025, Denver, Colorado`: a dateline. */
const OPENS_WITH_DATE = new RegExp(`^${DATE}`, 'i');
/** `MEUR`, `Rs.` */
const SHORTEST_WORD = 5;

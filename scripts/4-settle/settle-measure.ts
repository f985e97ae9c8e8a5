import { foldLabel } from '../../src/concepts/fold-label.ts';
import { readTelling } from '../../src/concepts/vocabulary.ts';
import { factKey, halfUnit, type Printed, signedAmount } from '../../src/model/fact.ts';
import { isOneSlip } from '../../src/model/one-slip.ts';
import { mayBeOneNumber } from '../../src/model/same-number.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import { type Doubts, type Evidence, isPlain, isTold, measureKey, rawDigits } from './evidence.ts';

/** By so much the evidence for one statement must outweigh that for another. */
const MARGIN = 2;
/** More numbers for one thing than misprints make. */
const MOST_NUMBERS = 12;
/** Digits that are not alike but for one slip by chance. */
const MANY_DIGITS = 4;
/** Words of a name that leaves no doubt about what a sentence means. */
const FULL_NAME = 4;

/**
 * Two numbers of a document for one thing that do not meet are a misprint where both are beyond doubt: the lines that they
 * stand in agree elsewhere. Otherwise one of them measures something else, and the one with the stronger evidence holds.
 */
export function doubtMeasures(evidence: Evidence): Doubts {
  const doubts = new Map<string, string>();
  const groups = Map.groupBy(evidence.facts.filter(isTold), factKey);
  for (const facts of groups.values()) {
    if (facts.length < 2 || facts.every((fact) => areOne(fact, facts[0] as Printed))) continue;
    const clusters = clusterFacts(facts)
      .map((cluster) => ({ cluster, strength: weighSupport(cluster, evidence) }))
      .sort((a, b) => b.strength - a.strength);
    const [best, ...others] = clusters;
    const [next] = others;
    if (!best || !next) continue;
    const open = others
      .flatMap(({ cluster }) => cluster)
      .filter((fact) => clusters.length > MOST_NUMBERS || !isMisprint(fact, best.cluster, groups, evidence));
    const isSettled = best.strength - next.strength >= MARGIN;
    for (const fact of open) doubts.set(fact.id, reasonFor(best.cluster[0] as Printed));
    if (!isSettled && open.some((fact) => fact.origin === 'table' || isOfSentences(best.cluster)))
      for (const fact of best.cluster) doubts.set(fact.id, reasonFor(open[0] as Printed));
  }
  for (const [id, reason] of rivalAims(evidence)) doubts.set(id, reason);
  for (const origin of ['table', 'prose'] as const)
    for (const [id, reason] of [...changesOfDoubted(origin, doubts, groups, evidence)])
      if (!doubts.has(id)) doubts.set(id, reason);
  return doubts;
}

/** Both open the range, or close it. */
const isOtherBound = (a: Printed, b: Printed): boolean =>
  Math.abs(signedAmount(a) - signedAmount(b)) > halfUnit(a) + halfUnit(b);

/** Tables that aim at two amounts for one thing, `Salt segment` and `Plant segment` above them, measure different things. */
function* rivalAims({ facts }: Evidence): Generator<[string, string]> {
  const aims = facts.filter(
    ({ basis, origin, value }) => basis === 'target' && origin === 'table' && value !== '',
  );
  for (const group of Map.groupBy(aims, (fact) => `${factKey(fact)}|${fact.qualifier}`).values()) {
    const [first] = group;
    const other = first && group.find((fact) => isOtherBound(fact, first));
    if (!first || !other) continue;
    for (const fact of group) yield [fact.id, reasonFor(fact.raw === first.raw ? other : first)];
  }
}

/**
 * `Earnings were $45 million, down 11.9%`: the change of an amount in doubt is of the same thing, in its sentence or row;
 * where a sentence tells no amount, that of the rows if another change is told of it.
 */
function* changesOfDoubted(
  from: Printed['origin'],
  doubts: Doubts,
  groups: Groups,
  evidence: Evidence,
): Generator<[string, string]> {
  const told = evidence.facts.filter(({ aspect }) => aspect === 'amount');
  const byMeasure = Map.groupBy(told, ofMeasure);
  const changes = Map.groupBy(
    evidence.facts.filter(({ aspect }) => aspect !== 'amount'),
    ofMeasure,
  );
  for (const fact of evidence.facts) {
    const isChange = fact.aspect === 'change' || fact.aspect === 'changePercent';
    if (!isChange || fact.origin !== from || (from === 'prose' && isInTable(fact, groups, doubts))) continue;
    const alike = byMeasure.get(ofMeasure(fact)) ?? [];
    const own = alike.filter(({ line, origin }) => line === fact.line && origin === fact.origin);
    const isRival = changes.get(ofMeasure(fact))?.some((other) => isOtherChange(fact, other));
    const amounts = own.length > 0 ? own : isRival ? alike.filter(({ origin }) => origin === 'table') : [];
    const [reason] = amounts.map(({ id }) => doubts.get(id));
    if (reason && amounts.every(({ id }) => doubts.has(id))) yield [fact.id, reason];
  }
}

const isOtherChange = (a: Printed, b: Printed): boolean =>
  a.aspect === b.aspect && a.compared === b.compared && isOtherBound(a, b);

const ofMeasure = ({ concept, dimensions, basis, period }: Printed): string =>
  [concept, dimensions, basis, period].join('|');

const isInTable = (fact: Printed, groups: Groups, doubts: Doubts): boolean =>
  (groups.get(factKey(fact)) ?? []).some(
    (other) => other.origin === 'table' && !doubts.has(other.id) && mayBeOneNumber(fact, other),
  );

const reasonFor = ({ raw, line }: Printed): string =>
  `Another place gives ${raw} for what was read as the same (line ${line}); they may measure different things.`;

export const isOfRivals = (doubt: string): boolean => doubt.startsWith('Another place gives ');

const isOfSentences = (facts: readonly Printed[]): boolean => facts.every(({ origin }) => origin === 'prose');

/** A step of a reconciliation is taken out in one table and put back in another. */
const areOne = (a: Printed, b: Printed): boolean =>
  mayBeOneNumber(a, b) || (a.dimensions.includes('adjustment=') && mayBeOneNumber(a, turned(b)));

const turned = (fact: Printed): Printed => ({
  ...fact,
  value: fact.value.startsWith('-') ? fact.value.slice(1) : fact.value && `-${fact.value}`,
});

/** Statements that all agree with the first of their cluster. */
function clusterFacts(facts: readonly Printed[]): Printed[][] {
  const clusters: Printed[][] = [];
  for (const fact of facts) {
    const own = clusters.find(([first]) => first && areOne(first, fact));
    if (own) own.push(fact);
    else clusters.push([fact]);
  }
  return clusters;
}

/** Words by which a place speaks of a part. */
const OF_PART =
  /\b(?:reconciliations?|excluding|segments?|divisions?|by (?:product|region|geography|segment|business|market))\b/i;

/** The place speaks of a part, or of another way to measure, that the fact's dimensions do not have. */
function isApart({ table, section, header, label, dimensions }: Printed): boolean {
  const words = [table, ...section, ...header, label].join(' ');
  return (
    OF_PART.test(words) ||
    Object.keys(readTelling(words)?.dimensions ?? {}).some((axis) => !dimensions.includes(axis))
  );
}

/** So many measures of one statement that a table names count once more for each of its figures, to a limit. */
const MANY_KNOWN = 4;
const MOST_KNOWN = 3;

/** Measures of the table's statement that its rows name: a full income statement has more than a list of its costs' parts. */
const knownIn = ({ rows, statement }: ReadTable): number =>
  new Set(rows.flatMap(({ concept }) => (concept && concept.statement === statement ? [concept.id] : [])))
    .size;

/** How much bears out what a number of statements measure: their table, their name, their digits, their number. */
function weighSupport(facts: readonly Printed[], evidence: Evidence): number {
  const tables = new Set(facts.map((fact) => evidence.tableOf(fact)).filter((table) => table >= 0));
  const best = Math.max(...facts.map((fact) => ofOne(fact, evidence)));
  return best + Math.max(0, tables.size - 1);
}

function ofOne(fact: Printed, evidence: Evidence): number {
  const table = evidence.tables[evidence.tableOf(fact)];
  const { strong } = evidence.tiesOf(fact);
  return (
    (fact.origin === 'table' ? 2 : 0) +
    Math.min(2, strong) +
    (table ? Math.min(MOST_KNOWN, knownIn(table) / MANY_KNOWN) : 0) +
    (evidence.isNamedSo(fact) ? 1 : 0) -
    (isApart(fact) ? 3 : 0)
  );
}

type Groups = ReadonlyMap<string, readonly Printed[]>;

/**
 * A number that is wrong in a line that is right: the line and that of another statement agree for other periods, or for
 * other measures of one period, or its own column does not add up with it, and the two numbers are one slip of the pen
 * apart; or it is the only one of many.
 */
function isMisprint(fact: Printed, others: readonly Printed[], groups: Groups, evidence: Evidence): boolean {
  if (fact.origin === 'prose') {
    const mayBe = others.some((other) => other.origin === 'table' || isOneSlip(fact, other));
    return (
      (mayBe && isNamedInFull(fact, evidence)) ||
      others.some((other) => isMeant(fact, other, groups, evidence) || isMended(other, fact, evidence))
    );
  }
  return others.some((other) => {
    if (other.origin === 'prose') return isMeant(other, fact, groups, evidence);
    const { agreeing, against } = compareLines(fact, other, groups, evidence);
    if (isOneSlip(fact, other))
      return agreeing >= against || evidence.tiesOf(fact).broken > 0 || isBorneOut(fact, other, evidence);
    return (
      agreeing >= 2 * against &&
      evidence.isNamedSo(fact) &&
      evidence.isNamedSo(other) &&
      !disagreeThroughout(fact, other, groups, evidence)
    );
  });
}

/** A figure that adds up where it stands is no other thing than one of another table that so many digits make the same. */
const isBorneOut = (fact: Printed, other: Printed, evidence: Evidence): boolean =>
  evidence.tiesOf(fact).strong > 0 &&
  evidence.tableOf(fact) !== evidence.tableOf(other) &&
  Math.min(rawDigits(fact).length, rawDigits(other).length) >= MANY_DIGITS;

/** A figure with which its column does not add up, and a sentence that names it and gives it but for a slip of the pen. */
const isMended = (figure: Printed, sentence: Printed, evidence: Evidence): boolean =>
  isOneSlip(sentence, figure) && evidence.tiesOf(figure).broken > 0 && evidence.isNamedSo(sentence);

/** Two rows of one name that agree in no period are no misprint: they tell two things. */
function disagreeThroughout(fact: Printed, other: Printed, groups: Groups, evidence: Evidence): boolean {
  const pairs = evidence.onLine(fact.line).flatMap((a) => {
    const b = (groups.get(factKey(a)) ?? []).find((one) => one.line === other.line && one !== a);
    return b && a.concept === fact.concept ? [mayBeOneNumber(a, b)] : [];
  });
  return pairs.length > 1 && pairs.every((isSame) => !isSame);
}

/** A sentence that names a row in full and gives two numbers of it leaves no doubt about what it means. */
const isNamedInFull = (fact: Printed, evidence: Evidence): boolean =>
  evidence.isNamedSo(fact) &&
  foldLabel(fact.label).text.split(' ').length >= FULL_NAME &&
  evidence.onLine(fact.line).some((other) => other !== fact && other.concept === fact.concept);

/**
 * A sentence means the row that it contradicts where it is one slip of the pen away, names the measure and not a part of
 * the business, and the numbers that stand beside it are those of tables.
 */
function isMeant(sentence: Printed, figure: Printed, groups: Groups, evidence: Evidence): boolean {
  if (!isOneSlip(sentence, figure) || sentence.value.startsWith('-') !== figure.value.startsWith('-'))
    return false;
  if (figure.origin !== 'table' || !evidence.isNamedSo(sentence) || isApart(sentence)) return false;
  if (isOfNeighbour(sentence, evidence)) return false;
  const beside = evidence.onLine(sentence.line).filter((one) => one !== sentence && one.origin === 'prose');
  let [agreeing, against] = [0, 0];
  for (const one of beside) {
    if (isItsGrowth(one, figure, evidence)) {
      agreeing++;
      continue;
    }
    const tables = (groups.get(factKey(one)) ?? []).filter(({ origin }) => origin === 'table');
    if (tables.length === 0) continue;
    if (tables.some((table) => mayBeOneNumber(one, table))) agreeing++;
    else against++;
  }
  return agreeing > 0 && agreeing >= 2 * against;
}

/** Whether a rate of a sentence is that by which the row of a figure grew. */
function isItsGrowth(rate: Printed, figure: Printed, evidence: Evidence): boolean {
  if (rate.aspect !== 'changePercent' || rate.period !== figure.period || rate.concept !== figure.concept)
    return false;
  const before = evidence
    .onLine(figure.line)
    .find(
      (one) =>
        one.period === rate.compared && measureKey(one) === measureKey(figure) && Number(one.value) !== 0,
    );
  if (!before) return false;
  const growth = 100 * (signedAmount(figure) / signedAmount(before) - 1);
  return Math.abs(growth - signedAmount(rate)) <= halfUnit(rate) * 1.000001;
}

/** A table gives the number of a sentence in a row whose name holds that of the sentence: `Net income attributable to …`. */
function isOfNeighbour(sentence: Printed, evidence: Evidence): boolean {
  const { text } = foldLabel(sentence.label);
  return evidence.facts.some(
    (fact) =>
      fact.origin === 'table' &&
      fact.period === sentence.period &&
      fact.unit === sentence.unit &&
      fact.concept !== sentence.concept &&
      isPlain(fact) &&
      mayBeOneNumber(fact, sentence) &&
      ` ${foldLabel(fact.label).text} `.includes(` ${text} `),
  );
}

/** How often the row or column of one figure agrees with that of another, and how often not, the two included. */
function compareLines(
  fact: Printed,
  other: Printed,
  groups: Groups,
  evidence: Evidence,
): { readonly agreeing: number; readonly against: number } {
  let [agreeing, against] = [0, 0];
  const isBeside = (one: Printed, to: Printed): boolean =>
    evidence.tableOf(one) === evidence.tableOf(to) &&
    one.origin === 'table' &&
    (one.line === to.line ||
      (one.cell === to.cell && (one.concept !== to.concept || one.period !== to.period)));
  for (const a of evidence.inTable(fact)) {
    if (!isBeside(a, fact) || rawDigits(a).length < 2) continue;
    const b = (groups.get(factKey(a)) ?? []).find((one) => one !== a && isBeside(one, other));
    if (!b) continue;
    if (mayBeOneNumber(a, b)) agreeing++;
    else against++;
  }
  return { agreeing, against: Math.max(1, against) };
}

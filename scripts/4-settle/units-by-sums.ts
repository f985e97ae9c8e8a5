import { conceptById } from '../../src/concepts/index.ts';
import { type Printed, UNIT_UNTOLD } from '../../src/model/fact.ts';
import { currenciesIn, shiftDecimal } from '../grammar/numbers.ts';
import type { Evidence } from './evidence.ts';
import { holds } from './relations/relation.ts';

/** Sums within sums hand a unit on so often. */
const MOST_ROUNDS = 4;
/** So many times the others must be in one scale. */
const MARGIN = 3;

/**
 * What is added is told in one unit and scale. Where a sum holds and one of its terms is money beyond doubt, by its own
 * sign or because its measure is, terms whose unit was only guessed from their labels are money in that scale.
 */
export function unitsBySums(evidence: Evidence): Printed[] {
  const told = new Map<string, Printed>();
  const now = (fact: Printed): Printed => told.get(fact.id) ?? fact;
  const sums = evidence.relations
    .filter(
      ({ kind, strength }) =>
        strength === 'strong' && (kind === 'sum' || kind === 'difference' || kind === 'equal'),
    )
    .flatMap(({ instances }) =>
      [
        ...Map.groupBy(instances.filter(holds), ({ result }) => evidence.factAt(result)?.concept).values(),
      ].map((ofOneMeasure) =>
        ofOneMeasure.flatMap(({ result, terms }) =>
          [result, ...terms].flatMap((figure) => evidence.factAt(figure) ?? []),
        ),
      ),
    );
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let isChanged = false;
    for (const facts of sums) {
      const money = findMoney(facts.map(now));
      if (!money) continue;
      for (const fact of facts.map(now)) {
        if (!isGuess(fact)) continue;
        told.set(fact.id, toldIn(fact, money.unit, printedPower(money)));
        isChanged = true;
      }
    }
    if (!isChanged) break;
  }
  for (const fact of restOfRows(evidence, told)) told.set(fact.id, fact);
  for (const fact of linesOfStatements(evidence, sums, now)) told.set(fact.id, fact);
  return evidence.facts.map(now);
}

/** Figures of a row whose others a sum has given a unit: a column that does not add up counts nothing else. */
function restOfRows(evidence: Evidence, told: ReadonlyMap<string, Printed>): Printed[] {
  return [...told.values()].flatMap((settled) =>
    evidence
      .onLine(settled.line)
      .filter((fact) => !told.has(fact.id) && evidence.tableOf(fact) >= 0 && isGuess(fact))
      .filter(({ concept }) => concept === settled.concept)
      .map((fact) => toldIn(fact, settled.unit, printedPower(settled))),
  );
}

/** So many sums of one unit show what a statement is told in. */
const FEWEST_SUMS = 2;
const STATEMENTS: ReadonlySet<string> = new Set([
  'income',
  'comprehensiveIncome',
  'balanceSheet',
  'cashFlow',
  'equity',
]);

/**
 * The lines of a statement for which nothing else tells a unit, in that of its sums, where these are all of one: those from
 * its first to its last line of money, printed to as many places. What follows counts shares, or is per share.
 */
function linesOfStatements(
  evidence: Evidence,
  sums: readonly (readonly Printed[])[],
  now: (fact: Printed) => Printed,
): Printed[] {
  return evidence.tables.flatMap((table, index) => {
    if (!STATEMENTS.has(table.statement)) return [];
    const added = sums
      .filter(([first]) => first && evidence.tableOf(first) === index)
      .map((facts) => facts.map(now).filter(isMoney));
    const money = added.flat();
    const [first] = money;
    const isOfOne = money.every(
      (fact) => fact.unit === first?.unit && printedPower(fact) === printedPower(first),
    );
    if (added.length < FEWEST_SUMS || !first || !isOfOne) return [];
    const own = evidence.ofTable(index).map(now);
    const lines = own.filter(isMoney).map(({ line }) => line);
    const [top, bottom] = [Math.min(...lines), Math.max(...lines)];
    const places = new Set(money.map(countPlaces));
    return own
      .filter((fact) => fact.unit === 'unknown' && isGuess(fact) && fact.line >= top && fact.line <= bottom)
      .filter((fact) => fact.value === '' || places.has(countPlaces(fact)))
      .map((fact) => toldIn(fact, first.unit, printedPower(first)));
  });
}

const countPlaces = ({ raw }: Pick<Printed, 'raw'>): number => /\.(\d+)/.exec(raw)?.[1]?.length ?? 0;

/** One of the terms that are money for certain, where these are of one unit and scale. */
function findMoney(facts: readonly Printed[]): Printed | undefined {
  const groups = [
    ...Map.groupBy(facts.filter(isMoney), (fact) => `${fact.unit}|${printedPower(fact)}`).values(),
  ].sort((a, b) => b.length - a.length);
  const [most = [], next = []] = groups;
  return most.length >= MARGIN * next.length ? most[0] : undefined;
}

const CURRENCY = /^(?!ADS$)[A-Z]{3}$/;

const isMoney = ({ unit, aspect, concept, raw, doubt }: Printed): boolean =>
  CURRENCY.test(unit) &&
  aspect === 'amount' &&
  doubt === '' &&
  (conceptById.get(concept)?.kind === 'monetary' || currenciesIn(raw).length > 0);

/** A measure that the vocabulary does not know, without a sign of its own: what it is counted in was told by its label. */
const isGuess = ({ unit, aspect, concept, raw, stated }: Printed): boolean =>
  !stated?.includes('unit') &&
  aspect === 'amount' &&
  !CURRENCY.test(unit) &&
  !/\/|^(?:shares|ADS|percent|points)$/.test(unit) &&
  !conceptById.has(concept) &&
  currenciesIn(raw).length === 0;

/** Power of ten in which a number is printed. */
export const printedPower = ({ raw, decimals }: Printed): number =>
  decimals === null ? 0 : countPlaces({ raw }) - decimals;

/** A fact in another unit, and in the scale in which its digits are told. */
export function toldIn(untold: Printed, unit: string, scale: number): Printed {
  const fact = untold.doubt === UNIT_UNTOLD ? { ...untold, doubt: '' } : untold;
  if (fact.decimals === null) return { ...fact, unit };
  const by = scale - printedPower(fact);
  const isNegative = fact.value.startsWith('-');
  const size = shiftDecimal(fact.value.replace('-', ''), by);
  return { ...fact, unit, value: isNegative ? `-${size}` : size, decimals: fact.decimals - by };
}

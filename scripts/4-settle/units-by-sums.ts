import { conceptById } from '../../src/concepts/index.ts';
import type { Fact } from '../../src/model/fact.ts';
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
export function unitsBySums(evidence: Evidence): Fact[] {
  const told = new Map<string, Fact>();
  const now = (fact: Fact): Fact => told.get(fact.id) ?? fact;
  const sums = evidence.relations
    .filter(({ kind, strength }) => strength === 'strong' && (kind === 'sum' || kind === 'difference'))
    .map(({ instances }) =>
      instances
        .filter(holds)
        .flatMap(({ result, terms }) =>
          [result, ...terms].flatMap((figure) => evidence.factAt(figure) ?? []),
        ),
    );
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let isChanged = false;
    for (const facts of sums) {
      const money = moneyOf(facts.map(now));
      if (!money) continue;
      for (const fact of facts.map(now)) {
        if (!isGuess(fact)) continue;
        told.set(fact.id, toldIn(fact, money.unit, scaleOf(money)));
        isChanged = true;
      }
    }
    if (!isChanged) break;
  }
  return evidence.facts.map(now);
}

/** One of the terms that are money for certain, where these are of one unit and scale. */
function moneyOf(facts: readonly Fact[]): Fact | undefined {
  const groups = [
    ...Map.groupBy(facts.filter(isMoney), (fact) => `${fact.unit}|${scaleOf(fact)}`).values(),
  ].sort((a, b) => b.length - a.length);
  const [most = [], next = []] = groups;
  return most.length >= MARGIN * next.length ? most[0] : undefined;
}

const CURRENCY = /^(?!ADS$)[A-Z]{3}$/;

const isMoney = ({ unit, aspect, concept, raw, doubt }: Fact): boolean =>
  CURRENCY.test(unit) &&
  aspect === 'amount' &&
  doubt === '' &&
  (conceptById.get(concept)?.kind === 'monetary' || currenciesIn(raw).length > 0);

/** A measure that the vocabulary does not know, without a sign of its own: what it is counted in was told by its label. */
const isGuess = ({ unit, aspect, concept, raw, stated }: Fact): boolean =>
  !stated?.includes('unit') &&
  aspect === 'amount' &&
  !CURRENCY.test(unit) &&
  !/\/|^(?:shares|ADS|percent|points)$/.test(unit) &&
  !conceptById.has(concept) &&
  currenciesIn(raw).length === 0;

/** Power of ten in which a number is printed. */
export const scaleOf = ({ raw, decimals }: Fact): number =>
  decimals === null ? 0 : (/\.(\d+)/.exec(raw)?.[1]?.length ?? 0) - decimals;

/** A fact in another unit, and in the scale in which its digits are told. */
export function toldIn(fact: Fact, unit: string, scale: number): Fact {
  if (fact.decimals === null) return { ...fact, unit };
  const by = scale - scaleOf(fact);
  const isNegative = fact.value.startsWith('-');
  const size = shiftDecimal(fact.value.replace('-', ''), by);
  return { ...fact, unit, value: isNegative ? `-${size}` : size, decimals: fact.decimals - by };
}

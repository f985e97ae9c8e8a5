import type { Fact } from './fact.ts';
import { lastDay } from './period.ts';

/** Facts of a measure that one page has room for: each takes some 1,300 bytes and five links, a derived one twice that. */
const MOST = 400;
/** How much of a date names a page: `2013`, and where a year is too much `2013-03`. */
const NAMES = [4, 7] as const;
/** Facts that belong to no period. */
const UNDATED = 'undated';

/** Facts of one issuer, those of a measure that has more than a page has room for with the page of a year or month. */
export function withMeasurePages(facts: readonly Fact[]): Fact[] {
  const lengths = new Map(
    [...Map.groupBy(facts, ({ concept }) => concept)].map(([concept, same]) => [concept, findLength(same)]),
  );
  return facts.map((fact) => {
    const length = lengths.get(fact.concept) ?? 0;
    return length === 0 ? fact : { ...fact, page: lastDay(fact.period).slice(0, length) || UNDATED };
  });
}

/** How much of a date names the pages of a measure; 0 where it has one page. */
function findLength(facts: readonly Fact[]): number {
  if (weigh(facts) <= MOST) return 0;
  const [year, month] = NAMES;
  const years = Map.groupBy(facts, ({ period }) => lastDay(period).slice(0, year));
  return [...years.values()].some((list) => weigh(list) > MOST) ? month : year;
}

const weigh = (facts: readonly Fact[]): number =>
  facts.reduce((sum, { origin }) => sum + (origin === 'derived' ? 2 : 1), 0);

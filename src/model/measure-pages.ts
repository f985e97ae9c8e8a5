import type { Fact } from './fact.ts';
import { lastDay } from './period.ts';

/** Facts of a measure that one page has room for: each takes some 1,300 bytes and five links, a derived one twice that. */
const MOST = 400;
/** How much of a date names a page: `2013`, and where a year is too much `2013-03`. */
const NAMES = [4, 7] as const;
/** Facts that belong to no period. */
const UNDATED = 'undated';

/** What `Fact`s are paged by. */
type Placed = Pick<Fact, 'issuer' | 'concept' | 'period'>;

/** By issuer and measure: the length of its pages' names. One site is made at a time; what reads its facts says so here. */
const paged = new Map<string, number>();

const formatMeasureKey = ({ issuer, concept }: Pick<Placed, 'issuer' | 'concept'>): string =>
  `${issuer}/${concept}`;

/** Measures that are on several pages, each with the length of the names of these; 0 on one. */
export type PagedMeasures = readonly (readonly [key: string, length: number])[];

/** Notes which measures have more facts than a page has room for: those have a page for each year, or each month. */
export function pageMeasures(facts: readonly Fact[]): PagedMeasures {
  const found = [...Map.groupBy(facts, formatMeasureKey)].map(
    ([key, same]) => [key, findLength(same)] as const,
  );
  notePages(found);
  return found;
}

/** Notes what was found before. */
export function notePages(found: PagedMeasures): void {
  for (const [key, length] of found)
    if (length > 0) paged.set(key, length);
    else paged.delete(key);
}

function findLength(facts: readonly Fact[]): number {
  if (weigh(facts) <= MOST) return 0;
  const [year, month] = NAMES;
  const years = Map.groupBy(facts, ({ period }) => lastDay(period).slice(0, year));
  return [...years.values()].some((list) => weigh(list) > MOST) ? month : year;
}

const weigh = (facts: readonly Fact[]): number =>
  facts.reduce((sum, { origin }) => sum + (origin === 'derived' ? 2 : 1), 0);

/** Whether a measure's statements are on pages of years. */
export const isPaged = (measure: Pick<Placed, 'issuer' | 'concept'>): boolean =>
  paged.has(formatMeasureKey(measure));

/** The page of its measure that a fact is on: `2013`; empty where the measure has one page. */
export function nameMeasurePage(fact: Placed): string {
  const length = paged.get(formatMeasureKey(fact));
  return length === undefined ? '' : lastDay(fact.period).slice(0, length) || UNDATED;
}

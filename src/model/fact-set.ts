import { type Aspect, type Basis, type Fact, factKey, halfUnit } from './fact.ts';
import type { Period } from './period.ts';

/** What to look for; fields left out do not narrow the search, except that dimensions default to none. */
export interface FactQuery {
  readonly concept: string;
  readonly period?: Period;
  readonly aspect?: Aspect;
  readonly basis?: Basis;
  readonly dimensions?: string;
  readonly unit?: string;
}

/**
 * All statements of one issuer, every one kept. Where several give one fact, the latest document's comes first,
 * then the most precise, then the printed before the derived.
 */
export class FactSet {
  readonly facts: readonly Fact[];
  readonly #byId = new Map<string, Fact>();
  readonly #byKey = new Map<string, Fact[]>();
  readonly #byConcept = new Map<string, Fact[]>();
  readonly #byConceptAndPeriod = new Map<string, Fact[]>();

  constructor(facts: Iterable<Fact>) {
    this.facts = [...facts];
    for (const fact of this.facts) {
      this.#byId.set(fact.id, fact);
      push(this.#byKey, factKey(fact), fact);
      push(this.#byConcept, fact.concept, fact);
      push(this.#byConceptAndPeriod, `${fact.concept}|${fact.period}`, fact);
    }
    for (const list of this.#byConcept.values()) list.sort(byPreference);
    for (const list of this.#byConceptAndPeriod.values()) list.sort(byPreference);
    for (const list of this.#byKey.values()) list.sort(byPreference);
  }

  byId(id: string): Fact | undefined {
    return this.#byId.get(id);
  }

  /** Every statement of the same fact, the preferred one first; the fact itself is among them. */
  statementsOf(fact: Fact): readonly Fact[] {
    return this.#byKey.get(factKey(fact)) ?? [];
  }

  /** All facts of a concept, in all periods or in one, preferred first. */
  ofConcept(concept: string, period?: Period): readonly Fact[] {
    const found =
      period === undefined
        ? this.#byConcept.get(concept)
        : this.#byConceptAndPeriod.get(`${concept}|${period}`);
    return found ?? [];
  }

  /** The preferred statement of what is asked, or undefined. Aspect defaults to `amount`, basis to `reported`. */
  find(query: FactQuery): Fact | undefined {
    return this.ofConcept(query.concept, query.period).find((fact) => matches(fact, query));
  }

  findAll(query: FactQuery): Fact[] {
    return this.ofConcept(query.concept, query.period).filter((fact) => matches(fact, query));
  }

  /** Facts grouped by key: each list is every statement of one fact. */
  groups(): Iterable<readonly Fact[]> {
    return this.#byKey.values();
  }
}

function matches(
  fact: Fact,
  { period, aspect = 'amount', basis = 'reported', dimensions = '', unit }: FactQuery,
) {
  return (
    fact.aspect === aspect &&
    fact.basis === basis &&
    fact.dimensions === dimensions &&
    (period === undefined || fact.period === period) &&
    (unit === undefined || fact.unit === unit)
  );
}

const RANK = { table: 0, prose: 1, derived: 2 } as const;

/** Latest document first (ids begin with the release date), then precision, then tables before prose before derived. */
function byPreference(a: Fact, b: Fact): number {
  return (
    compare(RANK[a.origin] === 2 ? 1 : 0, RANK[b.origin] === 2 ? 1 : 0) ||
    compare(b.document, a.document) ||
    compare(halfUnit(a), halfUnit(b)) ||
    compare(RANK[a.origin], RANK[b.origin]) ||
    compare(a.line, b.line) ||
    compare(a.column, b.column)
  );
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

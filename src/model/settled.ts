import { type Aspect, type Basis, type Fact, factKey } from './fact.ts';
import type { IsoDate, Period } from './period.ts';
import type { Grade } from './verification.ts';

/** One fact: what its statements come to. Facts are what their key says (`factKey`), whoever states them. */
export interface SettledFact {
  /** Ids of all its statements, the best first. */
  readonly statements: readonly string[];
  /** Of the best statement. */
  readonly grade: Grade;
  /** Statements that nothing refutes give another number. */
  readonly isOpen: boolean;
  /** Of a target: the day on which it was given, where that is known; else empty. */
  readonly given: IsoDate | '';
}

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
 * Every fact of one issuer with its one best statement, as checking settled it. Pages, charts, sentences and exports ask
 * here which statement tells a number, and nowhere else.
 */
export class Settled {
  /** Every statement, in reading order. */
  readonly statements: readonly Fact[];
  readonly #byId: ReadonlyMap<string, Fact>;
  readonly #byKey = new Map<string, SettledFact & { readonly facts: readonly Fact[] }>();
  readonly #best = new Map<string, Fact[]>();
  readonly #bestIn = new Map<string, Fact[]>();
  readonly #ofPeriod: ReadonlyMap<Period, readonly Fact[]>;
  readonly #all: ReadonlyMap<string, readonly Fact[]>;

  constructor(statements: readonly Fact[], settled: readonly SettledFact[]) {
    this.statements = statements;
    this.#byId = new Map(statements.map((fact) => [fact.id, fact]));
    this.#all = Map.groupBy(statements, ({ concept }) => concept);
    for (const one of settled) {
      const facts = one.statements.flatMap((id) => this.#byId.get(id) ?? []);
      const [best] = facts;
      if (!best) continue;
      this.#byKey.set(factKey(best), { ...one, facts });
      push(this.#best, best.concept, best);
      push(this.#bestIn, `${best.concept}|${best.period}`, best);
    }
    this.#ofPeriod = Map.groupBy([...this.#best.values()].flat(), ({ period }) => period);
  }

  byId(id: string): Fact | undefined {
    return this.#byId.get(id);
  }

  /** Every statement of the same fact, the best first; the fact itself is among them. */
  listStatements(fact: Fact): readonly Fact[] {
    return this.#byKey.get(factKey(fact))?.facts ?? [];
  }

  /** What its fact is settled to, and how well. */
  findSettled(fact: Fact): SettledFact | undefined {
    return this.#byKey.get(factKey(fact));
  }

  /** Every statement of a concept, in reading order. */
  listAllStatements(concept: string): readonly Fact[] {
    return this.#all.get(concept) ?? [];
  }

  /** The best statement of every fact of a concept, in all periods or in one; printed ones before derived ones. */
  ofConcept(concept: string, period?: Period): readonly Fact[] {
    const found = period === undefined ? this.#best.get(concept) : this.#bestIn.get(`${concept}|${period}`);
    return found ?? [];
  }

  /** The best statement of every fact of a period, of all concepts. */
  ofPeriod(period: Period): readonly Fact[] {
    return this.#ofPeriod.get(period) ?? [];
  }

  /** The best statement of what is asked, or undefined. Aspect defaults to `amount`, basis to `reported`. */
  find(query: FactQuery): Fact | undefined {
    return this.ofConcept(query.concept, query.period).find((fact) => matches(fact, query));
  }

  /** The best statement of every fact that is asked for: of several units, or against several periods. */
  findAll(query: FactQuery): Fact[] {
    return this.ofConcept(query.concept, query.period).filter((fact) => matches(fact, query));
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

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

import { conceptById } from '../../src/concepts/index.ts';
import type { Aspect, Basis, Fact } from '../../src/model/fact.ts';
import {
  halfWidth,
  type Interval,
  intervalOf,
  isBounded,
  meets,
  type Shortening,
} from '../../src/model/interval.ts';
import type { Period } from '../../src/model/period.ts';

/** What identifies a number, whoever states it. */
export interface Subject {
  readonly concept: string;
  readonly period: Period;
  readonly unit: string;
  readonly aspect?: Aspect;
  readonly basis?: Basis;
  readonly dimensions?: string;
  readonly compared?: Period | '';
  /** Document whose statements are meant, for amounts in a currency that is only translated into. */
  readonly document?: string;
}

/** A number as far as it is known: by its best statement, or computed from others. */
export interface Known {
  readonly subject: Required<Subject>;
  readonly interval: Interval;
  /** The statement that tells it best; undefined where it is computed. */
  readonly fact: Fact | undefined;
  /** The printed statements that it rests on. */
  readonly inputs: readonly Fact[];
  /** How it was computed; empty where it is printed. */
  readonly words: string;
}

/**
 * All that is known of one issuer, by subject. A translated amount belongs to its document, since each document
 * translates at its own rate; anything else is one thing wherever it is stated.
 */
export class Book {
  readonly issuer: string;
  readonly currency: string;
  readonly facts: readonly Fact[];
  readonly #statements = new Map<string, Fact[]>();
  readonly #computed = new Map<string, Known>();
  readonly #computedOf = new Map<string, Known[]>();
  readonly #best = new Map<string, Known | undefined>();
  readonly #intervals = new Map<Fact, Interval>();
  readonly #units = new Map<string, Set<string>>();
  readonly #byConcept = new Map<string, Fact[]>();
  readonly #shortening: (fact: Fact) => Shortening;

  constructor(
    issuer: string,
    facts: readonly Fact[],
    currency: string,
    shortening: (fact: Fact) => Shortening,
  ) {
    this.issuer = issuer;
    this.currency = currency;
    this.facts = facts;
    this.#shortening = shortening;
    for (const fact of facts) {
      push(this.#statements, keyOf(this.subjectOf(fact)), fact);
      push(this.#byConcept, fact.concept, fact);
      const units = this.#units.get(fact.concept) ?? new Set();
      this.#units.set(fact.concept, units.add(fact.unit));
    }
  }

  intervalOf(fact: Fact): Interval {
    const known = this.#intervals.get(fact);
    if (known) return known;
    const interval = intervalOf(fact, this.#shortening(fact));
    this.#intervals.set(fact, interval);
    return interval;
  }

  subjectOf(fact: Fact): Required<Subject> {
    const { concept, period, unit, aspect, basis, dimensions, compared } = fact;
    const document = this.isTranslated(unit) ? fact.document : '';
    return { concept, period, unit, aspect, basis, dimensions, compared, document };
  }

  /** The currency of a unit is not the one in which the issuer reports. */
  isTranslated(unit: string): boolean {
    const currency = /^([A-Z]{3})(?:\/(?!USD|JPY|EUR|GBP)|$)/.exec(unit)?.[1];
    return currency !== undefined && currency !== 'ADS' && currency !== this.currency;
  }

  /** Every printed statement of a subject, in order of documents and lines. */
  statements(subject: Subject): readonly Fact[] {
    return this.#statements.get(keyOf(subject)) ?? [];
  }

  /** Every printed statement of a concept. */
  ofConcept(concept: string): readonly Fact[] {
    return this.#byConcept.get(concept) ?? [];
  }

  /** Every subject that is printed, with its statements. */
  groups(): Iterable<readonly Fact[]> {
    return this.#statements.values();
  }

  /** Units in which a concept is printed, those of the reporting currency first. */
  unitsOf(concept: string): readonly string[] {
    return [...(this.#units.get(concept) ?? [])].sort(
      (a, b) => Number(this.isTranslated(a)) - Number(this.isTranslated(b)),
    );
  }

  /** The best statement of a subject: that with which most others agree, then the most precise. */
  printed(subject: Subject): Known | undefined {
    if (!this.#byConcept.has(subject.concept)) return undefined;
    return this.#printedAt(keyOf(subject), subject);
  }

  /** What a document itself gives as its aim, whatever others aimed at before or after it. */
  aimIn(document: string, subject: Subject): Known | undefined {
    const own = this.statements(subject).filter((fact) => fact.document === document);
    const fact = bestOf(own, (statement) => this.intervalOf(statement));
    return fact && this.#knownBy(fact, subject);
  }

  #printedAt(key: string, subject: Subject): Known | undefined {
    if (this.#best.has(key)) return this.#best.get(key);
    const fact = this.#bestAmong(this.#statements.get(key) ?? []);
    const known = fact && this.#knownBy(fact, subject);
    this.#best.set(key, known);
    return known;
  }

  /** Of targets the latest document's, and of those that mean the same the best told. */
  #bestAmong(statements: readonly Fact[]): Fact | undefined {
    const interval = (fact: Fact) => this.intervalOf(fact);
    const last = statements.at(-1);
    if (last?.basis !== 'target') return bestOf(statements, interval);
    const latest = bestOf(
      statements.filter(({ document }) => document === last.document),
      interval,
    );
    return bestOf(
      statements.filter((fact) => latest && meets(interval(fact), interval(latest))),
      interval,
    );
  }

  #knownBy(fact: Fact, subject: Subject): Known {
    return {
      subject: complete(subject),
      interval: this.intervalOf(fact),
      fact,
      inputs: [fact],
      words: '',
    };
  }

  /** What was computed of a subject, whether printed too or not. */
  computed(subject: Subject): Known | undefined {
    return this.#computed.get(keyOf(subject));
  }

  /** What is known best: printed or, where that is more precise, computed. */
  find(subject: Subject): Known | undefined {
    if (!this.#byConcept.has(subject.concept) && !this.#computedOf.has(subject.concept)) return undefined;
    const key = keyOf(subject);
    const printed = this.#printedAt(key, subject);
    const computed = this.#computed.get(key);
    if (!printed || !computed) return printed ?? computed;
    return halfWidth(computed.interval) < halfWidth(printed.interval) ? computed : printed;
  }

  /** Keeps what a formula gave; the first and narrowest stays. */
  keep(known: Known): void {
    const key = keyOf(known.subject);
    const before = this.#computed.get(key);
    if (before && halfWidth(known.interval) >= halfWidth(before.interval)) return;
    this.#computed.set(key, known);
    if (!before) push(this.#computedOf, known.subject.concept, known);
  }

  /** What was computed of a concept, for whatever period. */
  computedOf(concept: string): readonly Known[] {
    return this.#computedOf.get(concept) ?? [];
  }

  /** Subjects that were computed. */
  allComputed(): Iterable<Known> {
    return this.#computed.values();
  }
}

export const complete = (subject: Subject): Required<Subject> => ({
  aspect: 'amount',
  basis: 'reported',
  dimensions: '',
  compared: '',
  document: '',
  ...subject,
});

export function keyOf(subject: Subject): string {
  const { concept, period, unit, aspect = 'amount', basis = 'reported' } = subject;
  const { dimensions = '', compared = '', document = '' } = subject;
  return `${concept}|${period}|${unit}|${aspect}|${basis}|${dimensions}|${compared}|${document}`;
}

/** Name of a concept as it stands within a sentence. */
export function nameOf(concept: string): string {
  const label = conceptById.get(concept)?.label ?? concept;
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/**
 * The most precise statement with which at least half of all agree, else the one with which most do. Statements whose
 * last digit was moved so that a column adds up still speak of the same number; a bound speaks of none.
 */
export function bestOf(statements: readonly Fact[], interval: (fact: Fact) => Interval): Fact | undefined {
  if (statements.length < 2) return statements[0];
  const told = statements.filter((fact) => isBounded(interval(fact)));
  const ranked = (told.length > 0 ? told : statements).map((fact) => {
    const own = interval(fact);
    const votes = statements.filter((other) => meets(own, widened(interval(other), other))).length;
    return { fact, votes, half: halfWidth(own) };
  });
  ranked.sort((a, b) => a.half - b.half || b.votes - a.votes || (a.fact.document > b.fact.document ? -1 : 1));
  const agreed = ranked.find(({ votes }) => 2 * votes >= statements.length);
  return (agreed ?? ranked.toSorted((a, b) => b.votes - a.votes)[0])?.fact;
}

/** As it may have been before its last digit was moved so that a column adds up. */
export const widened = ({ low, high }: Interval, { decimals }: Fact): Interval => {
  const unit = decimals === null ? 0 : 10 ** -decimals;
  return { low: low - unit, high: high + unit };
};

export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

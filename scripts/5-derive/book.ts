import { bestStatement, type Standing, widened } from '../../src/model/best-statement.ts';
import type { Aspect, Basis, Fact } from '../../src/model/fact.ts';
import type { Period } from '../../src/model/period.ts';
import {
  halfWidth,
  meets,
  printedQuantity,
  type Quantity,
  type Shortening,
} from '../../src/model/quantity.ts';
import { rememberEach } from '../../src/model/remember.ts';

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
  readonly interval: Quantity;
  /** The statement that tells it best; undefined where it is computed. */
  readonly fact: Fact | undefined;
  /** The printed statements that it rests on. */
  readonly inputs: readonly Fact[];
  /** How it was computed; empty where it is printed. */
  readonly words: string;
  /** Nobody prints it: it was nil, as a printed total adds up without it. */
  readonly isNil?: true;
}

/** The statements of a subject, and what was worked out of them so far. */
interface Printed {
  readonly statements: Fact[];
  best?: Known;
  /** The best of each document. */
  saidIn?: Known[];
}

/** What an earlier round of checks found out about statements; nothing at first. */
export type Checked = Pick<Standing, 'isRefuted' | 'isMoved'>;

/**
 * All that is known of one issuer, by subject. A translated amount belongs to its document, since each document
 * translates at its own rate; anything else is one thing wherever it is stated.
 */
export class Book {
  readonly issuer: string;
  readonly currency: string;
  readonly facts: readonly Fact[];
  /** A printed number as far as its digits tell it; holds nothing else of the book. */
  readonly intervalOf: (fact: Fact) => Quantity;
  readonly #printed = new Map<string, Printed>();
  readonly #computed = new Map<string, Known>();
  readonly #computedOf = new Map<string, Known[]>();
  readonly #units = new Map<string, Set<string>>();
  readonly #byConcept = new Map<string, Fact[]>();
  readonly #byDocument = new Map<string, Fact[]>();
  #byColumn: Map<string, Fact[]> | undefined;
  readonly #standing: Standing;

  constructor(
    issuer: string,
    facts: readonly Fact[],
    currency: string,
    shortening: (fact: Fact) => Shortening,
    checked: Checked,
  ) {
    this.issuer = issuer;
    this.currency = currency;
    this.facts = facts;
    this.intervalOf = rememberEach((fact) => printedQuantity(fact, shortening(fact)));
    this.#standing = { ...checked, interval: this.intervalOf };
    for (const fact of facts) {
      this.#addStatement(makeSubjectKey(this.subjectOf(fact)), fact);
      push(this.#byConcept, fact.concept, fact);
      push(this.#byDocument, fact.document, fact);
      const units = this.#units.get(fact.concept) ?? new Set();
      this.#units.set(fact.concept, units.add(fact.unit));
    }
  }

  readonly subjectOf: (fact: Fact) => Required<Subject> = rememberEach((fact) => {
    const { concept, period, unit, aspect, basis, dimensions, compared } = fact;
    const document = this.isTranslated(unit) ? fact.document : '';
    return { concept, period, unit, aspect, basis, dimensions, compared, document };
  });

  #addStatement(key: string, fact: Fact): void {
    const known = this.#printed.get(key);
    if (known) known.statements.push(fact);
    else this.#printed.set(key, { statements: [fact] });
  }

  isTranslated(unit: string): boolean {
    return isForeign(unit, this.currency);
  }

  /** Every printed statement of a subject, in order of documents and lines. */
  statements(subject: Subject): readonly Fact[] {
    return this.#printed.get(makeSubjectKey(subject))?.statements ?? [];
  }

  /** Every printed statement of a concept. */
  ofConcept(concept: string): readonly Fact[] {
    return this.#byConcept.get(concept) ?? [];
  }

  /** Every printed statement of a document. */
  inDocument(document: string): readonly Fact[] {
    return this.#byDocument.get(document) ?? [];
  }

  /** The statements that stand in the column of one, its own among them. */
  inColumn(fact: Fact): readonly Fact[] {
    this.#byColumn ??= Map.groupBy(this.facts, keyOfColumn);
    return this.#byColumn.get(keyOfColumn(fact)) ?? [];
  }

  /** Every subject that is printed, with its statements. */
  *groups(): Iterable<readonly Fact[]> {
    for (const { statements } of this.#printed.values()) yield statements;
  }

  /** Units in which a concept is printed, those of the reporting currency first. */
  unitsOf(concept: string): readonly string[] {
    return [...(this.#units.get(concept) ?? [])].sort(
      (a, b) => Number(this.isTranslated(a)) - Number(this.isTranslated(b)),
    );
  }

  /** The best of some statements of one subject. */
  best(statements: readonly Fact[]): Fact | undefined {
    return bestStatement(statements, this.#standing);
  }

  /** The best statement of a subject. */
  printed(subject: Subject): Known | undefined {
    if (!this.#byConcept.has(subject.concept)) return undefined;
    return this.#printedAt(makeSubjectKey(subject), subject);
  }

  /** What a document itself says, whatever others give before or after it. */
  saidIn(document: string, subject: Subject): Known | undefined {
    const printed = this.#printed.get(makeSubjectKey(subject));
    if (!printed) return undefined;
    const before = printed.saidIn?.find(({ fact }) => fact?.document === document);
    if (before) return before;
    const fact = this.best(printed.statements.filter((one) => one.document === document));
    const known = fact && this.#knownBy(fact, subject);
    if (known && printed.saidIn) printed.saidIn.push(known);
    else if (known) printed.saidIn = [known];
    return known;
  }

  /**
   * What a statement of a document is checked by: the document's own figure, or a finer one that agrees with it. What
   * a later document restates is no evidence against an earlier one.
   */
  seenFrom(document: string, subject: Subject): Known | undefined {
    const all = this.find(subject);
    const own = this.saidIn(document, subject);
    if (!own?.fact || this.#standing.isRefuted(own.fact)) return all ?? own;
    const isFiner = all && subject.basis !== 'target' && meets(all.interval, widened(own.interval, own.fact));
    return isFiner ? all : own;
  }

  #printedAt(key: string, subject: Subject): Known | undefined {
    const printed = this.#printed.get(key);
    if (!printed) return undefined;
    if (printed.best) return printed.best;
    const fact = this.best(printed.statements);
    if (fact) printed.best = this.#knownBy(fact, subject);
    return printed.best;
  }

  /** A number whose last digit was moved so that a column adds up is known less well by so much. */
  #knownBy(fact: Fact, subject: Subject): Known {
    const printed = this.intervalOf(fact);
    return {
      subject: complete(subject),
      interval: this.#standing.isMoved(fact) ? widened(printed, fact) : printed,
      fact,
      inputs: [fact],
      words: '',
    };
  }

  /** What was computed of a subject, whether printed too or not. */
  computed(subject: Subject): Known | undefined {
    return this.#computed.get(makeSubjectKey(subject));
  }

  /** Whether anything is known of a concept. */
  knows(concept: string): boolean {
    return this.#byConcept.has(concept) || this.#computedOf.has(concept);
  }

  /** What is known best: printed or, where that is more precise, computed. */
  find(subject: Subject): Known | undefined {
    if (!this.knows(subject.concept)) return undefined;
    const key = makeSubjectKey(subject);
    const printed = this.#printedAt(key, subject);
    const computed = this.#computed.get(key);
    if (!printed || !computed) return printed ?? computed;
    return halfWidth(computed.interval) < halfWidth(printed.interval) ? computed : printed;
  }

  /** Whether what was computed rests on a figure that checking proved wrong. */
  isUnsound({ inputs }: Pick<Known, 'inputs'>): boolean {
    return inputs.some(this.#standing.isRefuted);
  }

  /** Keeps what a formula gave; the first and narrowest stays, of those that rest on nothing wrong if there are any. */
  keep(known: Known): void {
    const key = makeSubjectKey(known.subject);
    const before = this.#computed.get(key);
    const isBetter =
      before && this.isUnsound(before) !== this.isUnsound(known)
        ? this.isUnsound(before)
        : !before || halfWidth(known.interval) < halfWidth(before.interval);
    if (!isBetter) return;
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

/** The currency of a unit is not the one in which the issuer reports. */
export function isForeign(unit: string, reported: string): boolean {
  const currency = /^([A-Z]{3})(?:\/(?!USD|JPY|EUR|GBP)|$)/.exec(unit)?.[1];
  return currency !== undefined && currency !== 'ADS' && currency !== reported;
}

export const complete = (subject: Subject): Required<Subject> => ({
  aspect: 'amount',
  basis: 'reported',
  dimensions: '',
  compared: '',
  document: '',
  ...subject,
});

export function makeSubjectKey(subject: Subject): string {
  const { concept, period, unit, aspect = 'amount', basis = 'reported' } = subject;
  const { dimensions = '', compared = '', document = '' } = subject;
  return `${concept}|${period}|${unit}|${aspect}|${basis}|${dimensions}|${compared}|${document}`;
}

/** Tells the columns of all tables apart. */
export const keyOfColumn = ({ document, table, cell, period }: Fact): string =>
  `${document}|${table}|${cell}|${period}`;

export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

import { bestStatement, type Standing, UNCHECKED, widened } from '../../src/model/best-statement.ts';
import { type Aspect, type Basis, documentOf, type Fact, type Printed } from '../../src/model/fact.ts';
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
  readonly fact: Printed | undefined;
  /** The printed statements that it rests on. */
  readonly inputs: readonly Printed[];
  /** How it was computed; empty where it is printed. */
  readonly words: string;
  /** Nobody prints it: it was nil, as a printed total adds up without it. */
  readonly isNil?: true;
}

/** All of one subject: its statements, and what was worked out so far. */
interface Entry {
  readonly statements: Printed[];
  best?: Known;
  /** The best of each document. */
  saidIn?: Known[];
  computed?: Known;
}

/** All of one concept. */
interface Page {
  readonly facts: Printed[];
  readonly units: Set<string>;
  /** By what else identifies a subject. */
  readonly entries: Map<string, Entry>;
  /** What was computed first of each subject. */
  readonly computed: Known[];
}

/** What an earlier round of checks found out about statements; nothing at first. */
export type Checked = Pick<Standing<Printed>, 'isRefuted' | 'isMoved'>;

/**
 * All that is known of one issuer, by subject. A translated amount belongs to its document, since each document
 * translates at its own rate; anything else is one thing wherever it is stated.
 */
export class Book {
  readonly issuer: string;
  readonly currency: string;
  readonly facts: readonly Printed[];
  /** A printed number as far as its digits tell it; holds nothing else of the book. */
  readonly intervalOf: (fact: Printed) => Quantity;
  readonly #pages = new Map<string, Page>();
  /** Subjects in the order in which they were first printed, or computed. */
  readonly #printed: Entry[] = [];
  readonly #computed: Entry[] = [];
  readonly #byDocument = new Map<string, Printed[]>();
  #byColumn: Map<string, Printed[]> | undefined;
  readonly #standing: Standing<Printed>;

  constructor(
    issuer: string,
    facts: readonly Printed[],
    currency: string,
    shortening: (fact: Printed) => Shortening,
    checked: Checked,
  ) {
    this.issuer = issuer;
    this.currency = currency;
    this.facts = facts;
    this.intervalOf = rememberEach((fact) => printedQuantity(fact, shortening(fact)));
    this.#standing = { ...UNCHECKED, ...checked, interval: this.intervalOf };
    for (const fact of facts) {
      const page = this.#open(fact.concept);
      page.facts.push(fact);
      page.units.add(fact.unit);
      const entry = entryOf(page, this.subjectOf(fact));
      if (entry.statements.length === 0) this.#printed.push(entry);
      entry.statements.push(fact);
      push(this.#byDocument, fact.document, fact);
    }
  }

  readonly subjectOf: (fact: Fact) => Required<Subject> = rememberEach((fact) => {
    const { concept, period, unit, aspect, basis, dimensions, compared } = fact;
    const document = this.isTranslated(unit) ? documentOf(fact) : '';
    return { concept, period, unit, aspect, basis, dimensions, compared, document };
  });

  /** The page of a concept, a new one where nothing is known of it. */
  #open(concept: string): Page {
    const known = this.#pages.get(concept);
    if (known) return known;
    const page: Page = { facts: [], units: new Set(), entries: new Map(), computed: [] };
    this.#pages.set(concept, page);
    return page;
  }

  /** Most concepts are not known: then no key is made. */
  #entry(subject: Subject, concept: string): Entry | undefined {
    return this.#pages.get(concept)?.entries.get(keyOfRest(subject));
  }

  isTranslated(unit: string): boolean {
    return isForeign(unit, this.currency);
  }

  /** Every printed statement of a subject, in order of documents and lines. */
  statements(subject: Subject): readonly Printed[] {
    return this.#entry(subject, subject.concept)?.statements ?? [];
  }

  /** Every printed statement of a concept. */
  ofConcept(concept: string): readonly Printed[] {
    return this.#pages.get(concept)?.facts ?? [];
  }

  /** Every printed statement of a document. */
  inDocument(document: string): readonly Printed[] {
    return this.#byDocument.get(document) ?? [];
  }

  /** The statements that stand in the column of one, its own among them. */
  inColumn(fact: Printed): readonly Printed[] {
    this.#byColumn ??= Map.groupBy(this.facts, keyOfColumn);
    return this.#byColumn.get(keyOfColumn(fact)) ?? [];
  }

  /** Every subject that is printed, with its statements. */
  *groups(): Iterable<readonly Printed[]> {
    for (const { statements } of this.#printed) yield statements;
  }

  /** Units in which a concept is printed, those of the reporting currency first. */
  unitsOf(concept: string): readonly string[] {
    return [...(this.#pages.get(concept)?.units ?? [])].sort(
      (a, b) => Number(this.isTranslated(a)) - Number(this.isTranslated(b)),
    );
  }

  /** The best of some statements of one subject. */
  best(statements: readonly Printed[]): Printed | undefined {
    return bestStatement(statements, this.#standing);
  }

  /** The best statement of a subject, or of another concept in its place. */
  printed(subject: Subject, concept = subject.concept): Known | undefined {
    return this.#bestIn(this.#entry(subject, concept), subject, concept);
  }

  /** What a document itself says, whatever others give before or after it. */
  saidIn(document: string, subject: Subject): Known | undefined {
    return this.#saidIn(document, this.#entry(subject, subject.concept), subject, subject.concept);
  }

  #saidIn(document: string, entry: Entry | undefined, subject: Subject, concept: string): Known | undefined {
    const before = entry?.saidIn?.find(({ fact }) => fact?.document === document);
    if (!entry || before) return before;
    const fact = this.best(entry.statements.filter((one) => one.document === document));
    const known = fact && this.#knownBy(fact, subject, concept);
    if (known && entry.saidIn) entry.saidIn.push(known);
    else if (known) entry.saidIn = [known];
    return known;
  }

  /**
   * What a statement of a document is checked by: the document's own figure, or a finer one that agrees with it. What
   * a later document restates is no evidence against an earlier one.
   */
  seenFrom(document: string, subject: Subject, concept = subject.concept): Known | undefined {
    const entry = this.#entry(subject, concept);
    const all = this.#findIn(entry, subject, concept);
    const own = this.#saidIn(document, entry, subject, concept);
    if (!own?.fact || this.#standing.isRefuted(own.fact)) return all ?? own;
    const isFiner = all && subject.basis !== 'target' && meets(all.interval, widened(own.interval, own.fact));
    return isFiner ? all : own;
  }

  #bestIn(entry: Entry | undefined, subject: Subject, concept: string): Known | undefined {
    if (!entry || entry.best) return entry?.best;
    const fact = this.best(entry.statements);
    if (fact) entry.best = this.#knownBy(fact, subject, concept);
    return entry.best;
  }

  /** A number whose last digit was moved so that a column adds up is known less well by so much. */
  #knownBy(fact: Printed, subject: Subject, concept: string): Known {
    const printed = this.intervalOf(fact);
    return {
      subject: complete(subject, concept),
      interval: this.#standing.isMoved(fact) ? widened(printed, fact) : printed,
      fact,
      inputs: [fact],
      words: '',
    };
  }

  /** What was computed of a subject, whether printed too or not. */
  computed(subject: Subject): Known | undefined {
    return this.#entry(subject, subject.concept)?.computed;
  }

  /** Whether anything is known of a concept. */
  knows(concept: string): boolean {
    return this.#pages.has(concept);
  }

  /** What is known best: printed or, where that is more precise, computed; or so of another concept in its place. */
  find(subject: Subject, concept = subject.concept): Known | undefined {
    return this.#findIn(this.#entry(subject, concept), subject, concept);
  }

  #findIn(entry: Entry | undefined, subject: Subject, concept: string): Known | undefined {
    const printed = this.#bestIn(entry, subject, concept);
    const computed = entry?.computed;
    if (!printed || !computed) return printed ?? computed;
    return halfWidth(computed.interval) < halfWidth(printed.interval) ? computed : printed;
  }

  /** Whether what was computed rests on a figure that checking proved wrong. */
  isUnsound({ inputs }: Pick<Known, 'inputs'>): boolean {
    return inputs.some(this.#standing.isRefuted);
  }

  /**
   * Keeps what a formula gave; the first and narrowest stays, of those that rest on nothing wrong if there are any.
   * Says whether it was kept.
   */
  keep(known: Known): boolean {
    const page = this.#open(known.subject.concept);
    const entry = entryOf(page, known.subject);
    const before = entry.computed;
    const isBetter =
      before && this.isUnsound(before) !== this.isUnsound(known)
        ? this.isUnsound(before)
        : !before || halfWidth(known.interval) < halfWidth(before.interval);
    if (!isBetter) return false;
    entry.computed = known;
    if (before) return true;
    this.#computed.push(entry);
    page.computed.push(known);
    return true;
  }

  /** What was computed of a concept, for whatever period. */
  computedOf(concept: string): readonly Known[] {
    return this.#pages.get(concept)?.computed ?? [];
  }

  /** Subjects that were computed. */
  *allComputed(): Iterable<Known> {
    for (const { computed } of this.#computed) if (computed) yield computed;
  }
}

/** What is known of a subject on the page of its concept, a new entry where nothing is. */
function entryOf({ entries }: Page, subject: Subject): Entry {
  const key = keyOfRest(subject);
  const known = entries.get(key);
  if (known) return known;
  const entry: Entry = { statements: [] };
  entries.set(key, entry);
  return entry;
}

/** The currency of a unit is not the one in which the issuer reports. */
export function isForeign(unit: string, reported: string): boolean {
  const currency = /^([A-Z]{3})(?:\/(?!USD|JPY|EUR|GBP)|$)/.exec(unit)?.[1];
  return currency !== undefined && currency !== 'ADS' && currency !== reported;
}

export const complete = (subject: Subject, concept = subject.concept): Required<Subject> => ({
  aspect: 'amount',
  basis: 'reported',
  dimensions: '',
  compared: '',
  document: '',
  ...subject,
  concept,
});

export const makeSubjectKey = (subject: Subject): string => `${subject.concept}|${keyOfRest(subject)}`;

/** All that identifies a subject but its concept. */
function keyOfRest(subject: Subject): string {
  const { period, unit, aspect = 'amount', basis = 'reported' } = subject;
  const { dimensions = '', compared = '', document = '' } = subject;
  return `${period}|${unit}|${aspect}|${basis}|${dimensions}|${compared}|${document}`;
}

/** Tells the columns of all tables apart. */
export const keyOfColumn = ({ document, table, cell, period }: Printed): string =>
  `${document}|${table}|${cell}|${period}`;

export const isSameColumn = (a: Printed, b: Printed): boolean =>
  a.cell === b.cell && a.period === b.period && a.table === b.table && a.document === b.document;

export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

import { foldLabel } from '../../src/concepts/fold-label.ts';
import type { Printed } from '../../src/model/fact.ts';
import type { Relation } from '../5-derive/relation.ts';
import type { Judged } from './judge.ts';

/** What bears out how each number was read: relations that hold, and what its table's digits show by themselves. */
export class BornOut {
  readonly #holding = new Map<string, Set<Relation>>();
  readonly #strongTies: (fact: Printed) => number;
  /** Prose that holds, by the line that it stands in and its measure. */
  readonly #beside = new Map<string, Set<Printed>>();
  /** The same, whether it holds or not. */
  readonly #told = new Map<string, Set<Printed>>();

  constructor(judged: readonly Judged[], strongTies: (fact: Printed) => number) {
    this.#strongTies = strongTies;
    for (const { relation, verdict } of judged) {
      for (const fact of [relation.target, ...relation.inputs])
        if (fact.origin === 'prose') note(this.#told, fact);
      if (verdict === 'error') continue;
      for (const fact of [relation.target, ...relation.inputs]) {
        this.#holding.set(fact.id, (this.#holding.get(fact.id) ?? new Set()).add(relation));
        if (fact.origin === 'prose') note(this.#beside, fact);
      }
    }
  }

  /** Relations other than the one given that hold with a fact, those that its digits show included. */
  count(fact: Printed, except: Relation): number {
    const holding = this.#holding.get(fact.id);
    return (holding ? holding.size - Number(holding.has(except)) : 0) + this.#strongTies(fact);
  }

  /** Of the numbers of a failed relation the one that nothing else bears out; none where there are several or none. */
  leastOf(relation: Relation): Printed | undefined {
    const alone = [relation.target, ...relation.inputs].filter((fact) => this.count(fact, relation) === 0);
    return alone.length === 1 ? alone[0] : alone.includes(relation.target) ? relation.target : undefined;
  }

  /** A sentence means the row that it is held against: another number of it is right, or it names the row in full. */
  isToldOf(fact: Printed): boolean {
    return this.isBeside(fact) || (isNamedInFull(fact) && this.#hasAmountBeside(fact));
  }

  #hasAmountBeside(fact: Printed): boolean {
    return [...(this.#told.get(besideKey(fact)) ?? [])].some(
      (other) => other !== fact && other.aspect === 'amount',
    );
  }

  /** Whether another number of its sentence, of the same measure and part, is right by the tables. */
  isBeside(fact: Printed): boolean {
    return [...(this.#beside.get(besideKey(fact)) ?? [])].some((other) => other !== fact);
  }
}

const besideKey = ({ document, line, concept, dimensions }: Printed): string =>
  [document, line, concept, dimensions].join('|');

function note(facts: Map<string, Set<Printed>>, fact: Printed): void {
  facts.set(besideKey(fact), (facts.get(besideKey(fact)) ?? new Set()).add(fact));
}

/** Words of a name that leaves no doubt about what a sentence means. */
const FULL_NAME = 4;

export const isNamedInFull = ({ label }: Printed): boolean =>
  foldLabel(label).text.split(' ').length >= FULL_NAME;

/** A sentence calls a part of the business as a table does. */
export const isNamedLike = (sentence: Printed, figure: Printed): boolean =>
  figure.dimensions !== '' &&
  figure.dimensions === sentence.dimensions &&
  foldLabel(figure.label).text === foldLabel(sentence.label).text;

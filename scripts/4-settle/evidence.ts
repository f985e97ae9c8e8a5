import { foldLabel } from '../../src/concepts/fold-label.ts';
import { conceptById } from '../../src/concepts/index.ts';
import { findConcept, readTelling } from '../../src/concepts/vocabulary.ts';
import type { Printed } from '../../src/model/fact.ts';
import type { ReadTable } from '../3-context/read-table.ts';
import type { TableFigure } from './relations/figures.ts';
import type { DigitRelation } from './relations/relation.ts';
import { type Ties, tiesByPlace, UNTIED } from './relations/ties.ts';

/** The facts of a document whose reading is in doubt, by id, with the reason: one sentence for a reader. */
export type Doubts = ReadonlyMap<string, string>;

/** A document's tables, what their digits show, and what its issuer is called. */
export interface DocumentTables {
  readonly tables: readonly ReadTable[];
  readonly relations: readonly DigitRelation[];
  readonly issuerNames: readonly string[];
  /** Folded names of the parts that the document tells apart. */
  readonly parts: ReadonlySet<string>;
}

/** What every question about a document's facts is settled by: its tables, what their digits show, its sentences. */
export class Evidence {
  readonly tables: readonly ReadTable[];
  readonly relations: readonly DigitRelation[];
  readonly facts: readonly Printed[];
  readonly #ties: ReadonlyMap<string, Ties>;
  readonly #tableAt: ReadonlyMap<number, number>;
  readonly #byPlace = new Map<string, Printed>();
  readonly #byTable: ReadonlyMap<number, readonly Printed[]>;
  readonly #byLine: ReadonlyMap<number, readonly Printed[]>;

  readonly issuerNames: readonly string[];
  readonly parts: ReadonlySet<string>;

  constructor({ tables, relations, issuerNames, parts }: DocumentTables, facts: readonly Printed[]) {
    this.issuerNames = issuerNames;
    this.parts = parts;
    this.tables = tables;
    this.relations = relations;
    this.facts = facts;
    this.#ties = tiesByPlace(relations);
    this.#tableAt = new Map(
      tables.flatMap(({ rows }, index) => rows.map(({ row }) => [row.line, index] as const)),
    );
    this.#byTable = Map.groupBy(facts, (fact) => this.tableOf(fact));
    this.#byLine = Map.groupBy(facts, ({ line }) => line);
    for (const fact of facts) {
      const place = `${fact.line}.${fact.cell}`;
      if (fact.origin === 'table' && !this.#byPlace.has(place)) this.#byPlace.set(place, fact);
    }
  }

  /** The same evidence for the facts that no earlier question has doubted. */
  without(doubts: Doubts): Evidence {
    const left = this.facts.filter(({ id }) => !doubts.has(id));
    return left.length === this.facts.length ? this : new Evidence(this, left);
  }

  /** The fact that a figure of a table states first; none where it was not read or is in doubt. */
  factAt({ line, cell }: Pick<TableFigure, 'line' | 'cell'>): Printed | undefined {
    return this.#byPlace.get(`${line}.${cell}`);
  }

  tiesOf({ origin, line, cell }: Printed): Ties {
    return (origin === 'table' ? this.#ties.get(`${line}.${cell}`) : undefined) ?? UNTIED;
  }

  /** Index of the table in which a fact stands; -1 for sentences. */
  tableOf({ origin, line }: Printed): number {
    return origin === 'table' ? (this.#tableAt.get(line) ?? -1) : -1;
  }

  /** The facts of the table in which a fact stands. */
  inTable(fact: Printed): readonly Printed[] {
    return this.ofTable(this.tableOf(fact));
  }

  /** The facts of a table by its index. */
  ofTable(index: number): readonly Printed[] {
    return this.#byTable.get(index) ?? [];
  }

  onLine(line: number): readonly Printed[] {
    return this.#byLine.get(line) ?? [];
  }

  /** Tells the columns of all tables apart. */
  columnOf(fact: Printed): string {
    return `${this.tableOf(fact)}.${fact.cell}`;
  }

  /** Whether a fact's label is a name of its measure, without further words than those of the way it is told. */
  isNamedSo({ label: printed, concept }: Printed): boolean {
    const label = readTelling(printed)?.rest ?? printed;
    const found = findConcept(label, { enclosing: [], issuerNames: this.issuerNames });
    if (found?.spelling === 'alias' && found.concept.id === concept) return true;
    const { text } = foldLabel(label);
    return conceptById.get(concept)?.aliases.some((alias) => foldLabel(alias).text === text) ?? false;
  }

  /** Whether the head of a fact's column tells its period itself. */
  isHeadTold(fact: Printed): boolean {
    const table = this.tables[this.tableOf(fact)];
    return table?.columns.find(({ cell }) => cell === fact.cell)?.period !== undefined;
  }
}

/** Numbers that can be held against others: no range, no bound, no nil. */
export const isPlain = ({ value, qualifier }: Printed): boolean => value !== '' && qualifier === 'exact';

/** Numbers that say what is: plain ones and nil. */
export const isTold = (fact: Printed): boolean => fact.value === '' || isPlain(fact);

/** Significant digits of a printed number. */
export const rawDigits = ({ raw }: Printed): string => raw.replace(/[^\d]/g, '').replace(/^0+/, '');

/** Digits that do not agree by chance. */
const ENOUGH_DIGITS = 3;

/** Measure, part and unit of a fact, whatever its period. */
export const measureKey = ({ concept, aspect, basis, dimensions, unit }: Printed): string =>
  [concept, aspect, basis, dimensions, unit].join('|');

/** By which power of ten the first is larger, where both have the same digits to the last of the shorter. */
export function powerBetween(a: Printed, b: Printed): number | undefined {
  const [x, y] = [Math.abs(Number(a.value)), Math.abs(Number(b.value))];
  if (x === 0 || y === 0 || Math.min(rawDigits(a).length, rawDigits(b).length) < ENOUGH_DIGITS)
    return undefined;
  const power = Math.round(Math.log10(x / y));
  const halves = 0.5 * (10 ** -(a.decimals ?? 0) / x + 10 ** -(b.decimals ?? 0) / y);
  return Math.abs(x / y / 10 ** power - 1) <= halves * 1.000001 ? power : undefined;
}

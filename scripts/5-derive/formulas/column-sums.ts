import { conceptById } from '../../../src/concepts/index.ts';
import { nameInSentence } from '../../../src/concepts/name-in-sentence.ts';
import type { Printed } from '../../../src/model/fact.ts';
import { areHalf } from '../../../src/model/majority.ts';
import { meets, type Quantity, scaled, sum } from '../../../src/model/quantity.ts';
import { type Book, push } from '../book.ts';
import type { Line } from '../lines.ts';
import type { Relation } from '../relation.ts';
import { countedWith } from './own-lines.ts';

/** A total with the parts that stand in its column, by one of the ways in which its concept is a sum. */
interface Footing {
  readonly line: Line;
  readonly total: Printed;
  readonly parts: readonly Printed[];
  readonly weights: readonly number[];
  /** Concepts of the sum that the column does not print. */
  readonly missing: readonly string[];
  readonly expected: Quantity;
  readonly holds: boolean;
  /** Parts that the vocabulary does not know as such. */
  readonly own?: readonly Printed[];
}

export interface ColumnSums {
  readonly relations: readonly Relation[];
  /** Lines that a statement leaves out although its total adds up without them: they were nil. */
  readonly nils: readonly { readonly concept: string; readonly total: Printed }[];
  /** Lines that totals were found to count beside what the vocabulary knows of them. */
  readonly own: readonly Printed[];
}

/**
 * Sums as the columns of printed tables show them. Which sum a total is, its table tells: of the ways that the
 * vocabulary knows, the one by which most of its columns add up. So a column that does not add up stands out, and a
 * table with lines that the vocabulary does not know raises nothing.
 */
export function columnSums(book: Book, columns: readonly Line[]): ColumnSums {
  const ways = new Map<string, Footing[]>();
  for (const line of columns) {
    const facts = factsBySlot(line.facts);
    for (const total of line.facts) {
      for (const [way, weights] of knownSums(total).entries()) {
        const footing = findFooting(book, line, facts, total, weights);
        if (footing) push(ways, `${line.table}|${total.concept}|${total.dimensions}|${way}`, footing);
      }
    }
  }
  const chosen = chosenWays(book, ways);
  return {
    relations: chosen.map(footingRelation),
    nils: chosen
      .filter(({ holds }) => holds)
      .flatMap(({ missing, total }) => missing.map((concept) => ({ concept, total }))),
    own: [...new Set(chosen.flatMap(({ own = [] }) => own))],
  };
}

/** What reconciles two tellings of a line is signed as it moves the result, whatever the line. */
const knownSums = ({ concept, aspect, dimensions }: Printed) =>
  aspect === 'amount' && !dimensions.includes('adjustment=') ? (conceptById.get(concept)?.sums ?? []) : [];

const slotKey = (concept: string, { dimensions, period, unit, basis }: Printed): string =>
  `${concept}|${dimensions}|${period}|${unit}|${basis}`;

function factsBySlot(facts: readonly Printed[]): ReadonlyMap<string, Printed> {
  return new Map(
    facts.filter(({ aspect }) => aspect === 'amount').map((fact) => [slotKey(fact.concept, fact), fact]),
  );
}

function findFooting(
  book: Book,
  line: Line,
  facts: ReadonlyMap<string, Printed>,
  total: Printed,
  way: Readonly<Record<string, 1 | -1>>,
): Footing | undefined {
  const parts: Printed[] = [];
  const weights: number[] = [];
  const missing: string[] = [];
  for (const [concept, weight] of Object.entries(way)) {
    const part = facts.get(slotKey(concept, total));
    if (!part) missing.push(concept);
    else {
      parts.push(part);
      weights.push(weight);
    }
  }
  if (parts.length === 0) return undefined;
  const expected = sum(parts.map((part, i) => scaled(book.intervalOf(part), weights[i] ?? 1)));
  const isSame = parts.length > 1 || expected.value === book.intervalOf(total).value;
  const holds = isSame && meets(expected, book.intervalOf(total));
  return { line, total, parts, weights, missing, expected, holds };
}

/** For each total of each table the way by which most columns add up, then the one with most parts. */
function chosenWays(book: Book, ways: ReadonlyMap<string, readonly Footing[]>): Footing[] {
  const byTotal = new Map<string, (readonly Footing[])[]>();
  for (const [key, footings] of ways) push(byTotal, key.slice(0, key.lastIndexOf('|')), footings);
  return [...byTotal.values()].flatMap((candidates) => {
    const ranked = candidates.filter(isBelievable).sort((a, b) => footingWeight(b) - footingWeight(a));
    const [chosen = []] = ranked;
    return chosen.flatMap((footing) => {
      if (footing.holds) return footing;
      if (footing.parts.length === 1) return []; // the lines between the two need not be printed
      return lacksPart(footing, chosen) ? [] : (withOwnLines(book, footing, chosen) ?? []);
    });
  });
}

/** A part that other columns print is empty or unread in this one: it is no nil, and what lacks it cannot fail. */
const lacksPart = ({ missing }: Footing, others: readonly Footing[]): boolean =>
  missing.some((concept) => others.some(({ parts }) => parts.some((part) => part.concept === concept)));

/** Some column adds up so, or every part is printed and the columns are too few to tell. */
function isBelievable(footings: readonly Footing[]): boolean {
  if (footings.some(({ holds }) => holds)) return areHalf(footings, ({ holds }) => holds);
  return footings.every(({ missing }) => missing.length === 0);
}

/**
 * A column that does not add up may print a line of its own, such as a write-down, that the others leave empty: then it
 * adds up with it, added or taken off, or cannot be told from here. A column without such a line stays as it is.
 */
function withOwnLines(book: Book, footing: Footing, others: readonly Footing[]): Footing | undefined {
  const own = ownLines(footing, others);
  if (own.length === 0) return footing;
  const counted = countedWith(book, footing.expected, footing.total, own);
  if (!counted) return undefined;
  const { lines, signs, expected } = counted;
  const parts = [...footing.parts, ...lines];
  const weights = [...footing.weights, ...signs];
  return { ...footing, parts, weights, expected, holds: true, own: lines };
}

/** Amounts between the parts and their total that no column prints which adds up. */
function ownLines({ line, total, parts }: Footing, others: readonly Footing[]): Printed[] {
  const places = [total, ...parts].map((fact) => line.facts.indexOf(fact));
  const printed = new Set(
    others
      .filter(({ holds }) => holds)
      .flatMap((other) =>
        other.line.facts.filter(({ value }) => Number(value) !== 0).map((fact) => fact.line),
      ),
  );
  return line.facts
    .slice(Math.min(...places), Math.max(...places))
    .filter(
      (fact) =>
        fact.aspect === 'amount' &&
        fact.unit === total.unit &&
        fact.period === total.period &&
        Number(fact.value) !== 0 &&
        !printed.has(fact.line) &&
        fact !== total &&
        !parts.includes(fact),
    );
}

const footingWeight = (footings: readonly Footing[]): number =>
  footings.filter(({ holds }) => holds).length * 1000 +
  Math.max(...footings.map(({ parts }) => parts.length));

function footingRelation({ total, parts, weights, expected }: Footing): Relation {
  return {
    rule: 'sum',
    target: total,
    expected,
    inputs: parts,
    weights,
    words: sumInWords(
      parts.map(({ concept }) => concept),
      weights,
    ),
    asPrinted: true,
  };
}

/** `revenues less cost of revenues`, `the 19 lines above added up`. */
export function sumInWords(concepts: readonly string[], weights: readonly number[]): string {
  const names = (weight: number) =>
    concepts.filter((_, i) => Math.sign(weights[i] ?? 1) === weight).map(nameInSentence);
  const [added, taken] = [names(1), names(-1)];
  if (added.length + taken.length > 6)
    return `the ${added.length + taken.length} lines of its column added up`;
  if (added.length === 0) return `${list(taken)} with the opposite sign`;
  return taken.length > 0 ? `${list(added)} less ${list(taken)}` : list(added);
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

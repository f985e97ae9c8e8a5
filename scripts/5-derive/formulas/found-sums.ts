import { conceptById } from '../../../src/concepts/index.ts';
import { amountOf, type Fact, halfUnit } from '../../../src/model/fact.ts';
import { type Interval, meets, scaled, sum } from '../../../src/model/interval.ts';
import type { Book } from '../book.ts';
import type { Line } from '../lines.ts';
import type { Relation } from '../relation.ts';

/** A row of a table: its amount in each of the table's columns, as printed and with half a unit of its last place. */
interface Row {
  readonly facts: readonly (Fact | undefined)[];
  readonly values: readonly number[];
  readonly halves: readonly number[];
  readonly isExpense: boolean;
}

/** A total of one table with the rows that make it up, however many columns bear it out. */
interface Found {
  readonly total: Row;
  readonly parts: readonly Row[];
  /** Of the printed numbers: 1 added, -1 taken off. */
  readonly weights: readonly (1 | -1)[];
  readonly columns: readonly Column[];
  /** How unlikely it is that so many digits agree by chance, in powers of ten. */
  readonly evidence: number;
}

interface Column {
  readonly total: Fact;
  readonly parts: readonly Fact[];
  readonly weights: readonly number[];
  readonly expected: Interval;
  readonly holds: boolean;
}

/** Rows looked back over, and sums tried for each total: so often has chance its chance. */
const MOST_PARTS = 14;
const TRIES = 3 * MOST_PARTS;
/** Needed to believe a sum that holds in every column, and one that fails in some. */
const ENOUGH = 3.5;
const ENOUGH_AGAINST = 4.5;

/**
 * Sums that a table shows by its digits alone, whatever its rows are called: a row that is what the rows above it add
 * up to, or the first of them less the others. A sum that takes the place of its parts is a part of the next.
 */
export function foundSums(book: Book, columns: readonly Line[], known: readonly Relation[]): Relation[] {
  const totals = new Set(known.filter(({ asPrinted }) => asPrinted).map(({ target }) => target.id));
  const sets = new Set(known.map(keyOf));
  return [...Map.groupBy(columns, ({ table }) => table).values()]
    .flatMap((lines) => sumsOf(book, rowsOf(lines)))
    .flatMap(({ columns: each }) => each.map(relationOf))
    .filter((relation) => !totals.has(relation.target.id) && !sets.has(keyOf(relation)));
}

const keyOf = ({ target, inputs }: Relation): string =>
  [target, ...inputs]
    .filter(({ value }) => value !== '')
    .map(({ id }) => id)
    .sort()
    .join(' ');

/** The rows of a table that hold amounts of one unit and one period in each column. */
function rowsOf(lines: readonly Line[]): Row[] {
  const byLine = new Map<number, (Fact | undefined)[]>();
  for (const [index, { facts }] of lines.entries()) {
    const alike = sameKind(facts);
    for (const fact of alike) {
      const row = byLine.get(fact.line) ?? lines.map(() => undefined);
      row[index] = row[index] ? undefined : fact;
      byLine.set(fact.line, row);
    }
  }
  return [...byLine].sort(([a], [b]) => a - b).map(([, facts]) => rowOf(facts));
}

const rowOf = (facts: readonly (Fact | undefined)[]): Row => ({
  facts,
  values: facts.map((fact) => Number(fact?.value ?? 0)),
  halves: facts.map((fact) => (fact ? halfUnit(fact) : 0)),
  isExpense: facts.some(
    (fact) => fact && (conceptById.get(fact.concept)?.nonNegative || EXPENSE.test(fact.label)),
  ),
});

const EXPENSE =
  /\b(?:expenses?|costs?|provisions?|tax(?:es)?|charges?|depreciation|amorti[sz]ation|impairments?|elimination)\b/i;

/** Those of the unit, period and basis that most of a column has; rates and amounts per share are never added. */
function sameKind(facts: readonly Fact[]): readonly Fact[] {
  const added = facts.filter(
    ({ aspect, unit }) => aspect === 'amount' && !/\/|^percent$|^points$/.test(unit),
  );
  const kinds = Map.groupBy(added, ({ unit, period, basis }) => `${unit}|${period}|${basis}`);
  return [...kinds.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

/** Reads down a table: rows wait until one turns out to be what the last of them add up to, and takes their place. */
function sumsOf(book: Book, rows: readonly Row[]): Found[] {
  const found: Found[] = [];
  const waiting: Row[] = [];
  for (const row of rows) {
    const best = bestSum(book, row, waiting);
    if (best) {
      found.push(best);
      waiting.splice(waiting.length - best.parts.length);
    }
    waiting.push(row);
  }
  return found;
}

function bestSum(book: Book, total: Row, waiting: readonly Row[]): Found | undefined {
  let best: Found | undefined;
  for (const { count, way } of likelySums(total, waiting)) {
    const parts = waiting.slice(-count);
    const found = sumOf(book, total, parts, parts.map(way));
    if (found && found.evidence > (best?.evidence ?? 0)) best = found;
  }
  return best;
}

type Way = (row: Row, index: number) => 1 | -1;

/** All added; the first less the others; what is called an expense taken off. */
const WAYS: readonly Way[] = [
  () => 1,
  (_, index) => (index === 0 ? 1 : -1),
  ({ isExpense }, index) => (index > 0 && isExpense ? -1 : 1),
];

/** The last so many rows, added in one of the ways, come near the total in half of its columns or more. */
function* likelySums(
  { facts, values, halves }: Row,
  waiting: readonly Row[],
): Generator<{ readonly count: number; readonly way: Way }> {
  const asked = [...facts.keys()].filter((column) => values[column] !== 0);
  const slack = [...halves];
  const rest = WAYS.map(() => facts.map(() => 0));
  for (let count = 1; count <= Math.min(MOST_PARTS, waiting.length); count++) {
    const first = waiting[waiting.length - count] as Row;
    for (const column of asked) slack[column] = (slack[column] ?? 0) + 2 * (first.halves[column] ?? 0);
    for (const [which, way] of WAYS.entries()) {
      const sums = rest[which] as number[];
      const near = (column: number) =>
        Math.abs((first.values[column] ?? 0) + (sums[column] ?? 0) - (values[column] ?? 0)) <=
        1.01 * (slack[column] ?? 0);
      if (count > 1 && 2 * asked.filter(near).length >= asked.length) yield { count, way };
      for (const column of asked)
        sums[column] = (sums[column] ?? 0) + way(first, 1) * (first.values[column] ?? 0);
    }
  }
}

function sumOf(
  book: Book,
  total: Row,
  parts: readonly Row[],
  weights: readonly (1 | -1)[],
): Found | undefined {
  const columns = total.facts.flatMap((fact, index) => columnOf(book, fact, parts, weights, index) ?? []);
  const holding = columns.filter(({ holds }) => holds);
  if (2 * holding.length < columns.length) return undefined;
  const evidence = holding.reduce((all, column) => all + evidenceOf(column), -Math.log10(TRIES));
  const enough = holding.length < columns.length ? ENOUGH_AGAINST : ENOUGH;
  return evidence >= enough ? { total, parts, weights, columns, evidence } : undefined;
}

/** One column of the sum; undefined where it adds fewer than two numbers. */
function columnOf(
  book: Book,
  total: Fact | undefined,
  rows: readonly Row[],
  ways: readonly (1 | -1)[],
  index: number,
): Column | undefined {
  if (!total || Number(total.value) === 0) return undefined;
  const parts: Fact[] = [];
  const weights: number[] = [];
  for (const [i, row] of rows.entries()) {
    const part = row.facts[index];
    if (!part || part.value === '') continue;
    parts.push(part);
    weights.push((ways[i] ?? 1) * part.polarity * total.polarity);
  }
  if (parts.filter((part) => Number(part.value) !== 0).length < 2) return undefined;
  const expected = sum(parts.map((part, i) => scaled(book.intervalOf(part), weights[i] ?? 1)));
  return { total, parts, weights, expected, holds: meets(expected, book.intervalOf(total)) };
}

/** A number of five digits that two rows hit to the last one is hit so by chance once in fifty thousand times. */
function evidenceOf({ total, parts }: Column): number {
  const units = Math.abs(amountOf(total)) / (2 * halfUnit(total) || 1);
  return Math.max(0, Math.log10(units / parts.length));
}

function relationOf({ total, parts, weights, expected }: Column): Relation {
  const labels = parts.map(({ label }) => `"${label}"`);
  const words =
    parts.length > 4
      ? `what the ${parts.length} rows from "${parts[0]?.label}" to "${parts.at(-1)?.label}" make together`
      : `what the rows ${labels.slice(0, -1).join(', ')} and ${labels.at(-1)} make together`;
  return { rule: 'sum', target: total, expected, inputs: parts, weights, words, asPrinted: true };
}

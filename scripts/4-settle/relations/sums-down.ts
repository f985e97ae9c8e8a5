import { type AddedRow, addedRows, type Term, type Tested, testColumns } from './added-rows.ts';
import type { FigureTable, TableFigure } from './figures.ts';
import { Independent } from './independent.ts';
import type { DigitRelation, Kind } from './relation.ts';
import { soundColumns } from './sound-columns.ts';

/** Rows looked back over, and those whose signs are tried freely. */
const MOST_TERMS = 30;
const MOST_SIGNED = 5;
/** Evidence that is needed where every column holds, and where one speaks against it. */
const ENOUGH = 3.5;
const ENOUGH_AGAINST = 4.5;
/** Where one slip explains all that speaks against a row that is called a total. */
const ENOUGH_OF_TOTAL = 1.5;
const KINDS: readonly TableFigure['kind'][] = ['amount', 'percent', 'perShare'];

/**
 * Sums and differences down the columns of a table, by the digits alone. Of all that hold, those that only add are taken
 * first, then rows that are equal, then differences, then free signs for a row that is called a result; each only where
 * it does not follow from the others: the digits of a balance sheet show its identity in many turns.
 */
export function sumsDown(table: FigureTable): DigitRelation[] {
  return KINDS.flatMap((kind) => {
    const rows = addedRows(table, kind);
    return rows.length < 2 ? [] : soundColumns(new Search(rows).run(), rows);
  });
}

/** A relation between rows with what it was tested by. */
export interface Found extends Tested {
  readonly kind: Kind;
}

type Way = (row: AddedRow, index: number) => 1 | -1;

/** The first less the others; what is called a cost taken off. */
const DIFFERENCES: readonly Way[] = [
  (_, index) => (index === 0 ? 1 : -1),
  ({ isCost }, index) => (index > 0 && isCost ? -1 : 1),
];

class Search {
  readonly #rows: readonly AddedRow[];
  readonly #independent = new Independent();
  readonly #found: Found[] = [];
  /** The terms of a result, which stand for it no longer once it is found. */
  readonly #parts = new Map<AddedRow, readonly Term[]>();

  constructor(rows: readonly AddedRow[]) {
    this.#rows = rows;
  }

  run(): Found[] {
    this.#walk('sum', (row, waiting) => this.#best(row, waiting, [() => 1]));
    this.#equalRows();
    this.#walk('difference', (row, waiting) => this.#best(row, waiting, DIFFERENCES));
    this.#walk('signed', (row, waiting) => (row.isResult ? bestSigned(row, waiting) : undefined));
    return this.#found;
  }

  /** Reads down the rows: each waits until one turns out to be what the last of them make, and takes their place. */
  #walk(kind: Kind, find: (row: AddedRow, waiting: readonly AddedRow[]) => Tested | undefined): void {
    const waiting: AddedRow[] = [];
    for (const row of this.#rows) {
      const known = this.#parts.get(row);
      const found = known ? undefined : find(row, waiting);
      if (found && this.#keep(kind, found)) this.#parts.set(row, found.terms);
      const parts = new Set((this.#parts.get(row) ?? []).map(([part]) => part));
      if (parts.size > 0) while (waiting.length > 0 && parts.has(waiting.at(-1) as AddedRow)) waiting.pop();
      waiting.push(row);
    }
  }

  /** Of the last so many rows that wait, added in one of the ways, those that the digits bear out most. */
  #best(result: AddedRow, waiting: readonly AddedRow[], ways: readonly Way[]): Tested | undefined {
    const most = Math.min(MOST_TERMS, waiting.length);
    let best: Tested | undefined;
    for (const way of ways) {
      for (const count of nearCounts(result, waiting, way, most)) {
        if (count < 2) continue;
        const terms = waiting.slice(-count).map((row, i): Term => [row, way(row, i)]);
        const tested = testColumns(result, terms, most * ways.length, (row) => this.#parts.get(row) ?? []);
        if (isBelieved(tested, ways.length === 1) && isBetter(tested, best)) best = tested;
      }
    }
    return best;
  }

  #keep(kind: Kind, found: Tested): boolean {
    const coefficients = new Map<number, number>([[found.result.index, -1]]);
    for (const [row, weight] of found.terms) coefficients.set(row.index, weight);
    if (!this.#independent.add(coefficients)) return false;
    this.#found.push({ ...found, kind });
    return true;
  }

  /** `Total assets` and `Total liabilities and equity`: the same in every column, with digits enough. */
  #equalRows(): void {
    const seen = new Map<string, AddedRow>();
    for (const row of this.#rows) {
      const key = row.values.join();
      const before = seen.get(key);
      if (before && isTelling(row)) this.#keep('equal', equalTo(row, before));
      else seen.set(key, row);
    }
  }
}

/** Two columns with three digits, or one with five. */
function isTelling({ figures }: AddedRow): boolean {
  const digits = [...new Set(figures.map((figure) => figure?.digits ?? ''))].map(({ length }) => length);
  return digits.filter((count) => count >= 3).length >= 2 || digits.some((count) => count >= 5);
}

const equalTo = (result: AddedRow, term: AddedRow): Tested => ({
  result,
  terms: [[term, 1]],
  instances: result.figures.flatMap((figure, column) => {
    const other = term.figures[column];
    return figure && other && figure.value !== 0
      ? [{ result: figure, terms: [other], weights: [1], expected: figure.value, outcome: 'exact' as const }]
      : [];
  }),
  exact: result.figures.length,
  broken: 0,
  slipped: 0,
  evidence: ENOUGH,
});

/** How many of the last rows come near the result in half of its columns or more, so that few are looked at closely. */
function nearCounts(result: AddedRow, waiting: readonly AddedRow[], way: Way, most: number): number[] {
  const asked = [...result.values.keys()].filter((column) => result.values[column] !== 0);
  const sums = asked.map(() => 0);
  const slack = asked.map((column) => result.halves[column] ?? 0);
  const counts: number[] = [];
  for (let count = 1; count <= most; count++) {
    const row = waiting[waiting.length - count] as AddedRow;
    let near = 0;
    for (const [i, column] of asked.entries()) {
      const value = row.values[column] ?? 0;
      slack[i] = (slack[i] ?? 0) + (row.halves[column] ?? 0);
      const sum = (sums[i] ?? 0) + way(row, 0) * value;
      if (Math.abs(sum - (result.values[column] ?? 0)) <= (slack[i] ?? 0)) near++;
      sums[i] = (sums[i] ?? 0) + way(row, 1) * value;
    }
    if (2 * near >= asked.length && near > 0) counts.push(count);
  }
  return counts;
}

/** Free signs are believed only in two columns of three digits, all exact. */
function bestSigned(result: AddedRow, waiting: readonly AddedRow[]): Tested | undefined {
  const most = Math.min(MOST_SIGNED, waiting.length);
  for (let count = 2; count <= most; count++) {
    const rows = waiting.slice(-count);
    for (let signs = 1; signs < 2 ** count; signs++) {
      if (exactColumns(result, rows, signs) < 2) continue;
      const terms = rows.map((row, i): Term => [row, signs & (1 << i) ? -1 : 1]);
      const tested = testColumns(result, terms, 2 ** (MOST_SIGNED + 1));
      if (tested.exact >= 2 && tested.broken === 0 && tested.evidence >= ENOUGH) return tested;
    }
  }
  return undefined;
}

/** In how many columns rows come to a result, so that few signs are looked at closely. */
const exactColumns = (result: AddedRow, rows: readonly AddedRow[], signs: number): number =>
  result.values.reduce((count, value, column) => {
    let sum = 0;
    for (const [i, { values }] of rows.entries()) {
      const term = values[column] ?? 0;
      sum += signs & (1 << i) ? -term : term;
    }
    return sum === value ? count + 1 : count;
  }, 0);

/** Rows that only add are believed in one column of three digits: chance gives four of two thousand. */
function isBelieved({ exact, broken, slipped, evidence, result }: Tested, isPlain: boolean): boolean {
  const isSlip = isPlain && result.isTotal && slipped === broken;
  if (broken > 0) return exact >= broken && evidence >= (isSlip ? ENOUGH_OF_TOTAL : ENOUGH_AGAINST);
  if (exact === 0) return false;
  return (
    evidence >= ENOUGH || (isPlain && result.figures.some((figure) => (figure?.digits.length ?? 0) >= 3))
  );
}

const isBetter = (tested: Tested, best: Tested | undefined): boolean =>
  !best ||
  tested.exact - tested.broken > best.exact - best.broken ||
  (tested.exact - tested.broken === best.exact - best.broken && tested.evidence > best.evidence);

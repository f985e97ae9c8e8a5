import { isSlipBetween } from '../../../src/model/one-slip.ts';
import type { FigureTable, TableFigure } from './figures.ts';
import type { Instance } from './relation.ts';

/** The figures of one kind in a row, as whole numbers of the table's finest last place. */
export interface AddedRow {
  /** Index in the table. */
  readonly index: number;
  readonly isResult: boolean;
  readonly isTotal: boolean;
  readonly isCost: boolean;
  readonly figures: readonly (TableFigure | undefined)[];
  /** 0 where the cell is empty. */
  readonly values: readonly number[];
  readonly halves: readonly number[];
}

/** The rows that hold figures of a kind; a row without any is passed over when rows are added. */
export function addedRows({ rows, columns }: FigureTable, kind: TableFigure['kind']): AddedRow[] {
  const own = rows.map(({ figures }) =>
    figures.map((figure) => (figure?.kind === kind || figure?.digits === '' ? figure : undefined)),
  );
  const finest = Math.min(1, ...own.flat().map((figure) => figure?.unit ?? 1));
  const whole = (value: number): number => Math.round(value / finest);
  return rows.flatMap(({ isResult, isTotal, isCost }, index): AddedRow[] => {
    const figures = own[index] ?? [];
    if (!figures.some((figure) => figure && figure.digits !== '')) return [];
    const at = Array.from({ length: columns }, (_, column) => figures[column]);
    return [
      {
        index,
        isResult,
        isTotal,
        isCost,
        figures: at,
        values: at.map((figure) => whole(figure?.value ?? 0)),
        halves: at.map((figure) => (figure && figure.digits !== '' ? figure.unit / finest / 2 : 0)),
      },
    ];
  });
}

/** One of the rows that are added, with its sign. */
export type Term = readonly [row: AddedRow, weight: 1 | -1];

/** A result and its terms, held against each other in every column in which they can be. */
export interface Tested {
  readonly result: AddedRow;
  readonly terms: readonly Term[];
  readonly instances: readonly Instance[];
  readonly exact: number;
  readonly broken: number;
  /** Of those that are broken, the columns in which one slip of the pen is all that is wrong. */
  readonly slipped: number;
  /** How unlikely it is that so many digits agree by chance, in powers of ten. */
  readonly evidence: number;
}

/** So many terms that rounding may show in their sum although no column is exact. */
const MANY_TERMS = 6;

/** The rows that a row adds up, where it is known to. */
export type PartsOf = (row: AddedRow) => readonly Term[];

/**
 * Holds a result against its terms in every column in which two of them are added and the result has a digit that could
 * be wrong. A subtotal whose cell is empty leaves it to its parts.
 */
export function testColumns(
  result: AddedRow,
  terms: readonly Term[],
  tries: number,
  partsOf: PartsOf = () => [],
): Tested {
  const instances: Instance[] = [];
  const seen = new Set<string>();
  let [exact, broken, slipped, evidence] = [0, 0, 0, -Math.log10(tries)];
  for (const column of result.figures.keys()) {
    const added = expand(terms, column, partsOf);
    const instance = testColumn(result, added, column);
    if (!instance) continue;
    instances.push(instance);
    if (instance.outcome === 'broken') broken++;
    if (instance.outcome === 'exact') {
      exact++;
      const same = [result, ...terms.map(([row]) => row)].map(({ values }) => values[column]).join();
      if (!seen.has(same)) evidence += evidenceDigits(result, terms, column);
      seen.add(same);
    }
    if (instance.outcome === 'broken' && isOneSlipOff(result, added, column)) {
      slipped++;
      evidence += Math.max(0, evidenceDigits(result, terms, column) - Math.log10(SLIPS * (terms.length + 1)));
    }
  }
  if (instances.every(cancels))
    return { result, terms, instances: [], exact: 0, broken: 0, slipped: 0, evidence: 0 };
  const isRounded = exact > 0 || terms.length >= MANY_TERMS;
  return {
    result,
    terms,
    instances: isRounded ? instances : instances.map(brokenWhereNear),
    exact,
    broken,
    slipped,
    evidence,
  };
}

/** Two of the rows take each other away, as the only line of a section and its total do: the others are not added to them. */
const cancels = ({ terms, weights }: Instance): boolean => {
  const signed = terms.map(({ value }, i) => (weights[i] ?? 1) * value);
  return signed.some((value) => signed.includes(-value));
};

/** Ways to get one figure wrong by one slip of the pen: chance has so many to hit. */
const SLIPS = 50;

/** One slip of the pen in one of the figures is all that keeps a column from adding up: it speaks for the relation. */
function isOneSlipOff(result: AddedRow, terms: readonly Term[], column: number): boolean {
  const at = (row: AddedRow): number => row.values[column] ?? 0;
  const off = terms.reduce((all, [row, weight]) => all + weight * at(row), -at(result));
  return (
    isSlipBetween(at(result), at(result) + off) ||
    terms.some(([row, weight]) => isSlipBetween(at(row), at(row) - weight * off))
  );
}

/** What lies within rounding is believed only where another column is exact or the terms are many. */
const brokenWhereNear = (instance: Instance): Instance =>
  instance.outcome === 'near' ? { ...instance, outcome: 'broken' } : instance;

const expand = (terms: readonly Term[], column: number, partsOf: PartsOf): readonly Term[] =>
  terms.flatMap(([row, weight]): readonly Term[] => {
    const parts = row.figures[column] ? [] : partsOf(row);
    return parts.length === 0
      ? [[row, weight]]
      : expand(parts, column, partsOf).map(([part, own]): Term => [part, (weight * own) as 1 | -1]);
  });

function testColumn(result: AddedRow, terms: readonly Term[], column: number): Instance | undefined {
  const figure = result.figures[column];
  if (!figure || figure.value === 0) return undefined;
  const added = terms.filter(([row]) => row.values[column] !== 0);
  if (added.length < 2) return undefined;
  let [sum, slack] = [0, result.halves[column] ?? 0];
  for (const [row, weight] of added) {
    sum += weight * (row.values[column] ?? 0);
    slack += row.halves[column] ?? 0;
  }
  const value = result.values[column] ?? 0;
  const isExact = sum === value;
  if (!isExact && isAverage(value, added, column) && !isOneSlipOff(result, added, column)) return undefined;
  return {
    result: figure,
    terms: added.map(([row]) => row.figures[column] as TableFigure),
    weights: added.map(([, weight]) => weight),
    expected: (sum * figure.value) / value,
    outcome: isExact ? 'exact' : Math.abs(sum - value) <= slack ? 'near' : 'broken',
  };
}

/** A price or a rate among amounts that are added lies between those of the parts. */
function isAverage(value: number, added: readonly Term[], column: number): boolean {
  const values = added.map(([row]) => row.values[column] ?? 0);
  return (
    added.every(([, weight]) => weight === 1) &&
    values.every((one) => one > 0) &&
    Math.min(...values) <= value &&
    value <= Math.max(...values)
  );
}

/** A number of five digits that two rows hit to the last one is hit so by chance once in fifty thousand times. */
const evidenceDigits = (result: AddedRow, terms: readonly Term[], column: number): number =>
  Math.max(
    0,
    Math.log10(Math.abs(result.values[column] ?? 0) / (2 * (result.halves[column] ?? 0) || 1) / terms.length),
  );

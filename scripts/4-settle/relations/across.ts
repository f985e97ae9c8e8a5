import type { FigureTable, TableFigure } from './figures.ts';
import { type Coefficients, Independent } from './independent.ts';
import type { DigitRelation, Instance, Kind } from './relation.ts';

/** A column is compared with those no farther from it than this; in a wide table with its neighbours. */
const REACH = 8;
const REACH_WIDE = 3;
const WIDE = 24;
/** Longest run of columns that another adds up. */
const LONGEST_RUN = 10;
/** Rows by which a way is given up early. */
const SAMPLE = 12;
const FEWEST = 3;
const ENOUGH = 5;
/** Of the rows that can be tested. */
const SHARE = 0.7;

/** What the figures of one row make of the figure of a column: a sum, a change, a rate of growth. */
interface Way {
  readonly kind: Kind;
  readonly result: number;
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Relations between columns that most rows bear out: one is the sum of two others or of a run beside it, their change, or
 * the rate of it. Three rows support a reading, five decide. For a column the one of a kind is kept that most rows bear
 * out, and only where it does not follow from others: of a sum and the change that is the same turned round, the sum.
 */
export function columnRelations(table: FigureTable): DigitRelation[] {
  const columns = Array.from({ length: table.columns }, (_, column) => column);
  const independent = new Independent();
  return ([sumsTo, changesTo, ratesTo] as const).flatMap((waysTo) =>
    columns
      .flatMap((column) => best(waysTo(column, table.columns).flatMap((way) => relationBy(way, table))))
      .sort((a, b) => holding(b) - holding(a))
      .filter(
        ({ way, relation }) => way.kind === 'growth' || independent.add(signedCoefficients(way, relation)),
      )
      .map(({ relation }) => relation),
  );
}

interface Found {
  readonly way: Way;
  readonly relation: DigitRelation;
}

const best = (found: readonly Found[]): Found[] =>
  [...found].sort((a, b) => holding(b) - holding(a)).slice(0, 1);

const holding = ({ relation: { instances } }: Found): number =>
  instances.filter(({ outcome }) => outcome !== 'broken').length;

/** With the signs by which it holds: a change may be told the other way round. */
function signedCoefficients({ result, terms }: Way, { instances }: DigitRelation): Coefficients {
  const weights = instances.find(({ outcome }) => outcome !== 'broken')?.weights ?? [];
  return new Map([[result, -1], ...terms.map((term, i) => [term, weights[i] ?? 1] as const)]);
}

function nearTo(result: number, columns: number): number[] {
  const reach = columns > WIDE ? REACH_WIDE : REACH;
  return Array.from({ length: 2 * reach + 1 }, (_, i) => result - reach + i).filter(
    (column) => column >= 0 && column < columns && column !== result,
  );
}

const pairsNear = (result: number, columns: number): (readonly [number, number])[] => {
  const near = nearTo(result, columns);
  return near.flatMap((a) => near.filter((b) => b !== a).map((b) => [a, b] as const));
};

function sumsTo(result: number, columns: number): Way[] {
  const runs = Array.from({ length: LONGEST_RUN - 2 }, (_, i) => i + 3).flatMap((length) =>
    [result - length, result + 1]
      .filter((first) => first >= 0 && first + length <= columns)
      .map((first) => Array.from({ length }, (_, i) => first + i)),
  );
  return [...pairsNear(result, columns).filter(([a, b]) => a < b), ...runs].map((terms) => ({
    kind: 'across',
    result,
    terms,
    weights: terms.map(() => 1),
  }));
}

const changesTo = (result: number, columns: number): Way[] =>
  pairsNear(result, columns).map((terms) => ({ kind: 'change', result, terms, weights: [1, -1] }));

const ratesTo = (result: number, columns: number): Way[] =>
  pairsNear(result, columns).map((terms) => ({ kind: 'growth', result, terms, weights: [] }));

function relationBy(way: Way, { rows }: FigureTable): Found[] {
  const instances: Instance[] = [];
  let holds = 0;
  for (const { figures } of rows) {
    const instance = testRow(way, figures);
    if (!instance) continue;
    instances.push(instance);
    if (instance.outcome !== 'broken') holds++;
    if (instances.length === SAMPLE && holds < (SAMPLE * SHARE) / 2) return [];
  }
  if (holds < FEWEST || holds < SHARE * instances.length || !isTold(instances)) return [];
  const strength = holds >= ENOUGH ? 'strong' : 'weak';
  return [{ way, relation: { kind: way.kind, strength, instances } }];
}

/** Rows that are copies of one another count once, and more digits agree than those of three rows of one each. */
function isTold(instances: readonly Instance[]): boolean {
  const distinct = new Map(
    instances
      .filter(({ outcome }) => outcome !== 'broken')
      .map(({ result, terms }) => [[result, ...terms].map(({ value }) => value).join(), result]),
  );
  const digits = [...distinct.values()].reduce(
    (all, { digits }) => all + Math.max(0, digits.length - 0.5),
    0,
  );
  return distinct.size >= FEWEST && digits >= 1.5 * FEWEST;
}

function testRow(way: Way, figures: readonly (TableFigure | undefined)[]): Instance | undefined {
  const result = figures[way.result];
  const terms = way.terms.map((column) => figures[column]);
  if (!result || result.value === 0 || !terms.every((term) => term !== undefined)) return undefined;
  return way.kind === 'growth' ? testGrowth(result, terms) : testSum(way, result, terms);
}

/** Where columns are added, rounding may leave more open than each figure's own half unit. */
const LOOSE = 2;

/**
 * Amounts that are added across a row. What rounding swallows tests nothing, and neither does an average, which lies
 * between its parts. The change of a cost is told in either sense.
 */
function testSum(
  { kind, weights }: Way,
  result: TableFigure,
  terms: readonly TableFigure[],
): Instance | undefined {
  const all = [result, ...terms];
  const slack = LOOSE * all.reduce((sum, { unit }) => sum + unit / 2, 0);
  const told = (figures: readonly TableFigure[]) => figures.filter(({ value }) => Math.abs(value) > slack);
  if (told([result]).length === 0 || told(terms).length < 2) return undefined;
  if (all.some(({ kind: own, digits }) => own !== 'amount' && digits !== '')) return undefined;
  if (kind === 'across' && isBetween(result, terms)) return undefined;
  const sum = terms.reduce((total, term, i) => total + (weights[i] ?? 1) * term.value, 0);
  const isTurned = kind === 'change' && Math.abs(sum + result.value) < Math.abs(sum - result.value);
  const expected = isTurned ? -sum : sum;
  const off = Math.abs(expected - result.value);
  return {
    result,
    terms,
    weights: isTurned ? weights.map((weight) => -weight) : weights,
    expected,
    outcome: off < result.unit * 1e-6 ? 'exact' : off <= slack ? 'near' : 'broken',
  };
}

function isBetween({ value }: TableFigure, terms: readonly TableFigure[]): boolean {
  const values = terms.map((term) => term.value);
  return values.every((one) => one > 0) && Math.min(...values) <= value && value <= Math.max(...values);
}

/** Rates are told of amounts that are not nil; of a loss they are told in either sense. */
function testGrowth(result: TableFigure, terms: readonly TableFigure[]): Instance | undefined {
  const [now, before] = terms as [TableFigure, TableFigure];
  if (result.kind !== 'percent' || before.value === 0 || now.digits === '') return undefined;
  if (now.kind !== before.kind || now.kind === 'percent') return undefined;
  const size = Math.abs(before.value);
  const rate = (100 * (now.value - before.value)) / size;
  const isTurned = Math.abs(rate + result.value) < Math.abs(rate - result.value);
  const expected = isTurned ? -rate : rate;
  const slack = result.unit / 2 + (50 * (now.unit + (before.unit * Math.abs(now.value)) / size)) / size;
  const outcome = Math.abs(expected - result.value) <= slack * 1.000001 ? 'near' : 'broken';
  return { result, terms, weights: [], expected, outcome };
}

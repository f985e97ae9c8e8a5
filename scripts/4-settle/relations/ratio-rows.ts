import type { FigureRow, FigureTable, TableFigure } from './figures.ts';
import type { DigitRelation, Instance } from './relation.ts';

/** Rows that a ratio is sought among, above and below it. */
const REACH = 25;
const FEWEST_COLUMNS = 2;

/**
 * Rows that are one row over another: margins, rates, amounts per share. Three columns decide; two do where a single pair
 * of rows gives them.
 */
export function ratioRows({ rows, columns }: FigureTable): DigitRelation[] {
  if (columns < FEWEST_COLUMNS) return [];
  return rows.flatMap((row, index) => {
    const kind = row.figures.find((figure) => figure && figure.digits !== '')?.kind;
    if (kind === undefined || kind === 'amount') return [];
    const near = rows
      .slice(Math.max(0, index - REACH), index + REACH + 1)
      .filter((other) => other !== row && isOfAmounts(other));
    return findRatios(row, near);
  });
}

const isOfAmounts = ({ figures }: FigureRow): boolean => figures.some((figure) => figure?.kind === 'amount');

function findRatios(row: FigureRow, near: readonly FigureRow[]): DigitRelation[] {
  const found: Instance[][] = [];
  for (const of of near)
    for (const to of near) {
      if (of === to) continue;
      const instances = findInstances(row, of, to);
      if (instances) found.push(instances);
    }
  const most = Math.max(0, ...found.map(({ length }) => length));
  const best = found.filter(({ length }) => length === most);
  const [first] = best;
  if (!first || most < FEWEST_COLUMNS || (most === 2 && best.length > 1)) return [];
  return best.length === 1 || most > 2 ? [{ kind: 'ratio', strength: 'strong', instances: first }] : [];
}

/** The instances of a pair that holds in every column; undefined where one is broken. */
function findInstances(row: FigureRow, of: FigureRow, to: FigureRow): Instance[] | undefined {
  const instances: Instance[] = [];
  const seen = new Set<string>();
  for (const [column, result] of row.figures.entries()) {
    const [a, b] = [of.figures[column], to.figures[column]];
    if (!result || result.digits.length < 2 || a?.kind !== 'amount' || b?.kind !== 'amount') continue;
    if (a.value === 0 || b.value === 0) continue;
    const expected = ratio(result, a, b);
    if (expected === undefined) return undefined;
    const key = `${result.value}|${a.value}|${b.value}`;
    if (seen.has(key)) continue;
    seen.add(key);
    instances.push({ result, terms: [a, b], weights: [], expected, outcome: 'near' });
  }
  return instances.length >= FEWEST_COLUMNS ? instances : undefined;
}

/** A percentage, or an amount per share whatever scales the two rows are told in; undefined where coarse digits leave it open. */
function ratio(result: TableFigure, a: TableFigure, b: TableFigure): number | undefined {
  const quotient = Math.abs(a.value / b.value);
  const size = Math.abs(result.value);
  const scale = result.kind === 'percent' ? 2 : Math.round(Math.log10(size / quotient) / 3) * 3;
  const expected = quotient * 10 ** scale;
  const slack =
    result.unit / 2 + expected * (a.unit / 2 / Math.abs(a.value) + b.unit / 2 / Math.abs(b.value));
  if (slack > result.unit) return undefined;
  return Math.abs(expected - size) <= slack * 1.000001 ? Math.sign(result.value) * expected : undefined;
}

import type { DocumentRecord } from '../../../src/model/document.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { formatSpan } from '../../../src/model/format.ts';
import { isDuration, monthsIn, type Period } from '../../../src/model/period.ts';
import { type TextCheck, textFinding } from './text-finding.ts';

/** Figures of so many digits are not the same by chance, nor so many of them of different measures. */
const DIGITS = 4;
const FEWEST = 2;

/** A figure that another column, of another table, gives for another period. */
interface Conflict {
  readonly here: Fact;
  readonly there: Fact;
}

/**
 * One figure does not stand for two periods: where the figures of a column recur, measure for measure, in columns of
 * another period and in none of its own, its heading is wrong. Sums see nothing of it.
 */
export const columnPeriods: TextCheck = function* (document, { facts }) {
  const columns = new Map<string, { agreements: number; conflicts: Conflict[] }>();
  const at = (fact: Fact) => {
    const column = columns.get(columnOf(fact)) ?? { agreements: 0, conflicts: [] };
    columns.set(columnOf(fact), column);
    return column;
  };
  for (const [here, there] of recurring(document, facts)) {
    if (here.period === there.period) at(here).agreements++;
    else at(here).conflicts.push({ here, there });
  }
  const told = new Set<string>();
  for (const [key, { agreements, conflicts }] of [...columns].sort(
    ([, a], [, b]) => breadth(b.conflicts) - breadth(a.conflicts),
  )) {
    const open = conflicts.filter(({ there }) => !told.has(columnOf(there)));
    const first = open[0];
    if (!first || agreements > 0 || new Set(open.map(({ here }) => here.line)).size < FEWEST) continue;
    told.add(key);
    yield findingOf(
      document,
      first,
      open.map(({ here }) => here),
    );
  }
};

/** In how many columns the figures recur. */
const breadth = (conflicts: readonly Conflict[]): number =>
  new Set(conflicts.map(({ there }) => columnOf(there))).size;

const columnOf = ({ table, cell }: Fact): string => `${table}|${cell}`;

/** Figures of one measure that are the same in two tables, unless they are in a row with both periods. */
function* recurring({ id }: DocumentRecord, facts: readonly Fact[]): Generator<readonly [Fact, Fact]> {
  const printed = facts.filter((fact) => fact.document === id && fact.origin === 'table' && isTelling(fact));
  for (const alike of Map.groupBy(printed, measureOf).values()) {
    const lines = Map.groupBy(alike, ({ line }) => line);
    const isConstant = [...lines.values()].some((row) => new Set(row.map(({ period }) => period)).size > 1);
    if (isConstant) continue;
    for (const here of alike)
      for (const there of alike)
        if (here.table !== there.table && isAsLong(here.period, there.period)) yield [here, there];
  }
}

const isTelling = ({ aspect, unit, value, basis }: Fact): boolean =>
  aspect === 'amount' &&
  basis === 'reported' &&
  unit !== 'shares' &&
  value.replace(/\D/g, '').replace(/0+$/, '').length >= DIGITS;

const measureOf = ({ concept, dimensions, unit, value }: Fact): string =>
  [concept, dimensions, unit, value].join('|');

const isAsLong = (a: Period, b: Period): boolean =>
  isDuration(a) === isDuration(b) && (!isDuration(a) || monthsIn(a) === monthsIn(b));

function findingOf(document: DocumentRecord, { here, there }: Conflict, facts: readonly Fact[]) {
  const [own, other] = [formatSpan(here.period), formatSpan(there.period)];
  return textFinding(document, {
    rule: 'column-period',
    verdict: 'slip',
    line: here.line,
    column: here.column,
    ...(here.cell !== null && { cell: here.cell }),
    expected: other,
    actual: own,
    message: `The column of ${here.raw} in line ${here.line} is headed ${own}; its figures are those of ${other}, as in line ${there.line}.`,
    facts,
  });
}

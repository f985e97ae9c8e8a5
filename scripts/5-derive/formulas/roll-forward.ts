import type { Printed } from '../../../src/model/fact.ts';
import { firstDay, isDuration, isInstant, lastDay, opening } from '../../../src/model/period.ts';
import { scaled, sum } from '../../../src/model/quantity.ts';
import { type Book, push } from '../book.ts';
import type { Line } from '../lines.ts';
import type { Relation } from '../relation.ts';
import { mostlyHold } from '../slips.ts';

/**
 * Balances carried forward: in a column that prints a balance at two dates and what happened between, the first and
 * the movements give the second. Only tables in which most columns do so are read this way.
 */
export function rollForwards(book: Book, columns: readonly Line[], totals: ReadonlySet<string>): Relation[] {
  const byTable = new Map<string, Relation[]>();
  for (const line of columns) {
    for (const relation of relationsIn(book, line, totals)) push(byTable, line.table, relation);
  }
  return [...byTable.values()].filter((relations) => mostlyHold(book, relations)).flat();
}

function* relationsIn(book: Book, { facts }: Line, totals: ReadonlySet<string>): Generator<Relation> {
  const balances = facts.filter(({ aspect, period }) => aspect === 'amount' && isInstant(period));
  for (const [index, closing] of balances.entries()) {
    const before = balances
      .slice(0, index)
      .filter((fact) => isSameBalance(fact, closing) && fact.period < closing.period)
      .sort((a, b) => (a.period < b.period ? 1 : -1))[0];
    const movements = before ? movementsBetween(facts, before, closing, totals) : [];
    if (before && movements.length > 0) yield rollForwardRelation(book, before, closing, movements);
  }
}

const isSameBalance = (a: Printed, b: Printed): boolean =>
  a.concept === b.concept && a.dimensions === b.dimensions && a.unit === b.unit;

/** What happened from the day after one balance to the day of the other; subtotals are left out. */
const movementsBetween = (
  facts: readonly Printed[],
  from: Printed,
  to: Printed,
  totals: ReadonlySet<string>,
): Printed[] =>
  facts.filter(
    ({ id, period, unit, aspect }) =>
      isDuration(period) &&
      aspect === 'amount' &&
      unit === to.unit &&
      firstDay(period) !== '' &&
      opening(period) === from.period &&
      lastDay(period) === to.period &&
      !totals.has(id),
  );

/** Movements are printed as their effect on the balance, whatever the sign of their concepts. */
function rollForwardRelation(
  book: Book,
  before: Printed,
  closing: Printed,
  movements: readonly Printed[],
): Relation {
  const inputs = [before, ...movements];
  const weights = inputs.map(({ polarity }) => polarity * closing.polarity);
  return {
    rule: 'roll-forward',
    target: closing,
    expected: sum(inputs.map((fact, i) => scaled(book.intervalOf(fact), weights[i] ?? 1))),
    inputs,
    weights,
    words: 'the opening balance and the movements below it',
    asPrinted: true,
  };
}

import { conceptById } from '../../src/concepts/index.ts';
import { halfUnit, type Printed } from '../../src/model/fact.ts';

/** How far above and below a row the lines of its sum are looked for. */
const FARTHEST = 12;

/** What adds up: one column, top to bottom. */
type Column = readonly Printed[];
/** -1 of what is taken off income. */
type SenseOf = (concept: string) => 1 | -1;

/**
 * A row has one sense in all its columns: where some figures are printed in parentheses and some are not, `Other expense,
 * net` without them is either an expense or an income, and not the one here and the other there; and a gain in parentheses
 * among costs is what they are less by. The sums that a row stands in tell which; where none does, its signs stay. `taxes`
 * are costs that may be below nil.
 */
export function settleRows(facts: readonly Printed[], taxes: ReadonlySet<string>): readonly Printed[] {
  const senseOf: SenseOf = (concept) =>
    conceptById.get(concept)?.nonNegative || taxes.has(concept) || NET_COSTS.has(concept) ? -1 : 1;
  const mayBeEither = (row: Column): boolean =>
    isOfOne(row) &&
    row.every(
      ({ concept }) =>
        (TWO_WAYS.has(concept) && !/\bincome\b/i.test(row[0]?.label ?? '')) ||
        ((taxes.has(concept) || NET_COSTS.has(concept)) && row.some(({ value }) => value.startsWith('-'))),
    );
  const columns = Map.groupBy(facts.filter(isPart), ({ cell, period, unit }) => `${cell}|${period}|${unit}`);
  const polarities = new Map<Printed, 1 | -1>();
  for (const row of Map.groupBy(facts.filter(isPart), ({ line }) => line).values()) {
    if (!isMixed(row) && !isGainBelowNil(row) && !mayBeEither(row)) continue;
    const senses = row.flatMap((fact) => {
      const column = columns.get(`${fact.cell}|${fact.period}|${fact.unit}`) ?? [];
      return sensesIn(column, column.indexOf(fact), senseOf);
    });
    const found = new Set(senses.length < row.length ? sensesByProfit(row, facts, taxes) : senses);
    const [sense, ...others] = found;
    if (sense === undefined || others.length > 0) continue;
    const beside = facts.filter((fact) => fact.line === row[0]?.line && isToldBeside(fact));
    for (const fact of [...row, ...beside])
      if (fact.concept === row[0]?.concept) polarities.set(fact, (sense * senseOf(fact.concept)) as 1 | -1);
  }
  return facts.map((fact) => {
    const polarity = polarities.get(fact);
    return polarity === undefined ? fact : { ...fact, polarity };
  });
}

const isPart = ({ aspect, value, concept, dimensions }: Printed): boolean =>
  aspect === 'amount' &&
  value !== '' &&
  Number(value) !== 0 &&
  dimensions === '' &&
  conceptById.get(concept)?.periodType !== 'instant';

/** Costs less what is earned, told as a cost. */
const NET_COSTS: ReadonlySet<string> = new Set(['NetFinanceCosts']);
/** What some statements take off and others add: `Interest, net`, `Interest and other, net`. */
const TWO_WAYS: ReadonlySet<string> = new Set([
  'InterestIncomeExpenseNet',
  'NonoperatingIncomeExpense',
  'OtherNonoperatingIncomeExpense',
]);
/** Where the way back from what is left to what was earned begins. */
const BOTTOM_LINE: ReadonlySet<string> = new Set(['NetIncomeLoss', 'ProfitLoss']);

/** A share of its row, or the same line before some items are taken out. */
const isToldBeside = ({ aspect, dimensions }: Printed): boolean =>
  (aspect === 'ratio' && dimensions === '') || (aspect === 'amount' && /^variant=[\w-]+$/.test(dimensions));

const isOfOne = (row: Column): boolean => new Set(row.map(({ concept }) => concept)).size === 1;

const isMixed = (row: readonly Printed[]): boolean =>
  isOfOne(row) &&
  row.every(isOfIncome) &&
  new Set(row.map(({ polarity }) => polarity)).size > 1 &&
  new Set(row.map(({ value }) => value.startsWith('-'))).size > 1;

/** `Foreign exchange gain (403)`: a loss, or a gain among costs. */
const isGainBelowNil = (row: readonly Printed[]): boolean =>
  isOfOne(row) &&
  row.every((fact) => isOfIncome(fact) || !conceptById.has(fact.concept)) &&
  row.every(({ value, polarity, label }) => value.startsWith('-') && polarity === 1 && GAIN.test(label));

const GAIN =
  /^(?!.*\b(?:loss(?:es)?|expenses?|costs?|tax(?:es)?|net income|profit|earnings|less|adjustments?)\b).*\b(?:gains?|income)\b/i;

const isOfIncome = ({ concept }: Printed): boolean => conceptById.get(concept)?.statement === 'income';

/** What nobody knows, and is a result by its name: `(Loss)/profit after tax for the period`. */
const RESULT = /\b(?:profit|loss|income|earnings)\b.*\b(?:before|after|for the)\b/i;

/** `Income tax expense (32)` below an income before tax of 89, in all columns: what is taken off it. */
function sensesByProfit(
  row: Column,
  facts: readonly Printed[],
  taxes: ReadonlySet<string>,
): readonly (1 | -1)[] {
  const isTax = row.every(
    ({ concept, label, value }) => taxes.has(concept) && value.startsWith('-') && IS_EXPENSE.test(label),
  );
  const areProfits = row.every((tax) => {
    const above = facts.findLast(
      ({ cell, period, line, label, dimensions }) =>
        cell === tax.cell &&
        period === tax.period &&
        dimensions === tax.dimensions &&
        line < tax.line &&
        BEFORE_TAX.test(label),
    );
    return above !== undefined && Number(above.value) * above.polarity > 0;
  });
  return isTax && areProfits ? [1] : [];
}

const IS_EXPENSE = /^(?!.*\b(?:benefit|credit|income\))).*\b(?:expense|provision|charge|taxes?)\b/i;
const BEFORE_TAX = /\bbefore\b.*\btax/i;

/**
 * 1 where what is printed positive adds to income, -1 where it is taken off, as a sum over the row shows it, or the way back
 * from what is left to what was earned. A row that its parts come to tells no more beside them.
 */
function sensesIn(column: Column, at: number, senseOf: SenseOf): readonly (1 | -1)[] {
  const own = column[at];
  if (!own) return [];
  const ofTotal = sensesOfTotal(column, at, senseOf);
  if (ofTotal.length > 0) return ofTotal;
  for (const total of column.slice(at + 1, at + FARTHEST)) {
    if (!isOfIncome(total) && !RESULT.test(total.label)) continue;
    const parts = column.slice(Math.max(0, at - FARTHEST), column.indexOf(total));
    for (let from = parts.indexOf(own); from >= 0; from--) {
      const others = parts.slice(from).filter((part) => part !== own);
      const [first, ...rest] = others;
      const isWayBack = first !== undefined && BOTTOM_LINE.has(first.concept) && isOfIncome(total);
      const fitting = ([1, -1] as const).filter(
        (sense) =>
          addsUp(own, sense, others, total, senseOf) ||
          (isWayBack && addsUp(own, sense, [total, ...rest], first, senseOf)),
      );
      if (others.length > 0 && fitting.length === 1) return fitting;
    }
  }
  return [];
}

/** The same of a row that is itself the sum of the lines above it: `Net finance costs` below income and costs. */
function sensesOfTotal(column: Column, at: number, senseOf: SenseOf): readonly (1 | -1)[] {
  const own = column[at] as Printed;
  for (let from = at - 2; from >= Math.max(0, at - FARTHEST); from--) {
    const parts = column.slice(from, at);
    if (!parts.every(isOfIncome)) return [];
    const sum = parts.reduce((all, part) => all + effectOf(part, senseOf), 0);
    const room = column.slice(from, at + 1).reduce((all, part) => all + halfUnit(part), 0);
    const fitting = ([1, -1] as const).filter((sense) => Math.abs(sum - sense * Number(own.value)) <= room);
    if (fitting.length === 1) return fitting;
  }
  return [];
}

/** What a figure does to income. */
const effectOf = ({ value, polarity, concept }: Printed, senseOf: SenseOf): number =>
  Number(value) * polarity * senseOf(concept);

function addsUp(own: Printed, sense: 1 | -1, others: Column, total: Printed, senseOf: SenseOf): boolean {
  /** One that is no line of income does to the total as it is printed. */
  const effectOnTotal = (fact: Printed): number =>
    effectOf({ ...(isOfIncome(fact) ? fact : total), value: fact.value }, senseOf);
  const sum = others.reduce((all, part) => all + effectOnTotal(part), sense * Number(own.value));
  const room = [own, total, ...others].reduce((all, part) => all + halfUnit(part), 0);
  return Math.abs(sum - effectOnTotal(total)) <= room;
}

import { conceptById } from '../../../src/concepts/index.ts';
import { type Calendar, yearsOn } from '../../../src/model/calendar.ts';
import { halfUnit, type Printed, signedAmount } from '../../../src/model/fact.ts';
import { isInstant, lastDay } from '../../../src/model/period.ts';
import { meets, printedQuantity } from '../../../src/model/quantity.ts';

/** Fewer digits agree by chance. */
const FEWEST_DIGITS = 2;

const subjectKey = ({ concept, aspect, basis, dimensions, unit }: Printed): string =>
  [concept, aspect, basis, dimensions, unit].join('|');

/** Statements of the tables, for sentences that leave open which of the periods that end on one day they speak of. */
export class TablePeriods {
  readonly #byKey: ReadonlyMap<string, readonly Printed[]>;
  readonly #calendar: Calendar;

  constructor(facts: readonly Printed[], calendar: Calendar) {
    this.#byKey = Map.groupBy(
      facts.filter(({ value, period }) => value !== '' && !isInstant(period)),
      subjectKey,
    );
    this.#calendar = calendar;
  }

  /** The fact as the tables tell it: its period where no word does, its sign where the vocabulary has none. */
  settle(fact: Printed, isUndated: boolean): Printed {
    const settled = isUndated ? this.#dated(fact) : fact;
    const alike = this.#byKey.get(subjectKey(settled)) ?? [];
    return doubtedBy(turnedLike(settled, alike), alike);
  }

  /**
   * The fact with the period for which the tables give its very number, where they do not give it for the period that
   * was taken for want of a word: half-year reports tell of the quarter too.
   */
  #dated(fact: Printed): Printed {
    if (isInstant(fact.period) || countDigits(fact) < FEWEST_DIGITS) return fact;
    const alike = (this.#byKey.get(subjectKey(fact)) ?? []).filter(
      ({ period }) => lastDay(period) === lastDay(fact.period),
    );
    const agreeing = new Set(alike.filter((other) => agree(fact, other)).map(({ period }) => period));
    const [period, ...others] = agreeing;
    if (period === undefined || others.length > 0 || period === fact.period) return fact;
    const isOfYearBefore = fact.compared === yearsOn(this.#calendar, fact.period, -1);
    return { ...fact, period, ...(isOfYearBefore && { compared: yearsOn(this.#calendar, period, -1) }) };
  }
}

/** A number that the tables have too is as sure as they are; what they contradict is weighed with all other evidence. */
function doubtedBy(fact: Printed, tables: readonly Printed[]): Printed {
  const isToldThere = tables.some(
    (table) => table.period === fact.period && table.compared === fact.compared && canBeSame(fact, table),
  );
  return isToldThere && fact.value !== '' && countDigits(fact) >= FEWEST_SURE ? { ...fact, doubt: '' } : fact;
}

/** Fewer digits agree by chance with a measure that is not named. */
const FEWEST_SURE = 3;

/**
 * Costs that the tables print negative and sentences tell positive: what the vocabulary does not know has no sign of its
 * own, and a cost that it knows is told of the same number.
 */
function turnedLike(fact: Printed, tables: readonly Printed[]): Printed {
  if (fact.aspect !== 'amount' || fact.value === '') return fact;
  const isKnown = conceptById.has(fact.concept);
  const turned: Printed = { ...fact, polarity: -1 };
  const isSame = (table: Printed): boolean =>
    table.period === fact.period && (!isKnown || (COST.test(fact.label) && agree(turned, table)));
  const same = tables.find(isSame);
  return same && signedAmount(same) < 0 && signedAmount(fact) > 0 ? turned : fact;
}
const COST = /\b(?:expenses?|costs?|charges?)\b/i;

const countDigits = ({ raw }: Printed): number => raw.replace(/\D/g, '').replace(/^0+/, '').length;

/** With what `over` and `about` leave open. */
const canBeSame = (a: Printed, b: Printed): boolean =>
  agree(a, b) || meets(printedQuantity(a), printedQuantity(b));

const agree = (a: Printed, b: Printed): boolean =>
  Math.abs(signedAmount(a) - signedAmount(b)) <= (halfUnit(a) + halfUnit(b)) * (1 + 1e-9);

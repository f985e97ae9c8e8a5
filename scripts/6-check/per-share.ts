import { type ConceptId, conceptById } from '../../src/concepts/index.ts';
import { type Printed, signedAmount } from '../../src/model/fact.ts';
import type { Book } from '../5-derive/book.ts';
import type { Relation } from '../5-derive/relation.ts';
import { type Judged, lastPlaceUnit } from './judge.ts';

const BASIC: ConceptId = 'EarningsPerShareBasic';
const DILUTED: ConceptId = 'EarningsPerShareDiluted';
const BASIC_INCOME: ConceptId = 'NetIncomeLossAvailableToCommonStockholdersBasic';

/**
 * Ids of earnings per share that are not worked out of the amounts printed beside them. Other securities may share in them:
 * these take their part of the profit before it is divided (two-class method, ASC 260-10-45-60), so that basic and diluted
 * earnings both lie below the quotient, and no slip of one number explains both. Or several miss by their last digit.
 */
export function findSharedOut(judged: readonly Judged[]): ReadonlySet<string> {
  const earnings = judged.filter(
    ({ relation: { rule, target } }) =>
      rule === 'per-share' && [BASIC, DILUTED].some((id) => id === target.concept),
  );
  const failing = earnings.filter(({ verdict }) => verdict === 'error');
  const ofPeriods = Map.groupBy(failing, ({ relation: { target } }) =>
    [target.document, target.period, target.dimensions].join('|'),
  );
  const shared = [...ofPeriods.values()].filter(
    (both) => new Set(both.map(({ relation }) => relation.target.concept)).size === 2 && both.every(isBelow),
  );
  const documents = Map.groupBy(earnings, ({ relation }) => relation.target.document).values();
  const near = [...documents].map((all) => missByLastDigit(all));
  return new Set([...shared, ...near].flat().map(({ relation }) => relation.target.id));
}

/** Earnings that miss by one unit of their last place, where so many do that rounding is no slip of the pen. */
function missByLastDigit(earnings: readonly Judged[]): readonly Judged[] {
  const missing = earnings.filter(
    ({ verdict, expected, relation: { target } }) =>
      verdict === 'error' && Math.abs(signedAmount(target) - expected) < 1.5 * lastPlaceUnit(target),
  );
  const figures = new Set(missing.map(({ relation: { target } }) => `${target.raw} ${target.period}`));
  return figures.size >= FEWEST && MARGIN * missing.length > earnings.length ? missing : [];
}

/** So many figures that miss, and so large a part of all, are a way of rounding. */
const FEWEST = 2;
const MARGIN = 4;

const isBelow = ({ relation, expected }: Judged): boolean => {
  const printed = signedAmount(relation.target);
  return printed > 0 && printed < expected;
};

/**
 * What convertible securities would have cost is added to income before it is divided by the diluted shares, so that
 * diluted earnings may lie above the quotient, though not above basic ones (IAS 33.33, ASC 260-10-45-40): by more than
 * rounding only where the income is that of basic ones, after dividends on what may be converted, or where the document
 * shows what may be.
 */
export function isDilutedAnew(book: Book, { target, inputs }: Relation, expected: number): boolean {
  if (target.concept !== DILUTED || target.aspect !== 'amount') return false;
  const basic = book.printed({ ...book.subjectOf(target), concept: BASIC });
  const above = signedAmount(target) - expected;
  const isOfBasicIncome = inputs.some(({ concept }) => concept === BASIC_INCOME);
  return (
    basic !== undefined &&
    above > 0 &&
    (above <= lastPlaceUnit(target) * 1.000001 ||
      isOfBasicIncome ||
      hasConvertibles(book, target.document)) &&
    book.intervalOf(target).low <= basic.interval.high
  );
}

const hasConvertibles = (book: Book, document: string): boolean =>
  CONVERTIBLE.some((id) => book.ofConcept(id).some((fact) => fact.document === document));

const CONVERTIBLE = [...conceptById.keys()].filter((id) => /Convertible/.test(id));

/** Dividends are paid on the shares of several record dates, not on those at the end of the period. */
export const isOfMovingShares = ({ concept }: Printed): boolean =>
  conceptById.get(concept)?.product !== undefined;

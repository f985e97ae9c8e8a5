import type { Rule } from '../../src/model/check-rules.ts';
import { halfUnit, type Printed, signedAmount } from '../../src/model/fact.ts';
import { couldBeSlip, isOneSlip } from '../../src/model/one-slip.ts';
import { halfWidth, meets } from '../../src/model/quantity.ts';
import type { Derivation } from '../5-derive/derive.ts';
import type { Relation } from '../5-derive/relation.ts';
import { BornOut, isNamedInFull, isNamedLike } from './born-out.ts';
import { type Judged, lastPlaceUnit } from './judge.ts';
import { findSharedOut, isDilutedAnew, isOfMovingShares } from './per-share.ts';
import { listShapes } from './shapes.ts';

/** Digits that do not agree by chance. */
const ENOUGH_DIGITS = 3;

/** What is held against an issuer, and the facts that were misread more likely than misprinted, with the reason why. */
export interface Accused {
  readonly judged: readonly Judged[];
  readonly misread: ReadonlyMap<string, string>;
}

/**
 * A relation that fails accuses the issuer only where the reading of every number in it is borne out elsewhere, and where
 * the relation itself is: it holds in other columns, rows, periods or documents. So it does where the slip that another
 * relation shows explains this one too. Anything else is a doubt about the reader.
 *
 * @param isRenamed Whether a figure was taken for another measure than its label names.
 * @param misdated Figures in doubt only because another place gives another number for the same.
 */
export function accuse(
  { book, slippedIn }: Pick<Derivation, 'book' | 'slippedIn'>,
  judged: readonly Judged[],
  strongTies: (fact: Printed) => number,
  isRenamed: (fact: Printed) => boolean,
  misdated: readonly Printed[],
): Accused {
  const bornOut = new BornOut(judged, strongTies);
  const shapes = countShapes(judged);
  const sharedOut = findSharedOut(judged);
  const misread = new Map<string, string>();
  const isError = new Set(judged.filter((one) => one.verdict === 'error' && isBeyondDoubt(one)));
  const slipped = new Set([...isError].flatMap(({ relation }) => slippedIn(relation)));
  const accused = judged.map((one): Judged => {
    if (one.verdict !== 'error' || isError.has(one)) return one;
    if (slippedIn(one.relation).some((fact) => slipped.has(fact))) return one;
    if (sharedOut.has(one.relation.target.id) || isDilutedAnew(book, one.relation, one.expected))
      return { ...one, verdict: 'doubt' };
    const fact = SAME.has(one.relation.rule) ? findBound(one.relation) : bornOut.leastOf(one.relation);
    if (fact && !slipped.has(fact) && !fact.stated && !misread.has(fact.id))
      misread.set(fact.id, reasonFor(fact, one));
    return { ...one, verdict: 'doubt' };
  });
  return { judged: accused, misread };

  function isBeyondDoubt({ relation, expected }: Judged): boolean {
    const { rule, target, inputs } = relation;
    if (target.value === '' || [target, ...inputs].some(isRenamed)) return false;
    if (rule === 'documents')
      return inputs.every((other) => isOneSlip(target, other)) && bornOut.isBeside(target);
    if (inputs.some(({ document }) => document !== target.document) || isToldTwice(target)) return false;
    if (OF_RATIOS.has(rule) && (isOfSentences(relation) || isOfOwnMaking(relation, expected))) return false;
    if (isDilutedAnew(book, relation, expected) || sharedOut.has(target.id) || isOfMovingShares(target))
      return false;
    if (SAME.has(rule))
      return (
        !isPinned(target, relation) &&
        (target.origin === 'table' || isMeant(target, inputs)) &&
        inputs.every(
          (other) =>
            isHeldAgainst(target, other) &&
            (bornOut.count(other, relation) > 0 || isMisprintFor(target, other)),
        )
      );
    if (target.origin === 'prose') {
      if (hasOwnBase(target)) return false;
      if (isOtherWay(target, expected)) return true;
      if (isWithinSentence(relation) && slippedIn(relation).length > 0) return true;
      if (isOfOtherPeriod(target)) return false;
      const isSlip = countDigits(target) >= ENOUGH_DIGITS && couldBeSlip(target, expected);
      const isNamed = isNamedInFull(target) || inputs.some((input) => isNamedLike(target, input));
      if (isSlip && isNamed && inputs.every((fact) => bornOut.count(fact, relation) > 0)) return true;
      if (!bornOut.isToldOf(target)) return false;
    }
    if (rule === 'spans' && isBetween(target, inputs)) return false;
    const proven = listShapes(relation).filter(({ key, fewest, margin }) => {
      const { holds, fails } = shapes.get(key) ?? { holds: 0, fails: 0 };
      return holds >= fewest && holds >= margin * fails;
    });
    if (proven.some(({ isOfRows }) => isOfRows)) return true;
    const isProven = proven.length > 0 || target.origin === 'prose';
    if (target.origin === 'table' && OF_PARTS.has(rule) && slippedIn(relation).length === 0) return false;
    return isProven && (relation.asPrinted || inputs.every((fact) => bornOut.count(fact, relation) > 0));
  }

  /** Of two statements of one number that do not meet, one within a document that is only a bound, or nearly so. */
  function findBound(relation: Relation): Printed | undefined {
    const { rule, target, inputs } = relation;
    if (rule === 'documents') return undefined;
    const bounds = [target, ...inputs].filter(
      ({ origin, qualifier }) => origin === 'prose' && qualifier !== 'exact',
    );
    return bounds.length > 1 ? (bornOut.leastOf(relation) ?? target) : bounds[0];
  }

  /** One line gives two numbers for one thing: its columns or clauses were not told apart. */
  function isToldTwice(target: Printed): boolean {
    return book
      .statements(book.subjectOf(target))
      .some(
        (other) =>
          other.document === target.document &&
          other.line === target.line &&
          other.origin === target.origin &&
          !meets(book.intervalOf(other), book.intervalOf(target)),
      );
  }

  /** A sentence means the figure that it is held against: one slip apart, or plainly by its digits and words. */
  function isMeant(target: Printed, others: readonly Printed[]): boolean {
    return (
      others.every((other) => isOneSlip(target, other)) ||
      (countDigits(target) >= MANY_DIGITS && (isNamedInFull(target) || bornOut.isBeside(target)))
    );
  }

  /** `was 2.3 million compared to 2.0 million. The 0.3 million increase`: from what the sentence itself starts from. */
  function hasOwnBase({ document, line, concept, compared }: Printed): boolean {
    return (
      compared !== '' &&
      misdated.some(
        (other) =>
          other.document === document &&
          other.line === line &&
          other.concept === concept &&
          other.aspect === 'amount' &&
          other.period === compared,
      )
    );
  }

  /** A figure that adds up where it stands is no misprint of another, but something else. */
  function isPinned(target: Printed, relation: Relation): boolean {
    return target.origin === 'table' && bornOut.count(target, relation) > 0;
  }

  /** A table gives the number for another period, or it follows for one. */
  function isOfOtherPeriod(target: Printed): boolean {
    const others = [
      ...book.ofConcept(target.concept).map((fact) => ({ fact, interval: book.intervalOf(fact) })),
      ...book.computedOf(target.concept).map(({ subject, interval }) => ({ fact: subject, interval })),
    ];
    return others.some(
      ({ fact, interval }) =>
        fact.period !== target.period &&
        fact.aspect === target.aspect &&
        fact.dimensions === target.dimensions &&
        fact.unit === target.unit &&
        halfWidth(interval) <= lastPlaceUnit(target) &&
        meets(interval, book.intervalOf(target)),
    );
  }
}

/** Statements of one number that earlier phases have left standing side by side: their lines agree elsewhere. */
export const SAME: ReadonlySet<Rule> = new Set(['statements', 'scale', 'prose', 'documents']);

/** What of parts that other rows show: without the same rows in another column only a slip of the pen is held against them. */
const OF_PARTS: ReadonlySet<Rule> = new Set(['members', 'roll-forward', 'total']);

/** Rules whose figure is one amount over another. */
const OF_RATIOS: ReadonlySet<Rule> = new Set(['ratio', 'per-share', 'per-ads']);

/** An amount that only a sentence elsewhere gives proves nothing against a ratio. */
const isOfSentences = ({ target, inputs }: Relation): boolean =>
  inputs.some(({ origin, line }) => origin === 'prose' && line !== target.line);

/** What a measure of the issuer's own making is taken of is its own to say; a step of a reconciliation may be rounded to add up. */
const isOfOwnMaking = ({ target }: Relation, expected: number): boolean =>
  target.dimensions.includes('adjustment=') ||
  (target.dimensions.includes('variant=') &&
    !(countDigits(target) >= ENOUGH_DIGITS && couldBeSlip(target, expected)));

/** So many digits alike are those of one number. */
const MANY_DIGITS = 4;

const isMisprintFor = (target: Printed, other: Printed): boolean =>
  isOneSlip(target, other) && Math.min(countDigits(target), countDigits(other)) >= MANY_DIGITS;

const countDigits = ({ raw }: Printed): number => raw.replace(/\D/g, '').replace(/^0+/, '').length;

/** What was bought, declared or repaid, as sentences tell it, is not what was paid within the period to the last digit. */
const isPayment = ({ concept }: Printed): boolean => /^(?:Re)?[Pp]ayments|^Proceeds/.test(concept);

/** Sentences are held against tables, not against each other; numbers of few digits only where they are one slip apart. */
function isHeldAgainst(target: Printed, other: Printed): boolean {
  if (target.origin === 'prose' && other.origin === 'prose') return false;
  if (target.raw === other.raw) return false;
  const digits = Math.min(countDigits(target), countDigits(other));
  if (isPayment(target)) return digits >= MANY_DIGITS && isOneSlip(target, other);
  return digits >= ENOUGH_DIGITS || (digits > 1 && isOneSlip(target, other));
}

/** So far apart in its line figures are hardly of one sentence. */
const LONGEST_SENTENCE = 300;

/** All that it relates stands in one sentence, which says what it is. */
const isWithinSentence = ({ target, inputs }: Relation): boolean =>
  inputs.length > 0 &&
  inputs.every(
    ({ origin, line, column }) =>
      origin === 'prose' && line === target.line && Math.abs(column - target.column) <= LONGEST_SENTENCE,
  );

/** `down 9.5%` where it is up by just that much: the words turn the right number round. */
const isOtherWay = (target: Printed, expected: number): boolean =>
  (target.aspect === 'changePercent' || target.aspect === 'change') &&
  countDigits(target) > 1 &&
  Math.abs(expected + signedAmount(target)) <= halfUnit(target) * 1.000001;

/** An average or a balance lies between those of the parts of a year; what adds up does not. */
function isBetween(target: Printed, inputs: readonly Printed[]): boolean {
  const sizes = inputs.map((fact) => Math.abs(signedAmount(fact)));
  const size = Math.abs(signedAmount(target));
  return sizes.length > 1 && Math.min(...sizes) <= size && size <= Math.max(...sizes);
}

function countShapes(judged: readonly Judged[]): Map<string, { holds: number; fails: number }> {
  const counts = new Map<string, { holds: number; fails: number }>();
  for (const { relation, verdict } of judged)
    for (const { key } of listShapes(relation)) {
      const count = counts.get(key) ?? { holds: 0, fails: 0 };
      if (verdict === 'error') count.fails++;
      else count.holds++;
      counts.set(key, count);
    }
  return counts;
}

const reasonFor = ({ raw }: Printed, { relation: { target, words } }: Judged): string =>
  `As it was read, ${target.raw} is not ${words}; ${raw} may mean something else.`;

import { halfUnit, type Printed, signedAmount } from '../../src/model/fact.ts';
import type { Verdict } from '../../src/model/finding.ts';
import { isBounded, loosened, meets, middle, type Quantity } from '../../src/model/quantity.ts';
import type { Book } from '../5-derive/book.ts';
import type { Relation } from '../5-derive/relation.ts';
import { addingUp } from './practice.ts';

/** A relation with what came of it. */
export interface Judged {
  readonly relation: Relation;
  readonly verdict: Verdict;
  /** What the target would be by the others, to its own last place. */
  readonly expected: number;
  /** It is off by no more than rounding allows, where the document's other sums are off by nothing. */
  readonly isOff?: boolean;
  /** It is off in its last digit, and its column, which alone could show that it was moved, fails for another reason. */
  readonly isUnseen?: boolean;
}

/** One unit of the last printed place. */
export const lastPlaceUnit = (fact: Printed): number => 2 * halfUnit(fact);

/** Says of every relation whether it holds, and by which allowance. */
export function judge(book: Book, relations: readonly Relation[]): Judged[] {
  const first = relations.map((relation) => ({ relation, ...compare(book, relation) }));
  const isStrict = addingUp(first);
  const inExactSums = new Set(
    first
      .filter(({ relation, verdict }) => relation.asPrinted && verdict === 'exact')
      .flatMap(({ relation }) => listIds(relation)),
  );
  const inFailedSums = new Set(
    first
      .filter(({ relation, verdict }) => relation.asPrinted && verdict === 'error')
      .flatMap(({ relation }) => listIds(relation)),
  );
  const isOff = ({ verdict, relation }: Judged): boolean =>
    verdict === 'rounding' && relation.asPrinted && isStrict(relation.target);
  const isSeenTwice = seenTwice(first.filter(isOff));
  const judged = first.map((one): Judged => {
    if (one.relation.basis !== undefined && one.verdict !== 'error') return { ...one, verdict: 'basis' };
    if (isOff(one)) return { ...one, verdict: isSeenTwice(one) ? 'error' : 'doubt', isOff: true };
    if (one.verdict !== 'error') return one;
    const { otherwise } = one.relation;
    if (otherwise && meets(otherwise.expected, book.intervalOf(one.relation.target)))
      return { ...one, verdict: 'basis', relation: { ...one.relation, basis: otherwise.basis } };
    if (isFooting(book, one.relation, inExactSums)) return { ...one, verdict: 'footing' };
    return isFooting(book, one.relation, inFailedSums) ? { ...one, verdict: 'doubt', isUnseen: true } : one;
  });
  return excuseRepetitions(book, tellRestated(followMoved(book, judged)));
}

/**
 * Whether a number that a sum is off by is one that another sum is off by too: down and across. One sum alone may have
 * been rounded by itself, even where an issuer makes all others add up.
 */
function seenTwice(off: readonly Judged[]): (one: Judged) => boolean {
  const counts = new Map<string, number>();
  for (const { relation } of off)
    for (const id of new Set(listIds(relation))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return ({ relation }) => listIds(relation).some((id) => (counts.get(id) ?? 0) > 1);
}

const listIds = ({ target, inputs }: Relation): string[] => [target.id, ...inputs.map(({ id }) => id)];

function compare(
  book: Book,
  { target, expected, inputs, weights, asPrinted }: Relation,
): { verdict: Verdict; expected: number } {
  const actual = signedAmount(target);
  const sum =
    asPrinted && weights
      ? inputs.reduce((all, input, i) => all + (weights[i] ?? 1) * signedAmount(input), 0)
      : undefined;
  const value = sum ?? (isBounded(expected) ? roundTo(middle(expected), target) : actual);
  const isSame = Math.abs(value - actual) <= 1e-6 * Math.max(lastPlaceUnit(target), 1e-3);
  if (isSame && meets(expected, book.intervalOf(target)) && isBounded(book.intervalOf(target)))
    return { verdict: 'exact', expected: value };
  return { verdict: meets(expected, book.intervalOf(target)) ? 'rounding' : 'error', expected: value };
}

function roundTo(value: number, fact: Printed): number {
  const unit = lastPlaceUnit(fact);
  return unit === 0 ? value : Math.sign(value) * Math.round(Math.abs(value) / unit + 1e-9) * unit;
}

/** Off by one unit in the last place, and its printed column is one of the sums. No column excuses another. */
const isFooting = (book: Book, relation: Relation, inSums: ReadonlySet<string>): boolean => {
  const { target, expected, asPrinted } = relation;
  if (asPrinted) return false;
  const coarse = coarserSame(relation);
  if (coarse && inSums.has(coarse.id)) return meets(book.intervalOf(target), moved(book, coarse));
  return inSums.has(target.id) && meets(expected, moved(book, target));
};

/** The one number of a column that another place tells to more digits: it is the one whose last digit was moved. */
export function coarserSame({ target, inputs }: Pick<Relation, 'target' | 'inputs'>): Printed | undefined {
  const [input] = inputs;
  return input && inputs.length === 1 && lastPlaceUnit(input) > lastPlaceUnit(target) ? input : undefined;
}

/**
 * What was worked out of a number before its last digit was moved is right by the number as it was. Only a number that
 * another statement shows to have been moved excuses anything: that it might have been is no evidence.
 */
function followMoved(book: Book, judged: readonly Judged[]): Judged[] {
  const shown = new Set(
    judged.filter(({ verdict }) => verdict === 'footing').map(({ relation }) => relation.target.id),
  );
  return judged.map((one) => {
    const { again, inputs, target } = one.relation;
    if (one.verdict !== 'error' || !again || !inputs.some(({ id }) => shown.has(id))) return one;
    const instead = again((fact) => (shown.has(fact.id) ? moved(book, fact) : book.intervalOf(fact)));
    return instead !== undefined && meets(instead, book.intervalOf(target))
      ? { ...one, verdict: 'footing' }
      : one;
  });
}

/** What a number may have been before its last digit was moved by one. */
function moved(book: Book, fact: Printed): Quantity {
  const unit = lastPlaceUnit(fact);
  return loosened(book.intervalOf(fact), unit);
}

/**
 * Documents that state a number differently, each in a column of its own that adds up, are both right: the later one
 * has restated it.
 */
function tellRestated(judged: readonly Judged[]): Judged[] {
  const [sound, doubtful] = [new Set<string>(), new Set<string>()];
  for (const { relation, verdict } of judged) {
    if (!relation.asPrinted) continue;
    const facts = [relation.target, ...relation.inputs];
    for (const { id } of facts) (verdict === 'error' ? doubtful : sound).add(id);
  }
  return judged.map((one) => {
    const { rule, target, inputs } = one.relation;
    const isRestated =
      rule === 'documents' &&
      one.verdict === 'error' &&
      [target, ...inputs].every(({ id }) => sound.has(id) && !doubtful.has(id));
    if (!isRestated) return one;
    const basis = 'each adds up in its own document: the later one has restated it';
    return { ...one, verdict: 'basis', relation: { ...one.relation, basis } };
  });
}

/** A sentence that repeats a moved digit of a table is as good as the table; a column that does not add up is not. */
function excuseRepetitions(book: Book, judged: readonly Judged[]): Judged[] {
  const shown = new Set(
    judged.filter(({ verdict }) => verdict === 'footing').map(({ relation }) => saying(relation.target)),
  );
  return judged.map((one) => {
    const { asPrinted, target, expected } = one.relation;
    const isRepeated = one.verdict === 'error' && !asPrinted && shown.has(saying(target));
    return isRepeated && meets(expected, moved(book, target)) ? { ...one, verdict: 'footing' } : one;
  });
}

const saying = ({
  concept,
  aspect,
  basis,
  dimensions,
  period,
  unit,
  value,
  decimals,
  polarity,
}: Printed): string =>
  [
    concept,
    aspect,
    basis,
    dimensions,
    period,
    unit,
    Math.abs(Number(value)) * Math.sign(polarity * Number(value)),
    decimals,
  ].join('|');

import { halfUnit, type Printed, signedAmount } from '../../src/model/fact.ts';
import { couldBeSlip } from '../../src/model/one-slip.ts';
import {
  around,
  exactly,
  halfWidth,
  isBounded,
  loosened,
  meets,
  middle,
  plus,
  type Quantity,
} from '../../src/model/quantity.ts';
import type { Book } from './book.ts';
import type { Relation } from './relation.ts';

/** Relations of one kind hold in most places, those left aside in which one slip of the pen explains that they do not. */
export function mostlyHold(book: Book, relations: readonly Relation[]): boolean {
  const failing = relations.filter((one) => !doesHold(book, one));
  const holding = relations.length - failing.length;
  return holding > failing.filter((one) => slippedIn(book, one).length === 0).length;
}

export const doesHold = (book: Book, { target, expected }: Relation): boolean =>
  meets(expected, book.intervalOf(target));

/** Of the figures of a relation that fails those that one slip of the pen each would explain it by. */
export const slippedIn = (book: Book, relation: Relation): Printed[] =>
  [relation.target, ...relation.inputs].filter((fact) => {
    const needed = neededAmount(relation, fact);
    if (needed !== undefined) return couldBeSlip(fact, needed);
    return (
      relation.again !== undefined &&
      possibleSlips(fact).some(
        (value) => holdsWith(book, relation, fact, around(value, halfUnit(fact))) === true,
      )
    );
  });

/** The amount of a figure by which a relation would hold; undefined where the relation does not tell it to the last digit. */
function neededAmount({ target, inputs, weights, expected }: Relation, fact: Printed): number | undefined {
  if (!isBounded(expected)) return undefined;
  if (fact === target) return middle(expected);
  const weight = weights?.[inputs.indexOf(fact)];
  const isTold = [target, ...inputs].every(({ decimals }) => (decimals ?? 0) >= (fact.decimals ?? 0));
  return weight && isTold
    ? signedAmount(fact) + (signedAmount(target) - middle(expected)) / weight
    : undefined;
}

/** Whether a relation holds with another amount for one of its figures; undefined where it does not tell. */
export function holdsWith(
  book: Book,
  { again, target, inputs, weights, expected }: Relation,
  fact: Printed,
  amount: Quantity,
): boolean | undefined {
  const printed = book.intervalOf(target);
  if (fact === target) return meets(expected, amount);
  if (expected === book.intervalOf(fact)) return meets(amount, printed);
  const weight = weights?.[inputs.indexOf(fact)];
  if (weight !== undefined) {
    const by = weight * (amount.value - signedAmount(fact));
    return meets(loosened(plus(expected, exactly(by)), Math.abs(weight) * halfWidth(amount)), printed);
  }
  const instead = again?.((one) => (one === fact ? amount : book.intervalOf(one)));
  return instead && meets(instead, printed);
}

/** What a figure may have been before one digit was mistaken, or two that stand together changed places. */
function possibleSlips(fact: Printed): number[] {
  const unit = 2 * halfUnit(fact);
  const digits = String(Math.round(Math.abs(signedAmount(fact)) / unit));
  const spellings = [...digits].flatMap((digit, i) => [
    ...[...'0123456789'].map((other) => digits.slice(0, i) + other + digits.slice(i + 1)),
    digits.slice(0, i) + (digits[i + 1] ?? '') + digit + digits.slice(i + 2),
  ]);
  return spellings
    .filter((spelling) => spelling !== digits && spelling.length === digits.length)
    .map((spelling) => Math.sign(signedAmount(fact)) * Number(spelling) * unit);
}

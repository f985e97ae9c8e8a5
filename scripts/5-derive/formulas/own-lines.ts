import type { Printed } from '../../../src/model/fact.ts';
import { meets, type Quantity, scaled, sum } from '../../../src/model/quantity.ts';
import type { Book } from '../book.ts';
import type { Relation } from '../relation.ts';

/** Lines that a sum counts beside its parts, with their signs. */
export interface CountedLines {
  readonly lines: readonly Printed[];
  readonly signs: readonly number[];
  readonly expected: Quantity;
}

/** The fewest of some lines with which a sum comes to its total, each added or taken off. */
export function countedWith(
  book: Book,
  expected: Quantity,
  total: Printed,
  lines: readonly Printed[],
): CountedLines | undefined {
  for (const signs of signings(lines.length)) {
    const extra = lines.map((fact, i) => scaled(book.intervalOf(fact), signs[i] ?? 0));
    const all = sum([expected, ...extra]);
    if (!meets(all, book.intervalOf(total))) continue;
    return {
      lines: lines.filter((_, i) => signs[i] !== 0),
      signs: signs.filter((sign) => sign !== 0),
      expected: all,
    };
  }
  return undefined;
}

/**
 * A summary may leave out a line that the full statement counts, such as a write-down: its sum then comes out only with
 * that line, which another column of the same document has been shown to count.
 *
 * @param own Lines that columns were found to add up with, beside what the vocabulary knows of them.
 */
export const countOwnLines = (
  book: Book,
  relations: readonly Relation[],
  own: readonly Printed[],
): Relation[] =>
  relations.map((relation) => {
    const { target, expected, inputs, weights } = relation;
    if (!weights || meets(expected, book.intervalOf(target))) return relation;
    const left = own.filter(
      (fact) => isBeside(fact, target) && !inputs.some(({ concept }) => concept === fact.concept),
    );
    const counted = countedWith(book, expected, target, left);
    if (!counted) return relation;
    const names = counted.lines.map(({ label, line }) => `"${label}" in line ${line}`).join(' and ');
    return {
      ...relation,
      expected: counted.expected,
      inputs: [...inputs, ...counted.lines],
      weights: [...weights, ...counted.signs],
      asPrinted: false,
      basis: `it counts ${names} too`,
    };
  });

const isBeside = (fact: Printed, { document, period, unit, basis, dimensions }: Printed): boolean =>
  fact.document === document &&
  fact.period === period &&
  fact.unit === unit &&
  fact.basis === basis &&
  dimensions === '';

/** Ways to add, take off or leave out up to three lines, the fewest first; more lines are told by none. */
function signings(count: number): (1 | -1 | 0)[][] {
  if (count > 3) return [];
  let all: (1 | -1 | 0)[][] = [[]];
  for (let i = 0; i < count; i++)
    all = all.flatMap((signs) => ([1, -1, 0] as const).map((sign) => [...signs, sign]));
  const used = (signs: readonly number[]): number => signs.filter((sign) => sign !== 0).length;
  return all.filter((signs) => used(signs) > 0).sort((a, b) => used(a) - used(b));
}

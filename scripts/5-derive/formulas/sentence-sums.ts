import { conceptById } from '../../../src/concepts/index.ts';
import type { Printed } from '../../../src/model/fact.ts';
import { meets, type Quantity, scaled, sum } from '../../../src/model/quantity.ts';
import { type Book, push } from '../book.ts';
import type { Relation } from '../relation.ts';
import { sumInWords } from './column-sums.ts';

/**
 * Sums as sentences tell them: `the breakdown of other investments was …, … and …`. Only numbers of one document told
 * to the same place are added, and only by a way that holds somewhere in the issuer's text.
 */
export function sentenceSums(book: Book, known: readonly Relation[]): Relation[] {
  const done = new Set(known.map(idsAsKey));
  const ways = new Map<string, Relation[]>();
  for (const statements of book.groups()) {
    const [first] = statements;
    if (first?.aspect !== 'amount') continue;
    for (const total of firstOfEachDocument(statements)) {
      for (const [way, weights] of (conceptById.get(total.concept)?.sums ?? []).entries()) {
        const relation = findSum(book, total, weights);
        if (relation && !done.has(idsAsKey(relation))) push(ways, `${total.concept}|${way}`, relation);
      }
    }
  }
  return [...ways.values()].filter((list) => list.some((one) => holds(book, one))).flat();
}

const idsAsKey = ({ target, inputs }: Relation): string => [target, ...inputs].map(({ id }) => id).join(' ');

const holds = (book: Book, { target, expected }: Relation): boolean =>
  meets(expected, book.intervalOf(target));

function firstOfEachDocument(statements: readonly Printed[]): Printed[] {
  const prose = statements.filter(({ origin }) => origin === 'prose');
  return prose.filter((fact, i) => prose.findIndex(({ document }) => document === fact.document) === i);
}

function findSum(book: Book, total: Printed, way: Readonly<Record<string, 1 | -1>>): Relation | undefined {
  const parts: Printed[] = [];
  for (const concept of Object.keys(way)) {
    const part = book
      .statements({ ...book.subjectOf(total), concept })
      .find(
        ({ origin, document, decimals }) =>
          origin === 'prose' && document === total.document && decimals === total.decimals,
      );
    if (!part) return undefined;
    parts.push(part);
  }
  const weights = Object.values(way);
  const expected: Quantity = sum(parts.map((part, i) => scaled(book.intervalOf(part), weights[i] ?? 1)));
  const words = sumInWords(Object.keys(way), weights);
  return { rule: 'prose-sum', target: total, expected, inputs: parts, weights, words, asPrinted: true };
}

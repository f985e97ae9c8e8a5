import { type Printed, signedAmount } from '../../../src/model/fact.ts';
import { areMost } from '../../../src/model/majority.ts';
import {
  common,
  exactly,
  halfWidth,
  isBounded,
  meets,
  middle,
  over,
  type Quantity,
} from '../../../src/model/quantity.ts';
import { type Book, type Known, push } from '../book.ts';
import type { Relation } from '../relation.ts';

interface Pair {
  readonly target: Printed;
  readonly source: Known;
}

/** Amounts told in another currency for convenience, each recomputed at its document's rate. */
export function translationRelations(book: Book): Relation[] {
  const byDocument = new Map<string, Pair[]>();
  for (const target of book.facts) {
    const source = book.isTranslated(target.unit) && findSource(book, target);
    if (source && isBounded(source.interval))
      push(byDocument, `${target.document}|${target.unit.slice(0, 3)}`, { target, source });
  }
  return [...byDocument].flatMap(([key, pairs]) => {
    const [document = '', currency = ''] = key.split('|');
    return translatedAt(book, pairs, statedRates(book, document, currency));
  });
}

function findSource(
  book: Book,
  { concept, period, unit, aspect, basis, dimensions, compared, document }: Printed,
): Known | undefined {
  const source = book.currency + unit.slice(3);
  return book.seenFrom(document, { concept, period, unit: source, aspect, basis, dimensions, compared });
}

const statedRates = (book: Book, document: string, currency: string): Printed[] =>
  book
    .inDocument(document)
    .filter(({ unit, aspect }) => unit === `${book.currency}/${currency}` && aspect === 'amount');

function translatedAt(book: Book, pairs: readonly Pair[], stated: readonly Printed[]): Relation[] {
  const implied = impliedRate(book, pairs);
  const [first] = stated;
  const exact = first && exactly(signedAmount(first));
  const rate = exact && (!implied || meets(exact, implied) || holdsFor(book, pairs, exact)) ? exact : implied;
  if (!rate) return [];
  const inputsOfRate = rate === exact && first ? [first] : [];
  return pairs.flatMap(({ target, source }) => {
    const expected = over(source.interval, rate);
    if (!expected) return [];
    const inputs = [...source.inputs, ...inputsOfRate];
    const words = `the amount in ${book.currency} over ${describeRate(rate)}`;
    return [{ rule: 'translation', target, expected, inputs, words, asPrinted: false } as const];
  });
}

const describeRate = (rate: Quantity): string =>
  halfWidth(rate) === 0
    ? `the stated rate of ${middle(rate)}`
    : `the rate of ${middle(rate).toPrecision(5)} that most amounts imply`;

const holdsFor = (book: Book, pairs: readonly Pair[], rate: Quantity): boolean =>
  10 *
    pairs.filter(({ target, source }) =>
      meets(over(source.interval, rate) ?? exactly(Number.NaN), book.intervalOf(target)),
    ).length >=
  8 * pairs.length;

/** The rate on which the largest amounts of a document agree; one that departs from the others is passed over. */
function impliedRate(book: Book, pairs: readonly Pair[]): Quantity | undefined {
  const rates = pairs
    .map(({ target, source }) => ({
      size: Math.abs(signedAmount(target)),
      rate: over(source.interval, book.intervalOf(target)),
    }))
    .flatMap(({ size, rate }) => (rate && rate.low > 0 ? [{ size, rate }] : []))
    .sort((a, b) => b.size - a.size)
    .slice(0, 25)
    .map(({ rate }) => rate);
  const agreed = rates.filter((rate) => areMost(rates, (other) => meets(rate, other)));
  return agreed.reduce<Quantity | undefined>(
    (all, rate) => (all ? (common(all, rate) ?? all) : rate),
    undefined,
  );
}

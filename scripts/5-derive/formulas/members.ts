import { memberByKey } from '../../../src/concepts/index.ts';
import { formatDimensions, type Printed, parseDimensions } from '../../../src/model/fact.ts';
import { areHalf } from '../../../src/model/majority.ts';
import { meets, type Quantity, scaled, sum } from '../../../src/model/quantity.ts';
import { type Book, push } from '../book.ts';
import type { Line } from '../lines.ts';
import type { Relation } from '../relation.ts';

/** Axes whose members are no parts of a whole but ways to tell one thing. */
const NO_PARTS: ReadonlySet<string> = new Set([
  'shareBasis',
  'forecast',
  'variant',
  'adjustment',
  'vintage',
  'entity',
]);

/** Totals over the members of an axis, as a printed row or column shows them: segments, parts of equity, payments. */
export function memberSums(book: Book, lines: readonly Line[]): Relation[] {
  const byTable = new Map<string, Relation[]>();
  for (const line of lines) {
    for (const relation of sumsIn(book, line))
      push(byTable, `${line.table}|${relation.target.concept}`, relation);
  }
  return [...byTable.values()].filter((relations) => isBelievable(book, relations)).flat();
}

/** Whether a table shows totals over members at all, its rows tell: at least half of them add up. */
const isBelievable = (book: Book, relations: readonly Relation[]): boolean =>
  areHalf(relations, ({ target, expected }) => meets(expected, book.intervalOf(target)));

function* sumsIn(book: Book, { facts }: Line): Generator<Relation> {
  const groups = new Map<string, Printed[]>();
  for (const fact of facts) {
    if (fact.aspect === 'amount')
      push(groups, `${fact.concept}|${fact.period}|${fact.unit}|${fact.basis}`, fact);
  }
  for (const group of groups.values()) if (group.length > 1) yield* findTotals(book, group);
}

function* findTotals(book: Book, group: readonly Printed[]): Generator<Relation> {
  const members = new Map<string, Printed[]>();
  for (const fact of group) {
    const pairs = parseDimensions(fact.dimensions);
    const axis = Object.keys(pairs).find((name) => !NO_PARTS.has(name));
    if (!axis) continue;
    const { [axis]: _, ...rest } = pairs;
    push(members, `${axis}|${formatDimensions(rest)}`, fact);
  }
  for (const [key, parts] of members) {
    const [axis = '', dimensions = ''] = key.split('|');
    const total = group.find((fact) => fact.dimensions === dimensions);
    if (total) yield membersRelation(book, total, withDeclared(book, total, parts, axis), axis);
  }
  const mixed = group.find(({ dimensions }) => dimensions === 'shareBasis=mixed');
  if (mixed) yield* mixedTotal(book, mixed, group);
}

/** A total over amounts told of shares before a split and after it: it adds up and means nothing. */
function* mixedTotal(book: Book, total: Printed, group: readonly Printed[]): Generator<Relation> {
  const parts = new Map<string, Printed>();
  for (const fact of [...group, ...statedBefore(book, total)]) {
    const { payment } = parseDimensions(fact.dimensions);
    if (payment && !parts.has(payment)) parts.set(payment, fact);
  }
  if (parts.size < 2) return;
  yield {
    ...membersRelation(book, total, [...parts.values()], 'payment'),
    basis: 'it adds amounts per share of before a split to amounts per share of after it',
  };
}

/** A forecast of the year's dividend adds what is still to come to what its table gives as declared. */
function withDeclared(
  book: Book,
  total: Printed,
  parts: readonly Printed[],
  axis: string,
): readonly Printed[] {
  if (axis !== 'payment' || total.basis !== 'target') return parts;
  const payments = new Set(parts.map(paymentIn));
  const declared = statedBefore(book, total).filter(
    (fact) => fact.basis === 'reported' && fact.aspect === 'amount' && !payments.has(paymentIn(fact)),
  );
  return [...declared.filter((fact) => paymentIn(fact) !== undefined), ...parts];
}

const paymentIn = ({ dimensions }: Printed): string | undefined => parseDimensions(dimensions)['payment'];

/** Payments that the total's own row leaves to the row of what was declared. */
const statedBefore = (book: Book, { concept, period, document, table }: Printed): Printed[] =>
  book
    .ofConcept(concept)
    .filter(
      (fact) =>
        fact.period === period && fact.document === document && fact.table === table && fact.value !== '',
    );

function membersRelation(book: Book, target: Printed, inputs: readonly Printed[], axis: string): Relation {
  const expected: Quantity = sum(inputs.map((fact) => book.intervalOf(fact)));
  const names = inputs.map(
    (fact) => memberByKey.get(`${axis}=${parseDimensions(fact.dimensions)[axis]}`)?.label,
  );
  const words = names.some((name) => name === undefined) ? 'its parts' : names.join(', ');
  return {
    rule: 'members',
    target,
    expected: scaled(expected, 1),
    inputs,
    weights: inputs.map(() => 1),
    words: `${words} added up`,
    asPrinted: true,
  };
}

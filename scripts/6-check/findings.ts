import type { Calendar } from '../../src/model/calendar.ts';
import { formatDecimal } from '../../src/model/decimal.ts';
import { amountOf, type Fact } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/finding.ts';
import { halfWidth, isBounded } from '../../src/model/quantity.ts';
import type { Book } from '../5-derive/book.ts';
import type { Judged } from './judge.ts';
import { messageWriter } from './message.ts';
import type { Suspects } from './suspects.ts';

/** Turns judged relations into the rows of `checks.csv`. */
export function findingsOf(
  book: Book,
  calendar: Calendar,
  judged: readonly Judged[],
  suspects: (failed: Judged) => Suspects,
): Finding[] {
  const ids = new Map<string, number>();
  const messageOf = messageWriter(book, calendar);
  return judged.map((one) => {
    const { relation, verdict, expected } = one;
    const { facts, isSure, shouldBe } = verdict === 'error' ? suspects(one) : inOrder(one);
    const fact =
      verdict === 'error' && isSure && shouldBe !== undefined
        ? (facts[0] ?? relation.target)
        : relation.target;
    const should = fact === relation.target ? expected : (shouldBe ?? expected);
    const decimals = fact.decimals ?? relation.target.decimals ?? 0;
    return {
      id: uniqueId(ids, relation.target, relation.rule),
      rule: relation.rule,
      verdict,
      issuer: fact.issuer,
      document: fact.document,
      line: fact.line,
      column: fact.column,
      cell: fact.cell,
      expected: isBounded(relation.expected) ? formatDecimal(should, decimals) : '',
      actual: formatDecimal(amountOf(fact), decimals),
      difference: isBounded(relation.expected) ? formatDecimal(amountOf(fact) - should, decimals) : '',
      tolerance: toleranceOf(book, one),
      message: messageOf(one, { fact, should, isSure, count: facts.length }),
      facts: facts.map(({ id }) => id),
    };
  });
}

const inOrder = ({ relation, expected }: Judged): Suspects => ({
  facts: [...new Set([relation.target, ...relation.inputs])],
  isSure: true,
  shouldBe: expected,
});

/** `iij/2013-05-15-fy2012/growth/L58.3`; a second relation of one rule on one number gets a number of its own. */
function uniqueId(ids: Map<string, number>, { id, issuer, document }: Fact, rule: string): string {
  const place = id.slice(id.indexOf('#') + 1).replace(/:1$/, '');
  const base = `${issuer}/${document}/${rule}/${place}`;
  const count = (ids.get(base) ?? 0) + 1;
  ids.set(base, count);
  return count === 1 ? base : `${base}-${count}`;
}

/** How far apart the two may be: what their printed digits leave open. */
function toleranceOf(book: Book, { relation }: Judged): string {
  const half = halfWidth(book.intervalOf(relation.target)) + halfWidth(relation.expected);
  if (!Number.isFinite(half)) return '';
  return formatDecimal(half, half >= 1 ? 0 : 4);
}

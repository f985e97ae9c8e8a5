import type { Calendar } from '../../src/model/calendar.ts';
import { formatDecimal } from '../../src/model/decimal.ts';
import { signedAmount } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/finding.ts';
import { halfWidth, isBounded } from '../../src/model/quantity.ts';
import type { Book } from '../5-derive/book.ts';
import { findingId } from './finding-id.ts';
import type { Judged } from './judge.ts';
import { messageWriter } from './message.ts';
import type { Suspects } from './suspects.ts';

/** Turns judged relations into the rows of `checks.csv`. */
export function makeFindings(
  book: Book,
  calendar: Calendar,
  judged: readonly Judged[],
  suspects: (failed: Judged) => Suspects,
): Finding[] {
  const writeMessage = messageWriter(book, calendar);
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
      id: findingId({
        ...relation.target,
        rule: relation.rule,
        facts: [relation.target, ...relation.inputs],
      }),
      rule: relation.rule,
      verdict,
      issuer: fact.issuer,
      document: fact.document,
      line: fact.line,
      column: fact.column,
      cell: fact.cell,
      expected: isBounded(relation.expected) ? formatDecimal(should, decimals) : '',
      actual: formatDecimal(signedAmount(fact), decimals),
      difference: isBounded(relation.expected) ? formatDecimal(signedAmount(fact) - should, decimals) : '',
      tolerance: formatTolerance(book, one),
      message: writeMessage(one, { fact, should, isSure, count: facts.length }),
      facts: facts.map(({ id }) => id),
    };
  });
}

const inOrder = ({ relation, expected }: Judged): Suspects => ({
  facts: [...new Set([relation.target, ...relation.inputs])],
  isSure: true,
  shouldBe: expected,
});

/** How far apart the two may be: what their printed digits leave open. */
function formatTolerance(book: Book, { relation }: Judged): string {
  const half = halfWidth(book.intervalOf(relation.target)) + halfWidth(relation.expected);
  if (!Number.isFinite(half)) return '';
  return formatDecimal(half, half >= 1 ? 0 : 4);
}

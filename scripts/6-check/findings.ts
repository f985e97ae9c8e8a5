import { conceptById } from '../../src/concepts/index.ts';
import { type Calendar, periodLabel } from '../../src/model/calendar.ts';
import { amountOf, type Fact } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/finding.ts';
import { formatSpan } from '../../src/model/format.ts';
import { formatDecimal, halfWidth, isBounded, meets } from '../../src/model/interval.ts';
import type { Book } from '../5-derive/book.ts';
import type { Judged } from './judge.ts';
import { misnamed } from './misnamed.ts';
import type { Suspects } from './suspects.ts';

/** Turns judged relations into the rows of `checks.csv`. */
export function findingsOf(
  book: Book,
  calendar: Calendar,
  judged: readonly Judged[],
  suspects: (failed: Judged) => Suspects,
): Finding[] {
  const ids = new Map<string, number>();
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
      message:
        messageOf(one, calendar, fact, should, isSure, facts) +
        agreementOf(book, one, fact) +
        hintOf(book, one, fact),
      facts: facts.map(({ id }) => id),
    };
  });
}

/** Says how many other statements agree on what a wrong one should be. */
function agreementOf(book: Book, { relation, verdict }: Judged, fact: Fact): string {
  if (verdict !== 'error' || fact !== relation.target) return '';
  const others = book
    .statements(book.subjectOf(fact))
    .filter((other) => other !== fact && meets(book.intervalOf(other), relation.expected));
  if (others.length < 2) return '';
  return ` ${others.length} places agree on that (lines ${[...new Set(others.map(({ line }) => line))].sort((a, b) => a - b).join(', ')}).`;
}

/** Says which other measure a wrong number is the right one of. */
function hintOf(book: Book, { relation, verdict }: Judged, fact: Fact): string {
  if (verdict !== 'error' || fact !== relation.target) return '';
  const other = misnamed(book, fact);
  return other === undefined ? '' : ` It is that of ${nameOf(other)}.`;
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

function messageOf(
  { relation, verdict }: Judged,
  calendar: Calendar,
  fact: Fact,
  should: number,
  isSure: boolean,
  facts: readonly Fact[],
): string {
  const { target, words } = relation;
  const what = `${labelOf(target)}, ${periodLabel(calendar, target.period) || formatSpan(target.period)}`;
  const printed = `${target.raw} in line ${target.line}`;
  const told = formatLike(should, fact);
  if (verdict === 'basis' && relation.rule === 'documents')
    return `${what}: ${printed} is not ${words}, but ${relation.basis}.`;
  if (verdict === 'basis') return `${what}: ${printed} is ${words}, but ${relation.basis}.`;
  if (verdict === 'exact') return `${what}: ${printed} is ${words}.`;
  if (verdict === 'rounding')
    return `${what}: ${printed} is ${words}, within what the printed digits leave open.`;
  if (verdict === 'footing')
    return `${what}: ${printed} is ${words} but for its last digit, which was moved so that the printed column adds up; by itself it would be ${told}.`;
  if (fact !== target)
    return `${what}: ${printed} is not ${words}. The number that is wrong is ${fact.raw} in line ${fact.line}: it should be ${told}.`;
  if (!isSure && facts.length > 1)
    return `${what}: ${printed} is not ${words}, which gives ${told}; one of these ${facts.length} numbers is wrong.`;
  return `${what}: ${printed} is not ${words}; it should be ${told}.`;
}

const labelOf = ({ concept, label }: Fact): string => conceptById.get(concept)?.label ?? label;

const nameOf = (concept: string): string => {
  const label = conceptById.get(concept)?.label ?? concept;
  return label.charAt(0).toLowerCase() + label.slice(1);
};

/** An amount as the document would print it beside a fact: in its scale, to its last place. */
function formatLike(amount: number, { decimals, polarity, raw }: Fact): string {
  const scale = decimals === null || decimals >= 0 ? 0 : Math.ceil(-decimals / 3) * 3;
  const places = Math.max(0, (decimals ?? 0) + scale);
  const text = (Math.abs(amount) / 10 ** scale).toLocaleString('en-US', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return amount * polarity < 0 ? `(${text})` : text.concat(raw.endsWith('%') ? '%' : '');
}
